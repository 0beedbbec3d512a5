import { describe, expect, it } from 'vitest'
import { attack } from '../worlds/intruder/index.ts'
import type { World } from '../worlds/model.ts'
import {
  any,
  asked,
  EVERYBODY,
  people,
  planted,
  population,
  releaseOf,
  shown,
  ward,
} from '../worlds/planted.ts'
import type { Release } from '../worlds/published.ts'

/** Kinds of what is found, with their groups. */
const found = async (world: World, release: Release): Promise<readonly string[]> => {
  const { findings } = await attack(world, release, { mostFindings: 50 })
  return [...new Set(findings.map(({ kind, question, group }) => `${kind}: ${question ?? ''} ${group}`))]
}

const yes = { q1: ['Yes'] }
const no = { q1: ['No'] }
const perhaps = { q1: ['Perhaps'] }

describe('the intruder', () => {
  const plain = planted(
    [asked('q1')],
    [
      people(2, { ward: 'North' }, yes),
      people(2, { ward: 'North' }, no),
      people(6, { ward: 'South' }, yes),
      people(6, { ward: 'South' }, no),
      people(6, { ward: 'East' }, yes),
      people(6, { ward: 'East' }, perhaps),
      people(6, { ward: 'East' }, no),
    ],
  )

  it('subtracts groups from everybody', async () => {
    const release = releaseOf(shown(plain, 'q1', [EVERYBODY, ward('South'), ward('East')]))
    expect(await found(plain, release)).toContain('small group: q1 ward=North')
  })

  it('finds nothing where a second group is hidden with the small one', async () => {
    expect(await found(plain, releaseOf(shown(plain, 'q1', [EVERYBODY, ward('East')])))).toEqual([])
  })

  it('takes those who stated nothing for company', async () => {
    const world = {
      ...plain,
      people: [
        ...plain.people,
        ...people(3, { ward: '' }, yes),
        ...people(3, { ward: '' }, no),
        ...people(3, { ward: '' }, perhaps),
      ],
    }
    const release = releaseOf(shown(world, 'q1', [EVERYBODY, ward('South'), ward('East')]))
    expect(await found(world, release)).toEqual([])
  })

  it('adds halves: three overlapping sums give each part', async () => {
    const pairs = [ward('North', 'South'), ward('South', 'East'), ward('North', 'East')]
    expect(await found(plain, releaseOf(shown(plain, 'q1', pairs)))).toContain('small group: q1 ward=North')
  })

  it('knows that ticks add up to at least the base', async () => {
    const world = planted(
      [asked('q1', { kind: 'multiple', answers: ['Bus', 'Train'] })],
      [
        people(4, { ward: 'North' }, { q1: ['Bus'] }),
        people(30, { ward: 'South' }, { q1: ['Train'] }),
        people(30, { ward: 'South' }, { q1: ['Bus', 'Train'] }),
      ],
    )
    const all = shown(world, 'q1', [EVERYBODY, ward('South')], ['Train'])
    expect(await found(world, releaseOf(all))).toContain('same answer: q1 ward=North')
  })

  it('knows that first places add up to the base', async () => {
    const items = ['Parks', 'Roads', 'Bins']
    const world = planted(
      [asked('q1', { kind: 'ranking', answers: items })],
      [
        people(4, { ward: 'North' }, { q1: ['Bins', 'Parks'] }),
        people(20, { ward: 'South' }, { q1: ['Parks'] }),
        people(20, { ward: 'South' }, { q1: ['Roads'] }),
      ],
    )
    const figures = shown(world, 'q1', [EVERYBODY, ward('South')], ['Parks', 'Roads'])
    expect(await found(world, releaseOf(figures))).toContain('same answer: q1 ward=North')
  })

  it('follows routing: the base of a question says how many gave the answer before', async () => {
    const world = planted(
      [asked('q1'), asked('q2', { base: 'asked', askedIf: { q1: any('Yes') } })],
      [
        people(2, { ward: 'North' }, { q1: ['Yes'], q2: ['Yes'] }),
        people(2, { ward: 'North' }, no),
        people(20, { ward: 'South' }, { q1: ['Yes'], q2: ['No'] }),
        people(20, { ward: 'South' }, no),
        people(20, { ward: 'East' }, { q1: ['Yes'], q2: ['Yes'] }),
        people(20, { ward: 'East' }, perhaps),
      ],
    )
    const first = shown(world, 'q1', [EVERYBODY])
    const then = shown(world, 'q2', [EVERYBODY, ward('South')])
    expect(await found(world, releaseOf(first, then))).toEqual([])
    const base = shown(world, 'q2', [ward('North')], ['Yes'])
    expect(await found(world, releaseOf(first, then, base))).toContain('small group: q1 ward=North')
  })

  it('does not call it a finding that members of a population gave the answer that makes it', async () => {
    const world = planted(
      [asked('q1'), asked('q2')],
      [
        people(6, { ward: 'North' }, { q1: ['Yes'], q2: ['Yes'] }),
        people(6, { ward: 'North' }, { q1: ['Yes'], q2: ['No'] }),
        people(20, { ward: 'South' }, { q1: ['No'], q2: ['No'] }),
        people(20, { ward: 'South' }, { q1: ['No'], q2: ['Yes'] }),
      ],
      [{ id: 'everybody' }, { id: 'sayers', where: { q1: any('Yes') } }],
    )
    const both = [EVERYBODY, population('sayers')]
    expect(await found(world, releaseOf(shown(world, 'q1', both), shown(world, 'q2', both)))).toEqual([])
  })

  it('finds few people in a population that an answer makes', async () => {
    const world = planted(
      [asked('q1'), asked('q2')],
      [
        people(2, { ward: 'North' }, { q1: ['Yes'], q2: ['Yes'] }),
        people(2, { ward: 'North' }, { q1: ['Yes'], q2: ['No'] }),
        people(20, { ward: 'South' }, { q1: ['No'], q2: ['No'] }),
        people(20, { ward: 'South' }, { q1: ['No'], q2: ['Yes'] }),
      ],
      [{ id: 'everybody' }, { id: 'others', where: { q1: any('No') } }],
    )
    const both = shown(world, 'q2', [EVERYBODY, population('others')])
    expect(await found(world, releaseOf(both))).toContain('small group: q2 not others')
  })

  it('reads rows beside tables, class by class', async () => {
    const rows = {
      columns: ['ward', 'q1'],
      records: plain.people.map(({ values, said }) => [
        values['ward'] ?? '',
        said['q1']?.[0] ?? '[no reply]',
      ]),
    }
    const world = { ...plain, rules: { ...plain.rules, microdata: true } }
    const release = { ...releaseOf([]), rows, responses: plain.people.length }
    expect(await found(world, release)).toContain('small group: q1 ward=North')
  })

  it('says when a figure is not what was counted', async () => {
    const figures = shown(plain, 'q1', [EVERYBODY]).map((one) => ({ ...one, value: (one.value ?? 0) + 1 }))
    expect((await found(plain, releaseOf(figures))).some((one) => one.startsWith('untrue figure'))).toBe(true)
  })
})
