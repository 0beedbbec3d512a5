/** What must stay open: of each small group the count of each answer, and whether all gave it. */
import type { Question } from '../model.ts'
import { isInBase, isInRow } from '../truth.ts'
import type { Empty } from './empty.ts'
import { allUnsaid, type Group } from './groups.ts'
import type { System } from './system.ts'

/** People of a group by the atoms that hold them: wholly, or at least in part. */
export interface Area {
  readonly full: readonly number[]
  readonly touched: readonly number[]
}

export interface Target {
  readonly question: Question
  readonly group: Group
  readonly row: string
  readonly area: Area
  /** Of those who answered alone, where the base is of all who were asked. */
  readonly answered: boolean
  /** Whether they are told by what they left unsaid, so far as tables do not say that nobody else is there. */
  readonly unsaid: boolean
  /** True people in the base, and of them who gave the answer. */
  readonly people: number
  readonly count: number
}

/** Groups with their true people, question by question; what nobody is in is no target. */
export function targetsOf(system: System, groups: readonly Group[], empty: Empty): readonly Target[] {
  const { space } = system.atoms
  const { world } = space
  const { minimum_base, unanimity_below, small_counts } = world.rules
  const cells = space.people
  const inside = groups.map((group) =>
    world.people.flatMap((_, index) => (group.cells[cells[index] ?? -1] === 1 ? [index] : [])),
  )
  const areas = groups.map(({ cells: those }) => areaOf(system, those))
  return space.questions.flatMap((question) => {
    // That somebody gave no reply is no answer.
    const rows = question.bands.length > 0 ? question.bands.map(({ label }) => label) : question.answers
    const base = world.people.map((person) => isInBase(world, person, question))
    const spoke = world.people.map((person) => person.said[question.id] !== undefined)
    const inRow = rows.map((row) => world.people.map((person) => isInRow(world, person, question, row)))
    return groups.flatMap((group, place) => {
      if (group.by.includes(question.id)) return []
      const members = inside[place] ?? []
      const area = areas[place] ?? { full: [], touched: [] }
      const nobody = empty.get(question.id)
      const there =
        nobody === undefined ? group.cells : group.cells.map((is, cell) => (nobody[cell] === 1 ? 0 : is))
      const unsaid = group.unsaid || allUnsaid(space, there)
      const kinds = question.base === 'asked' ? [false, true] : [false]
      return kinds.flatMap((answered) => {
        const people = members.filter((index) => base[index] && (!answered || spoke[index])).length
        if (people === 0) return []
        return rows.flatMap((row, at): readonly Target[] => {
          const count = members.filter((index) => inRow[at]?.[index]).length
          const small = people < Math.max(minimum_base, unanimity_below)
          if (!small && !(count >= 1 && count <= small_counts)) return []
          return [{ question, group, row, area, answered, unsaid, people, count }]
        })
      })
    })
  })
}

export function areaOf({ atoms: { atoms } }: System, cells: Uint8Array): Area {
  const full: number[] = []
  const touched: number[] = []
  for (const [index, atom] of atoms.entries()) {
    const inside = atom.cells.filter((cell) => cells[cell] === 1).length
    if (inside > 0) touched.push(index)
    if (inside === atom.cells.length) full.push(index)
  }
  return { full, touched }
}
