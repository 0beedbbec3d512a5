import type { Person, Question } from '../model.ts'
import type { Atoms } from './atoms.ts'
import type { Fact } from './lp.ts'
import { patternOf } from './space.ts'
import type { System } from './system.ts'

/** The true people as a solution, to begin with; the judge's, and checked against every fact. */
export function trueValues(
  { space, atoms, groups, ofCell }: Atoms,
  unknowns: System['unknowns'],
  peopleOf: readonly number[],
  columns: number,
  facts: readonly Fact[],
): Float64Array | undefined {
  const values = new Float64Array(columns)
  const left = groups.map(({ rows }) => {
    const keys = new Map<string, number>()
    for (const row of rows)
      keys.set(seen(space.questions, row.views), (keys.get(seen(space.questions, row.views)) ?? 0) + 1)
    return keys
  })
  for (const [index, person] of space.world.people.entries()) {
    const cell = space.people[index] ?? -1
    const own = atomOfPerson(person, cell)
    if (own === undefined) return undefined
    values[peopleOf[own] ?? 0] = (values[peopleOf[own] ?? 0] ?? 0) + 1
    for (const [id, of] of unknowns) {
      const pattern = patternOf(space, id, person.said[id] ?? [])
      const unknown = of[own]?.find(({ patterns }) => patterns.includes(pattern))
      if (unknown === undefined) return undefined
      if (unknown.column !== peopleOf[own]) values[unknown.column] = (values[unknown.column] ?? 0) + 1
    }
  }
  const isSolution = facts.every(({ terms, least, most }) => {
    let sum = 0
    for (const [column, by] of terms) sum += by * (values[column] ?? 0)
    return sum >= least - 1e-6 && sum <= most + 1e-6
  })
  return isSolution ? values : undefined

  function atomOfPerson(person: Person, cell: number): number | undefined {
    const own = ofCell[cell] ?? []
    const matching = own.find((atom) => {
      const group = atoms[atom]?.group ?? -1
      if (group < 0) return own.length === 1
      const key = [...(left[group]?.keys() ?? [])].find((one) =>
        fits(space, person, one, left[group]?.get(one) ?? 0),
      )
      if (key === undefined) return false
      left[group]?.set(key, (left[group]?.get(key) ?? 0) - 1)
      return true
    })
    return matching ?? own.find((atom) => atoms[atom]?.group === -1)
  }
}

const seen = (questions: readonly Question[], views: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(questions.map(({ id }) => views[id]))

function fits({ questions }: Atoms['space'], { said }: Person, key: string, left: number): boolean {
  if (left <= 0) return false
  const views: readonly unknown[] = JSON.parse(key)
  return questions.every(({ id }, index) => {
    const view = views[index]
    if (view === null || view === undefined || view === 'withheld') return true
    return JSON.stringify(view === 'not asked' ? [] : view) === JSON.stringify(said[id] ?? [])
  })
}
