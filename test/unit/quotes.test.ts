import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemble } from '../../pipeline/3-anonymise/quotes/assemble.ts'
import { type Alike, attribute } from '../../pipeline/3-anonymise/quotes/attribution.ts'
import { decisionId } from '../../pipeline/3-anonymise/quotes/decision-id.ts'
import { locate } from '../../pipeline/3-anonymise/quotes/locate.ts'
import { parseWords } from '../../pipeline/3-anonymise/quotes/parse-words.ts'
import type { Span } from '../../pipeline/3-anonymise/redact/index.ts'

/** The quote of an answer, where these passages of it are redacted. */
function quote(answer: string, words: string, ...redacted: readonly string[]): string | undefined {
  const spans = redacted.map((passage): Span => {
    const start = answer.indexOf(passage)
    return { start, end: start + passage.length, kind: 'name', layer: 'names', sure: true, reason: '' }
  })
  const located = locate(answer, parseWords(words))
  return located === undefined ? undefined : assemble(answer, located, spans)
}

const ANSWER =
  'We tried it at Exville.\r\nOur chair, Ann  Other, said \u201cit can be flexed\u201d \u2013 and it can; nobody is unable to.'

describe('a quote', () => {
  it.each([
    ['whole', ANSWER.slice(0, 23), 'We tried it at Exville.'],
    ['over a line break', 'at Exville. Our chair', 'at Exville. Our chair'],
    ['with words left out', 'We tried it [...] and it can', 'We tried it [...] and it can'],
    ['marked otherwise', 'We tried it [\u2026] and it can [..]', 'We tried it [...] and it can [...]'],
    ['with words put in', '[They] tried it at Exville', '[They] tried it at Exville'],
    ['with a word changed at its end', 'it can be flex[ible]', 'it can be flex[ible]'],
    ['and at its beginning', 'nobody is [not ]able to', 'nobody is [not]able to'],
    [
      'retyped with straight quotes and dashes',
      'said "it can be flexed" - and',
      'said \u201cit can be flexed\u201d \u2013 and',
    ],
    ['a bracket that is not closed', 'We tried it [at', undefined],
    ['words of nobody', 'We failed at it', undefined],
    ['words in another order', 'and it can [...] We tried it', undefined],
    ['part of a word', 'nobody is [...] able to', undefined],
    ['letters retyped', 'we tried it', undefined],
    ['nothing of the answer', '[...]', '[...]'],
  ])('%s', (_, words, published) => {
    expect(quote(ANSWER, words)).toBe(published)
  })

  it('has a placeholder for what is redacted, also where it is cut', () => {
    expect(quote(ANSWER, 'Our chair, Ann Other, said', 'Ann  Other')).toBe('Our chair, [name], said')
    expect(quote(ANSWER, 'Our chair, Ann [...] said', 'Ann  Other')).toBe('Our chair, [name] [...] said')
    expect(quote(ANSWER, 'Other, said', 'Ann  Other')).toBe('[name], said')
  })

  it('has nothing invisible and no line break, and keeps letters of any script', () => {
    const answer = '\u202eא\u200eב ג\0ד\u2028e\u0301te\u0301 \u{1f469}\u200d\u{1f680} ok'
    expect(quote(answer, 'e\u0301te\u0301 \u{1f469}\u200d\u{1f680}')).toBe(
      'e\u0301te\u0301 \u{1f469}\u200d\u{1f680}',
    )
    expect(quote(answer, 'אב גד')).toBe('אב גד')
  })

  it('is made of passages of the redacted answer, in their order', () => {
    const word = fc.constantFrom('ab', 'cd', 'Ann', 'x\u2019y', 'not', '\n', ' ')
    fc.assert(
      fc.property(fc.array(word, { minLength: 6, maxLength: 20 }), fc.nat(9), fc.nat(9), (words, a, b) => {
        const answer = words.join(' ')
        const plain = answer.replace(/\s+/g, ' ').trim()
        const parts = plain.split(' ')
        const [first, last] = [Math.min(a, b) % parts.length, Math.max(a, b) % parts.length]
        const chosen = `${parts.slice(0, first).join(' ')} [...] ${parts.slice(Math.max(last, first)).join(' ')}`
        const published = quote(answer, chosen) ?? ''
        const passages = published.split('[...]').map((passage) => passage.trim())
        let from = 0
        for (const passage of passages) {
          const found = plain.indexOf(passage, from)
          expect(found).toBeGreaterThanOrEqual(0)
          from = found + passage.length
        }
      }),
    )
  })

  it('of a long answer costs no more than its length', () => {
    const answer = `${'a b '.repeat(250_000)}end`
    expect(quote(answer, 'a b end')).toBe('a b end')
    expect(quote(answer, `${'a b '.repeat(1000)}c`)).toBe(undefined)
    expect(parseWords('['.repeat(100_000)).length).toBe(1)
    expect(parseWords('[]'.repeat(50_000)).length).toBe(50_000)
  })
})

describe('an attribution', () => {
  const group = (region: string | null, type: string, count: number): Alike => ({
    values: { region, type },
    count,
  })
  const sheet = {
    attribution: ['{region} {type}', '{type}'],
    words: { type: { County: 'council', District: 'council', Borough: 'borough' } },
  }

  it('is the finest that enough respondents share', () => {
    const groups = [
      group('North', 'County', 2),
      group('North', 'District', 3),
      group('London', 'Borough', 5),
      group('South', 'District', 4),
      group('West', 'County', 1),
      group('South', 'Fire', 2),
      group(null, 'Fire', 3),
    ]
    expect(attribute(groups, sheet, 5)).toEqual([
      ...['North council', 'North council', 'London borough', 'Council', 'Council', 'Fire', 'Fire'],
    ])
  })

  it('counts among those of a coarser one only who have it, for they give each other away', () => {
    // One council outside the north: "Council" would mean it.
    const groups = [group('North', 'County', 9), group('South', 'County', 1)]
    expect(attribute(groups, sheet, 5)).toEqual(['North council', null])
    const more = [...groups, group('South', 'Fire', 4)]
    expect(attribute(more, sheet, 5)).toEqual(['North council', 'Respondent', 'Respondent'])
  })

  it('never names a group that fewer share, in whatever order groups come', () => {
    const value = fc.constantFrom('A', 'B', null)
    const groups = fc.array(
      fc.record({
        values: fc.record({ region: value, type: fc.constantFrom('County', 'Fire') }),
        count: fc.integer({ min: 1, max: 4 }),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(groups, (some) => {
        const labels = attribute(some, sheet, 5)
        const sizes = new Map<string, number>()
        for (const [index, label] of labels.entries())
          if (label !== null) sizes.set(label, (sizes.get(label) ?? 0) + (some[index]?.count ?? 0))
        expect([...sizes.values()].filter((size) => size < 5)).toEqual([])
        expect(attribute([...some].reverse(), sheet, 5)).toEqual([...labels].reverse())
      }),
    )
  })
})

describe('the number of a decision', () => {
  it('is another where the answer or what is decided is another', () => {
    const one = decisionId('An answer.', 'span', 'q1', 3, 9)
    expect(one).toMatch(/^[0-9a-f]{24}$/)
    expect(decisionId('An answer.', 'span', 'q1', 3, 9)).toBe(one)
    const others = [
      decisionId('An answer!', 'span', 'q1', 3, 9),
      decisionId('An answer.', 'span', 'q1', 3, 8),
      decisionId('An answer.', 'span', 'q13', 9),
      decisionId('An answer.', 'quote', 'q1', 3, 9),
    ]
    expect(new Set([one, ...others]).size).toBe(5)
  })
})
