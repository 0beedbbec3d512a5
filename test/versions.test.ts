import {
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, stocktake, tree, workplace } from './support/stocktake.ts'

/** A small consultation, to be changed: what it says, and what came in. */
function library(home: string) {
  const raw = join(home, 'raw/library')
  cpSync(join(ROOT, 'test/golden/library-hours/raw'), raw, { recursive: true })
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(raw, file), change(readFileSync(join(raw, file), 'utf8')))
  // What one changed answer gives away is another test's matter: see releases.test.ts.
  const waiver = 'waivers: [{ rule: release_difference, value: 0, reason: All of it is made up. }]'
  edit('consultation.yaml', (text) =>
    text.replace('version: 2.1.0\n', '').replace('privacy: { ', `privacy: { ${waiver}, `),
  )
  return {
    define: (change: (text: string) => string) => edit('consultation.yaml', change),
    receive: (change: (text: string) => string) => edit('export.csv', change),
  }
}

const versions = (home: string) =>
  readdirSync(join(home, 'dist/library'))
    .filter((name) => /^\d+\.\d+\.\d+$/.test(name))
    .sort()

interface Catalogue {
  readonly consultations: readonly {
    readonly id: string
    readonly latest?: string
    readonly versions: readonly { readonly version: string; readonly status: string; readonly kind: string }[]
  }[]
}
const catalogue = (home: string) =>
  (JSON.parse(readFileSync(join(home, 'dist/catalogue.json'), 'utf8')) as Catalogue).consultations.map(
    ({ id, latest, versions: all }) => [
      id,
      latest,
      all.map((one) => `${one.version} ${one.status} ${one.kind}`),
    ],
  )

