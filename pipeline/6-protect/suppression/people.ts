import { BASE, type PlannedQuestion, ROW_CLASS, type Structure } from '../../disclosure/index.ts'
import type { Row, Term } from '../../solver/index.ts'
import { plannedColumns, total } from './columns.ts'
import type { SuppressionInput } from './model.ts'
import { isPrimary } from './primary.ts'

/** Stands where a question would: those who took part, whatever they were asked. */
export const PEOPLE = '#people'

/**
 * How many took part in each cell ties questions that routing does not: whoever is in a population made of answers gave one of
 * them, and everybody who was asked is in a base of all who were. Told of it are the number of responses, response
 * rates, classes of rows, and the bases of all other questions that are not hidden for themselves.
 */
export function peopleRelations(input: SuppressionInput, structure: Structure): readonly Row[] {
  if (!isTied(input, structure)) return []
  const { plan, inner } = input
  const own = new Set(structure.questions.map(({ id }) => id))
  return inner.flatMap(({ crossing, people, questions }, index) => {
    const at = (question: string, cell: number) =>
      structure.column({ question, crossing: index, cells: [cell], row: BASE })
    const sum = (cells: readonly number[], lower: number, upper: number): Row => ({
      lower,
      upper,
      terms: cells.map((cell): Term => [at(PEOPLE, cell), 1]),
    })
    const cellsWhere = (variable: string, label: string): readonly number[] => {
      const place = crossing.variables.indexOf(variable)
      return place < 0
        ? []
        : [...crossing.cells.keys()].filter((cell) => crossing.cells[cell]?.values[place] === label)
    }
    const within = structure.questions.flatMap((question) =>
      [...crossing.cells.keys()].map((cell): Row => {
        const base = questions.get(question.id)?.base[cell] ?? 0
        const everybody =
          base === (people[cell] ?? 0) && (asksAll(question) || isOfAnswers(input, question, index, cell))
        return {
          lower: everybody ? 0 : Number.NEGATIVE_INFINITY,
          upper: 0,
          terms: [
            [at(question.id, cell), 1],
            [at(PEOPLE, cell), -1],
          ],
        }
      }),
    )
    const told = plan.questions.flatMap((question) =>
      own.has(question.id)
        ? []
        : plannedColumns(input, question.id)
            .filter((column) => column.crossing === index && !isPrimary(column, question, plan.rules))
            .map(({ cells }) => {
              const base = total(questions.get(question.id)?.base, cells)
              const all = total(people, cells)
              return sum(cells, base, asksAll(question) && base === all ? all : Number.POSITIVE_INFINITY)
            }),
    )
    const rates = input.rates.flatMap(({ variable, label, others }) => {
      const cells = cellsWhere(variable, label)
      return cells.length === 0 ? [] : [sum(cells, total(people, cells) - others, Number.POSITIVE_INFINITY)]
    })
    const everybody = [...crossing.cells.keys()]
    const classes = [
      ...new Set(crossing.cells.map(({ values }) => values[crossing.variables.indexOf(ROW_CLASS)] ?? '0')),
    ]
      .filter((name) => name !== '0')
      .map((name) => cellsWhere(ROW_CLASS, name))
    const exact = [everybody, ...classes].map((cells) =>
      sum(cells, total(people, cells), total(people, cells)),
    )
    return [...within, ...exact, ...told, ...rates]
  })
}

/** Whether how many took part says anything of these questions: else their sums are left without it. */
function isTied({ plan, rates }: SuppressionInput, { questions }: Structure): boolean {
  return (
    rates.length > 0 ||
    plan.questions.some(asksAll) ||
    plan.populations.some(({ where }) => questions.some(({ id }) => Object.hasOwn(where, id)))
  )
}

/** Whether a base is of all who were asked, and what others know of somebody says whether they were. */
const asksAll = ({ base, askedIf }: PlannedQuestion): boolean => base === 'asked' && askedIf.length === 0

/** Whether everybody in a cell answered a question, for they are in a population made of such answers. */
const isOfAnswers = (
  { plan, inner }: SuppressionInput,
  { id, base }: PlannedQuestion,
  crossing: number,
  cell: number,
): boolean =>
  base !== 'rule' &&
  plan.populations.some(
    (population) =>
      Object.hasOwn(population.where, id) &&
      inner[crossing]?.crossing.cells[cell]?.populations.includes(population.id) === true,
  )
