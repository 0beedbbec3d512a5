import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareReleases,
  compareVersions,
  describedRelease,
  differenceSentences,
  highest,
  type Level,
  levelOf,
  needsNote,
  raise,
} from '../../pipeline/8-publish/index.ts'
import { testEngine } from '../support/engine.ts'

const version = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)).map((numbers) => numbers.join('.'))
const level = fc.constantFrom<Level>('patch', 'minor', 'major')

describe('a version', () => {
  it('rises at every level, and further at a higher one', () => {
    fc.assert(
      fc.property(version, (one) => {
        const [patch, minor, major] = (['patch', 'minor', 'major'] as const).map((each) => raise(one, each))
        expect(compareVersions(one, patch ?? '')).toBeLessThan(0)
        expect(compareVersions(patch ?? '', minor ?? '')).toBeLessThan(0)
        expect(compareVersions(minor ?? '', major ?? '')).toBeLessThan(0)
        expect(raise(one, 'none')).toBe(one)
      }),
    )
  })

  it('is ordered by numbers, not by letters, the same from both sides', () => {
    expect(['1.10.0', '1.9.9', '10.0.0', '2.0.0'].sort(compareVersions)).toEqual([
      '1.9.9',
      '1.10.0',
      '2.0.0',
      '10.0.0',
    ])
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0)
      }),
    )
  })

  it('rises by the highest of what is asked', () => {
    fc.assert(
      fc.property(fc.array(level), version, (levels, one) => {
        const raised = raise(one, highest(levels))
        for (const each of levels) expect(compareVersions(raised, raise(one, each))).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

/** A descriptor with a table of responses whose one field can be changed. */
const field = { name: 'q1', title: 'Well?', type: 'string', categories: ['Yes', 'No'] }
const responses = (changes: object, more: readonly object[] = [], schema: object = {}) => ({
  name: 'survey',
  resources: [
    {
      name: 'responses',
      path: 'data/responses.csv',
      hash: 'sha256:1',
      title: 'Responses',
      schema: { fields: [{ ...field, ...changes }, ...more], missingValues: [''], ...schema },
    },
  ],
})
const LAST = responses({})

describe('the recipe for versions', () => {
  const cases: readonly (readonly [string, Level, object])[] = [
    ['nothing', 'none', LAST],
    ['another name of the package', 'major', { ...LAST, name: 'poll' }],
    ['a field is added', 'major', responses({}, [{ name: 'q2', type: 'string' }])],
    ['a field has another name', 'major', responses({ name: 'q9' })],
    ['a field has another type', 'major', responses({ type: 'number' })],
    ['a field has another format', 'major', responses({ format: 'email' })],
    ['a category goes', 'major', responses({ categories: ['Yes'] })],
    ['a category comes', 'minor', responses({ categories: ['Yes', 'No', "Don't know"] })],
    ['categories are put in order', 'major', responses({ categoriesOrdered: true })],
    ['unordered categories change places', 'patch', responses({ categories: ['No', 'Yes'] })],
    ['a label of a category', 'patch', responses({ categories: [{ value: 'Yes', label: 'Aye' }, 'No'] })],
    ['a constraint is added', 'major', responses({ constraints: { required: true } })],
    ['the wording', 'patch', responses({ title: 'Well now?' })],
    ['a missing value comes', 'minor', responses({}, [], { missingValues: ['', '-'] })],
    ['a primary key', 'major', responses({}, [], { primaryKey: 'q1' })],
    ['a file goes', 'major', { ...LAST, resources: [] }],
    ['a file comes', 'minor', { ...LAST, resources: [...LAST.resources, { name: 'notes', path: 'n.md' }] }],
  ]
  for (const [what, expected, after] of cases) {
    it(`${what}: ${expected}`, async () => {
      const { engine, folder } = await testEngine()
      const [before, now] = [LAST, after].map((each) => ({ described: describedRelease(each), folder }))
      if (before === undefined || now === undefined) throw new Error('two releases')
      const difference = await compareReleases(engine, before, now)
      expect(levelOf(difference), JSON.stringify(difference)).toBe(expected)
      engine.close()
    })
  }

  it('takes a laxer constraint for an addition and a stricter one for a break', async () => {
    const at = (minimum: number) => ({
      described: describedRelease(responses({ constraints: { minimum } })),
      folder: '',
    })
    const { engine } = await testEngine()
    expect(levelOf(await compareReleases(engine, at(1), at(0)))).toBe('minor')
    expect(levelOf(await compareReleases(engine, at(0), at(1)))).toBe('major')
    engine.close()
  })
})

describe('rows and figures', () => {
  const rowsOf = (name: string, fields: readonly string[], lines: readonly string[]) => ({
    text: `${[fields.join(','), ...lines].join('\n')}\n`,
    descriptor: {
      name: 'survey',
      resources: [
        {
          name,
          path: `${name}.csv`,
          schema: { fields: fields.map((one) => ({ name: one, type: 'string' })) },
        },
      ],
    },
    path: `${name}.csv`,
  })
  async function compared(before: ReturnType<typeof rowsOf>, after: ReturnType<typeof rowsOf>) {
    const [old, now] = [await testEngine(), await testEngine()]
    writeFileSync(join(old.folder, before.path), before.text)
    writeFileSync(join(now.folder, after.path), after.text)
    const { openEngine } = await import('../../pipeline/engine/index.ts')
    const engine = await openEngine({
      memoryLimit: '200MB',
      spill: join(now.folder, 'spill'),
      folders: [old.folder, now.folder],
    })
    const difference = await compareReleases(
      engine,
      { described: describedRelease(before.descriptor), folder: old.folder },
      { described: describedRelease(after.descriptor), folder: now.folder },
    )
    for (const each of [engine, old.engine, now.engine]) each.close()
    return difference
  }
  const rows = (...lines: string[]) => rowsOf('responses', ['id', 'q1'], lines)
  const FIGURE = ['table', 'population', 'row', 'statistic', 'value', 'status', 'base']
  const figures = (...lines: string[]) => rowsOf('tables', FIGURE, lines)

  it('counts rows by what they hold, whatever their number and order', async () => {
    const same = await compared(rows('1,Yes', '2,No', '3,No'), rows('1,No', '2,Yes', '3,No'))
    expect(same.rows).toEqual([{ resource: 'responses', before: 3, after: 3, added: 0, removed: 0 }])
    expect([levelOf(same), needsNote(same)]).toEqual(['none', false])
    const more = await compared(rows('1,Yes'), rows('1,Yes', '2,Yes'))
    expect([levelOf(more), needsNote(more)]).toEqual(['minor', false])
    const fewer = await compared(rows('1,Yes', '2,Yes'), rows('1,Yes'))
    expect([levelOf(fewer), needsNote(fewer)]).toEqual(['patch', true])
    const other = await compared(rows('1,Yes'), rows('1,No'))
    expect([levelOf(other), needsNote(other)]).toEqual(['patch', true])
  })

  it('finds each figure again by its key', async () => {
    const was = figures('1,all,Yes,percent,40,,20', '1,all,No,percent,60,,20', '2,all,Yes,percent,,c,9')
    const is = figures('1,all,Yes,percent,45,,20', '2,all,Yes,percent,10,,20', '3,all,Yes,percent,1,,20')
    const difference = await compared(was, is)
    const { added, removed, changed, marked, tables, list } = difference.figures
    expect({ added, removed, changed, marked, tables }).toEqual({
      added: 1,
      removed: 1,
      changed: 2,
      marked: 0,
      tables: ['1', '2', '3'],
    })
    const at = { population: 'all', statistic: 'percent' }
    expect(list).toEqual([
      { ...at, change: 'removed', table: '1', row: 'No', before: '60', baseBefore: '20' },
      {
        ...at,
        change: 'changed',
        table: '1',
        row: 'Yes',
        before: '40',
        after: '45',
        baseBefore: '20',
        baseAfter: '20',
      },
      {
        ...at,
        change: 'changed',
        table: '2',
        row: 'Yes',
        before: '[c]',
        after: '10',
        baseBefore: '9',
        baseAfter: '20',
      },
      { ...at, change: 'added', table: '3', row: 'Yes', after: '1', baseAfter: '20' },
    ])
    expect([levelOf(difference), needsNote(difference)]).toEqual(['major', true])
  })

  it('tells a mark of low reliability from another value, and asks for no reason', async () => {
    const unmarked = figures('1,all,Yes,percent,40,,45', '1,all,No,percent,60,,45')
    const marked = figures('1,all,Yes,percent,40,u,45', '1,all,No,percent,60,u,45')
    const difference = await compared(unmarked, marked)
    expect(difference.figures).toMatchObject({ added: 0, removed: 0, changed: 0, marked: 2 })
    expect(difference.figures.list[0]).toMatchObject({ change: 'marked', before: '60', after: '60 [u]' })
    expect([levelOf(difference), needsNote(difference)]).toEqual(['patch', false])
    expect(differenceSentences(difference)[0]).toContain('marked otherwise')
    const moved = await compared(unmarked, figures('1,all,Yes,percent,40,,45', '1,all,No,percent,60,u,44'))
    expect(moved.figures).toMatchObject({ changed: 1, marked: 0 })
    expect([levelOf(moved), needsNote(moved)]).toEqual(['patch', true])
    const hidden = await compared(marked, figures('1,all,Yes,percent,,x,45', '1,all,No,percent,60,u,45'))
    expect(hidden.figures.list).toMatchObject([{ change: 'changed', before: '40 [u]', after: '[x]' }])
  })

  it('takes a heading that has the mark for the same column', async () => {
    const printed = (heading: string) => rowsOf('table-1', ['Answer', heading], ['Yes,40'])
    const difference = await compared(printed('North (per cent)'), printed('North (per cent) [u]'))
    expect(difference.schema).toEqual([])
    const other = await compared(printed('North (per cent)'), printed('South (per cent) [u]'))
    expect(levelOf(other)).toBe('major')
  })
})
