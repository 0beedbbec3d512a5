import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Invenio, invenio } from '../simulators/invenio.ts'
import { type Simulator, startSimulator } from '../simulators/server.ts'
import { everyFault } from './every-fault.ts'
import { publish, TOKEN, workplace, writeRelease } from './fixture.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator()
})
afterAll(() => simulator.close())

const targets = () => `target: { kind: invenio, url: "${simulator.url}", token_from: TEST_TOKEN }\n`
const fresh = () => invenio({ token: TOKEN })

/** The published files of a record: name -> bytes. */
const filesOf = ({ records }: Invenio, index = 0) =>
  new Map((records[index]?.files ?? []).map(({ key, bytes }) => [key, bytes ?? Buffer.alloc(0)]))

describe('publishing to InvenioRDM', () => {
  it('publishes one record, with its DOI inside, and then says unchanged', async () => {
    const home = workplace()
    const { folder } = writeRelease(home)
    const portal = fresh()
    simulator.begin(portal.portal)
    const first = await publish(home, folder, targets())
    expect(first.said).toContain('Published')
    expect(first).toMatchObject({ exitCode: 0, doi: '10.5072/test.rec-2', conceptDoi: '10.5072/test.par-1' })
    expect(portal.records).toMatchObject([
      {
        published: true,
        metadata: { title: 'Library opening hours', version: '1.0.0', rights: [{ id: 'ogl-uk-3.0' }] },
      },
    ])
    const files = filesOf(portal)
    expect([...files.keys()]).toEqual(['library-hours-1.0.0.zip', 'responses.csv', 'README.md'])
    const archive = unzipSync(files.get('library-hours-1.0.0.zip') ?? new Uint8Array())
    const text = (path: string) => Buffer.from(archive[path] ?? []).toString()
    expect(JSON.parse(text('datapackage.json')).id).toBe('https://doi.org/10.5072/test.rec-2')
    expect(text('CITATION.cff')).toContain('\nversion: "1.0.0"\ndoi: "10.5072/test.rec-2"\n')
    for (const line of text('SHA256SUMS').trim().split('\n')) {
      const [sum = '', path = ''] = line.split('  ')
      expect(
        createHash('sha256')
          .update(archive[path] ?? '')
          .digest('hex'),
        path,
      ).toBe(sum)
    }
    expect(await publish(home, folder, targets())).toMatchObject({
      exitCode: 0,
      status: 'unchanged',
      sent: 0,
    })
    expect(portal.publications).toEqual(['rec-2'])
  })

  it('publishes a new version under the same concept DOI, and never goes back', async () => {
    const home = workplace()
    const old = writeRelease(home)
    const next = writeRelease(home, { version: '1.1.0' })
    const portal = fresh()
    simulator.begin(portal.portal)
    const first = await publish(home, old.folder, targets())
    const second = await publish(home, next.folder, targets())
    expect(second).toMatchObject({ exitCode: 0, status: 'published', conceptDoi: first['conceptDoi'] })
    expect(second['doi']).not.toBe(first['doi'])
    expect(
      portal.records.map(({ parent, metadata, published }) => [parent, metadata['version'], published]),
    ).toEqual([
      ['par-1', '1.0.0', true],
      ['par-1', '1.1.0', true],
    ])
    expect([...filesOf(portal, 1).keys()]).toEqual(['library-hours-1.1.0.zip', 'responses.csv', 'README.md'])
    const third = writeRelease(home, { version: '1.0.5' })
    const back = await publish(home, third.folder, targets())
    expect(back.exitCode).toBe(7)
    expect(back.said).toContain('1.1.0')
  })

  it('keeps the DOI of a draft that is described anew', async () => {
    const home = workplace()
    const { folder } = writeRelease(home)
    const portal = fresh()
    simulator.begin(portal.portal)
    const at = '2026-12-01T09:30[Europe/London]'
    const staged = await publish(home, folder, targets(), { at })
    expect(staged).toMatchObject({ exitCode: 6, status: 'staged' })
    const changed = writeRelease(home, { descriptor: { keywords: ['opening hours'] } })
    const again = await publish(home, changed.folder, targets(), { at })
    expect(again).toMatchObject({ exitCode: 6, doi: staged['doi'] })
    expect(portal.records).toMatchObject([
      { published: false, metadata: { subjects: [{ subject: 'opening hours' }] } },
    ])
  })

  it('leaves one record with the right files after any single fault', async () => {
    const home = workplace()
    const { folder } = writeRelease(home)
    const { faults, requests } = await everyFault(
      simulator,
      fresh,
      () => publish(home, folder, targets()),
      (portal, where) => {
        expect(
          portal.records.map(({ published }) => published),
          where,
        ).toEqual([true])
        expect(portal.publications.length, where).toBe(1)
        const archive = unzipSync(filesOf(portal).get('library-hours-1.0.0.zip') ?? new Uint8Array())
        expect(Buffer.from(archive['datapackage.json'] ?? []).toString(), where).toContain(
          portal.records[0]?.doi,
        )
      },
    )
    console.log(`InvenioRDM: ${faults} faults tried, at each of ${requests} requests`)
  }, 600_000)
})
