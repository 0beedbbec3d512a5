import type { Checked, Issue } from '../issues.ts'
import { checkHeadings } from './headings.ts'
import { fitting, type Layout, type LayoutColumn, layoutOf, PLATFORMS, recognise } from './platforms/index.ts'
import type { Readable } from './readable.ts'
import { looksLikeHeader } from './second-header.ts'

/** One heading a column, and what is known of the columns. */
export interface Headings {
  readonly columns: readonly LayoutColumn[]
  readonly headerRows: number
  /** Columns that need not be named in a definition: the platform's own, and the text beside "other". */
  readonly accounted: ReadonlySet<number>
  readonly layout?: Layout
}

/**
 * Makes one heading a column of the first records of a file: as its platform lays them out, or from the
 * first row. A platform that does not fit is refused, naming those that do; so is a plain table whose
 * second row is one of headings too, because it would count as a response.
 */
export function readHeadings(
  { platform }: { readonly platform?: string },
  { records, merged = [] }: Pick<Readable, 'records' | 'merged'>,
): Checked<Headings | undefined> {
  const { value, issues } = platform === undefined ? plainTable(records) : laidOut(platform, records)
  const inRows = merged.filter(({ lastRow }) => value?.layout === undefined || lastRow > value.headerRows)
  return { value, issues: [...issues, ...inRows.map(({ issue }) => issue)] }
}

function laidOut(platform: string, records: readonly (readonly string[])[]): Checked<Headings | undefined> {
  const known = PLATFORMS.find((one) => one === platform)
  const layout = known === undefined ? undefined : layoutOf(known, records)
  if (layout === undefined) return { value: undefined, issues: [doesNotFit(platform, records)] }
  const own = [...layout.columns.entries()].filter(([, { role }]) => role !== 'answer')
  return {
    value: {
      columns: layout.columns,
      headerRows: layout.headerRows,
      accounted: new Set(own.map(([index]) => index)),
      layout,
    },
    issues: [],
  }
}

function plainTable(records: readonly (readonly string[])[]): Checked<Headings | undefined> {
  const [header = []] = records
  const layout = recognise(records)
  if ((layout?.headerRows ?? 1) > 1 || looksLikeHeader(records)) {
    return { value: undefined, issues: [secondHeader(layout)] }
  }
  const columns = header.map((heading): LayoutColumn => ({ heading, question: heading, role: 'answer' }))
  return { value: { columns, headerRows: 1, accounted: new Set() }, issues: checkHeadings(header) }
}

function secondHeader(layout: Layout | undefined): Issue {
  return {
    code: 'collect/second-header-row',
    severity: 'error',
    concern: 'definition',
    message: 'The second row is a row of headings too, so the first would not tell what the columns are.',
    advice:
      layout === undefined
        ? 'Export the file again with one row of headings, or name the survey platform with `platform:`.'
        : `This is how ${layout.platform} exports: write \`platform: ${layout.platform}\` for this file in the definition.`,
    row: 2,
  }
}

function doesNotFit(platform: string, records: readonly (readonly string[])[]): Issue {
  const fit = fitting(records)
  return {
    code: 'collect/platform-does-not-fit',
    severity: 'error',
    concern: 'definition',
    message: `The file is not laid out as ${platform} exports it.`,
    advice:
      fit.length === 0
        ? 'It fits no survey platform: leave `platform:` out, and give the file one row of headings.'
        : `It fits ${fit.join(' or ')}: write \`platform: ${fit[0]}\`.`,
    row: 1,
  }
}
