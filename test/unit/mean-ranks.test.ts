import { expect, it } from 'vitest'
import { hiddenMeasures } from '../../pipeline/6-protect/measures.ts'
import type { MeasureCounts } from '../../pipeline/disclosure/index.ts'
import { EVERYBODY, groupOf, plan, question } from '../support/plans.ts'
import { innerOf, NO_ROWS } from '../support/world-counts.ts'

const ITEMS = ['Parks', 'Roads', 'Schools', 'Libraries']

/** 13 chairs and 50 members; every chair puts Parks second. */
const people = Array.from({ length: 63 }, (_, index) => ({
  labels: { u: index < 13 ? 'p' : 'q' },
  rows: { best: [ITEMS[1 + (index % 3)] ?? ''] },
}))

const input = (libraries: number) => {
  const made = plan(
    [question('best', ITEMS, { rows: 'ranked' })],
    { minimum_base: 10, unanimity_below: 20 },
    {
      populations: [{ id: 'across', where: { u: { how: 'any', labels: ['p'] } } }],
      groups: [EVERYBODY, groupOf('across')],
    },
  )
  const inner = innerOf({ plan: made, people })
  const cells = inner[0]?.crossing.cells ?? []
  const isChairs = cells.map(({ populations }) => populations.includes('across'))
  const measure = (label: string, chairs: readonly [number, number]): MeasureCounts => ({
    label,
    people: isChairs.map((chair) => (chair ? 13 : label === 'Libraries' ? libraries : 50)),
    least: isChairs.map((chair) => (chair ? chairs[0] : 1)),
    most: isChairs.map((chair) => (chair ? chairs[1] : 4)),
  })
  const measures = [measure('Parks', [2, 2]), ...ITEMS.slice(1).map((label) => measure(label, [1, 4]))]
  return {
    plan: made,
    inner: inner.map((one) => ({ ...one, measures: new Map([['best', measures]]) })),
    shown: [],
    ...NO_ROWS,
    measured: ['all', 'across'].flatMap((group) =>
      ITEMS.map((label) => ({ question: 'best', group, label })),
    ),
  }
}

it('hides another mean beside one that all gave alike, for ranks add up to what everybody has', () => {
  const hidden = [...hiddenMeasures(input(40), undefined)].map((key) => JSON.parse(key).slice(1).join(' '))
  // The fewest ranked libraries. Neither follows from everybody less the 50, for only chairs are hidden and no others are shown.
  expect(hidden.sort()).toEqual(['across Libraries', 'across Parks'])
})
