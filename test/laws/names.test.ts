import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { LABEL_MACROS } from '../../pipeline/2-clean/labels.ts'
import { NAME_MACROS } from '../../pipeline/2-clean/names/index.ts'
import { type Engine, literals } from '../../pipeline/engine/index.ts'
import { testEngine } from '../support/engine.ts'
import { SHARED } from '../support/stocktake.ts'
import { type Cells, matchNames } from '../unit/names-matching.ts'

const REGISTER = join(SHARED, 'register/uk_local_authorities.csv')
type Authority = Readonly<Record<string, string>>

/** The real register of every authority there has been of late, former ones too. */
function register(context: { skip: () => void }): readonly Authority[] {
  if (!existsSync(REGISTER)) {
    console.log('skipped: no register beside the project')
    context.skip()
  }
  return parse(readFileSync(REGISTER), { columns: true, bom: true })
}

const frameOf = (authorities: readonly Authority[], name: string): Cells => [
  ['key', 'name', 'from', 'until'],
  ...authorities.map((one) => [
    one['local-authority-code'] ?? '',
    one[name] ?? '',
    one['start-date'] || null,
    one['end-date'] || null,
  ]),
]

describe('names of real authorities', () => {
  it('never find another authority, on whatever day', { timeout: 120_000 }, async (context) => {
    const authorities = register(context)
    const dates = authorities.flatMap((one) => [one['start-date'] ?? '', one['end-date'] ?? ''])
    const days = [...new Set(dates)].filter((day) => day >= '2015').sort()
    expect(days.length).toBeGreaterThan(10)
    const key = (one: Authority) => one['local-authority-code'] ?? ''
    for (const day of days) {
      // The bare name of a place may mean whichever authority was there; a full name only its own.
      const there = authorities.filter(
        (one) => (one['start-date'] ?? '') <= day && (one['end-date'] || '9999') >= day,
      )
      const bears = new Map<string, Set<string>>()
      const borne = [
        ...authorities.map((one) => [one['official-name'] ?? '', key(one)] as const),
        ...there.map((one) => [one['nice-name'] ?? '', key(one)] as const),
      ]
      for (const [name, bearer] of borne) bears.set(name, (bears.get(name) ?? new Set()).add(bearer))
      const typed = [...bears.keys()]
      const frame = frameOf(authorities, 'official-name')
      const { responses } = await matchNames({ frame, typed, lastDay: day })
      const units = typed.map((_, index) => responses[index]?.['unit'])
      const wrong = typed.filter((name, index) => {
        const unit = units[index]
        return typeof unit === 'string' && !bears.get(name)?.has(unit)
      })
      expect(wrong, day).toEqual([])
      const missed = there.filter((one) => units[typed.indexOf(one['official-name'] ?? '')] !== key(one))
      expect(
        missed.map((one) => one['official-name']),
        day,
      ).toEqual([])
    }
  })

  it('share no form that counts, be it written in capitals, turned round or cut short', async (context) => {
    const authorities = register(context).filter((one) => one['current-authority'] === 'True')
    const frame = frameOf(authorities, 'official-name')
    const variants = (name: string) => [
      name.toUpperCase(),
      name.replaceAll('-', ' ').replaceAll("'", '’'),
      name.replace(/\band\b/g, '&'),
      name.replace(/ (City|Borough|County|District|Metropolitan Borough|County Borough) Council$/, ''),
      name.split(' ').reverse().join(' '),
    ]
    const typed = authorities.map((one) => variants(one['official-name'] ?? ''))
    const { responses } = await matchNames({ frame, typed: typed.flat() })
    const wrong = typed.flatMap((names, at) =>
      names.filter((_, index) => {
        const unit = responses[at * names.length + index]?.['unit']
        return unit !== null && unit !== authorities[at]?.['local-authority-code']
      }),
    )
    expect(wrong).toEqual([])
    // London boroughs turned round are missed: their phrase is dropped whole, lest London be a dropped word.
    const missed = typed.flat().filter((_, index) => responses[index]?.['unit'] === null)
    expect(missed.length / responses.length).toBeLessThan(0.02)
  })
})

describe('forms of a name', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = (await testEngine()).engine
    for (const macro of [...LABEL_MACROS, ...NAME_MACROS]) await engine.run(macro)
  })
  const forms = async (names: readonly string[]) =>
    engine.rows(`SELECT strict, loose, sorted_words(loose) AS sorted, review FROM
      (SELECT strict, loose_words(strict) AS loose, review FROM
        (SELECT strict_name(x) AS strict, review_form(x) AS review FROM
          (SELECT unnest([${literals(names)}]) AS x)))`)
  const word = fc.constantFrom(
    ...['Ash', 'Bow', 'Côte', 'Dún', 'St', 'the', 'of', 'County', 'City', 'Council', 'Łódź', '-', "O'", ''],
  )
  const name = fc
    .oneof(
      fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    )
    .filter((text) => !text.includes('\0'))
  const names = fc.array(name, { minLength: 50, maxLength: 200 })

  it('are made once: a form of a form is itself, and so is that of a name made safe for spreadsheets', async () => {
    const law = fc.asyncProperty(names, async (typed) => {
      const first = await forms(typed)
      const text = (column: string) => first.map((row) => String(row[column]))
      expect((await forms(text('strict'))).map((row) => row['strict'])).toEqual(text('strict'))
      expect((await forms(text('review'))).map((row) => row['review'])).toEqual(text('review'))
      const safe = await forms(typed.map((one) => `'${one}`))
      expect(safe.map((row) => row['review'])).toEqual(text('review'))
    })
    await fc.assert(law, { numRuns: 10 })
  })

  it('are blank only where there is nothing to read', async () => {
    const law = fc.asyncProperty(names, async (typed) => {
      const made = await forms(typed)
      const blank = made.map((row) => row['strict'] === '')
      expect(made.map((row) => row['loose'] === '')).toEqual(blank)
      const readable = typed.map((one) => /[\p{L}\p{N}&+]/u.test(one))
      expect(typed.filter((_, index) => blank[index] === true && readable[index] === true)).toEqual([])
      expect(
        typed.filter((one, index) => blank[index] === false && !/[\p{L}\p{N}\p{M}&+]/u.test(one)),
      ).toEqual([])
    })
    await fc.assert(law, { numRuns: 10 })
  })

  it('forget order, capitals and doubled blanks', async () => {
    const five = ['Ash', 'Bow', 'Côte', 'Dún', 'Ely']
    const law = fc.asyncProperty(
      fc.array(fc.shuffledSubarray(five, { minLength: 1 }), { minLength: 50 }),
      async (lists) => {
        const sorted = (rows: Awaited<ReturnType<typeof forms>>) => rows.map((row) => row['sorted'])
        const straight = await forms(lists.map((words) => [...words].sort().join(' ')))
        const turned = await forms(lists.map((words) => words.join('  ').toUpperCase()))
        expect(sorted(turned)).toEqual(sorted(straight))
      },
    )
    await fc.assert(law, { numRuns: 10 })
  })
})
