/** What the published rows say: how many there are of each kind, and what such rows can be. */
import type { Question, World } from '../model.ts'
import type { Release } from '../published.ts'

const NOT_ASKED = '[not asked]'
const NO_REPLY = '[no reply]'
const NOT_RELEASED = '[not released]'
/** What stands for no reply in the name of merged values. */
const NO_REPLY_MERGED = 'no reply'

/** What a row shows of a question: that it was not asked, what was said (nothing: no reply), or nothing at all. */
export type View = 'not asked' | 'withheld' | readonly string[]

export interface Row {
  /** Published variable -> values that its label may stand for; '' is none. */
  readonly labels: Readonly<Record<string, readonly string[]>>
  readonly views: Readonly<Record<string, View>>
  /** The labels as printed. */
  readonly printed: string
}

/** The rows as an intruder reads them, who knows the code lists and how labels are merged. */
export function readRows(world: World, { rows }: Release): readonly Row[] {
  if (rows === undefined) return []
  const place = new Map(rows.columns.map((name, index) => [name, index]))
  const variables = world.variables.filter(({ id }) => place.has(id))
  const meanings = new Map(variables.map((one) => [one.id, meaningsOf(one, rows, place.get(one.id) ?? -1)]))
  return rows.records.map((record) => {
    const cell = (name: string): string => record[place.get(name) ?? -1] ?? ''
    return {
      labels: Object.fromEntries(variables.map(({ id }) => [id, meanings.get(id)?.get(cell(id)) ?? []])),
      printed: JSON.stringify(variables.map(({ id }) => cell(id))),
      views: Object.fromEntries(
        world.questions.flatMap((question) => {
          const names = columnsOf(question, place)
          return names.length === 0 ? [] : [[question.id, viewOf(question, names.map(cell))] as const]
        }),
      ),
    }
  })
}

/** What each label of a column can stand for: "Other (5 values)" is the five that no other label names. */
function meaningsOf(
  variable: World['variables'][number],
  { records }: NonNullable<Release['rows']>,
  column: number,
): ReadonlyMap<string, readonly string[]> {
  const labels = [...new Set(records.map((record) => record[column] ?? ''))]
  const named = new Set(labels.flatMap((label) => (othersIn(label) > 0 ? [] : valuesOf(variable, label))))
  const unnamed = ['', ...variable.values].filter((value) => !named.has(value))
  return new Map(
    labels.map((label) => {
      const others = othersIn(label)
      return [label, others > 0 && others === unnamed.length ? unnamed : valuesOf(variable, label)]
    }),
  )
}

/** How many values a label says it stands for without naming them; 0: it names them. */
const othersIn = (label: string): number => Number(/^Other \((\d+) values\)$/.exec(label)?.[1] ?? 0)

const columnsOf = (
  { id, kind, answers }: Question,
  place: ReadonlyMap<string, number>,
): readonly string[] => {
  const names =
    kind === 'multiple' || kind === 'ranking' ? answers.map((_, index) => `${id}_${index + 1}`) : [id]
  return names.every((name) => place.has(name)) ? names : []
}

function viewOf({ kind, answers }: Question, cells: readonly string[]): View {
  if (cells.some((cell) => cell === NOT_RELEASED)) return 'withheld'
  if (cells.every((cell) => cell === NOT_ASKED)) return 'not asked'
  if (kind === 'multiple') return answers.filter((_, index) => cells[index] === 'true')
  if (kind !== 'ranking') return cells[0] === NO_REPLY ? [] : cells
  const ranked = answers.flatMap((answer, index) => {
    const rank = Number(cells[index])
    return Number.isInteger(rank) && rank > 0 ? [{ answer, rank }] : []
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ answer }) => answer)
}

/** A value, a declared group of values, values merged by name ("North or East"), none, or any at all. */
export function valuesOf(variable: World['variables'][number], label: string): readonly string[] {
  const { values, groups } = variable
  if (label === NOT_RELEASED || othersIn(label) > 0) return ['', ...values]
  if (label === NO_REPLY || label === NO_REPLY_MERGED) return ['']
  if (values.includes(label)) return [label]
  const group = groups[label]
  if (group !== undefined) return group
  const parts = label.split(/,? (?:or|and) |, /)
  const known = parts.flatMap((part) => (part === label ? [] : valuesOf(variable, part.trim())))
  if (known.length === 0) throw new Error(`no value of ${variable.id} is called ${label}`)
  return known
}

/**
 * Rows that nothing visible tells apart but what they answered: printed labels, and what was not asked, but of questions that
 * answers lead to: whom these were for nobody else knows.
 */
export const classKey = ({ questions }: World, { printed, views }: Row): string => {
  const led = new Set(
    questions
      .filter(({ askedIf }) =>
        Object.keys(askedIf ?? {}).some((name) => questions.some(({ id }) => id === name)),
      )
      .map(({ id }) => id),
  )
  const asked = Object.entries(views).flatMap(([id, view]) =>
    led.has(id) ? [] : [[id, view === 'not asked']],
  )
  return JSON.stringify([printed, asked])
}

/** Rows of which everything printed is the same. */
export const recordKey = ({ printed, views }: Row): string => JSON.stringify([printed, views])
