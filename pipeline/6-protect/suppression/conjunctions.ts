import { populationsMadeOf, ROW_CLASS } from '../../disclosure/index.ts'
import { knownEmpty } from './cells.ts'
import { total } from './columns.ts'
import type { ImpliedGroup } from './implied.ts'
import type { SuppressionInput } from './model.ts'

/** Looks at cells, all conditions together, that may be spent on a crossing: with more, fewer conditions are joined. */
const MOST_LOOKS = 4_000_000

/**
 * The groups of fewer than `below` people who answered that somebody can point at by up to three things others can know: values
 * of variables, who is in a population or not, and which class of the published rows their row is in. Nothing need follow of them from any sum of columns, but bounds may
 * hold them all the same (the model of disclosure control, 3.3).
 */
export const conjunctionsOf = (
  input: SuppressionInput,
  question: string,
  below: number,
): readonly ImpliedGroup[] =>
  pointedIn(input, question, below, ({ conditions, possible }) =>
    joined(conditions, depthFor(conditions.length, possible.length)),
  )

/**
 * The same of some wholes that a table shows as one column, such as its hidden groups together: all in one, and those of them of
 * whom one more condition holds or does not.
 */
export const conjunctionsWithin = (
  input: SuppressionInput,
  question: string,
  below: number,
  wholes: readonly Pick<ImpliedGroup, 'crossing' | 'cells'>[],
): readonly ImpliedGroup[] =>
  wholes.length === 0
    ? []
    : pointedIn(input, question, below, ({ crossing, conditions, possible }) =>
        wholes
          .filter((whole) => whole.crossing === crossing)
          .flatMap(({ cells }) => {
            const whole: Condition = { name: 'hidden groups together', on: '', cells, inside: new Set(cells) }
            const without = conditions.map((one): Condition => {
              const own = possible.filter((cell) => !one.inside.has(cell))
              return { name: `not ${one.name}`, on: one.on, cells: own, inside: new Set(own), isNot: true }
            })
            return [[whole], ...[...conditions, ...without].map((one) => [whole, one])]
          }),
      )

interface Told {
  readonly crossing: number
  readonly conditions: readonly Condition[]
  readonly possible: readonly number[]
}

/** Groups of fewer than `below` people, each by some conditions that hold together. */
function pointedIn(
  input: SuppressionInput,
  question: string,
  below: number,
  choices: (told: Told) => Iterable<readonly Condition[]>,
): readonly ImpliedGroup[] {
  const isEmpty = knownEmpty(input, question)
  return input.inner.flatMap(({ crossing: { cells, variables }, questions }, crossing) => {
    const people = questions.get(question)?.base
    const possible = [...cells.keys()].filter((cell) => isEmpty[crossing]?.(cell) !== true)
    const conditions = conditionsOf(input, question, cells, variables, possible)
    const found = new Map<string, ImpliedGroup>()
    for (const those of choices({ crossing, conditions, possible })) {
      const [first, ...others] = those
      const own = (first?.cells ?? []).filter((cell) => others.every((one) => one.inside.has(cell)))
      const size = total(people, own)
      if (size < 1 || size >= below) continue
      const pointable = those.some(({ isNot }) => isNot === true)
      const key = `${pointable} ${own.join()}`
      const group: ImpliedGroup = {
        crossing,
        cells: own,
        description: those.map(({ name }) => name).join(' and '),
        from: [],
        ...(pointable ? { pointable } : {}),
      }
      if (!found.has(key)) found.set(key, group)
    }
    return [...found.values()]
  })
}

interface Condition {
  readonly name: string
  /** What it is a condition on: two on the same are not joined. */
  readonly on: string
  readonly cells: readonly number[]
  readonly inside: ReadonlySet<number>
  readonly isNot?: true
}

function conditionsOf(
  { plan }: SuppressionInput,
  question: string,
  cells: SuppressionInput['inner'][number]['crossing']['cells'],
  variables: readonly string[],
  possible: readonly number[],
): readonly Condition[] {
  const condition = (name: string, on: string, holds: (cell: number) => boolean): Condition => {
    const own = possible.filter(holds)
    return { name, on, cells: own, inside: new Set(own) }
  }
  const values = variables.flatMap((variable, place) => {
    // Which class of rows somebody is in follows from what others know of them; nobody knows whose row is in none.
    const labels = [...new Set(possible.map((cell) => cells[cell]?.values[place] ?? ''))]
      .filter((label) => variable !== ROW_CLASS || label !== '0')
      .sort()
    return labels.map((label) =>
      condition(`${variable}: ${label}`, variable, (cell) => cells[cell]?.values[place] === label),
    )
  })
  const made = populationsMadeOf(plan, question)
  const populations = plan.populations.flatMap(({ id }) => {
    if (made.has(id)) return []
    const isIn = (cell: number) => cells[cell]?.populations.includes(id) === true
    return [condition(id, `#${id}`, isIn), condition(`not ${id}`, `#${id}`, (cell) => !isIn(cell))]
  })
  // What holds of all, or of nobody, tells nobody apart.
  return [...values, ...populations].filter(
    (one) => one.cells.length > 0 && one.cells.length < possible.length,
  )
}

function depthFor(conditions: number, cells: number): 1 | 2 | 3 {
  const looks = (joins: number) => (conditions ** joins * cells) / (joins === 3 ? 6 : 2)
  if (looks(3) <= MOST_LOOKS) return 3
  return looks(2) <= MOST_LOOKS ? 2 : 1
}

/** Every one, two and, to that depth, three of some conditions on different things. */
function* joined(conditions: readonly Condition[], depth: 1 | 2 | 3): Generator<readonly Condition[]> {
  for (const [at, first] of conditions.entries()) {
    yield [first]
    for (const [next, second] of depth < 2 ? [] : conditions.slice(at + 1).entries()) {
      if (second.on === first.on) continue
      yield [first, second]
      if (depth < 3) continue
      for (const third of conditions.slice(at + next + 2))
        if (third.on !== first.on && third.on !== second.on) yield [first, second, third]
    }
  }
}
