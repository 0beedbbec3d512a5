import type { Figure, Table } from '../artefacts.ts'
import type { Question } from '../definition/index.ts'
import { answerRows, baseSql } from './answers.ts'
import { countQuestion } from './count-question.ts'
import { compareShares, holm } from './estimation/index.ts'
import { estimateFigure } from './figure.ts'
import type { Group } from './groups.ts'
import type { Tabulation } from './question-table.ts'
import { withWorktable } from './worktable.ts'

/** More groups than this are compared with all others together, not each with each. */
const MOST_PAIRED = 6

/** Two groups to be compared; `base` SQL conditions of who is in each. */
interface Pair {
  readonly id: string
  readonly title: string
  readonly among: readonly string[]
  readonly one: string
  readonly other: string
}

/**
 * Whether the columns of a question's table differ: for each pair of groups and each row the difference of
 * their shares in percentage points, its standard error, and the p-value of the Wald test of the
 * linearised difference, which allows for overlap of the groups and for the sample design; p-values
 * are adjusted for all tests of the table (Holm 1979). Nothing where there is but one group.
 */
export async function comparisonTable(
  tabulation: Tabulation,
  question: Question,
  groups: readonly Group[],
): Promise<Table<Figure> | undefined> {
  const { engine, definition, relation, design, tableOf } = tabulation
  const pairs = pairsOf(groups)
  if (pairs.length === 0) return undefined
  const base = baseSql(question)
  const rows = answerRows(question)
  const columns = [
    ...pairs.flatMap(({ one, other }, pair) => [
      { name: `one${pair}`, sql: `(${one}) AND (${base})` },
      { name: `other${pair}`, sql: `(${other}) AND (${base})` },
    ]),
    ...rows.map(({ holds }, row) => ({ name: `r${row}`, sql: holds })),
  ]
  const tests = await withWorktable(tabulation, columns, (worktable) =>
    compareShares(
      engine,
      worktable,
      design,
      pairs.flatMap((_, pair) =>
        rows.map((__, row) => ({
          one: { member: `one${pair}` },
          other: { member: `other${pair}` },
          value: `r${row}`,
        })),
      ),
    ),
  )
  const adjusted = adjust(tests.map((test) => test?.pValue))
  const sizes = await countQuestion(
    engine,
    relation,
    base,
    [],
    pairs.flatMap(({ one, other }) => [one, other].map((member) => ({ member }))),
  )
  const { decimals } = definition.reporting
  const least = (pair: number) => Math.min(sizes[2 * pair]?.base ?? 0, sizes[2 * pair + 1]?.base ?? 0)
  return {
    id: `${tableOf.get(question.id) ?? question.id}_differences`,
    title: `${question.text} (differences between groups)`,
    kind: 'question',
    question: question.id,
    columns: pairs.flatMap(({ id, title, among }, pair) =>
      COLUMNS.map(({ statistic, digits }) => ({
        population: id,
        title,
        statistic,
        base: least(pair),
        baseDescription: '',
        decimals: digits ?? decimals + 1,
        among,
      })),
    ),
    rows: rows.map(({ label }, row) => ({
      label,
      cells: pairs.flatMap((_, pair) => {
        const place = pair * rows.length + row
        const test = tests[place]
        const figure = (value: number | undefined, digits: number): Figure =>
          estimateFigure(least(pair) === 0 ? undefined : value, least(pair), digits)
        return [
          figure(test === undefined ? undefined : 100 * test.difference, decimals + 1),
          figure(test?.standardError === undefined ? undefined : 100 * test.standardError, decimals + 1),
          figure(adjusted[place], 4),
        ]
      }),
    })),
    notes: [
      'Differences are in percentage points. Each is tested with a Wald test on its linearised standard error, which allows for respondents who are in both groups; p-values are adjusted for the number of tests in this table by the method of Holm.',
    ],
  }
}

const COLUMNS: readonly { readonly statistic: string; readonly digits?: number }[] = [
  { statistic: 'difference' },
  { statistic: 'difference_standard_error' },
  { statistic: 'p_value', digits: 4 },
]

function pairsOf(groups: readonly Group[]): readonly Pair[] {
  if (groups.length < 2) return []
  if (groups.length <= MOST_PAIRED) {
    return groups.flatMap((one, index) =>
      groups.slice(index + 1).map((other) => ({
        id: `${one.population.id} / ${other.population.id}`,
        title: `${one.population.title} less ${other.population.title}`,
        among: [one.population.id, other.population.id],
        one: one.member,
        other: other.member,
      })),
    )
  }
  const anyone = groups.map(({ member }) => `(${member})`).join(' OR ')
  return groups.map(({ population, member }) => ({
    id: `${population.id} / others`,
    title: `${population.title} less the others`,
    among: [population.id],
    one: member,
    other: `(${anyone}) AND NOT (${member})`,
  }))
}

/** Adjusts the p-values that there are; tests that could not be made stay without. */
function adjust(values: readonly (number | undefined)[]): readonly (number | undefined)[] {
  const there = values.flatMap((value, index) => (value === undefined ? [] : [{ value, index }]))
  const adjusted = holm(there.map(({ value }) => value))
  const result: (number | undefined)[] = values.map(() => undefined)
  for (const [place, { index }] of there.entries()) result[index] = adjusted[place]
  return result
}
