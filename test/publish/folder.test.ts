import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, tree } from '../support/stocktake.ts'
import { publish, sha256, workplace, writeRelease } from './fixture.ts'

const targetsIn = (home: string) => `target: { kind: folder, path: ${join(home, 'site')} }\n`

const listed = (site: string): readonly string[] =>
  JSON.parse(readFileSync(join(site, 'catalogue.json'), 'utf8')).consultations.map(
    ({ id }: { id: string }) => id,
  )

/** Every file of a release there is as its checksums say. */
const isWhole = (folder: string): boolean =>
  readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
    .trim()
    .split('\n')
    .every((line) => sha256(readFileSync(join(folder, line.slice(66)))) === line.slice(0, 64))

/** A site on which another consultation stands already, and the first version of ours. */
async function site(home: string) {
  const first = writeRelease(home)
  const parks = join(home, 'dist/parks/1.0.0')
  cpSync(first.folder, parks, { recursive: true })
  const text = readFileSync(join(parks, 'datapackage.json'), 'utf8').replace('"library-hours"', '"parks"')
  writeFileSync(join(parks, 'datapackage.json'), text)
  const sums = readFileSync(join(parks, 'SHA256SUMS'), 'utf8')
  writeFileSync(
    join(parks, 'SHA256SUMS'),
    sums.replace(/^.{64} {2}datapackage.json$/m, `${sha256(text)}  datapackage.json`),
  )
  for (const folder of [parks, first.folder])
    expect((await publish(home, folder, targetsIn(home))).exitCode).toBe(0)
  return first
}

describe('publishing to a folder', () => {
  it('copies the version, points latest to it, and lists it; then says unchanged', async () => {
    const home = workplace()
    await site(home)
    const { folder } = writeRelease(home, { version: '1.1.0' })
    writeFileSync(join(folder, 'secret.csv'), 'CANARY')
    writeFileSync(join(folder, '../index.html'), '<!DOCTYPE html><title>Library opening hours</title>')
    const outcome = await publish(home, folder, targetsIn(home))
    expect(outcome).toMatchObject({ exitCode: 0, status: 'published' })
    const place = join(home, 'site/library-hours')
    expect(isWhole(join(place, '1.1.0'))).toBe(true)
    expect(existsSync(join(place, '1.1.0/secret.csv'))).toBe(false)
    expect(existsSync(join(place, '1.1.0.zip'))).toBe(true)
    expect(isWhole(join(place, '1.0.0'))).toBe(true)
    expect(readlinkSync(join(place, 'latest'))).toBe('1.1.0')
    expect(readFileSync(join(place, 'index.html'), 'utf8')).toContain('Library')
    expect(listed(join(home, 'site'))).toEqual(['library-hours', 'parks'])
    const before = tree(join(home, 'site'))
    expect(await publish(home, folder, targetsIn(home))).toMatchObject({
      exitCode: 0,
      status: 'unchanged',
      sent: 0,
    })
    expect(tree(join(home, 'site'))).toEqual(before)
  })

  it('changes no version that was published, and does not go back', async () => {
    const home = workplace()
    const first = await site(home)
    const next = writeRelease(home, { version: '1.1.0' })
    await publish(home, next.folder, targetsIn(home))
    expect((await publish(home, first.folder, targetsIn(home))).exitCode).toBe(7)
    const other = writeRelease(workplace(), { version: '1.1.0', files: { 'data/more.csv': 'x\n' } })
    const outcome = await publish(home, other.folder, targetsIn(home))
    expect(outcome.exitCode).toBe(7)
    expect(outcome.said).toContain('higher version')
    expect(existsSync(join(home, 'site/library-hours/1.1.0/data/more.csv'))).toBe(false)
  })

  it('puts a damaged copy right', async () => {
    const home = workplace()
    const { folder } = await site(home)
    const place = join(home, 'site/library-hours/1.0.0')
    rmSync(join(place, 'README.md'))
    expect(await publish(home, folder, targetsIn(home))).toMatchObject({ exitCode: 0, status: 'published' })
    expect(isWhole(place)).toBe(true)
  })

  it('keeps a dataset in the catalogue whose descriptor is broken', async () => {
    const home = workplace()
    await site(home)
    writeFileSync(join(home, 'site/parks/1.0.0/datapackage.json'), '{')
    const { folder } = writeRelease(home, { version: '1.1.0' })
    const outcome = await publish(home, folder, targetsIn(home))
    expect(outcome.exitCode).toBe(0)
    expect(outcome.said).toContain('warning')
    expect(listed(join(home, 'site'))).toEqual(['library-hours', 'parks'])
  })

  it('leaves the site whole when it is killed at any change there, and ends the same when repeated', async () => {
    const home = workplace()
    await site(home)
    const { folder } = writeRelease(home, { version: '1.1.0' })
    const start = join(home, 'start')
    cpSync(join(home, 'site'), start, { recursive: true, verbatimSymlinks: true })
    writeFileSync(join(home, 'targets.yaml'), targetsIn(home))
    const killedAt = (change: number) =>
      spawnSync(
        process.execPath,
        [
          '--import',
          join(ROOT, 'test/publish/kill-at.mjs'),
          join(ROOT, 'pipeline/edge/stocktake.mjs'),
          ...['publish', folder, '--to', 'target', '--targets', 'targets.yaml'],
        ],
        {
          cwd: home,
          encoding: 'utf8',
          env: { ...process.env, KILL_AT: String(change), KILL_BELOW: join(home, 'site') },
        },
      )
    let kills = 0
    let whole: ReadonlyMap<string, Buffer> | undefined
    for (let change = 0; ; change += 1) {
      rmSync(join(home, 'site'), { recursive: true, force: true })
      cpSync(start, join(home, 'site'), { recursive: true, verbatimSymlinks: true })
      const ran = killedAt(change)
      if (ran.signal === null) {
        expect(ran.status, ran.stderr).toBe(0)
        // The first goes through undisturbed; the last made fewer changes than it was to be killed at.
        if (whole !== undefined) break
        whole = tree(join(home, 'site'))
        continue
      }
      kills += 1
      const latest = join(home, 'site/library-hours/latest')
      expect(isWhole(join(home, 'site/library-hours/1.0.0'))).toBe(true)
      expect(isWhole(join(home, 'site/library-hours', readlinkSync(latest)))).toBe(true)
      expect(listed(join(home, 'site'))).toEqual(['library-hours', 'parks'])
      // `.stocktake` holds the lock of the killed one, and what it left.
      const again = await publish(home, folder, targetsIn(home), {
        surroundings: { privately: join(home, '.stocktake') },
      })
      expect(again.exitCode, again.said).toBe(0)
      expect(visible(tree(join(home, 'site')))).toEqual(visible(whole ?? new Map()))
    }
    expect(kills).toBeGreaterThan(8)
    console.log(`folder: killed at each of ${kills} changes of the site`)
  }, 300_000)
})

/** What a web server shows: nothing hidden. */
const visible = (files: ReadonlyMap<string, Buffer>) =>
  new Map([...files].filter(([path]) => !path.split('/').some((part) => part.startsWith('.'))))
