import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Suppression } from '../../pipeline/6-protect/suppression/model.ts'
import { suppress } from '../../pipeline/6-protect/suppression/suppress.ts'
import { derive } from '../../pipeline/attack/derive.ts'
import { loadSolver, type Solver } from '../../pipeline/solver/index.ts'
import { broken, suspected } from '../support/forbidden.ts'
import { exactly, isKept, type Learned, learn, roundly } from '../support/intruder.ts'
import { allCounts, figuresOf, type Hidden, innerOf, NO_ROWS, seenCounts } from '../support/world-counts.ts'
import { type World, worlds } from '../support/worlds.ts'

let solver: Solver

beforeAll(async () => {
  solver = await loadSolver()
})

const keyOf = ({ question, group, row }: Parameters<Hidden>[0]) => JSON.stringify([question, group, row])

/** The protector, with what it would be given of a world. */
function protect(world: World, before: Hidden = () => false): Suppression {
  const shown = allCounts(world).filter((count) => !before(count) && !before({ ...count, row: null }))
  return suppress(solver, { plan: world.plan, inner: innerOf(world), shown, ...NO_ROWS })
}

const hiddenBy = ({ hidden }: Suppression): Hidden => {
  const keys = new Set(hidden.map(keyOf))
  return (count) => keys.has(keyOf(count))
}

const attack = (world: World, seen: ReturnType<typeof seenCounts>) =>
  derive(solver, { plan: world.plan, figures: figuresOf(seen), counts: [] }).findings

describe('protected tables', { timeout: 300_000 }, () => {
  it('keep from an intruder who tries everything what the rules keep from him', () => {
    let [tried, tooLarge, hiding] = [0, 0, 0]
    fc.assert(
      fc.property(worlds, (world) => {
        const found = protect(world)
        const hidden = hiddenBy(found)
        const learned = learn(world, exactly(seenCounts(world, hidden)), 'everything')
        tried += 1
        if (learned === undefined) tooLarge += 1
        if (found.hidden.length > 0) hiding += 1
        expect(found.unprotectable).toEqual([])
        const leaks = (learned ?? []).filter((one) => broken(world.plan.rules, one).length > 0)
        expect(leaks).toEqual([])
        // The attack takes for granted that everybody ticked something: where they did not, it may find what is not so.
        if (world.plan.questions.every((one) => isKept(one, world.people)))
          expect(
            attack(world, seenCounts(world, hidden)).filter(
              (one) => !isToldAnyway(world, learned ?? [], one),
            ),
          ).toEqual([])
      }),
      { numRuns: 150 },
    )
    // Cases in which nothing happens, or that are too large to be tried, prove nothing.
    expect(tooLarge).toBeLessThan(tried / 2)
    expect(hiding).toBeGreaterThan(tried / 4)
  })

  it('hide nothing more when they are protected again', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const before = hiddenBy(protect(world))
        expect(protect(world, before).hidden).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('do not depend on the order in which anything stands', () => {
    fc.assert(
      fc.property(worlds, fc.integer(), (world, seed) => {
        const { hidden } = protect(world)
        const again = protect({ ...world, people: shuffled(world.people, seed) })
        expect(again.hidden).toEqual(hidden)
        const seen = seenCounts(world, () => false)
        expect(attack(world, shuffled(seen, seed))).toEqual(attack(world, seen))
      }),
      { numRuns: 50 },
    )
  })
})

describe('the attack', { timeout: 300_000 }, () => {
  it('finds each leak planted by showing again what was hidden, and nothing where there is none', () => {
    let [planted, leaking] = [0, 0]
    fc.assert(
      fc.property(worlds, fc.nat(), (world, choice) => {
        const { hidden } = protect(world)
        const all = hiddenBy({ hidden } as Suppression)
        const shownAgain = hidden[choice % Math.max(1, hidden.length)]
        if (shownAgain === undefined) return
        const seen = seenCounts(world, (count) => all(count) && keyOf(count) !== keyOf(shownAgain))
        const learned = learn(world, exactly(seen), 'tables')
        if (learned === undefined) return
        planted += 1
        const known = learned.filter((one) => suspected(world.plan.rules, one).length > 0)
        if (known.length > 0) leaking += 1
        const found = attack(world, seen)
        expectFound(world, learned, found)
        for (const { question, rule, derived } of found) {
          for (const { row, least, most } of derived) {
            expect(
              known.some(
                (one) =>
                  one.question === question &&
                  one.row === row &&
                  one.count[0] === least &&
                  one.count[1] === most &&
                  suspected(world.plan.rules, one).includes(rule),
              ),
              `${rule} ${row}`,
            ).toBe(true)
          }
        }
      }),
      { numRuns: 150 },
    )
    expect(leaking).toBeGreaterThan(planted / 3)
    expect(planted).toBeGreaterThan(20)
  })

  it('finds what unprotected tables give away, by counts and by percentages', () => {
    let [tried, leaking] = [0, 0]
    fc.assert(
      fc.property(worlds, fc.constantFrom('count' as const, 'percent' as const), (world, statistic) => {
        const seen = seenCounts(world, () => false)
        const learned = learn(world, statistic === 'count' ? exactly(seen) : roundly(seen), 'tables')
        if (learned === undefined) return
        tried += 1
        const known = learned.filter((one) => suspected(world.plan.rules, one).length > 0)
        if (known.length > 0) leaking += 1
        const { findings } = derive(solver, {
          plan: world.plan,
          figures: figuresOf(seen, statistic),
          counts: [],
        })
        expectFound(world, learned, findings)
      }),
      { numRuns: 150 },
    )
    expect(leaking).toBeGreaterThan(tried / 4)
    expect(tried).toBeGreaterThan(50)
  })
})

/**
 * Whether whoever knows that nobody else is in a group knows no more by it than a column tells of all who are around it. The
 * attack has the tables alone, and cannot know that a group lies within a column because nobody is outside.
 */
function isToldAnyway(
  { plan }: World,
  learned: readonly Learned[],
  { question, base, derived }: ReturnType<typeof attack>[number],
): boolean {
  const isSame = (
    [least, most]: Learned['count'],
    other?: { readonly least: number; readonly most: number },
  ) => least === other?.least && most === other.most
  return (
    derived.length > 0 &&
    derived.every((told) =>
      learned.some(
        (one) =>
          one.question === question &&
          one.row === told.row &&
          isSame(one.base, base) &&
          isSame(one.count, told) &&
          suspected(plan.rules, one).length === 0,
      ),
    )
  )
}

/** Something is found where an intruder knows a count, and nothing where he knows none closely. */
function expectFound(world: World, learned: readonly Learned[], found: readonly unknown[]): void {
  const known = (values?: number) =>
    learned.some((one) => suspected(world.plan.rules, one, values).length > 0)
  if (known(2)) expect(found).not.toEqual([])
  if (!known()) expect(found).toEqual([])
}

/** The same things in another order. */
function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  return list
    .map((one, index) => ({ one, rank: Math.imul(index + 1, seed | 1) >>> 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one)
}
