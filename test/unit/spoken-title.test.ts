import { describe, expect, it } from 'vitest'
import { spokenTitle, spokenValue } from '../../pipeline/definition/index.ts'

describe('a title within a sentence', () => {
  it.each([
    ['Region', 'region', 'region North'],
    ['Region of England', 'region of England', 'region of England North'],
    ['NHS region', 'NHS region', 'NHS region North'],
    ['Which ward?', '“Which ward?”', 'the answer ‘North’ to “Which ward?”'],
    ['X', 'x', 'x North'],
    ['5-year age band', '5-year age band', '5-year age band North'],
  ])('%s', (title, alone, withValue) => {
    expect(spokenTitle(title)).toBe(alone)
    expect(spokenValue(title, 'North')).toBe(withValue)
  })
})
