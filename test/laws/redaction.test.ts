import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildGazetteer,
  type Context,
  findSpans,
  mergeSpans,
  redact,
  redactAll,
} from '../../pipeline/3-anonymise/redact/index.ts'
import { ORGANISATIONS, PEOPLE, UNITS } from '../redaction/frame.ts'

const gazetteer = buildGazetteer([
  ...UNITS.map((text) => ({ text, kind: 'council', names: 'organisation' as const })),
  ...ORGANISATIONS.map((text) => ({ text, kind: 'organisation', names: 'organisation' as const })),
  ...PEOPLE.map((text) => ({ text, kind: 'name', names: 'person' as const })),
])
const own = buildGazetteer(
  [
    { text: 'Grace Green', kind: 'name', names: 'person' },
    { text: 'Reading Borough Council', kind: 'council', names: 'organisation' },
  ],
  true,
)
const context: Context = { gazetteer, own }

/** Pieces of what identifies, of what stands beside it, and of what is in neither. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      'jo@',
      'example.org',
      '07700 900',
      '842',
      'AB12',
      ' CDE',
      'Mr ',
      'Mrs',
      'Cllr ',
      'Green',
      'Grace',
      'Priya',
    ],
    ...[
      'Hebblethwaite',
      'Thornsea',
      ' Borough',
      ' Council',
      'Reading',
      'born ',
      '1/2/1961',
      'NHS ',
      '943 476 5919',
    ],
    ...[
      '[name]',
      '[council]',
      '[',
      ']',
      ' and ',
      ', ',
      '. ',
      '\n',
      "'s",
      '\u2019',
      '-',
      '12 ',
      'High Street',
      'LS1 4AB',
    ],
    ...[
      'my name is ',
      'Regards,\n',
      'J. ',
      'A ',
      'sort code ',
      '20-00-00',
      '<b>',
      '</b>',
      '&#64;',
      '\u200b',
      '\u0000',
    ],
    ...[
      'e\u0301',
      '\u202e',
      '\ud83d\ude00',
      '\ud800',
      '\u0001',
      '\ue000',
      'ﷺ',
      'ß',
      'İ',
      'of ',
      'The ',
      'said',
    ],
    ...UNITS,
    ...PEOPLE,
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 4 }),
)
const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''))

describe('spans', () => {
  it('lie in the text, in order, and do not overlap', () => {
    fc.assert(
      fc.property(text, (written) => {
        let end = 0
        for (const span of findSpans(written, context)) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          end = span.end
        }
        expect(end).toBeLessThanOrEqual(written.length)
      }),
    )
  })

  it('depend on the text and the context alone', () => {
    fc.assert(
      fc.property(text, text, (written, other) => {
        const first = findSpans(written, context)
        findSpans(other, context)
        expect(findSpans(written, context)).toEqual(first)
      }),
    )
  })
})

describe('redaction', () => {
  it('is done when it is done: what is redacted has nothing more to redact', () => {
    fc.assert(
      fc.property(text, (written) => {
        const sure = (one: string) => findSpans(one, context).filter((span) => span.sure)
        const once = redact(written, sure(written))
        expect(redact(once, sure(once))).toBe(once)
      }),
      { numRuns: 400 },
    )
  })

  it('is done also when everything doubtful is redacted', () => {
    fc.assert(
      fc.property(text, (written) => {
        const once = redactAll(written, context).text
        expect(findSpans(once, context)).toEqual([])
        expect(redactAll(once, context)).toEqual({ text: once, undecided: [] })
      }),
      { numRuns: 400 },
    )
  })

  it('leaves every character outside its spans', () => {
    fc.assert(
      fc.property(text, (written) => {
        const spans = mergeSpans(
          written,
          findSpans(written, context).map((span) => ({ ...span, sure: true })),
        )
        let rest = redact(written, spans)
        let from = 0
        for (const { start, end } of spans) {
          expect(rest.startsWith(written.slice(from, start))).toBe(true)
          rest = rest.slice(start - from).replace(/^\[[^\]]+\]/, '')
          from = end
        }
        expect(rest).toBe(written.slice(from))
      }),
    )
  })
})

describe('a name of the frame', () => {
  const between = fc.constantFrom('', ' ', '-', '  ', '\u200b', '\u00ad', '. ', '\u00a0', '\n', '\u2019')
  const written = (letter: string) =>
    fc.constantFrom(letter, letter.toUpperCase(), `${letter}\u0301`, `${letter}\u200d`)

  it('is found whatever its capitals, accents, spacing and invisible characters', () => {
    const name = 'thornseaboroughcouncil'
    const disguise = fc.tuple(fc.tuple(...[...name].map(written)), between, between)
    fc.assert(
      fc.property(disguise, ([letters, first, second]) => {
        const parts = [letters.slice(0, 8), letters.slice(8, 15), letters.slice(15)].map((part) =>
          part.join(''),
        )
        const typed = `We at ${parts[0]}${first}${parts[1]}${second}${parts[2]} agree.`
        expect(redact(typed, findSpans(typed, { gazetteer }))).toBe('We at [council] agree.')
      }),
    )
  })
})

describe('work', () => {
  it('has no pattern that is let loose on a text without bounds', () => {
    const loose = new Set<string>()
    const exec = RegExp.prototype.exec
    RegExp.prototype.exec = function (subject: string) {
      if (subject.length > 1000) loose.add(this.source)
      return exec.call(this, subject)
    }
    try {
      findSpans(HOSTILE.map((seed) => seed.repeat(400)).join(' '), context)
      for (const seed of HOSTILE) findSpans(seed.repeat(Math.ceil(1500 / seed.length)), context)
    } finally {
      RegExp.prototype.exec = exec
    }
    expect(loose.size).toBeGreaterThan(15)
    expect([...loose].filter((source) => isUnbounded(source) && source !== '\\d+')).toEqual([])
  })

  it('asks ten times as much of a text ten times as long', () => {
    for (const seed of HOSTILE) {
      const short = asked(seed.repeat(Math.ceil(2000 / seed.length)))
      const long = asked(seed.repeat(10 * Math.ceil(2000 / seed.length)))
      expect(long, JSON.stringify(seed)).toBeLessThanOrEqual(12 * short + 100)
    }
  })

  it('takes an answer of a megabyte', () => {
    const long = `${'We think that the plan is right and should go ahead. '.repeat(20_000)} Ask jo@example.org.`
    const spans = findSpans(long, context)
    expect(long.length).toBeGreaterThan(1_000_000)
    expect(redact(long, spans).endsWith('Ask [e-mail].')).toBe(true)
  })
})

/** Beginnings of what is sought, over and over: where a pattern that can run away would. */
const HOSTILE = [
  ...[
    'a',
    'A',
    '1',
    '0',
    '@',
    '.',
    '-',
    ' ',
    "'",
    'a@',
    'a.',
    'a-',
    '1 ',
    '1.',
    '1/',
    'a ',
    'A ',
    'A. ',
    'Aa ',
    'Aa-',
    'a_',
  ],
  ...[
    '<b',
    '<b>',
    '&#',
    '%40',
    'http://',
    'www.',
    'x@y.',
    'a at b dot ',
    '12 High ',
    '12 a ',
    '07700 ',
    '+44 ',
    'ab12cd',
    'gb12 ',
  ],
  ...[
    'born ',
    'born 1/1/',
    'my name is ',
    'Mr ',
    'Cllr Aa and ',
    'live in a ',
    'flat 1 ',
    'tel 1',
    'reg ab1',
    'twitter a',
    'x#1',
  ],
  ...[
    'Thornsea ',
    'Thornsea Borough ',
    '[name] ',
    '[name',
    '\u0000',
    '\u202e',
    'e\u0301',
    '\ud83d\ude00',
    '\u0430',
    '£1,',
    '\n',
  ],
]

/** How often a pattern is asked while a text is read. */
function asked(written: string): number {
  let count = 0
  const exec = RegExp.prototype.exec
  RegExp.prototype.exec = function (subject: string) {
    count += 1
    return exec.call(this, subject)
  }
  try {
    findSpans(written, context)
  } finally {
    RegExp.prototype.exec = exec
  }
  return count
}

/** Whether a pattern repeats something without a most: `*`, `+` or `{2,}` outside of a class. */
const isUnbounded = (source: string): boolean =>
  /[*+]|\{\d+,\}/.test(source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, ''))
