import { BASE, type PlannedQuestion, ROW_CLASS, type Structure } from '../../disclosure/index.ts'
import type { Row } from '../../solver/index.ts'
import { plannedColumns, total } from './columns.ts'
import type { SuppressionInput } from './model.ts'
import { isPrimary } from './primary.ts'

/** Some cells of a crossing, and how many people can be in them for one who sees what is published. */
interface Margin {
  readonly cells: readonly number[]
  readonly least: number
  readonly most: number
}

type Inner = SuppressionInput['inner'][number]

const INFINITE = Number.POSITIVE_INFINITY

/**
 * How many took part ties questions that routing does not: nobody answered who is not there, whoever is in a population made of
 * answers gave one of them, and everybody who was asked is in a base of all who were. Told of it are the number of
 * responses, response rates, classes of rows, and the bases of all other questions that are not hidden for themselves.
 */
export function peopleRelations(input: SuppressionInput, structure: Structure): readonly Row[] {
  return input.inner.flatMap((inner, crossing) => {
    const margins = marginsOf(input, structure, inner, crossing)
    return structure.questions.flatMap((question) => {
      const everybody = everybodyIn(input, question, inner)
      const answered = total(inner.questions.get(question.id)?.base, [...inner.crossing.cells.keys()])
      return margins.flatMap(({ cells, least, most }): readonly Row[] => {
        const lower = least > 0 && cells.every(everybody) ? least : Number.NEGATIVE_INFINITY
        // Where fewer than that answered in all, it says nothing.
        if (lower < 0 && most >= answered) return []
        const column = structure.column({ question: question.id, crossing, cells, row: BASE })
        return [{ lower, upper: most, terms: [[column, 1]] }]
      })
    })
  })
}

/** What the number of responses and response rates tell. */
export const peopleTold = (
  { rates }: Pick<SuppressionInput, 'rates'>,
  { crossing, people }: Pick<Inner, 'crossing' | 'people'>,
): readonly Margin[] => [
  exactly(people, [...crossing.cells.keys()]),
  ...rates.map(({ variable, label, others }): Margin => {
    const cells = cellsWhere(crossing, variable, label)
    return { cells, least: total(people, cells) - others, most: INFINITE }
  }),
]

function exactly(people: readonly number[], cells: readonly number[]): Margin {
  const there = total(people, cells)
  return { cells, least: there, most: there }
}

/** What is told of how many people are in cells of a crossing; the same cells once. */
function marginsOf(
  input: SuppressionInput,
  structure: Structure,
  { crossing, people, questions }: Inner,
  index: number,
): readonly Margin[] {
  const { plan } = input
  const all = [...crossing.cells.keys()]
  const classes = crossing.variables.includes(ROW_CLASS) ? valuesOf(crossing, ROW_CLASS) : []
  const own = new Set(structure.questions.map(({ id }) => id))
  const bases = plan.questions
    .filter(({ id }) => !own.has(id))
    .flatMap((question) =>
      plannedColumns(input, question.id)
        .filter((column) => column.crossing === index && !isPrimary(column, question, plan.rules))
        .map(({ cells }): Margin => {
          const least = total(questions.get(question.id)?.base, cells)
          const there = total(people, cells)
          return { cells, least, most: asksAll(question) && least === there ? there : INFINITE }
        }),
    )
  const told = [
    ...peopleTold(input, { crossing, people }),
    ...classes
      .filter((name) => name !== '0')
      .map((name) => exactly(people, cellsWhere(crossing, ROW_CLASS, name))),
    ...bases,
  ]
  // Where at least so many are among some, at most the others are among the rest.
  const rests = told.map(({ cells, least, most }): Margin => {
    const inside = new Set(cells)
    const everybody = total(people, all)
    const cellsLeft = all.filter((cell) => !inside.has(cell))
    return { cells: cellsLeft, least: most === INFINITE ? 0 : everybody - most, most: everybody - least }
  })
  return merged([...told, ...rests])
}

function merged(margins: readonly Margin[]): readonly Margin[] {
  const found = new Map<string, Margin>()
  for (const one of margins) {
    if (one.cells.length === 0) continue
    const key = one.cells.join()
    const known = found.get(key) ?? { ...one, least: 0, most: INFINITE }
    found.set(key, {
      ...known,
      least: Math.max(known.least, one.least),
      most: Math.min(known.most, one.most),
    })
  }
  return [...found.values()]
}

const cellsWhere = ({ variables, cells }: Inner['crossing'], variable: string, label: string) => {
  const place = variables.indexOf(variable)
  return place < 0 ? [] : [...cells.keys()].filter((cell) => cells[cell]?.values[place] === label)
}

const valuesOf = ({ variables, cells }: Inner['crossing'], variable: string): readonly string[] => [
  ...new Set(cells.map(({ values }) => values[variables.indexOf(variable)] ?? '')),
]

/** Whether a base is of all who were asked, and what others know of somebody says whether they were. */
const asksAll = ({ base, askedIf }: PlannedQuestion): boolean => base === 'asked' && askedIf.length === 0

/** Tells of cells that everybody in them is in the base: all who were asked are, and all who are known by their answer to it. */
function everybodyIn(
  { plan }: SuppressionInput,
  question: PlannedQuestion,
  { crossing, people, questions }: Inner,
): (cell: number) => boolean {
  const base = questions.get(question.id)?.base ?? []
  const made = plan.populations.filter(({ where }) => Object.hasOwn(where, question.id)).map(({ id }) => id)
  const isOfAnswers = (cell: number) =>
    question.base !== 'rule' && made.some((id) => crossing.cells[cell]?.populations.includes(id) === true)
  return (cell) => base[cell] === people[cell] && (asksAll(question) || isOfAnswers(cell))
}
