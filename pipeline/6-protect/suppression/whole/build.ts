import {
  type Crossing,
  type PlannedQuestion,
  ROW_CLASS,
  type RowRecord,
  rowsOfQuestion,
} from '../../../disclosure/index.ts'
import { knownEmpty } from '../cells.ts'
import { total } from '../columns.ts'
import { isInRows, sidesIn } from '../in-rows.ts'
import type { SuppressionInput } from '../model.ts'
import { type Holds, partsAbout } from './conditions.ts'
import { fitsOf } from './fits.ts'
import { type Given, givenOf } from './given.ts'
import { type Kind, kindsOf } from './kinds.ts'
import { type Atom, type System, systemOf } from './system.ts'

/** With more kinds of people, or more combinations of them with records, some of what tells them apart is left out. */
const MOST_KINDS = 2_000
const MOST_ATOMS = 4_000

/**
 * The system of these questions over everything that tells people apart: the cells of tables, the answers that conditions are
 * about, the published rows as wholes. Where that is too much, answers are not told apart. Undefined where it is too much
 * all the same, where tables are not counted in one crossing, or rows are too many to be joined.
 */
export function wholeSystem(
  input: SuppressionInput,
  questions: readonly PlannedQuestion[],
): System | undefined {
  const told = classesOf(input, questions)
  return built(input, questions, told) ?? (told.size === 0 ? undefined : built(input, questions, new Map()))
}

function classesOf(
  { conditions }: SuppressionInput,
  questions: readonly PlannedQuestion[],
): ReadonlyMap<string, readonly Given[]> {
  const about = partsAbout(conditions, new Set(questions.map(({ id }) => id)))
  return new Map(
    questions.flatMap((question) => {
      const parts = about.get(question.id)
      const given = parts === undefined ? undefined : givenOf(question, parts)
      return given === undefined ? [] : [[question.id, given] as const]
    }),
  )
}

function built(
  input: SuppressionInput,
  questions: readonly PlannedQuestion[],
  classes: ReadonlyMap<string, readonly Given[]>,
): System | undefined {
  const [only, ...others] = input.inner
  if (only === undefined || others.length > 0) return undefined
  const { crossing } = only
  const records = recordsShown(input, only)
  const sides = sidesIn(input, crossing)
  const side = (question: string, cell: number): Holds => {
    const about = sides.filter((one) => one.questions.includes(question))
    const values = about.map(({ place }) => crossing.cells[cell]?.values[place])
    if (values.includes('false')) return 'no'
    return about.some(({ exact }) => exact.includes(question)) ? 'yes' : 'perhaps'
  }
  const empty = input.plan.questions.flatMap(({ id }) => knownEmpty(input, id)[0] ?? [])
  const cells = [...crossing.cells.keys()].filter((cell) => !empty.every((isEmpty) => isEmpty(cell)))
  const { conditions } = input
  const kinds = kindsOf({ crossing, cells, questions, conditions, classes, side }, MOST_KINDS)
  if (kinds === undefined) return undefined
  const atoms = atomsOf(input, crossing, records, questions, kinds)
  if (atoms === undefined) return undefined
  return systemOf({
    atoms,
    records,
    questions,
    allAsked: new Set(
      questions.filter(({ id, base }) => base === 'asked' && isAllAsked(only, id, kinds)).map(({ id }) => id),
    ),
    asExpected: new Set(questions.filter((question) => isAsExpected(only, question)).map(({ id }) => id)),
  })
}

/** Kinds of whom rows leave are each some of the records that they can be. */
function atomsOf(
  input: SuppressionInput,
  crossing: Crossing,
  records: readonly RowRecord[],
  questions: readonly PlannedQuestion[],
  kinds: readonly Kind[],
): readonly Atom[] | undefined {
  const place = crossing.variables.indexOf(ROW_CLASS)
  const classOf = ({ cell }: Kind) => (place < 0 ? 0 : Number(crossing.cells[cell]?.values[place] ?? 0))
  const byClass = new Map<number, number[]>()
  for (const [index, { rowClass }] of records.entries())
    byClass.set(rowClass, [...(byClass.get(rowClass) ?? []), index])
  const fits = fitsOf(crossing, questions, sidesIn(input, crossing), input.conditions.oneFile)
  const atoms: Atom[] = []
  for (const kind of kinds) {
    const own = classOf(kind)
    if (own === 0) {
      atoms.push({ kind })
      continue
    }
    const able = byClass.get(own)
    if (able === undefined) return undefined
    for (const record of able) {
      const view = records[record]
      if (view !== undefined && fits(view, kind)) atoms.push({ kind, record })
    }
    if (atoms.length > MOST_ATOMS) return undefined
  }
  return atoms
}

type Inner = SuppressionInput['inner'][number]

/** The published rows, those alike in all that they show now once. */
function recordsShown(input: SuppressionInput, { records = [] }: Inner): readonly RowRecord[] {
  const found = new Map<string, RowRecord>()
  for (const { rowClass, views, cells } of records) {
    const shown = new Map([...views].filter(([id]) => isInRows(input, id)))
    const key = JSON.stringify([rowClass, ...shown])
    const alike = found.get(key)
    found.set(key, { rowClass, views: shown, cells: [...(alike?.cells ?? []), ...cells] })
  }
  return [...found.values()]
}

/** Whether everybody in cells of which all were asked is in the base: an answer that is in no code list is in none. */
function isAllAsked({ people, questions }: Inner, id: string, kinds: readonly Kind[]): boolean {
  const perhaps = new Set(kinds.filter(({ asked }) => asked.get(id) !== 'yes').map(({ cell }) => cell))
  const base = questions.get(id)?.base
  return kinds.every(({ cell }) => perhaps.has(cell) || base?.[cell] === people[cell])
}

/** An intruder who takes for granted what respondents did not keep to would find contradictions, or what is not so. */
function isAsExpected({ people, questions }: Inner, question: PlannedQuestion): boolean {
  const counts = questions.get(question.id)
  if (counts === undefined) return false
  const names: (string | null)[] = []
  const number = (_: string, row: string | null): number => {
    if (!names.includes(row)) names.push(row)
    return names.indexOf(row)
  }
  const expected = rowsOfQuestion(question, number).filter(({ holds }) => holds === 'expected')
  return [...people.keys()].every((cell) =>
    expected.every(({ row: { lower, upper, terms } }) => {
      const sum = terms.reduce((all, [column, by]) => {
        const name = names[column] ?? null
        return all + by * total(name === null ? counts.base : counts.rows.get(name), [cell])
      }, 0)
      return sum >= lower && sum <= upper
    }),
  )
}
