import { NOTHING, type ReleasedTables } from '../../artefacts.ts'
import type { Definition } from '../../definition/index.ts'
import { type ReleasedTable, type Shown, shownIn } from './columns.ts'
import type { Phrases } from './phrases.ts'
import { type Asked, askedIn } from './question.ts'
import { type Difference, isTrue, points } from './real.ts'
import { rowsOf } from './rows.ts'
import { MOST_DIFFERENCES } from './rules.ts'
import type { Told } from './told.ts'
import { groupIn, whoIn } from './who.ts'

/** A real difference, said on its own, and said after the sentence about the first population. */
export interface RealDifference {
  readonly sentence: Told
  readonly after: Told
  readonly asked: Asked
  readonly points: number
}

/**
 * Real differences between the groups of a table: between the first population and each other one, or between any two
 * groups of a breakdown, of which each row tells the two furthest apart. The row that most respondents are in comes
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
  const pairs = pairsOf(table, groups)
  const candidates = candidatesOf(say, asked, pairs)
  const real = candidates.filter((one) => isTrue(definition, tables, table, one, candidates.length))
  const rows = rowsOf(say, asked, first).map(({ label }) => label)
  // Of two rows one says what the other says.
  const most = rows.length === 2 ? 1 : MOST_DIFFERENCES
  return furthest(real, rows[0])
    .slice(0, most)
    .map((difference) => {
      const { sentence, after } = said(definition, say, table, difference, difference.row === rows[0])
      const told = definition.weighting === undefined ? sentence : say.weighted(sentence)
      return { sentence: told, after, asked, points: points(difference) }
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
  return { sentence, after: isTop ? say.differs(!isHigher, who(other).all, second) : sentence }
}

/** Who gave no reply, or whose value is not released, are no group of people. */
const isKnown = (values: Readonly<Record<string, string>>): boolean =>
  !Object.values(values).some((value) => (Object.values(NOTHING) as readonly string[]).includes(value))

function pairsOf({ kind }: ReleasedTable, groups: readonly Shown[]): readonly (readonly [Shown, Shown])[] {
  const [first, ...others] = groups
  if (first === undefined) return []
  if (kind !== 'breakdown') return others.map((other) => [first, other])
  return groups.flatMap((one, index) => groups.slice(index + 1).map((other) => [one, other] as const))
}

function candidatesOf(
  say: Phrases,
  asked: Asked,
  pairs: readonly (readonly [Shown, Shown])[],
): readonly Difference[] {
  return pairs.flatMap(([one, other]) => {
    const did = new Map(
      [one, other].flatMap((shown) => rowsOf(say, asked, shown).map((row) => [row.label, row.did])),
    )
    return [...did].flatMap(([row, what]) => {
      const [first, second] = [one.figure(row, 'percent'), other.figure(row, 'percent')]
      return first === undefined || second === undefined
        ? []
        : [{ one, other, row, did: what, figures: [first, second] as const }]
    })
  })
}

/** Of each row the largest difference; that of the first row first, then the largest. */
function furthest(differences: readonly Difference[], first: string | undefined): readonly Difference[] {
  const size = (one: Difference) => points(one) + (one.row === first ? 100 : 0)
  const sorted = [...differences].sort((a, b) => size(b) - size(a))
  return sorted.filter(({ row }, index) => sorted.findIndex((other) => other.row === row) === index)
}
