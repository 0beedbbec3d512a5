import { rmSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  counted,
  exampleWorld,
  faultsOf,
  inWords,
  killedAt,
  type Moment,
  type Recorded,
  recorded,
  runAgain,
  smallWorld,
  type World,
} from './interrupted/world.ts'
import { stocktake } from './support/stocktake.ts'

/*
 * A run may be killed before any change that it makes to the disk, and half way through every write and removal. What
 * comes after depends on the disk alone, so one run is recorded: at each such moment the disk is copied as it stands,
 * unless it stood just so before. Where the run works does not count, since the next run clears that folder first.
 * `npm run kill-points` takes nothing for granted: it kills the example at every moment, and runs it again each time.
 */
const run = { timeout: 600_000 }

let example: World
let small: World
let ofExample: Recorded
let ofSmall: Recorded
beforeAll(async () => {
  small = smallWorld()
  example = exampleWorld()
  ofSmall = await recorded(small)
  ofExample = await recorded(example)
  for (const [name, { moments, states }] of [
    ['the example', ofExample],
    ['a small survey', ofSmall],
  ] as const)
    console.log(`kill points of ${name}: ${counted(moments)}; they leave ${states.length} different states`)
}, 600_000)

describe('a run that is killed', () => {
  it('may be killed at changes of every kind, and shows each file in one step', () => {
    for (const { moments } of [ofExample, ofSmall]) {
      const of = (kind: string) => moments.filter((moment) => moment.kind === kind).length
      expect([of('write') > 30, of('rename') > 6, of('engine') > 2, of('rm') > 1]).not.toContain(false)
      const visible = moments.filter(({ path }) => /^dist\/(.*\/)?[^./][^/]*$/.test(path))
      expect([...new Set(visible.map(({ kind, part }) => `${part} ${kind}`))]).toEqual(['before rename'])
    }
  })

  it('leaves the release before as it was, and whatever is seen whole', run, () => {
    for (const [world, { states, expected }] of [
      [example, ofExample],
      [small, ofSmall],
    ] as const) {
      expect(stocktake(world.home, ['verify', `dist/${world.id}/1.0.0`]).exitCode).toBe(0)
      for (const { folder, moments } of states)
        expect(faultsOf(world, folder, expected), moments.map(inWords).join(', ')).toEqual([])
    }
  })

  it('is made up for by the next, with the same bytes', run, async () => {
    // Every third state, for the time it takes; neighbours differ by a change or half of one.
    const tried = ofSmall.states.filter((_, index) => index % 3 === 0)
    expect(tried.length).toBeGreaterThan(10)
    console.log(`run again after ${tried.length} of the states of a small survey`)
    await inTurns(tried, async ({ folder, moments: [first] }) => {
      expect(await runAgain(small, folder, ofSmall.expected), first && inWords(first)).toEqual([])
    })
  })

  it('leaves by SIGKILL what was recorded, also of the example', run, async () => {
    const placing = ({ kind, path }: Moment) => kind === 'rename' && path.endsWith('/1.0.1')
    const cutting = ({ part, path }: Moment) => part === 'half' && path.endsWith('work/release.zip')
    const chosen = [
      ...ofSmall.moments.filter(cutting).map((moment) => [small, ofSmall, moment] as const),
      ...ofExample.moments.filter(placing).map((moment) => [example, ofExample, moment] as const),
    ]
    expect(chosen.length).toBe(2)
    await inTurns(chosen, async ([world, { expected }, moment]) => {
      const { home, faults } = await killedAt(world, moment, expected)
      expect(faults, inWords(moment)).toEqual([])
      expect(await runAgain(world, home, expected), inWords(moment)).toEqual([])
      rmSync(home, { recursive: true })
    })
  })
})

/** Two at a time: each is a process of its own. */
async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all]
  const one = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next)
  }
  await Promise.all([one(), one()])
}
