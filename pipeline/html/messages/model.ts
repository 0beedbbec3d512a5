/** Everything that pages say by themselves, in one language. Counts come as text, grouped already. */
export interface Messages {
  readonly language: string
  readonly skip: string
  readonly contents: string
  readonly kindOfRelease: string
  readonly kindOfCatalogue: string
  readonly by: string
  readonly asked: string
  readonly asOf: (start: string, end: string) => string
  readonly answered: string
  readonly responses: (count: string, one: boolean) => string
  readonly about: (text: string) => string
  readonly version: string
  readonly published: string
  readonly licence: string
  readonly downloads: string
  readonly workbook: string
  readonly everyFigure: string
  readonly responsesCsv: string
  readonly responsesParquet: string
  readonly quotesCsv: string
  readonly themesCsv: string
  readonly archive: string
  readonly describes: string
  readonly cite: string
  readonly findings: string
  readonly findingsMade: string
  readonly whoResponded: string
  readonly questions: string
  readonly table: string
  readonly tableNumber: (number: string) => string
  readonly tableNumbers: (first: string, last: string) => string
  readonly linkTo: (what: string) => string
  readonly figures: string
  readonly downloadTable: string
  readonly noFigures: string
  readonly themesOf: string
  readonly meaning: string
  readonly quotes: string
  readonly allQuotes: (count: string) => string
  readonly explore: string
  readonly exploreHow: string
  readonly exploreNothing: string
  readonly chooseQuestion: string
  readonly chooseBreakdown: string
  readonly howDone: string
  readonly universe: string
  readonly sampling: string
  readonly mode: string
  readonly instrument: string
  readonly protection: string
  readonly notReleased: string
  readonly notes: string
  readonly sources: string
  readonly changes: string
  readonly withdrawn: (date: string, reason: string) => string
  readonly reuse: string
  readonly codebook: string
  readonly codebookAbout: string
  readonly forPrograms: string
  readonly shorthand: string
  readonly low: string
  readonly confidential: string
  readonly notApplicable: string
  readonly notAvailable: string
  readonly lowReliability: string
  readonly chart: (kind: ChartKind) => string
  readonly interval: string
  readonly rate: string
  readonly months: readonly string[]
  readonly changeKinds: Readonly<Record<string, string>>
  readonly catalogue: string
  readonly catalogueAbout: string
  readonly search: string
  readonly searchHow: string
  readonly found: (count: string, one: boolean) => string
  readonly nothingFound: string
  readonly nothingPublished: string
  readonly contains: (tables: string, one: boolean, themes: string, oneTheme: boolean) => string
  readonly tables: string
  readonly themes: string
  readonly versions: (count: string) => string
  readonly latest: string
  readonly feed: string
  readonly all: string
}

/** What a chart is, for those who do not see it. */
export type ChartKind = 'stacked' | 'diverging' | 'bars' | 'ranked' | 'intervals' | 'rates' | 'tiles'
