/** The system of facts about the counts of atoms, as columns and rows of a program. */
import type { Question } from '../model.ts'
import type { Release } from '../published.ts'
import type { Atoms } from './atoms.ts'
import type { Fact } from './lp.ts'
import { countsIn, type Pattern, patternOf, patternsIn, standsIn } from './space.ts'
import { type Statement, statementsOf } from './statements.ts'
import { closed, distinct } from './tighten.ts'
import { trueValues } from './true-values.ts'

/** Somebody of an atom who gave one of these patterns, which nothing tells apart. */
export interface Unknown {
  readonly column: number
  readonly patterns: readonly number[]
  /** Rows of the table that they stand in; whether they are in the base, and said something. */
  readonly rows: readonly string[]
  readonly counts: boolean
  readonly answered: boolean
}

interface Part extends Unknown {
  readonly patterns: number[]
  /** Facts that it is part of, with its weight. */
  readonly used: readonly (readonly [fact: number, weight: number])[]
}

export interface System {
  readonly atoms: Atoms
  /** Most that each column can be; 0 where a fact says that there is nobody. */
  readonly upper: readonly number[]
  readonly facts: readonly Fact[]
  /** Question -> atom -> its unknowns. */
  readonly unknowns: ReadonlyMap<string, readonly (readonly Unknown[])[]>
  /** Statements that are not so; left out of the facts. */
  readonly untrue: readonly string[]
  /** The true people as values of the columns, where the rows let it be known who is which. */
  readonly truth?: Float64Array
}

export function systemOf(atoms: Atoms, release: Release): System {
  const { space } = atoms
  const { world, questions } = space
  const placed = world.people.map((person, index) => ({
    person,
    cell: space.cells[space.people[index] ?? -1],
  }))
  const isSo = ({ question, weight, least, most }: Statement): boolean => {
    const sum = placed.reduce((total, { person, cell }) => {
      if (cell === undefined) throw new Error('somebody is in no cell')
      const said = question === undefined ? [] : (person.said[question] ?? [])
      return total + weight(cell, said)
    }, 0)
    return sum >= least - 1e-6 && sum <= most + 1e-6
  }
  const all = statementsOf(space, release)
  const statements = all.filter(isSo)
  const rowSums = rowFacts(atoms)
  let columns = 0
  const peopleOf = atoms.atoms.map(() => columns++)
  const unknowns = new Map<string, readonly (readonly Unknown[])[]>()
  const terms: Map<number, number>[] = [...statements, ...rowSums].map(() => new Map())
  for (const question of questions) {
    const own = statements.flatMap((one, index) =>
      one.question === question.id ? [[index, one] as const] : [],
    )
    const sums = new Map(
      rowSums.flatMap((sum, index) =>
        sum.question === question.id
          ? [[`${sum.group} ${sum.pattern}`, statements.length + index] as const]
          : [],
      ),
    )
    unknowns.set(
      question.id,
      atoms.atoms.map((atom, number) => {
        const merged = new Map<string, Part>()
        for (const place of patternsIn(space, atom.cell, question)) {
          const sum = sums.get(`${atom.group} ${place}`)
          if (sum !== undefined && rowSums[sum - statements.length]?.most === 0) continue
          const pattern = space.patterns.get(question.id)?.[place] ?? []
          const weights = own.map(([index, { weight }]) => [index, weight(atom.cell, pattern)] as const)
          const used = [...weights, ...(sum === undefined ? [] : [[sum, 1] as const])].filter(
            ([, by]) => by !== 0,
          )
          const counts = countsIn(space, atom.cell, question, pattern)
          const rows = counts ? rowsOf(question).filter((row) => standsIn(question, pattern, row)) : []
          const key = JSON.stringify([used, rows, counts, pattern.length > 0])
          const known = merged.get(key)
          if (known !== undefined) {
            known.patterns.push(place)
            continue
          }
          // Its people, until others of them are seen to have said something else.
          const column = peopleOf[number] ?? 0
          merged.set(key, { column, patterns: [place], rows, counts, answered: pattern.length > 0, used })
        }
        const parts = [...merged.values()].map((one) =>
          merged.size === 1 ? one : { ...one, column: columns++ },
        )
        for (const { column, used } of parts) {
          for (const [index, weight] of used)
            terms[index]?.set(column, (terms[index]?.get(column) ?? 0) + weight)
        }
        return parts
      }),
    )
  }
  for (const [index, { question, weight }] of statements.entries()) {
    if (question !== undefined) continue
    for (const [atom, { cell }] of atoms.atoms.entries()) {
      const own = weight(cell, [])
      const column = peopleOf[atom] ?? 0
      if (own !== 0) terms[index]?.set(column, (terms[index]?.get(column) ?? 0) + own)
    }
  }
  const facts: Fact[] = [...statements, ...rowSums].map(({ least, most }, index) => ({
    terms: terms[index] ?? new Map(),
    least,
    most,
  }))
  for (const atom of atoms.atoms.keys()) {
    for (const of of unknowns.values()) {
      const own = of[atom] ?? []
      if (own.length === 1) continue
      facts.push({
        terms: new Map([
          ...own.map(({ column }) => [column, 1] as const),
          [peopleOf[atom] ?? 0, -1] as const,
        ]),
        least: 0,
        most: 0,
      })
    }
  }
  facts.push(...groupFacts(atoms, peopleOf), ...somethingSaid(atoms, unknowns, peopleOf))
  const said = distinct(facts)
  const upper = closed(columns, said, Math.max(world.people.length, release.responses ?? 0) + 50)
  const untrue = all.filter((one) => !isSo(one)).map(({ about }) => about)
  const truth = trueValues(atoms, unknowns, peopleOf, columns, said)
  return { atoms, upper, facts: said, unknowns, untrue, ...(truth === undefined ? {} : { truth }) }
}

