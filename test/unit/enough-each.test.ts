import { describe, expect, it } from 'vitest'
import { enoughEach } from '../../pipeline/6-protect/refused/enough.ts'

const sizes = (people: Readonly<Record<string, number>>) =>
  Object.entries(people).map(([value, of]) => ({ value, people: of }))
const said = (
  people: Readonly<Record<string, number>>,
  levels: readonly Readonly<Record<string, readonly string[]>>[] = [],
) => enoughEach(sizes(people), levels, 10)?.map(({ label, values }) => `${label}: ${values.join(' ')}`)

describe('values put together until each group has enough people', () => {
  it('are neighbours in the order of the list, what is left over with the last', () => {
    expect(said({ A: 6, B: 5, C: 20, D: 3 })).toEqual(['A or B: A B', 'C or D: C D'])
  })

  it('are the smallest with each other where that leaves more groups', () => {
    expect(said({ A: 4, B: 30, C: 7, D: 30 })).toEqual(['A or C: A C', 'B: B', 'D: D'])
  })

  it('are the coarser groups of the definition, the finest that are large enough', () => {
    const fine = { Left: ['A', 'B'], Right: ['C', 'D'] }
    expect(said({ A: 6, B: 5, C: 6, D: 6 }, [fine])).toEqual(['Left: A B', 'Right: C D'])
    expect(
      said({ A: 9, B: 9, C: 9, D: 12 }, [{ Pair: ['A', 'B'] }, { Two: ['A', 'B'], Rest: ['C', 'D'] }]),
    ).toEqual(['Two: A B', 'Rest: C D'])
    // Of one group alone nothing would be seen.
    expect(said({ A: 6, B: 5, C: 6, D: 6 }, [{ All: ['A', 'B', 'C', 'D'] }])).toEqual([
      'A or B: A B',
      'C or D: C D',
    ])
  })

  it('cannot be had of too few people, or where all would be one', () => {
    expect(said({ A: 4, B: 5 })).toBeUndefined()
    expect(said({ A: 120, B: 6 })).toBeUndefined()
    expect(said({})).toBeUndefined()
  })
})
