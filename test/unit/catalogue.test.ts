import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogueOf, type FoundRelease, renderCatalogue } from '../../pipeline/8-publish/index.ts'

const release = (id: string, version: string, changes: Partial<FoundRelease> = {}): FoundRelease => ({
  id,
  version,
  archiveBytes: 1234,
  checksums: 'a'.repeat(64),
  descriptor: {
    title: `Survey ${id}`,
    version,
    contributors: [{ title: 'Borough of Testing' }],
    changes: [{ version, kind: 'correction', date: '2026-05-01', note: 'Mended.', differences: [] }],
    resources: [{ name: 'responses', path: 'data/responses.csv', schema: { fields: [] } }],
  },
  ...changes,
})
const catalogue = (found: readonly FoundRelease[], before?: unknown) => {
  const { value, issues } = catalogueOf(found, before)
  const text = renderCatalogue(value).get('catalogue.json') ?? ''
  return {
    entries: value,
    issues: issues.map(({ code }) => code),
    text,
    written: JSON.parse(text) as unknown,
  }
}
const listed = ({ entries }: ReturnType<typeof catalogue>): readonly string[] =>
  entries.flatMap(({ id, versions }) => versions.map(({ version }) => `${id} ${version}`))

describe('a catalogue', () => {
  it('lists each consultation once, its versions by number, the newest first', () => {
    const made = catalogue([release('b', '1.9.0'), release('b', '1.10.0'), release('a', '1.0.0')])
    expect(listed(made)).toEqual(['a 1.0.0', 'b 1.10.0', 'b 1.9.0'])
    expect(made.entries[1]).toMatchObject({ title: 'Survey b', latest: '1.10.0' })
    expect(made.entries[1]?.versions[0]).toEqual({
      version: '1.10.0',
      kind: 'correction',
      date: '2026-05-01',
      note: 'Mended.',
      status: 'published',
      path: 'b/1.10.0',
      archive: 'b/1.10.0.zip',
      archiveBytes: 1234,
      sha256: 'a'.repeat(64),
    })
    expect(made.text).not.toContain('"schema"')
  })

  it('reads the same whatever the order in which releases are found, and when made of itself', () => {
    const found = [release('b', '1.0.0'), release('a', '1.0.0'), release('a', '2.0.0')]
    const made = catalogue(found)
    fc.assert(
      fc.property(fc.shuffledSubarray(found, { minLength: 3 }), (shuffled) => {
        expect(catalogue(shuffled, made.written).text).toBe(made.text)
      }),
    )
  })

  const broken: readonly (readonly [string, Partial<FoundRelease>])[] = [
    ['without a descriptor', { descriptor: undefined }],
    ['whose descriptor is no object', { descriptor: [7] }],
    ['without a title', { descriptor: { version: '1.0.0' } }],
    ['of another version than its folder', { descriptor: { title: 'Survey a', version: '9.0.0' } }],
  ]
  for (const [what, changes] of broken) {
    it(`keeps a release ${what} as it was listed, and tells`, () => {
      const before = catalogue([release('a', '1.0.0'), release('b', '1.0.0')])
      const { text, issues } = catalogue(
        [release('a', '1.0.0', changes), release('b', '1.0.0')],
        before.written,
      )
      expect(issues).toEqual(['publish/broken-release'])
      expect(text).toBe(before.text)
      expect(listed(catalogue([release('a', '1.0.0', changes), release('b', '1.0.0')]))).toEqual(['b 1.0.0'])
    })
  }

  it('keeps a release that is not there any more, and tells', () => {
    const before = catalogue([release('a', '1.0.0'), release('b', '1.0.0')])
    const { text, issues } = catalogue([release('b', '1.0.0')], before.written)
    expect([text, issues]).toEqual([before.text, ['publish/missing-release']])
  })

  it('tells what is in the version to be used: tables without their breakdowns, and themes', () => {
    const table = (id: string, title: string) => ({
      name: `table-${id}`,
      path: `data/tables/${id}.csv`,
      title,
    })
    const descriptor = {
      title: 'Survey a',
      version: '1.0.0',
      resources: [
        { name: 'responses', path: 'data/responses.csv', title: 'Anonymous responses' },
        table('1', 'Table 1: Which (tick all)?'),
        table('2', 'Table 2: Do you agree?'),
        table('2_by_region', 'Table 2_by_region: Do you agree? (by region)'),
        table('themes_q', 'Why? (themes)'),
      ],
    }
    const themes = 'question,theme_title\nq,Costs\nq,"Hours, and days"\nq,Costs\n'
    const made = catalogue([release('a', '1.0.0', { descriptor, themes })])
    const contents = {
      tables: ['Which (tick all)?', 'Do you agree?', 'Why? (themes)'],
      themes: ['Costs', 'Hours, and days'],
    }
    expect(made.entries[0]?.contents).toEqual(contents)
    const kept = catalogue([release('a', '1.0.0', { descriptor: 7 })], made.written)
    expect(kept.entries[0]?.contents).toEqual(contents)
    const damaged = catalogue([release('a', '1.0.0', { descriptor, themes: '"' })])
    expect(damaged.entries[0]?.contents).toEqual({ ...contents, themes: [] })
  })

  it('has a page for people with every version, what was published last first', () => {
    const change = (date: string) => ({ changes: [{ version: '1.0.0', kind: 'first release', date }] })
    const dated = (id: string, date: string) =>
      release(id, '1.0.0', { descriptor: { title: id, version: '1.0.0', ...change(date) } })
    const { value } = catalogueOf(
      [dated('a', '2026-01-01'), dated('b', '2026-02-01'), dated('c', '2026-01-01')],
      undefined,
    )
    const page = renderCatalogue(value).get('index.html') ?? ''
    expect([...page.matchAll(/<h2>(\w)</g)].map(([, title]) => title)).toEqual(['b', 'a', 'c'])
    expect(page.match(/1 January 2026/g)?.length).toBe(2)
    expect(page).not.toContain('feed')
    expect(renderCatalogue(value, { feed: 'feed.atom' }).get('index.html')).toContain('href="feed.atom"')
    expect([...renderCatalogue(value).keys()]).toEqual(['index.html', 'catalogue.json'])
  })

  it('is made anew from the releases where the one before is broken', () => {
    const found = [release('a', '1.0.0')]
    for (const before of [
      undefined,
      7,
      'text',
      { consultations: 'none' },
      { consultations: [{ id: 'a' }, null, { id: 7, title: 'x' }] },
    ])
      expect(listed(catalogue(found, before))).toEqual(['a 1.0.0'])
  })

  it('keeps what was withdrawn, with the reason, and points to the newest that is left', () => {
    const tombstone = {
      id: 'a',
      title: 'Survey a',
      version: '1.0.1',
      date: '2026-06-01',
      reason: 'A name was in it.',
      changes: [{ version: '1.0.1', kind: 'correction' as const, differences: [] }],
      descriptor: { title: 'Survey a', version: '1.0.1', resources: [] },
      data: '',
    }
    const gone = { id: 'a', version: '1.0.1', tombstone }
    const made = catalogue([release('a', '1.0.0'), gone])
    expect(made.entries[0]).toMatchObject({ latest: '1.0.0' })
    expect(made.entries[0]?.versions[0]).toMatchObject({
      status: 'withdrawn',
      withdrawn: { date: '2026-06-01', reason: 'A name was in it.' },
    })
    const alone = catalogue([gone])
    expect(alone.entries[0]).toMatchObject({ title: 'Survey a', descriptor: { version: '1.0.1' } })
    expect(alone.entries[0]?.latest).toBe(undefined)
  })

  it('never grows shorter, whatever is found', () => {
    const one = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      version: fc.constantFrom('1.0.0', '1.0.1', '2.0.0'),
      readable: fc.boolean(),
    })
    const found = fc
      .uniqueArray(one, { selector: ({ id, version }) => `${id} ${version}` })
      .map((all) =>
        all.map(({ id, version, readable }) => release(id, version, readable ? {} : { descriptor: 7 })),
      )
    fc.assert(
      fc.property(found, found, (earlier, later) => {
        const before = catalogue(earlier)
        const after = listed(catalogue(later, before.written))
        for (const each of listed(before)) expect(after).toContain(each)
      }),
    )
  })
})
