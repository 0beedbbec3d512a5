import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDefinition } from '../../pipeline/definition/index.ts'
import { nearest } from '../../pipeline/definition/nearest.ts'
import { BASE } from '../unit/definition-base.ts'

const KEYS = [
  'title',
  'publisher',
  'licence',
  'questions',
  'populations',
  'response_rates',
  'breakdowns',
  'asked_if',
]

const SLIPS = ['drop', 'double', 'swap', 'replace'] as const

/** The base with a passage cut out and another put in its place. */
const damaged = fc
  .tuple(
    fc.nat(BASE.length),
    fc.nat(12),
    fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        '\n',
        '\t',
        ':',
        ': ',
        '- ',
        '[',
        '}',
        '"',
        '*',
        '&a ',
        '!',
        'null',
        '{}',
        '[]',
        '1',
      ),
      fc.string(),
    ),
  )
  .map(([start, length, put]) => BASE.slice(0, start) + put + BASE.slice(start + length))

describe('reading a definition', () => {
  it('never throws, and gives either a definition or faults with lines of the file', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string()), (text) => {
        const { value, issues } = readDefinition(text, 'consultation.yaml', 'x')
        expect(value === undefined).toBe(issues.length > 0)
        for (const { row = 0, message } of issues) {
          expect(row).toBeGreaterThan(0)
          expect(row).toBeLessThanOrEqual(text.split('\n').length)
          expect(message).toMatch(/[.?]$/)
          expect(message).not.toMatch(/undefined|schema|property|pattern|must NOT/)
        }
      }),
      { seed: 20150120, numRuns: 300 },
    )
  })

  it('names every key left out with the line of what lacks it', () => {
    fc.assert(
      fc.property(fc.subarray(['title', 'licence', 'fieldwork'], { minLength: 1 }), (left) => {
        const text = BASE.split('\n')
          .filter((line) => !left.some((key) => line.startsWith(`${key}:`)))
          .join('\n')
        const { issues } = readDefinition(text, 'consultation.yaml', 'x')
        expect(issues.map(({ message }) => message).sort()).toEqual(
          left.map((key) => `'${key}' is missing.`).sort(),
        )
      }),
    )
  })
})

describe('nearest', () => {
  it('finds the key behind one slip of the fingers', () => {
    const slip = fc.tuple(fc.constantFrom(...KEYS), fc.nat(20), fc.constantFrom(...SLIPS))
    fc.assert(
      fc.property(slip, ([key, at, kind]) => {
        const index = at % (key.length - 1)
        const [before, letter, next, after] = [
          key.slice(0, index),
          key.charAt(index),
          key.charAt(index + 1),
          key.slice(index + 2),
        ]
        const made = { drop: next, double: letter + letter + next, swap: next + letter, replace: `x${next}` }
        expect(nearest(before + made[kind] + after, KEYS)).toBe(key)
      }),
    )
  })

  it('is silent about a word that is like none', () => {
    expect(nearest('colour', KEYS)).toBeUndefined()
    expect(nearest('', KEYS)).toBeUndefined()
  })
})
