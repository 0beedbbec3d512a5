/** Small releases made by hand, each with one thing in it that an intruder must find, or must not. */
import type { Part, Person, Population, Question, World } from './model.ts'
import type { Figure, Members, Release } from './published.ts'
import { isInBase, isInPopulation, isInRow, labelOf } from './truth.ts'

const ONE: Question = {
  id: 'q1',
  kind: 'single',
  answers: ['Yes', 'No', 'Perhaps'],
  bands: [],
  base: 'answered',
  nets: {},
  statistics: ['count'],
  decimals: 1,
  scores: {},
}

/** A question of this kind, else as plain as can be. */
export const asked = (id: string, rest: Partial<Question> = {}): Question => ({ ...ONE, id, ...rest })

export const any = (...labels: readonly string[]): Part => ({ how: 'any', labels })

/** So many people alike. */
export const people = (
  count: number,
  values: Readonly<Record<string, string>>,
  said: Person['said'],
): readonly Person[] => Array.from({ length: count }, () => ({ file: 0, values, said, numbers: {} }))

export const planted = (
  questions: readonly Question[],
  those: readonly (readonly Person[])[],
  populations: readonly Population[] = [{ id: 'everybody' }],
): World => ({
  seed: 1,
  family: 'planted',
  variables: [{ id: 'ward', values: ['North', 'South', 'East'], groups: {} }],
  files: [{ channel: 'Online', lacks: [] }],
  questions,
  populations,
  breakdowns: [],
  publish: [],
  profile: 'consultation',
  stated: {},
  rules: {
    minimum_class: 5,
    minimum_base: 5,
    unanimity_below: 8,
    small_counts: 0,
    values_left: 3,
    rounding: 1,
    microdata: false,
  },
  people: those.flat(),
})

export const EVERYBODY: Members = { populations: [], without: [], values: {} }
export const ward = (...labels: readonly string[]): Members => ({ ...EVERYBODY, values: { ward: labels } })
export const population = (id: string): Members => ({ ...EVERYBODY, populations: [id] })

/** Counts of a question in these groups, as a table without anything hidden would show them. */
export function shown(
  world: World,
  id: string,
  groups: readonly Members[],
  rows?: readonly string[],
): readonly Figure[] {
  const question = world.questions.find((one) => one.id === id) ?? ONE
  const all = [
    ...question.answers,
    ...(question.base === 'asked' ? ['No reply'] : []),
    ...Object.keys(question.nets),
  ]
  return groups.flatMap((members) => {
    const inside = world.people.filter((person) => belongs(world, person, members))
    const base = inside.filter((person) => isInBase(world, person, question)).length
    return (rows ?? all).map((row) => ({
      table: id,
      question: id,
      members,
      row,
      statistic: 'count',
      value: inside.filter((person) => isInRow(world, person, question, row)).length,
      status: '',
      base,
      decimals: 0,
    }))
  })
}

const belongs = (world: World, person: Person, { populations, without, values }: Members): boolean =>
  populations.every((id) => isInPopulation(world, person, id)) &&
  !without.some((id) => isInPopulation(world, person, id)) &&
  Object.entries(values).every(([name, labels]) => labels.includes(labelOf(world, person, name)))

export const releaseOf = (...figures: readonly (readonly Figure[])[]): Release => ({
  figures: figures.flat(),
  roundedWithin: 0,
  rounding: 1,
})
