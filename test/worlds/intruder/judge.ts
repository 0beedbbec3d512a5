/** Holds what follows from a system of facts against the rules. */
import { randomOf } from '../random.ts'
import type { Empty } from './empty.ts'
import { around, type Broken, type Case, isExcused } from './excuse.ts'
import type { Finding } from './findings.ts'
import type { Group } from './groups.ts'
import { type Search, searchOf, valueIn } from './search.ts'
import type { System } from './system.ts'
import { type Target, targetsOf } from './targets.ts'

export interface Judged {
  readonly findings: readonly Finding[]
  readonly targets: number
  readonly programs: number
  /** Targets whose ends could not be proved with the work allowed. */
  readonly open: number
}

/** Looks in random directions before single targets are asked one by one. */
const LOOKS = 14

export async function judge(
  system: System,
  groups: readonly Group[],
  reasons: readonly Group[],
  empty: Empty,
  mostFindings: number,
  isOver: () => boolean,
): Promise<Judged> {
  const targets = targetsOf(system, groups, empty)
  const search = await searchOf(system)
  try {
    if (!search.isPossible)
      return {
        findings: [
          {
            kind: 'contradiction',
            group: 'everybody',
            derived: 'no people fit what is published',
            truth: '',
          },
        ],
        targets: targets.length,
        programs: search.programs(),
        open: 0,
      }
    const { unanimity_below } = system.atoms.space.world.rules
    const widths = new Map<string, number>()
    const widthOf = (target: Target): number => {
      const key = `${target.question.id} ${target.area.touched.join()}`
      const known = widths.get(key) ?? around(system, target)
      widths.set(key, known)
      return known
    }
    const cases = targets.flatMap((target): readonly Case[] => {
      const isSmall = target.count >= 1 && target.count <= system.atoms.space.world.rules.small_counts
      if (target.area.full.length === 0 && !isSmall && widthOf(target) >= unanimity_below) return []
      return [caseOf(search, target)]
    })
    let left = cases.filter((one) => !isOpen(system, updated(search, one)))
    const random = randomOf(system.atoms.space.world.seed)
    for (let look = 0, idle = 0; look < LOOKS && idle < 3 && left.length > 0 && !isOver(); look += 1) {
      const costs = new Map<number, number>()
      const up = random.chance(0.5)
      for (const { touched } of left) {
        const sign = random.chance(0.8) === up ? 1 : -1
        for (const column of touched) costs.set(column, (costs.get(column) ?? 0) + sign * random.whole(1, 3))
      }
      search.look(costs)
      const after = left.filter((one) => !isOpen(system, updated(search, one)))
      idle = after.length < left.length ? 0 : idle + 1
      left = after
    }
    const findings: Finding[] = []
    let open = 0
    for (const [place, one] of left.entries()) {
      if (findings.length >= mostFindings) break
      if (isOver()) {
        open += left.length - place
        break
      }
      if (isOpen(system, updated(search, one))) continue
      const { kind, proved } = settle(system, search, one)
      if (kind === undefined) continue
      if (!proved) {
        open += 1
        continue
      }
      if (isExcused(system, search, reasons, one, kind)) continue
      findings.push(findingOf(kind, one))
    }
    return { findings, targets: targets.length, programs: search.programs(), open }
  } finally {
    search.close()
  }
}

function caseOf(search: Search, target: Target): Case {
  const { full, touched } = target.area
  const of = { question: target.question.id, row: target.row, answered: target.answered }
  return {
    target,
    full: search.columns({ ...of, of: 'given' }, full),
    touched: search.columns({ ...of, of: 'given' }, touched),
    others: search.columns({ ...of, of: 'not given' }, touched),
    least: Number.POSITIVE_INFINITY,
    most: -1,
    mostOthers: -1,
    looked: 0,
  }
}

/** A case held against the solutions that are new to it. */
function updated({ solutions }: Search, one: Case): Case {
  for (; one.looked < solutions.length; one.looked += 1) {
    const solution = solutions[one.looked]
    if (solution === undefined) continue
    one.least = Math.min(one.least, valueIn(solution, one.full))
    one.most = Math.max(one.most, valueIn(solution, one.touched))
    one.mostOthers = Math.max(one.mostOthers, valueIn(solution, one.others))
  }
  return one
}

/** The ends of a case as far as they matter: linear first, whole numbers only where those leave it open. */
function settle(
  system: System,
  search: Search,
  one: Case,
): { readonly kind?: Broken; readonly proved: boolean } {
  const { unsaid } = one.target
  const bounds = {
    ...one,
    most: search.bound(one.touched, 'max'),
    least: unsaid ? 0 : search.bound(one.full, 'min'),
    mostOthers: search.bound(one.others, 'max'),
  }
  const outer = broken(system, bounds)
  if (outer !== undefined) {
    Object.assign(one, bounds)
    return { kind: outer, proved: true }
  }
  updated(search, one)
  if (broken(system, one) === undefined) return { proved: true }
  const { values_left, small_counts } = system.atoms.space.world.rules
  const ends = [
    search.reach(one.touched, 'max', Math.max(one.least + values_left - 1, small_counts + 1)),
    search.reach(one.others, 'max', 1),
  ]
  if (broken(system, updated(search, one)) === undefined) return { proved: true }
  ends.push(search.reach(one.full, 'min', Math.max(0, one.most - values_left + 1)))
  const kind = broken(system, updated(search, one))
  if (kind === undefined) return { proved: true }
  return { kind, proved: ends.every(({ proved }) => proved) }
}

/** Which rule an interval breaks, if any: the rules as the model states them. */
function broken(system: System, { target, least, most, mostOthers }: Case): Broken | undefined {
  const { minimum_base, unanimity_below, small_counts, values_left, rounding } =
    system.atoms.space.world.rules
  const { people, count, group, question, unsaid } = target
  const values = most - least + 1
  const isTold = !unsaid || people > 1
  if (isTold && people < unanimity_below && count === people && mostOthers < 1) return 'same answer'
  // Who left a variable unsaid is known to nobody else; of several one may still conclude from their own answer to the others.
  if (unsaid) return undefined
  const needed = group.followsIn?.includes(question.id) ? values_left : Math.min(values_left, 2)
  if (people < minimum_base && values < Math.min(needed, people + 1)) return 'small group'
  // Where counts are rounded, the mark of a hidden one says that it is small: how small must stay open.
  const isSeenSmall = rounding === 1 && most <= small_counts
  if (count >= 1 && count <= small_counts && (values < values_left || isSeenSmall)) return 'small count'
  return undefined
}

const isOpen = (system: System, one: Case): boolean => broken(system, one) === undefined

const findingOf = (kind: Broken, { target, least, most, mostOthers }: Case): Finding => ({
  kind,
  question: target.question.id,
  group: `${target.group.name}${target.answered ? ' who answered' : ''}`,
  row: target.row,
  derived: `${least} to ${most} gave it, at most ${mostOthers} did not`,
  truth: `${target.count} of ${target.people}`,
})
