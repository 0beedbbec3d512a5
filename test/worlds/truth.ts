/** What is so in a world: who was asked, who is in which base, who stands in which row of a table. */
import { type Condition, NO_REPLY, type Part, type Person, type Question, type World } from './model.ts'

/** The label somebody has for a variable or channel; '' for none. */
export const labelOf = ({ files }: World, person: Person, name: string): string =>
  name === 'channel' ? (files[person.file]?.channel ?? '') : (person.values[name] ?? '')

/** Whether a part holds of labels that were given: one of a variable or of one choice, several of ticks. */
export function partHolds({ how, labels }: Part, given: readonly string[]): boolean {
  if (how === 'answered') return given.length > 0
  if (how === 'any') return labels.some((label) => given.includes(label))
  if (how === 'all') return labels.every((label) => given.includes(label))
  return given.length > 0 && !labels.some((label) => given.includes(label))
}

export const holds = (world: World, person: Person, condition: Condition): boolean =>
  Object.entries(condition).every(([name, part]) => partHolds(part, givenTo(world, person, name)))

function givenTo(world: World, person: Person, name: string): readonly string[] {
  if (world.questions.some(({ id }) => id === name)) return person.said[name] ?? []
  const label = labelOf(world, person, name)
  return label === '' ? [] : [label]
}

export function isAsked(world: World, person: Person, { id, askedIf = {} }: Question): boolean {
  if (world.files[person.file]?.lacks.includes(id) === true) return false
  return holds(world, person, askedIf)
}

export function isInBase(world: World, person: Person, question: Question): boolean {
  const said = person.said[question.id] !== undefined
  if (question.base === 'answered') return said
  if (question.base === 'asked') return isAsked(world, person, question)
  return said && holds(world, person, question.base)
}

/** Whether somebody stands in a row of a question's table; of a ranking the rows are of who ranked it first. */
export function isInRow(world: World, person: Person, question: Question, row: string): boolean {
  if (!isInBase(world, person, question)) return false
  const said = person.said[question.id] ?? []
  if (row === NO_REPLY) return said.length === 0
  const answers = question.nets[row] ?? [row]
  return answers.some((answer) => (question.kind === 'ranking' ? said[0] === answer : said.includes(answer)))
}

export const isInPopulation = (world: World, person: Person, id: string): boolean =>
  holds(world, person, world.populations.find((one) => one.id === id)?.where ?? {})
