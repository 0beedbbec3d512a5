import { type Crossing, crossingsOf, type TabulationPlan } from '../disclosure/index.ts'
import type { Program, Solver, Term } from '../solver/index.ts'
import type { Finding } from './findings.ts'
import { groupedBy } from './grouped-by.ts'
import { type Holders, holdersOf, programOf, type Share } from './link-program.ts'
import type { RecordClass } from './load-records.ts'
import type { PublishedFigure } from './published.ts'
import { fitsRow } from './recoded.ts'
import { settledPopulations } from './settled-populations.ts'

export interface LinkInput {
  readonly plan: TabulationPlan
  readonly figures: readonly PublishedFigure[]
  readonly records: readonly RecordClass[]
}

type Linking = LinkInput & { readonly holders: Holders }

/** Rounds of looking for counts that fit before the rest is taken to be impossible. */
const MOST_ROUNDS = 40
const EFFORT = { nodes: 3_000, iterations: 300_000, seconds: 60 } as const

/** More combinations of records and cells than this are not asked together, but population by population. */
const MOST_SHARES = 50_000

/**
 * Joins the published responses with the tables: which records can be of which population, when the tables
 * say how many of it gave each answer. Who knows somebody's published variables and populations looks
 * for him among the records that can be his; where those are too few, and he is certainly among them, the
 * records are as good as named. Work for a solving thread.
 */
export function linkRecords(solver: Solver, given: LinkInput): readonly Finding[] {
  const input = { ...given, holders: holdersOf(given.records) }
  return crossingsIn(input.plan).flatMap((crossing, index) => {
    if (crossing.populations.length === 0) return []
    return input.records.length * crossing.cells.length <= MOST_SHARES
      ? linkOne(solver, input, crossing, index)
      : crossing.populations.flatMap((id) => linkPopulation(solver, input, id))
  })
}

/** The same for one population alone: who knows of somebody that he belongs to it, and of nobody anything else. */
function linkPopulation(solver: Solver, { plan, ...input }: Linking, id: string): readonly Finding[] {
  const groups = plan.groups.filter(
    ({ populations, without, values }) =>
      [...populations, ...without].every((one) => one === id) &&
      Object.keys(values).every((name) => plan.published.includes(name)),
  )
  const alone = { ...plan, groups, populations: plan.populations.filter((one) => one.id === id) }
  return crossingsIn(alone).flatMap((crossing, index) =>
    crossing.populations.length === 0 ? [] : linkOne(solver, { ...input, plan: alone }, crossing, index),
  )
}

const crossingsIn = (plan: TabulationPlan): readonly Crossing[] =>
  crossingsOf(plan).filter((crossing) => crossing !== undefined)

function linkOne(
  solver: Solver,
  { plan, figures, records, holders }: Linking,
  crossing: Crossing,
  index: number,
): readonly Finding[] {
  const shares = sharesOf(plan, crossing, records)
  const program = solver.open(programOf(plan, figures, records, index, shares, holders))
  const wanted = plan.rules.linked_class
  const haystacks = haystacksOf(plan, crossing, records, shares)
  try {
    const possible = possibleShares(program, haystacks, wanted)
    return haystacks.flatMap((haystack): readonly Finding[] => {
      const could = peopleIn(haystack, possible)
      if (could === 0 || could >= Math.min(wanted, haystack.people)) return []
      program.setCosts(haystack.shares.map(({ column }): Term => [column, 1]))
      const certain = program.solve('min', EFFORT).bound ?? 0
      if (certain < 1 - 1e-6) return []
      const base = { least: Math.ceil(certain - 1e-6), most: could }
      return [{ rule: 'linked records', group: haystack.described, base, derived: [] }]
    })
  } finally {
    program.close()
  }
}

/** Where somebody is looked for whose published variables and populations are known. */
interface Haystack {
  readonly described: string
  /** Records of his class, whoever they are of. */
  readonly people: number
  readonly shares: readonly (Share & { readonly count: number })[]
}

