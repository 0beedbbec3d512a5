import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { percentInWords, ranksInWords, shareInWords, timesInWords } from '../../pipeline/words-of-size.ts'

describe('a share in words', () => {
  it.each([
    // As the published report words them: 62, 53, 98 and 33 of a hundred.
    [62, 100, 'just under two thirds'],
    [53, 100, 'just over half'],
    [98, 100, 'almost all'],
    [33, 100, 'around a third'],
    [1, 3, 'a third'],
    [25, 100, 'a quarter'],
    [24, 100, 'around a quarter'],
    [7, 100, 'a small number'],
    [8, 100, 'around one in ten'],
    [40, 100, 'four in ten'],
    [44, 100, 'just over four in ten'],
    [82, 100, 'around eight in ten'],
    [29, 100, 'just over a quarter'],
    [94, 100, 'just over nine in ten'],
    [0, 10, 'nobody'],
    [10, 10, 'all'],
    [0, 0, ''],
    // On the limits: 7.5 and 95 per cent, 2.5 and 5 points away.
    [75, 1000, 'around one in ten'],
    [74, 1000, 'a small number'],
    [950, 1000, 'almost all'],
    [949, 1000, 'just over nine in ten'],
    [525, 1000, 'around half'],
    [526, 1000, 'just over half'],
    [451, 1000, 'just under half'],
    [450, 1000, 'just over four in ten'],
    [449, 1000, 'just over four in ten'],
  ])('%i of %i: %s', (count, base, words) => {
    expect(shareInWords(count, base)).toBe(words)
  })

  it('says the same of the same share, whatever the base', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.nat(400),
        fc.integer({ min: 1, max: 1000 }),
        (base, n, by) => {
          const count = n % (base + 1)
          expect(shareInWords(count * by, base * by)).toBe(shareInWords(count, base))
        },
      ),
    )
  })
})

describe('a printed percentage in words, to stand beside it', () => {
  it.each([
    [72, 0, 'nearly three quarters'],
    [65, 0, 'just under two thirds'],
    [62, 0, 'nearly two thirds'],
    [50, 0, 'half'],
    [53, 0, 'just over half'],
    [54, 0, 'more than half'],
    [33, 0, 'a third'],
    [67, 0, 'two thirds'],
    [333, 1, 'a third'],
    [330, 1, 'just under a third'],
    [47, 0, 'nearly half'],
    [44, 0, 'more than four in ten'],
    [80, 0, 'eight in ten'],
    [94, 0, 'more than nine in ten'],
    [95, 0, 'almost all'],
    [99, 0, 'almost all'],
    [100, 0, undefined],
    [8, 0, 'just under one in ten'],
    [7, 0, undefined],
    [75, 1, 'nearly one in ten'],
    [74, 1, undefined],
    // On the limits: 2 points below, 3 above.
    [730, 1, 'just under three quarters'],
    [729, 1, 'nearly three quarters'],
    [530, 1, 'just over half'],
    [531, 1, 'more than half'],
  ])('%i units at %i decimals: %s', (units, decimals, words) => {
    expect(percentInWords(units, decimals)).toBe(words)
  })
})

describe('ranks in words', () => {
  it.each([
    [
      [9, 7, 3],
      ['most commonly mentioned', 'second most commonly mentioned', ''],
    ],
    [
      [20, 7, 7],
      [
        'by far the most commonly mentioned',
        'among the more commonly mentioned',
        'among the more commonly mentioned',
      ],
    ],
    [
      [7, 7, 3, 0],
      [
        'among the most commonly mentioned',
        'among the most commonly mentioned',
        'among the more commonly mentioned',
        '',
      ],
    ],
    [[5], ['']],
    [
      [0, 0],
      ['', ''],
    ],
  ])('%j', (counts, words) => {
    expect(ranksInWords(counts)).toEqual(words)
  })
})

describe('times in words', () => {
  it.each([
    [47, 12, 'almost four times as many'],
    [48, 12, 'four times as many'],
    [49, 12, 'just over four times as many'],
    [54, 12, 'more than four times as many'],
    [24, 12, 'twice as many'],
    [23, 12, 'almost twice as many'],
    [13, 12, 'slightly more'],
    [18, 12, 'around half as many again'],
    [12, 12, 'as many'],
    [3, 0, 'only'],
    [0, 0, 'none'],
    [130, 10, '13 times as many'],
  ])('%i to %i: %s', (more, fewer, words) => {
    expect(timesInWords(more, fewer)).toBe(words)
  })
})