const rowsOf = ({ answers, bands, base }: Question): readonly string[] => [
  ...(bands.length > 0 ? bands.map(({ label }) => label) : answers),
  ...(base === 'asked' ? ['No reply'] : []),
]

/** How many rows of a group say what; those that say nothing of a question bound nothing. */
function rowFacts({ space, groups }: Atoms) {
  return groups.flatMap(({ rows }, group) =>
    space.questions.flatMap(({ id }) => {
      const counts = new Map<number, number>()
      for (const { views } of rows) {
        const view = views[id]
        if (view === undefined || view === 'withheld') return []
        const pattern = view === 'not asked' ? 0 : patternOf(space, id, view as Pattern)
        counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
      }
      return [...(space.patterns.get(id) ?? []).keys()].map((pattern) => ({
        question: id,
        group,
        pattern,
        least: counts.get(pattern) ?? 0,
        most: counts.get(pattern) ?? 0,
      }))
    }),
  )
}

/** As many people as there are rows of each group. */
const groupFacts = ({ atoms, groups }: Atoms, peopleOf: readonly number[]): readonly Fact[] =>
  groups.map(({ rows }, group) => ({
    terms: new Map(
      atoms.flatMap((atom, index) => (atom.group === group ? [[peopleOf[index] ?? 0, 1] as const] : [])),
    ),
    least: rows.length,
    most: rows.length,
  }))

/** Who said nothing at all is no response; to be used only where every question is looked at. */
function somethingSaid(
  { space, atoms }: Atoms,
  unknowns: System['unknowns'],
  peopleOf: readonly number[],
): readonly Fact[] {
  if (space.questions.length < space.world.questions.length) return []
  return atoms.flatMap((_, index) => {
    const people = peopleOf[index] ?? 0
    const said = [...unknowns.values()].flatMap((of) => (of[index] ?? []).filter(({ answered }) => answered))
    if (said.some(({ column }) => column === people)) return []
    const terms = new Map([...said.map(({ column }) => [column, 1] as const), [people, -1] as const])
    return [{ terms, least: 0, most: Number.POSITIVE_INFINITY }]
  })
}
