import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ckan, ckan } from '../simulators/ckan.ts'
import { type Simulator, startSimulator } from '../simulators/server.ts'
import { everyFault } from './every-fault.ts'
import { publish, sha256, TOKEN, workplace, writeRelease } from './fixture.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator()
})
afterAll(() => simulator.close())

const targets = () =>
  `target: { kind: ckan, url: "${simulator.url}", token_from: TEST_TOKEN, organisation: borough }\n`
const fresh = () => ckan({ tokens: { [TOKEN]: ['borough'] } })

/** Path -> SHA-256 of what the portal gives out. */
const filesOn = ({ datasets, bytes }: Ckan) =>
  datasets.flatMap(({ resources }) =>
    resources.map((one) => [String(one['path']), sha256(bytes.get(String(one['id'])) ?? '')] as const),
  )
const sorted = (pairs: Iterable<readonly [string, string]>) => [...pairs].sort(([a], [b]) => (a < b ? -1 : 1))

describe('publishing to CKAN', () => {
  it('makes one public dataset with every file, and then says unchanged', async () => {
    const home = workplace()
    const { folder, sums } = writeRelease(home)
    const portal = fresh()
    simulator.begin(portal.portal)
    const first = await publish(home, folder, targets())
    expect(first.said).toContain('Published')
    expect(first).toMatchObject({ exitCode: 0, status: 'published', sent: 3 })
    expect(sorted(filesOn(portal))).toEqual(sorted(sums))
    expect(portal.datasets).toMatchObject([
      { name: 'library-hours', private: false, license_id: 'uk-ogl', version: '1.0.0' },
    ])
    const second = await publish(home, folder, targets())
    expect(second).toMatchObject({ exitCode: 0, status: 'unchanged', sent: 0 })
  })

  it('leaves one dataset with the right files after any single fault', async () => {
    const home = workplace()
    const { folder, sums } = writeRelease(home)
    const { faults, requests } = await everyFault(
      simulator,
      fresh,
      () => publish(home, folder, targets()),
      (portal, where) => {
        expect(
          portal.datasets.map((one) => [one.name, one.private]),
          where,
        ).toEqual([['library-hours', false]])
        expect(sorted(filesOn(portal)), where).toEqual(sorted(sums))
      },
    )
    console.log(`CKAN: ${faults} faults tried, at each of ${requests} requests`)
  }, 300_000)

  it('sends a file again neither after the answer was lost nor in a later attempt', async () => {
    const home = workplace()
    const { folder, sums } = writeRelease(home)
    // Request 5 brings the files.
    for (const kind of [
      'the connection breaks after it was carried out',
      '504 page after it was carried out',
    ] as const) {
      const portal = fresh()
      simulator.begin(portal.portal, { at: 5, kind })
      const first = await publish(home, folder, targets())
      expect(simulator.log[4]).toBe('POST /api/3/action/package_revise')
      expect(first).toMatchObject({ exitCode: 0, status: 'published' })
      expect(portal.uploads.length).toBe(sums.size)
      await publish(home, folder, targets())
      expect(portal.uploads.length).toBe(sums.size)
    }
  })

  it('brings a new version to the same addresses, and leaves what others added', async () => {
    const home = workplace()
    const old = writeRelease(home, {
      files: { 'data/old.csv': 'a\n' },
      descriptor: { keywords: ['old', 'older', 'oldest'] },
    })
    const next = writeRelease(home, { version: '1.1.0', files: { 'data/new.csv': 'b\n' } })
    const portal = fresh()
    simulator.begin(portal.portal)
    await publish(home, old.folder, targets())
    const before = new Map(portal.datasets[0]?.resources.map((one) => [one['path'], one['id']]))
    portal.datasets[0]?.resources.push({
      id: 'report-0',
      name: 'The report',
      url: 'https://x.example/report.pdf',
    })
    for (const one of portal.datasets)
      one['extras'] = [...(one['extras'] as unknown[]), { key: 'theme', value: 'Culture' }]
    const second = await publish(home, next.folder, targets())
    expect(second).toMatchObject({ exitCode: 0, status: 'published', sent: 1 })
    const [dataset] = portal.datasets
    const after = new Map(dataset?.resources.map((one) => [one['path'], one['id']]))
    expect(after.get('data/responses.csv')).toBe(before.get('data/responses.csv'))
    expect(sorted(filesOn(portal).filter(([path]) => path !== 'undefined'))).toEqual(sorted(next.sums))
    expect(dataset?.resources.some(({ name }) => name === 'The report')).toBe(true)
    expect(dataset?.['extras']).toContainEqual({ key: 'theme', value: 'Culture' })
    expect(dataset?.['tags']).toEqual([{ name: 'health and care' }, { name: 'libraries' }])
    const back = await publish(home, old.folder, targets())
    expect(back.exitCode).toBe(7)
    expect(back.said).toContain('older 1.0.0')
  })

  it('looks again when somebody changed the dataset between reading and writing', async () => {
    const home = workplace()
    const { folder, sums } = writeRelease(home)
    const portal = fresh()
    let meddled = false
    simulator.begin((received) => {
      const [dataset] = portal.datasets
      if (received.path.endsWith('package_revise') && dataset !== undefined && !meddled) {
        meddled = true
        dataset.metadata_modified = 'a moment ago'
        dataset['extras'] = [...(dataset['extras'] as unknown[]), { key: 'editor', value: 'was here' }]
      }
      return portal.portal(received)
    })
    expect(await publish(home, folder, targets())).toMatchObject({ exitCode: 0, status: 'published' })
    expect(portal.datasets[0]?.['extras']).toContainEqual({ key: 'editor', value: 'was here' })
    expect(sorted(filesOn(portal))).toEqual(sorted(sums))
  })

  it('lets two publish at once and still has one dataset, every file once', async () => {
    const [here, there] = [workplace(), workplace()]
    const { folder, sums } = writeRelease(here)
    const portal = fresh()
    simulator.begin(portal.portal)
    const both = await Promise.all([publish(here, folder, targets()), publish(there, folder, targets())])
    expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0])
    expect(portal.datasets.length).toBe(1)
    expect(sorted(filesOn(portal))).toEqual(sorted(sums))
  })

  it('mends a file that the portal gives out wrongly', async () => {
    const home = workplace()
    const { folder, sums } = writeRelease(home)
    const portal = fresh()
    simulator.begin(portal.portal)
    await publish(home, folder, targets())
    const id = String(portal.datasets[0]?.resources[0]?.['id'])
    portal.bytes.set(id, Buffer.from('spoilt'))
    expect(await publish(home, folder, targets())).toMatchObject({
      exitCode: 0,
      status: 'published',
      sent: 1,
    })
    expect(portal.uploads.length).toBe(sums.size + 1)
    expect(sorted(filesOn(portal))).toEqual(sorted(sums))
  })

  it('never opens a dataset of which a file came out wrong', async () => {
    const home = workplace()
    const { folder } = writeRelease(home)
    const portal = fresh()
    simulator.begin(async (received) => {
      const reply = await portal.portal(received)
      return received.path.endsWith('/responses.csv')
        ? { status: 200, bytes: Buffer.from('rewritten') }
        : reply
    })
    const outcome = await publish(home, folder, targets())
    expect(outcome.exitCode).toBe(8)
    expect(portal.datasets).toMatchObject([{ private: true }])
  })

  it('says which limit a file breaks, and leaves nothing public', async () => {
    const home = workplace()
    const { folder } = writeRelease(home, { files: { 'data/large.csv': 'x'.repeat(10_000_001) } })
    const portal = fresh()
    simulator.begin(portal.portal)
    const { exitCode, said } = await publish(home, folder, targets())
    expect(exitCode).toBe(7)
    expect(said).toContain('10.0 MB')
    expect(said).toContain('ckan.max_resource_size')
    expect(portal.datasets).toMatchObject([{ private: true, resources: [] }])
  })

  it.each([
    ['somebody else owns', { owner_org: 'id-of-shire', private: false }, 'The shire'],
    ['somebody else owns in private', { owner_org: 'id-of-shire', private: true }, 'private'],
    [
      'our own organisation made by hand',
      { owner_org: 'id-of-borough', private: false, extras: [] },
      'not made by Stocktake',
    ],
    [
      'our own organisation keeps another data package in',
      { owner_org: 'id-of-borough', private: false, extras: [{ key: 'data_package', value: 'parks' }] },
      'parks',
    ],
    ['was deleted', { owner_org: 'id-of-borough', private: false, state: 'deleted' }, 'deleted'],
  ])('leaves alone a dataset of the same name that %s', async (_, fields, words) => {
    const home = workplace()
    const { folder } = writeRelease(home)
    const portal = fresh()
    const theirs = { id: 'theirs-1', name: 'library-hours', metadata_modified: 'x', resources: [], ...fields }
    portal.datasets.push(structuredClone(theirs))
    simulator.begin(portal.portal)
    const { exitCode, said } = await publish(home, folder, targets())
    expect(exitCode).toBe(7)
    expect(said).toContain(words)
    expect(portal.datasets).toEqual([theirs])
  })
})

