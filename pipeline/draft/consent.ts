import { labelKey } from '../definition/index.ts'
import { keepsBack, mayPublishLabels } from '../personal-facts/index.ts'
import type { DraftColumn, DraftHeading } from './draft.ts'
import type { Judged } from './judge.ts'
import type { ColumnProfile } from './profile.ts'

/** The column in which respondents said whether their response may be published. */
export interface Consent {
  /** Everything that was taken for such a column. */
  readonly columns: readonly Judged[]
  readonly role: DraftColumn
  /** What it says where a response may be published; absent where it says yes to keeping it back. */
  readonly mayPublish?: readonly string[]
  /** Further columns of the kind, which no role is left for. */
  readonly ignore: readonly DraftHeading[]
}

/**
 * Of the columns that say whether a response may be published (file order) the one that is read, and how. Of one
 * that has a column an answer it is the column of the answer that keeps back. Undefined where there is none.
 */
export function consentOf(found: readonly Judged[]): Consent | undefined {
  const columns = found.flatMap((one) => (one.is === 'column' ? [one.column] : one.columns))
  const [read, ...others] = [...columns].sort((a, b) => rank(b) - rank(a) || a.index - b.index)
  if (read === undefined) return undefined
  // What somebody typed is on no list; it keeps back, and stands in no draft.
  const listed = found.find((one) => one.is === 'question' && one.columns.includes(read))
  const list = listed?.is === 'question' ? listed.list?.labels : undefined
  const labels = list ?? read.values.map(({ text }) => text)
  const mayPublish = labelsOf(read, labels)
  const heading =
    mayPublish === undefined ? 'Yes' : quoted(labels.filter((label) => !mayPublish.includes(label)))
  const kept = keptBack(read, mayPublish)
  const doubt = `Does this say who asked that the response be not published? ${heading === '' ? 'No answer here does' : `Taken so: ${heading}`}. Kept back: ${kept === 1 ? '1 row' : `${kept} rows`}, counted in tables, in no published row, never quoted.`
  return {
    columns: found,
    role: { name: 'do_not_publish', heading: read.heading, doubts: [doubt] },
    ...(mayPublish === undefined ? {} : { mayPublish }),
    ignore: others.map(({ heading: other }) => ({
      heading: other,
      doubts: [`Does it say more of what may be published than "${read.heading}"? One column alone is read.`],
    })),
  }
}

/** Labels of a column of its own that speak of publishing. */
const SAYS_WHAT = /publi|confidential|private|withh/i

/** Columns that say it in words before those that only say yes; of an answer a column, the one that keeps back. */
function rank({ values, part }: ColumnProfile): number {
  if (part !== undefined && SAYS_WHAT.test(part) && keepsBack(part)) return 2
  return values.some(({ text }) => text.split(' ').length > 1) ? 1 : 0
}

function labelsOf(column: ColumnProfile, labels: readonly string[]): readonly string[] | undefined {
  return mayPublishLabels(
    column.part === undefined ? column.heading : `${column.heading} ${column.part}`,
    labels,
  )
}

const NO = new Set(['no', 'n', 'false', '0', 'unticked', 'unchecked', 'not selected'])

function keptBack(
  { values, rows, filled }: ColumnProfile,
  mayPublish: readonly string[] | undefined,
): number {
  const lets = (text: string) =>
    mayPublish === undefined ? NO.has(labelKey(text)) : mayPublish.includes(text)
  const said = values.filter(({ text }) => !lets(text)).reduce((sum, { count }) => sum + count, 0)
  return mayPublish === undefined ? said : said + rows - filled
}

const quoted = (labels: readonly string[]): string => labels.map((label) => `"${label}"`).join(', ')