function haystacksOf(
  plan: TabulationPlan,
  { cells, populations }: Crossing,
  records: readonly RecordClass[],
  shares: readonly Share[],
): readonly Haystack[] {
  const byRecord = groupedBy(shares, ({ record }) => record)
  const isEverybody = (id: string) => cells.every((cell) => cell.populations.includes(id))
  return classesOf(plan, records).flatMap(({ described, members }) => {
    const people = members.reduce((sum, record) => sum + (records[record]?.count ?? 0), 0)
    const own = members.flatMap((record) => byRecord.get(record) ?? [])
    return cells.map((cell, number): Haystack => {
      const who = populations.filter((id) => cell.populations.includes(id) && !isEverybody(id))
      return {
        described: `${described}, in ${who.join(' and ') || 'no population'}`,
        people,
        shares: own
          .filter((share) => share.cell === number)
          .map((share) => ({ ...share, count: records[share.record]?.count ?? 0 })),
      }
    })
  })
}

const peopleIn = ({ shares }: Haystack, possible: ReadonlySet<number>): number =>
  shares.reduce((sum, { column, count }) => (possible.has(column) ? sum + count : sum), 0)

/** A record can be of any cell whose values it does not contradict, and whose populations what it shows does not settle. */
function sharesOf(
  plan: TabulationPlan,
  crossing: Crossing,
  records: readonly RecordClass[],
): readonly Share[] {
  const fits = fitsRow(plan, crossing)
  const settle = settledPopulations(plan, crossing)
  let column = 0
  return records.flatMap((one, record) => {
    const settled = settle(one)
    return crossing.cells.flatMap(({ populations }, number): readonly Share[] => {
      if (!fits(number, one.values)) return []
      if ([...settled].some(([id, inside]) => populations.includes(id) !== inside)) return []
      column += 1
      return [{ column: column - 1, record, cell: number }]
    })
  })
}

/**
 * Columns that can be above zero, as far as it matters: asks for as many at once as no solution so far had, in
 * haystacks that are not yet large enough, until none is left that any solution could have. Linear
 * programs first, which are quick and find too many: where they find no more than a few times what is wanted, whole
 * numbers decide.
 */
function possibleShares(
  program: Program,
  haystacks: readonly Haystack[],
  wanted: number,
): ReadonlySet<number> {
  const outer = found(program, haystacks, CLEARLY * wanted, true)
  const doubtful = haystacks.filter((haystack) => peopleIn(haystack, outer) < CLEARLY * wanted)
  const clear = haystacks.filter((haystack) => !doubtful.includes(haystack))
  const inner = found(program, doubtful, wanted, false)
  return new Set([
    ...inner,
    ...clear.flatMap(({ shares }) => shares.flatMap(({ column }) => (outer.has(column) ? [column] : []))),
  ])
}

/** How many times what is wanted the linear programs must find to be believed. */
const CLEARLY = 4

function found(
  program: Program,
  haystacks: readonly Haystack[],
  wanted: number,
  relaxed: boolean,
): ReadonlySet<number> {
  const possible = new Set<number>()
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const open = haystacks
      .filter((haystack) => peopleIn(haystack, possible) < wanted)
      .flatMap(({ shares }) => shares.filter(({ column }) => !possible.has(column)))
    if (open.length === 0) break
    program.setCosts(open.map(({ column }): Term => [column, 1]))
    // Any solution that has some of them will do.
    const { objective, values } = program.solve('max', { ...EFFORT, gap: 0.5, relaxed })
    if (objective === undefined || objective < (relaxed ? TINY : 1 - TINY)) break
    for (const [column, value] of values.entries()) if (value > (relaxed ? TINY : 0.5)) possible.add(column)
  }
  return possible
}

const TINY = 1e-6

/** Records that share the published variables. */
function classesOf(
  { published }: TabulationPlan,
  records: readonly RecordClass[],
): readonly { readonly described: string; readonly members: readonly number[] }[] {
  const classes = new Map<string, number[]>()
  for (const [index, { values }] of records.entries()) {
    const key = published.map((name) => `${name}: ${values[name]}`).join(', ')
    classes.set(key, [...(classes.get(key) ?? []), index])
  }
  return [...classes].map(([described, members]) => ({ described, members }))
}
