import { describe, expect, it } from 'vitest'
import { councilOf } from './worlds/council.ts'
import { worldOf } from './worlds/generate.ts'
import { said } from './worlds/intruder/index.ts'
import type { Switch } from './worlds/switched-off.ts'
import { tally, tried } from './worlds/tally.ts'

/**
 * Worlds of every make that were seen to give nothing away, and must not again: some that once did, each for a reason of its
 * own, and others that the intruder is soon done with. `npm run worlds` tries any.
 */
const SAFE = [
  ...[
    10,
    11,
    12,
    ...range(14, 18),
    ...range(20, 32),
    ...range(35, 37),
    ...range(42, 47),
    49,
    ...range(51, 65),
  ],
  ...[68, 69, 70, 73, 74, 83, 87, 93, 109, 130, 153],
]

/** Seen to leak later; what is shown of them is not held to the floor. */
const MENDED = [209, 213, 215, 304, 305, 334, 684, 716, 840, 997]

/** Those that the intruder is soon done with. */
const COUNCILS = [2, 3, 5, 7, 8, 10, 12, 13, 14, 15, 16]

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

describe('unprotected worlds', () => {
  it('leak, at least every second one', { timeout: 240_000 }, async () => {
    const sum = tally()
    for (const seed of range(1, 14))
      sum.add(await tried(worldOf(seed), { unprotected: true, mostFindings: 1 }))
    expect(sum.faults().map(({ fault }) => fault)).toEqual([])
    expect(sum.leaking().length, sum.words()).toBeGreaterThanOrEqual(7)
  })
})

describe('worlds like a council’s', () => {
  it('give nothing away, and show most groups', { timeout: 240_000 }, async () => {
    const sum = tally()
    for (const seed of COUNCILS) sum.add(await tried(councilOf(seed)))
    console.log(sum.words())
    expect(sum.leaking().map(({ world, attack }) => [world.seed, attack?.findings.map(said)])).toEqual([])
    expect(sum.shown()).toBeGreaterThanOrEqual(0.83)
  })
})

/** What is published of these is only safe because protection knows the coupling. */
const NEEDED: readonly (readonly [Switch, number])[] = [
  ['first ranks and base', 44],
  ['routing, base asked', 10],
  ['routing, base answered', 14],
  ['base by a rule', 18],
  ['population by an answer', 24],
  ['rows', 18],
]

describe('worlds that leaked', () => {
  it.each(MENDED)('give nothing away any more: %i', { timeout: 60_000 }, async (seed) => {
    const { fault, attack } = await tried(worldOf(seed))
    expect(fault).toBeUndefined()
    expect(attack?.findings.map(said)).toEqual([])
  })
})

describe('a coupling that protection is not told of', () => {
  it.each(NEEDED)('is found out: %s, seed %i', { timeout: 120_000 }, async (off, seed) => {
    const { fault, attack } = await tried(worldOf(seed), { off, mostFindings: 1 })
    expect(fault).toBeUndefined()
    expect(attack?.findings.length).toBe(1)
    expect((await tried(worldOf(seed), { mostFindings: 1 })).attack?.findings).toEqual([])
  })
})

describe('worlds as they are published', () => {
  it('give nothing away, and are mostly published', { timeout: 480_000 }, async () => {
    const sum = tally()
    for (const seed of SAFE) sum.add(await tried(worldOf(seed)))
    console.log(sum.words())
    expect(sum.faults().map(({ world, fault }) => [world.seed, fault])).toEqual([])
    expect(
      sum.leaking().map(({ world, attack }) => [world.seed, (attack?.findings ?? []).map(said)]),
    ).toEqual([])
    expect(sum.refused().length).toBeLessThan(SAFE.length / 10)
    // Figures that may not fall: what protection takes is only worth it where it must be taken.
    expect(sum.shown()).toBeGreaterThanOrEqual(0.6)
  })
})
