import { describe, expect, it } from 'vitest'
import { settledPopulations } from '../../pipeline/attack/settled-populations.ts'
import { plan, question } from '../support/plans.ts'

describe('a record settles which populations it is of', () => {
  const wards = (...labels: readonly string[]) => ({ ward: { how: 'any' as const, labels } })
  const uses = question('uses', ['Yes', 'No', 'No reply'], { base: 'asked', replies: ['Yes', 'No'] })
  const made = plan(
    [uses],
    {},
    {
      recoded: { ward: { 'East and West': ['East', 'West'] } },
      populations: [
        { id: 'east', where: wards('East') },
        { id: 'shores', where: wards('East', 'West') },
        { id: 'users', where: { uses: { how: 'any', labels: ['Yes'] } } },
        { id: 'old_north', where: { ...wards('North'), age: { how: 'any', labels: ['75+'] } } },
      ],
    },
  )
  const settle = settledPopulations(made, { populations: ['east', 'old_north', 'shores', 'users'] })
  const of = (ward: string, answers: readonly string[] | undefined, withheld: readonly string[] = []) =>
    Object.fromEntries(
      settle({ values: { ward }, rows: answers === undefined ? {} : { uses: answers }, withheld }),
    )

  it('where it shows what their rules are about', () => {
    expect(of('North', ['Yes'])).toEqual({ east: false, shores: false, users: true })
    expect(of('East', ['No'])).toEqual({ east: true, shores: true, users: false, old_north: false })
  })

  it('and not where a value stands for several, or none is released', () => {
    expect(of('East and West', ['Yes'])).toEqual({ shores: true, users: true, old_north: false })
    expect(of('[not released]', ['Yes'])).toEqual({ users: true })
  })

  it('as one who gave no answer, unless the answer is withheld or in no list', () => {
    expect(of('[not released]', ['No reply'])).toEqual({ users: false })
    expect(of('[not released]', undefined)).toEqual({ users: false })
    expect(of('[not released]', undefined, ['uses'])).toEqual({})
    expect(of('[not released]', [])).toEqual({})
  })
})
