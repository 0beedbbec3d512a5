import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilTimeText, instantOf, readDefinition } from '../../pipeline/definition/index.ts'
import { inWords } from '../../pipeline/edge/embargo.ts'

const at = (local: string, zone = 'Europe/London') => {
  const instant = instantOf({ local, zone })
  return instant === undefined ? undefined : new Date(instant).toISOString()
}

describe('an hour on the wall', () => {
  it('is another moment in summer than in winter', () => {
    expect(at('2026-12-01T09:30')).toBe('2026-12-01T09:30:00.000Z')
    expect(at('2026-07-01T09:30')).toBe('2026-07-01T08:30:00.000Z')
    expect(at('2026-07-01T09:30', 'UTC')).toBe('2026-07-01T09:30:00.000Z')
    expect(at('2026-12-01T09:30', 'Pacific/Auckland')).toBe('2026-11-30T20:30:00.000Z')
    expect(at('2026-07-01T09:30', 'Asia/Kathmandu')).toBe('2026-07-01T03:45:00.000Z')
    expect(at('2026-07-01T09:30', 'America/Los_Angeles')).toBe('2026-07-01T16:30:00.000Z')
  })

  it('is the second of two when clocks are put back, so that nothing is out too early', () => {
    expect(at('2026-10-25T00:59')).toBe('2026-10-24T23:59:00.000Z')
    expect(at('2026-10-25T01:30')).toBe('2026-10-25T01:30:00.000Z')
    expect(at('2026-10-25T02:00')).toBe('2026-10-25T02:00:00.000Z')
    // Half an hour, on an island.
    expect(at('2026-04-05T01:45', 'Australia/Lord_Howe')).toBe('2026-04-04T15:15:00.000Z')
  })

  it('does not exist when clocks are put forward over it, nor on a day of no calendar', () => {
    expect(at('2026-03-29T01:30')).toBe(undefined)
    expect(at('2026-03-29T00:59')).toBe('2026-03-29T00:59:00.000Z')
    expect(at('2026-03-29T02:00')).toBe('2026-03-29T01:00:00.000Z')
    expect(at('2026-02-29T09:30')).toBe(undefined)
    // A whole day that was left out, when the date line moved.
    expect(at('2011-12-30T12:00', 'Pacific/Apia')).toBe(undefined)
  })

  it('is shown by the clocks of its zone at the moment it is', () => {
    const zones = [
      'Europe/London',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Tehran',
      'Pacific/Apia',
      'UTC',
    ]
    const minutes = fc.integer({ min: Date.UTC(2000, 0, 2) / 60_000, max: Date.UTC(2037, 0, 1) / 60_000 })
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
        const moment = minute * 60_000
        const local = shown(moment, zone)
        const instant = instantOf({ local, zone })
        expect(instant).toBeDefined()
        expect(shown(instant ?? 0, zone)).toBe(local)
        expect(instant).toBeGreaterThanOrEqual(moment)
      }),
    )
  })
})

/** By another way of asking than the program's. */
const shown = (moment: number, timeZone: string): string =>
  new Date(moment)
    .toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .replace(' ', 'T')

describe('publishAt', () => {
  const define = (lines: string) =>
    readDefinition(
      `title: T\npublisher: { name: P }\nlicence: CC0-1.0\nfieldwork: { start: 2026-01-01, end: 2026-01-31 }\nresponses: { file: a.csv, columns: {} }\nquestions: { q1: { text: Well?, answers: [Yes, No] } }\n${lines}`,
      'consultation.yaml',
      'x',
    )

  it('dates the release', () => {
    const { value, issues } = define('publishAt: 2026-12-01T09:30[Europe/London]')
    expect(issues).toEqual([])
    expect(value?.published).toBe('2026-12-01')
    expect(value?.publishAt && civilTimeText(value.publishAt)).toBe('2026-12-01T09:30[Europe/London]')
  })

  const faults: readonly (readonly [string, string])[] = [
    ['publishAt: 2026-12-01T09:30', 'definition/wrong-form'],
    ['publishAt: 2026-12-01T09:30[Europe/Londres]', 'definition/no-such-zone'],
    ['publishAt: 2026-12-01T09:30[BST]', 'definition/no-such-zone'],
    ['publishAt: 2026-03-29T01:30[Europe/London]', 'definition/no-such-time'],
    ['publishAt: 2026-02-30T09:30[Europe/London]', 'definition/no-such-time'],
    ['published: 2026-12-02\npublishAt: 2026-12-01T09:30[Europe/London]', 'definition/publish-date'],
  ]
  for (const [lines, code] of faults) {
    it(`${lines.split('\n').at(-1)}: ${code}`, () => {
      expect(define(lines).issues.map((issue) => issue.code)).toEqual([code])
    })
  }
})

it('says how long in the two largest units', () => {
  const minute = 60_000
  expect(inWords(90 * minute)).toBe('1 hour 30 minutes')
  expect(inWords(60 * minute)).toBe('1 hour')
  expect(inWords(49 * 60 * minute)).toBe('2 days 1 hour')
  expect(inWords(1)).toBe('1 second')
})
