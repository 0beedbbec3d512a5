import type { ConditionPart, Id } from '../../../definition/index.ts'
import { type Crossing, type PlannedQuestion, partHolds, ROW_CLASS } from '../../../disclosure/index.ts'
import { type Conditions, type Holds, holds, partKey } from './conditions.ts'
import type { Given } from './given.ts'

/** People alike in the cell they are in and in all that conditions are about. */
export interface Kind {
  readonly cell: number
  /** Question that conditions are about -> what they said to it. */
  readonly given: ReadonlyMap<Id, Given>
  /** Question -> whether they were asked. */
  readonly asked: ReadonlyMap<Id, Holds>
  /** Question -> whether those of them who answered are in the base. */
  readonly counted: ReadonlyMap<Id, Holds>
}

export interface KindsOf {
  readonly crossing: Crossing
  readonly cells: readonly number[]
  readonly questions: readonly PlannedQuestion[]
  readonly conditions: Conditions
  readonly classes: ReadonlyMap<Id, readonly Given[]>
  /** What details and files say of who was asked a question in a cell. */
  readonly side: (question: Id, cell: number) => Holds
}

/** The kinds that can occur in some cells, by the rules alone; undefined where there are more than `most`. */
export function kindsOf(input: KindsOf, most: number): readonly Kind[] | undefined {
  const kinds: Kind[] = []
  for (const cell of input.cells) {
    let states: readonly Kind[] = [{ cell, given: new Map(), asked: new Map(), counted: new Map() }]
    // In the order of the questionnaire, for each may be asked by what was said before.
    for (const question of input.questions)
      states = states.flatMap((state) => answered(input, question, state))
    for (const state of states) {
      const whole = { ...state, counted: countedIn(input, state) }
      if (isMember(input, whole)) kinds.push(whole)
    }
    if (kinds.length > most) return undefined
  }
  return kinds
}

function answered(input: KindsOf, { id }: PlannedQuestion, state: Kind): readonly Kind[] {
  const { conditions, classes, side } = input
  const own = conditions.of.get(id)?.asked ?? {}
  const bySide = side(id, state.cell)
  const byAnswers = holds(own, knownIn(input, state, bySide === 'yes'))
  const asked: Holds = byAnswers === 'no' || bySide === 'no' ? 'no' : byAnswers
  const next = { ...state, asked: new Map([...state.asked, [id, asked]]) }
  return (classes.get(id) ?? [undefined]).flatMap((given): readonly Kind[] => {
    if (given === undefined) return [next]
    if (asked === 'no' && !given.silent) return []
    return [{ ...next, given: new Map([...state.given, [id, given]]) }]
  })
}

const countedIn = (input: KindsOf, state: Kind): ReadonlyMap<Id, Holds> =>
  new Map(
    input.questions.map(({ id }) => [
      id,
      holds(input.conditions.of.get(id)?.rule ?? {}, knownIn(input, state, false)),
    ]),
  )

/** Whether these answers and details make the populations that the cell is in, and no others. */
function isMember(input: KindsOf, state: Kind): boolean {
  const { crossing, conditions } = input
  const inside = crossing.cells[state.cell]?.populations ?? []
  const known = knownIn(input, state, false)
  return crossing.populations.every((id) => {
    const held = holds(conditions.populations.get(id) ?? {}, known)
    return inside.includes(id) ? held !== 'no' : held !== 'yes'
  })
}

/** What is known of parts of conditions: of answers that are told apart, of details that the cell has. */
function knownIn(
  { crossing, classes, questions }: KindsOf,
  { cell, given }: Kind,
  sideHolds: boolean,
): (name: Id, part: ConditionPart) => boolean | undefined {
  return (name, part) => {
    if (classes.has(name)) return given.get(name)?.holding.has(partKey(part)) ?? undefined
    if (questions.some(({ id }) => id === name)) return undefined
    const place = crossing.variables.indexOf(name)
    if (place >= 0 && name !== ROW_CLASS) return partHolds(part, crossing.cells[cell]?.values[place] ?? '')
    return sideHolds ? true : undefined
  }
}
