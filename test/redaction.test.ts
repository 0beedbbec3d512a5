import { afterAll, describe, expect, it } from 'vitest'
import { buildGazetteer, type Context } from '../pipeline/3-anonymise/redact/index.ts'
import { factsOf } from '../pipeline/3-anonymise/redact/vocabulary/facts.ts'
import { ORGANISATIONS, PEOPLE, UNITS } from './redaction/frame.ts'
import { frameTexts, HELD_OUT, innocentTexts, nameTexts, ownTexts, shapeTexts } from './redaction/generate.ts'
import type { Labelled } from './redaction/label.ts'
import { type Figures, measure, share } from './redaction/measure.ts'
import { SHAPE_VALUES } from './redaction/shape-values.ts'

/**
 * What the redactor finds in a labelled set that its code has never seen: generated from templates and names of this
 * folder (test/redaction). The figures are printed by kind; the README has them.
 */
const nobody: Context = { gazetteer: buildGazetteer([]) }
const gazetteer = buildGazetteer([
  ...UNITS.map((text) => ({ text, kind: 'council', names: 'organisation' as const })),
  ...ORGANISATIONS.map((text) => ({ text, kind: 'organisation', names: 'organisation' as const })),
  ...PEOPLE.map((text) => ({ text, kind: 'name', names: 'person' as const })),
])
const printed: string[] = []

function figures(kind: string, texts: readonly Labelled[], contextOf: (text: Labelled) => Context): Figures {
  const found = measure(texts, contextOf)
  printed.push(
    `| ${kind} | ${found.marked} | ${share(found.redacted, found.marked)} | ${share(found.found, found.marked)} | ${share(found.redactedInnocent, found.innocent)} | ${share(found.reviewedInnocent, found.innocent)} |`,
  )
  return found
}

afterAll(() => {
  const heading =
    '| what | marked | redacted | redacted or to review | other words redacted | other words to review |\n|---|---:|---:|---:|---:|---:|'
  process.stdout.write(`\nOf 100 of each kind in the labelled set:\n${heading}\n${printed.join('\n')}\n`)
})

describe('of the labelled set', () => {
  it.each(Object.keys(SHAPE_VALUES))('finds 99 in 100 of every %s', (kind) => {
    const found = figures(kind, shapeTexts(kind, 400), () => nobody)
    expect(found.marked).toBeGreaterThanOrEqual(400)
    expect(found.redacted / found.marked).toBeGreaterThanOrEqual(0.99)
    expect(found.redactedInnocent / found.innocent).toBeLessThanOrEqual(0.02)
  })

  it('finds every identifier of the frame, however it is written', () => {
    const found = figures('name of the frame', frameTexts(1000), () => ({ gazetteer }))
    expect(found.undecided).toEqual([])
    expect(found.redacted).toBe(found.marked)
  })

  it('finds what gives away the writer in the own answers', () => {
    const found = figures('own place, job title, name', ownTexts(500), ({ own }) => ({
      gazetteer,
      own: buildGazetteer(
        [
          { text: own?.name ?? '', kind: 'name', names: 'person' },
          { text: own?.unit ?? '', kind: 'council', names: 'organisation' },
          { text: own?.jobTitle ?? '', kind: 'job title' },
        ],
        true,
      ),
    }))
    expect(found.undecided).toEqual([])
    expect(found.redacted).toBe(found.marked)
  })

  it('redacts 85 in 100 names of other people without help, and misses one in 100', () => {
    const found = figures('name outside the frame', nameTexts(2000, HELD_OUT), () => nobody)
    expect(found.redacted / found.marked).toBeGreaterThanOrEqual(0.85)
    expect(found.found / found.marked).toBeGreaterThanOrEqual(0.99)
    expect(found.redactedInnocent / found.innocent).toBeLessThanOrEqual(0.02)
  })

  it('leaves 98 in 100 ordinary words', () => {
    const found = figures('(innocent answers)', innocentTexts(500), () => ({ gazetteer }))
    expect(found.innocent).toBeGreaterThan(5000)
    expect(found.redactedInnocent / found.innocent).toBeLessThanOrEqual(0.02)
  })

  it('has names that no list of the redactor knows', () => {
    const known = (names: readonly string[]) =>
      names.filter((name) => {
        const { given, listed } = factsOf(name.toLowerCase().replace(/['’]/g, ''))
        return given || listed
      }).length
    printed.push(
      `\nOf the names outside the frame the redactor's lists know ${share(known(HELD_OUT.given), HELD_OUT.given.length)} in 100 first names and ${share(known(HELD_OUT.surnames), HELD_OUT.surnames.length)} in 100 surnames.`,
    )
    expect(known(HELD_OUT.surnames)).toBeLessThan(HELD_OUT.surnames.length)
    expect(known(HELD_OUT.given)).toBeLessThan(HELD_OUT.given.length)
  })
})
