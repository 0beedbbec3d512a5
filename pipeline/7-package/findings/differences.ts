import { NOTHING, type ReleasedTables } from '../../artefacts.ts'
import type { Definition } from '../../definition/index.ts'
import { type Printed, type ReleasedTable, type Shown, shownIn } from './columns.ts'
import type { Phrases } from './phrases.ts'
import { type Asked, askedIn } from './question.ts'
import { type Difference, judge, points } from './real.ts'
import { rowsOf } from './rows.ts'
import { MOST_DIFFERENCES } from './rules.ts'
import type { Told } from './told.ts'
import { groupIn, whoIn } from './who.ts'

/** A real difference, said on its own, and said after the sentence about the first population. */
export interface RealDifference {
  readonly sentence: Told
  readonly after: Told
  /** Whom the first population, or another group, is compared with. */
  readonly other: Shown
  readonly asked: Asked
  readonly points: number
}

/**
 * Real differences between the groups of a table: between the first population and each other one, or between two
 * groups of a breakdown, of which each row tells those furthest apart. The row that most respondents are in comes
 * first, then the largest difference.
 */
export function differencesIn(
  definition: Definition,
  say: Phrases,
  { tables }: ReleasedTables,
  table: ReleasedTable,
): readonly RealDifference[] {
  const asked = askedIn(definition, table)
  const groups = shownIn(table).filter(({ column }) => isKnown(column.group?.values ?? {}))
  const [first] = groups
  if (asked === undefined || first === undefined || groups.length < 2) return []
  // A row that nobody in one group is in may be told of another.
  const did = new Map(
    groups.flatMap((shown) => rowsOf(say, asked, shown).map((row) => [row.label, row.did] as const)),
  )
  const isBreakdown = table.kind === 'breakdown'
  // Of a banner only groups of one variable are compared: those of others overlap.
  const comparable = isBreakdown ? byVariable(groups) : [groups]
  const pairs = comparable.reduce(
    (sum, { length }) => sum + (isBreakdown ? (length * (length - 1)) / 2 : length - 1),
    0,
  )
  const real = [...did]
    .flatMap(([row, what]) =>
      comparable.flatMap((some) => (isBreakdown ? extremes : withFirst)(some, row, what)),
    )
    .filter(judge(definition, tables, table, pairs * did.size))
  const rows = rowsOf(say, asked, first).map(({ label }) => label)
  // Of two rows one says what the other says.
  const most = rows.length === 2 ? 1 : MOST_DIFFERENCES
  return furthest(real, rows[0])
    .slice(0, most)
    .map((difference) => {
      const { sentence, after } = said(definition, say, table, difference, difference.row === rows[0])
      const told = definition.weighting === undefined ? sentence : say.weighted(sentence)
      return { sentence: told, after, other: difference.other, asked, points: points(difference) }
    })
}

function said(
  definition: Definition,
  say: Phrases,
  { kind }: ReleasedTable,
  { one, other, did, figures: [first, second] }: Difference,
  isTop: boolean,
): { readonly sentence: Told; readonly after: Told } {
  const who = (shown: Shown) => whoIn(definition, shown)
  if (kind === 'breakdown') {
    const [[more, high], [less, low]] =
      first.value > second.value
        ? ([
            [one, first],
            [other, second],
          ] as const)
        : ([
            [other, second],
            [one, first],
          ] as const)
    const sentence = say.compared(true, who(more).some, high, groupIn(definition, less), low, did)
    return { sentence, after: sentence }
  }
  const isHigher = first.value > second.value
  const sentence = say.compared(isHigher, who(one).some, first, who(other).all, second, did)
  return { sentence, after: isTop ? say.differs(!isHigher, who(other).all, second, did) : sentence }
}

/** Who gave no reply, or whose value is not released, are no group of people. */
const isKnown = (values: Readonly<Record<string, string | readonly string[]>>): boolean =>
  !Object.values(values)
    .flat()
    .some((value) => (Object.values(NOTHING) as readonly string[]).includes(value))

/** Groups that are told apart by the same variables; those that are told by none are all respondents, or a population. */
function byVariable(groups: readonly Shown[]): readonly (readonly Shown[])[] {
  const alike = new Map<string, Shown[]>()
  for (const shown of groups) {
    const variables = Object.keys(shown.column.group?.values ?? {}).join('\n')
    if (variables !== '') alike.set(variables, [...(alike.get(variables) ?? []), shown])
  }
  return [...alike.values()]
}

/** The first population with each other one. */
function withFirst(groups: readonly Shown[], row: string, did: string): readonly Difference[] {
  const [first, ...others] = seen(groups, row)
  if (first === undefined || first.shown !== groups[0]) return []
  return others.map((other) => between(first, other, row, did))
}

/** So many groups of a breakdown at either end are compared; the test counts the pairs of all, for these are chosen. */
const ENDS = 3

/** The lowest groups of a row with the highest, each pair in the order of the table. */
function extremes(groups: readonly Shown[], row: string, did: string): readonly Difference[] {
  const all = seen(groups, row)
  const sorted = [...all].sort((a, b) => a.figure.value - b.figure.value)
  const ends = new Set([...sorted.slice(0, ENDS), ...sorted.slice(-ENDS)])
  const chosen = all.filter((one) => ends.has(one))
  return chosen.flatMap((one, index) => chosen.slice(index + 1).map((other) => between(one, other, row, did)))
}

interface Seen {
  readonly shown: Shown
  readonly figure: Printed
}

const seen = (groups: readonly Shown[], row: string): readonly Seen[] =>
  groups.flatMap((shown) => {
    const figure = shown.figure(row, 'percent')
    return figure === undefined ? [] : [{ shown, figure }]
  })

const between = (one: Seen, other: Seen, row: string, did: string): Difference => ({
  ...{ one: one.shown, other: other.shown, row, did, figures: [one.figure, other.figure] },
})

/** Of each row the largest difference; that of the first row first, then the largest. */
function furthest(differences: readonly Difference[], first: string | undefined): readonly Difference[] {
  const size = (one: Difference) => points(one) + (one.row === first ? 100 : 0)
  const sorted = [...differences].sort((a, b) => size(b) - size(a))
  return sorted.filter(({ row }, index) => sorted.findIndex((other) => other.row === row) === index)
}