describe('the simulator of CKAN', () => {
  const act = async (action: string, body: unknown, token = TOKEN) => {
    const response = await fetch(`${simulator.url}/api/3/action/${action}`, {
      method: 'POST',
      headers: { authorization: token, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, json: (await response.json()) as Record<string, never> }
  }
  const DATASET = {
    name: 'probe',
    owner_org: 'id-of-borough',
    private: true,
    license_id: 'cc-by',
    tags: [{ name: 'one' }],
  }

  it('behaves as was measured on CKAN 2.10', async () => {
    const portal = fresh()
    simulator.begin(portal.portal)
    expect((await act('package_create', DATASET, `Bearer ${TOKEN}`)).status).toBe(403)
    expect((await act('no_such_action', {})).status).toBe(400)
    expect((await act('package_create', { ...DATASET, tags: [{ name: 'a & b' }] })).status).toBe(409)
    const id = (await act('package_create', DATASET)).json['result']?.['id']
    expect((await act('package_create', DATASET)).status).toBe(409)
    await act('resource_create', { package_id: 'probe', name: 'one.csv' })
    await act('resource_create', { package_id: 'probe', name: 'one.csv' })
    expect(portal.datasets[0]?.resources.length).toBe(2)
    await act('package_update', { id, title: 'Only a title' })
    expect(portal.datasets[0]).toMatchObject({ resources: [], private: false })
    expect(portal.datasets[0]?.['license_id']).toBeUndefined()
  })
})
