import { describe, expect, it } from 'vitest'
import { buildGazetteer, findSpans, redact } from '../../pipeline/3-anonymise/redact/index.ts'

const nobody = { gazetteer: buildGazetteer([]) }
const redacted = (text: string): string => redact(text, findSpans(text, nobody))

describe('shapes', () => {
  it.each([
    ['Mail jo.bloggs@example.org today.', 'Mail [e-mail] today.'],
    ['Mail jo (at) example dot org today.', 'Mail [e-mail] today.'],
    ['Ring 07700 900842, or +44 (0)1632 960 233.', 'Ring [telephone number], or [telephone number].'],
    ['See www.example.org/x?y=1, please.', 'See [web address], please.'],
    ['I live at 12 Station Road, LS1 4AB.', 'I live at [address], [postcode].'],
    ['My NI number is AB 12 34 56 C.', 'My NI number is [National Insurance number].'],
    ['NHS 943 476 5919, born on 3rd May 1961.', 'NHS [NHS number], born on [date of birth].'],
    ['IBAN GB82 WEST 1234 5698 7654 32 now', 'IBAN [bank details] now'],
    ['The car was AB12 CDE.', 'The car was [vehicle registration].'],
  ])('redacts %j', (text, expected) => expect(redacted(text)).toBe(expected))

  it.each([
    'On 12 March 2015 we had 12,000 visits at £120,000,000 in 2015-2016.',
    'Section 3.2.1.4 of the plan, the M25 and the A12, in 3 ways.',
  ])('leaves %j', (text) => expect(redacted(text)).toBe(text))
})

describe('disguises', () => {
  it.each([
    ['zero-width characters', 'j\u200bo@exa\u2060mple.org'],
    ['NUL', 'jo@exa\u0000mple.org'],
    ['homoglyphs', 'j\u043e@ex\u0430mple.org'],
    ['full width', 'ｊｏ＠ｅｘａｍｐｌｅ．ｏｒｇ'],
    ['entities', 'jo&#64;example&period;org'],
    ['combining characters', 'jo\u0301@example.org'],
    ['right-to-left marks', 'jo\u202e\u200f@example.org'],
  ])('sees through %s', (_, text) => expect(redacted(text)).toBe('[e-mail]'))
})

describe('the consultation’s own names', () => {
  const gazetteer = buildGazetteer([
    { text: 'Abbot’s Example District Council', kind: 'council' },
    { text: 'Zoë Vespergarth', kind: 'name' },
  ])
  it.each([
    ['abbots-EXAMPLE district  council did', '[council] did'],
    ['as Zoe Vesper\u200bgarth’s idea', 'as [name]’s idea'],
    ['AbbotsExampleDistrictCouncil did', '[council] did'],
  ])('are found in %j', (text, expected) => {
    const once = redact(text, findSpans(text, { gazetteer }))
    expect(once).toBe(expected)
    expect(redact(once, findSpans(once, { gazetteer }))).toBe(once)
  })
})
