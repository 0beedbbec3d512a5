import {
  DISAGREEMENTS_SHEET,
  REVIEW_SHEET,
  REVIEW_SHEETS,
  type SubmissionSource,
  type Submissions,
} from '../artefacts.ts'
import type { Definition, SourceFile } from '../definition/index.ts'
import { codingColumns } from './coding-columns.ts'
import type { WantedColumn } from './column-mapping.ts'
import type { Inspection, Planned, Purpose } from './inspect-source.ts'
import { quoteColumns } from './quote-columns.ts'

/** Sheets of the research team's own among the files of a consultation; they may have columns that nobody reads. */
export function ownSheets({ openText }: Definition): readonly Planned[] {
  const plan = (purpose: Purpose, source: SourceFile | undefined): readonly Planned[] =>
    source === undefined ? [] : [{ purpose, source: { ...source, othersIgnored: true } }]
  return [
    ...(openText?.coders ?? []).flatMap((source) => plan('coding', source)),
    ...plan('adjudication', openText?.adjudication),
    ...plan('quotes', openText?.quotes),
    ...plan('review', openText?.review),
  ]
}

/** Sheets with decisions that earlier runs leave in the private folder. */
export function decisionSheets({ frame, openText }: Definition): readonly Planned[] {
  const plan = (purpose: Purpose, file: string): Planned => ({
    purpose,
    source: { file, columns: {}, identifying: [], ignore: [], othersIgnored: true },
  })
  return [
    ...(frame === undefined ? [] : [plan('decisions', REVIEW_SHEET)]),
    ...(openText === undefined ? [] : [plan('settled', DISAGREEMENTS_SHEET)]),
    ...(openText?.quotes === undefined ? [] : REVIEW_SHEETS.map((file) => plan('reviewed', file))),
  ]
}

/** Whether it is a sheet that Stocktake itself leaves in the private folder. */
export const isDecisions = ({ purpose }: Inspection): boolean =>
  ['decisions', 'settled', 'reviewed'].includes(purpose)

type Open = (
  source: Inspection['source'] | undefined,
  wanted: () => readonly WantedColumn[],
) => Promise<SubmissionSource | undefined>

/** Opens all of them that are there. */
export async function openOwnSheets(
  definition: Definition,
  inspections: readonly Inspection[],
  open: Open,
): Promise<Pick<Submissions, 'coders' | 'adjudication' | 'settled' | 'quotes' | 'reviews' | 'decisions'>> {
  const openAll = async (
    purposes: readonly Purpose[],
    wanted: (source: SourceFile) => readonly WantedColumn[],
  ) => {
    const opened: SubmissionSource[] = []
    for (const { source } of inspections.filter(({ purpose }) => purposes.includes(purpose))) {
      const one = await open(source, () => wanted(source))
      if (one !== undefined) opened.push(one)
    }
    return opened
  }
  const coding = (source: SourceFile) => codingColumns(definition, source)
  const coders = await openAll(['coding'], coding)
  const [adjudication] = await openAll(['adjudication'], coding)
  const [settled] = await openAll(['settled'], coding)
  const [quotes] = await openAll(['quotes'], (source) => quoteColumns(definition, source))
  const reviews = await openAll(['review', 'reviewed'], () => namedColumns(['id', 'choice']))
  const [decisions] = await openAll(['decisions'], () => namedColumns(['name', 'decision']))
  return {
    coders,
    ...(adjudication === undefined ? {} : { adjudication }),
    ...(settled === undefined ? {} : { settled }),
    ...(quotes === undefined ? {} : { quotes }),
    reviews,
    ...(decisions === undefined ? {} : { decisions }),
  }
}

/** Columns under their own names, all of them needed. */
export const namedColumns = (names: readonly string[]): readonly WantedColumn[] =>
  names.map((name) => ({ name, heading: name, candidates: [], required: true }))