describe('a year in the life of a release', { timeout: 240_000 }, () => {
  const home = workplace()
  const { define, receive } = library(home)
  const run = (...more: string[]) => stocktake(home, ['run', 'raw/library', ...more])
  const said = (version: string) => readFileSync(join(home, 'dist/library', version, 'CHANGELOG.md'), 'utf8')

  it('begins at 1.0.0, and an unchanged night touches nothing', () => {
    expect(run().result['version']).toBe('1.0.0')
    const before = touched(join(home, 'dist'))
    const night = run()
    expect([night.exitCode, night.result['status']]).toEqual([0, 'unchanged'])
    expect(touched(join(home, 'dist'))).toEqual(before)
    expect(catalogue(home)).toEqual([['library', '1.0.0', ['1.0.0 published first release']]])
  })

  it('rises by the third number when words change, and leaves what was published as it was', () => {
    const before = tree(join(home, 'dist/library/1.0.0'))
    define((text) => text.replace('title: Library opening hours', 'title: Library hours'))
    const next = run()
    expect(next.result['version']).toBe('1.0.1')
    expect(next.said).toContain('Version 1.0.1 is of 2026-05-01, no later than 1.0.0: portals')
    expect(tree(join(home, 'dist/library/1.0.0'))).toEqual(before)
    expect(readlinkSync(join(home, 'dist/library/latest'))).toBe('1.0.1')
    expect(said('1.0.1')).toContain('## 1.0.1, 1 May 2026: words only')
    expect(said('1.0.1')).toContain('## 1.0.0, 1 May 2026: first release')
  })

  it('refuses to change a figure without a word of why, and shows it as a draft', () => {
    receive((text) => text.replace('13;canary13@zyx.example;South;No', '13;canary13@zyx.example;South;Yes'))
    const before = tree(join(home, 'dist'))
    const refused = run()
    expect(refused.exitCode).toBe(2)
    expect(refused.said).toContain('changes: { 1.0.2: { kind: correction')
    expect(run('--draft').result).toMatchObject({ status: 'draft', version: '1.0.2', exitCode: 0 })
    expect(existsSync(join(home, '.stocktake/library/draft/datapackage.json'))).toBe(true)
    expect(tree(join(home, 'dist'))).toEqual(before)
  })

  it('refuses a version that goes backwards, or that is too low', () => {
    define((text) =>
      `${text}\nchanges:\n  1.0.2: { kind: correction, note: One answer had been mistyped. }\n`)
    for (const [version, words] of [
      ['1.0.0', '1.0.2 at least'],
      ['0.9.0', '1.0.2 at least'],
    ]) {
      define((text) => text.replace('licence:', `version: ${version}\nlicence:`))
      const refused = run()
      expect([refused.exitCode, versions(home)]).toEqual([2, ['1.0.0', '1.0.1']])
      expect(refused.said).toContain(words)
      define((text) => text.replace(`version: ${version}\n`, ''))
    }
  })

  it('labels a correction, and says what it corrected', () => {
    define((text) => text.replace('published: 2026-05-01', 'published: 2026-06-01'))
    const mended = run()
    expect(mended.result).toMatchObject({ version: '1.0.2', change: { kind: 'correction' } })
    expect(mended.said).not.toContain('no later than')
    expect(said('1.0.2')).toContain('1.0.2, 1 June 2026: correction\n\nOne answer had been mistyped.')
    expect(existsSync(join(home, '.stocktake/library/draft'))).toBe(false)
    const diff = stocktake(home, ['diff', 'dist/library/1.0.1', 'dist/library/1.0.2.zip'])
    expect(diff.said).toContain('Table 1, everyone, Yes, percent: 64 [u] -> 67 [u]')
    expect(diff.result).toMatchObject({ level: 'patch', needsNote: true, before: '1.0.1', after: '1.0.2' })
  })

  it('takes a late response for a planned revision, if it says so', () => {
    receive((text) => `${text.trimEnd()}\n900;late@zyx.example;South;Yes;Books;6;Agree;;31/03/2026 10:00\n`)
    expect(run().exitCode).toBe(2)
    define((text) =>
      `${text.trimEnd()}\n  1.1.0: { kind: planned revision, note: "One response came by post." }\n`)
    expect(run().result).toMatchObject({ version: '1.1.0', change: { kind: 'planned revision' } })
    expect(catalogue(home)[0]?.[2]).toEqual([
      '1.1.0 published planned revision',
      '1.0.2 published correction',
      '1.0.1 published description',
      '1.0.0 published first release',
    ])
  })

  it('leaves a tombstone of what is withdrawn, and does not publish it again', () => {
    const ran = stocktake(home, ['withdraw', 'dist/library/1.1.0', '--reason', 'It was not his to send.'])
    expect(ran.exitCode, ran.said).toBe(0)
    expect([...tree(join(home, 'dist/library/1.1.0')).keys()]).toEqual(['README.md', 'tombstone.json'])
    expect(existsSync(join(home, 'dist/library/1.1.0.zip'))).toBe(false)
    expect(readlinkSync(join(home, 'dist/library/latest'))).toBe('1.0.2')
    expect(catalogue(home)[0]?.slice(0, 2)).toEqual(['library', '1.0.2'])
    const before = tree(join(home, 'dist'))
    const night = run()
    expect([night.exitCode, night.result['status']]).toEqual([0, 'unchanged'])
    expect(night.said).toContain('It was not his to send.')
    define((text) => text.replace('title: Library hours', 'title: Hours of libraries'))
    const again = run()
    expect(again.exitCode).toBe(3)
    expect(again.said).toContain('withdrawn')
    expect(tree(join(home, 'dist'))).toEqual(before)
  })

  it('never gives a number twice', () => {
    receive((text) => text.replace(/900;late@[^\n]*\n/, ''))
    expect(run().result['version']).toBe('1.1.1')
    expect(said('1.1.1')).toMatch(/## 1\.1\.0.*\n\nWithdrawn on .*: It was not his to send\./)
    expect(readlinkSync(join(home, 'dist/library/latest'))).toBe('1.1.1')
  })
})

describe('a release that somebody altered', { timeout: 240_000 }, () => {
  it('is made again where it can be, and else stops the next, which is measured by it', () => {
    const home = workplace()
    const { define } = library(home)
    const run = () => stocktake(home, ['run', 'raw/library'])
    expect(run().exitCode).toBe(0)
    const victim = join(home, 'dist/library/1.0.0/data/tables.csv')
    const whole = readFileSync(victim)
    const alter = () => {
      const bytes = Buffer.from(whole)
      bytes[100] = (bytes[100] ?? 0) ^ 1
      writeFileSync(victim, bytes)
    }
    alter()
    expect(run().exitCode).toBe(0)
    expect(readFileSync(victim).equals(whole)).toBe(true)
    alter()
    define((text) => text.replace('title: Library opening hours', 'title: Library hours'))
    const refused = run()
    expect(refused.exitCode).toBe(3)
    expect(refused.said).toContain('library/1.0.0 is no longer as it was published')
    expect(versions(home)).toEqual(['1.0.0'])
    const verified = stocktake(home, ['verify', 'dist/library/1.0.0'])
    expect([verified.exitCode, verified.said]).toEqual([
      3,
      expect.stringContaining('data/tables.csv: The file is not'),
    ])
  })

  it('or a catalogue that somebody broke, keeps no other from being listed', () => {
    const home = workplace()
    library(home)
    expect(stocktake(home, ['run', 'raw/library']).exitCode).toBe(0)
    cpSync(join(home, 'dist/library'), join(home, 'dist/other'), { recursive: true, verbatimSymlinks: true })
    writeFileSync(join(home, 'dist/other/1.0.0/datapackage.json'), '{"title": ')
    writeFileSync(join(home, 'dist/catalogue.json'), '{"consultations": [')
    const ran = stocktake(home, ['run', 'raw/library'])
    expect([ran.exitCode, ran.result['status']]).toEqual([0, 'unchanged'])
    expect(ran.said).toContain('other/1.0.0 cannot be read')
    expect(catalogue(home).map(([id]) => id)).toEqual(['library'])
  })
})

/** Path -> when it was last touched and which file it is: a rewritten file differs, even with the same bytes. */
function touched(folder: string): ReadonlyMap<string, string> {
  const paths = ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()]
  return new Map(
    paths.map((path) => {
      const { mtimeMs, ctimeMs, ino } = lstatSync(join(folder, path))
      return [path, `${mtimeMs} ${ctimeMs} ${ino}`]
    }),
  )
}
