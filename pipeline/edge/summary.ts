import type { Reconciliation } from '../5-aggregate/index.ts'
import { counted, refusalStatements, responseStatements } from '../7-package/index.ts'
import type { ReleasedTables, Responses } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { grouped } from '../grouped.ts'
import { notTestedInWords } from '../not-tested.ts'
import type { RunResult } from '../pipeline.ts'
import { codingLines } from './coding-lines.ts'
import { quoteLines } from './quote-lines.ts'

/** What a run came to, in the lines a person reads: heading and text. */
export function summary(definition: Definition, result: RunResult): readonly (readonly [string, string])[] {
  const { responses, anonymous, released, reconciliation, attack } = result
  return [
    ...readings(result).map((text, index) => [index === 0 ? 'Read' : '', text] as const),
    ['Received', received(responses)],
    ...setAside(responses).map((text, index) => [index === 0 ? 'Set aside' : '', text] as const),
    ['Responses', `${grouped(responses.account.kept)}, each row received is accounted for`],
    ...responses.edits.map(
      ({ rule, cells }, index) => [index === 0 ? 'Changed' : '', `${count(cells, 'cell')}: ${rule}`] as const,
    ),
    ...responseStatements(definition, released).map(
      (text, index) => [index === 0 ? 'Response' : '', text] as const,
    ),
    ...(responses.coding === undefined ? [] : codingLines(responses.coding)).map(
      (text, index) => [index === 0 ? 'Coding' : '', text] as const,
    ),
    ['Microdata', microdata(anonymous.report, anonymous.rows)],
    ['Tables', tables(released)],
    ...(anonymous.quoting === undefined ? [] : quoteLines(anonymous.quoting)).map(
      (text, index) => [index === 0 ? 'Quotes' : '', text] as const,
    ),
    ...protectionLines(released).map((text, index) => [index === 0 ? 'Protected' : '', text] as const),
    ...attack.notTested.map(
      (one, index) => [index === 0 ? 'Not tested' : '', notTestedInWords(one)] as const,
    ),
    ...refusalStatements(released).map((text, index) => [index === 0 ? 'Refused' : '', text] as const),
    ...(released.refusedBreakdowns.length === 0
      ? []
      : [['', 'disclosure.html names their groups and sizes, and what to write'] as const]),
    ...(reconciliation === undefined
      ? []
      : printed(reconciliation).map((text, index) => [index === 0 ? 'Printed' : '', text] as const)),
  ]
}

const count = (value: number, one: string): string => counted(value, one, `${one}s`)

/** How each file was understood, so that a wrong guess shows. */
const readings = ({ submissions }: RunResult): readonly string[] =>
  [submissions.frame, submissions.invitees, ...submissions.responses].flatMap((source) =>
    source === undefined ? [] : [`${source.file}: ${source.reading}`],
  )

const received = ({ account, byFile }: Responses): string =>
  `${count(account.received, 'row')}: ${byFile.map((file) => `${grouped(file.received)} in ${file.file}`).join(', ')}`

const setAside = ({ account }: Responses): readonly string[] =>
  account.setAside.map(({ reason, rows }) => `${count(rows, 'row')}: ${reason}`)

function microdata(report: RunResult['anonymous']['report'], rows: number): string {
  if (rows === 0) return `none: ${report.withoutRows ?? 'no row may leave'}`
  const withheld = [
    ...report.withheld.map(({ question, responses, everywhere }) =>
      everywhere ? `; ${question} left out` : `; answers to ${question} withheld in ${grouped(responses)}`,
    ),
    ...(report.confidential === 0
      ? []
      : [`; ${grouped(report.confidential + report.omitted)} counted and left out for confidentiality`]),
    `; ${percentOf(report.uniques, rows)} per cent like no other in all answers`,
  ].join('')
  if (report.identifying.length === 0) return `${count(rows, 'row')}, with answers only${withheld}`
  const variables = report.identifying.map(({ variable, values, of, merged, blanked }) => {
    const coarse = !merged ? '' : values === 0 ? ' (in no row)' : ` in ${widthInWords(values, of)}`
    return `${variable}${coarse}${blanked > 0 ? ` (blank in ${grouped(blanked)})` : ''}`
  })
  return `${count(rows, 'row')} with ${variables.join(' and ')}; no combination is shared by fewer than ${report.smallestClass}${withheld}`
}

/** How many values a detail has left; where none was lost, one stands together with those who stated none. */
const widthInWords = (values: number, of: number): string =>
  values < of ? `${values} of ${of} values` : 'all values, one of them together with none stated'

const percentOf = (part: number, whole: number): number => Math.round((100 * part) / whole)

const tables = ({ tables: all }: ReleasedTables): string =>
  `${count(all.length, 'table')}, ${count(
    all.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0),
    'figure',
  )}`

/** What protecting the tables took from them. */
function protectionLines({
  protection: { figures, hidden, changed },
  plan,
}: ReleasedTables): readonly string[] {
  const inTables = figures - hidden.refused - hidden.unrounded
  const marked = hidden.base + hidden.derived
  return [
    `${grouped(marked)} of ${count(inTables, 'figure')} in the tables ${marked === 1 ? 'is' : 'are'} hidden`,
    ...(hidden.quality > 0
      ? [
          `${count(hidden.quality, 'figure')} left out for quality: too few answered, and the responses tell as much`,
        ]
      : []),
    ...(plan.rules.rounding > 1
      ? [
          `${count(changed.figures, 'figure')} differ by rounding: percentages by ${changed.meanPercent} points on average, counts by ${changed.meanCount}`,
        ]
      : []),
    ...(hidden.unrounded > 0
      ? [`${count(hidden.unrounded, 'figure')} left out: they cannot be made from rounded counts`]
      : []),
  ]
}

function printed(one: Reconciliation): readonly string[] {
  return [
    `${one.equal} of ${one.figures} figures and ${one.bases - one.differingBases.length} of ${one.bases} bases are equal to those printed`,
    ...one.differing.map(({ table, population, row }) => `Table ${table}, ${population}, ${row}: differs`),
    ...one.differingBases.map(
      ({ table, population, printed: theirs, run }) =>
        `Table ${table}, ${population}: base ${theirs} in print, ${run} here`,
    ),
    ...one.impossible.map(
      ({ table, population, base, possibleBases }) =>
        `Table ${table}, ${population}: impossible in print, no counts of ${base} give these percentages` +
        (possibleBases.length > 0 ? `; ${possibleBases.join(' or ')} would` : ''),
    ),
  ]
}
