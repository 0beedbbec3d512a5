import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Dataverse, dataverse, pathOf } from '../simulators/dataverse.ts'
import { type Simulator, startSimulator } from '../simulators/server.ts'
import { everyFault } from './every-fault.ts'
import { publish, sha256, TOKEN, workplace, writeRelease } from './fixture.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator()
})
afterAll(() => simulator.close())

const targets = () =>
  `target: { kind: dataverse, url: "${simulator.url}", token_from: TEST_TOKEN, collection: testing }\n`
const fresh = () => dataverse({ token: TOKEN, collection: 'testing' })

const pathsIn = ({ datasets }: Dataverse) => datasets.flatMap(({ files }) => files.map(pathOf)).sort()
const PATHS = ['CITATION.cff', 'README.md', 'SHA256SUMS', 'data/responses.csv', 'datapackage.json']

/** Every file but SHA256SUMS is the one that SHA256SUMS there says. */
const isConsistent = ({ datasets: [dataset] }: Dataverse): boolean => {
  const bytes = new Map(dataset?.files.map((file) => [pathOf(file), file.bytes]))
  const lines = String(bytes.get('SHA256SUMS')).trim().split('\n')
  return (
    lines.length === 4 && lines.every((line) => sha256(bytes.get(line.slice(66)) ?? '') === line.slice(0, 64))
  )
}

describe('publishing to Dataverse', () => {
  it('publishes one dataset, with its DOI inside and no table of its own making', async () => {
    const home = workplace()
    const { folder } = writeRelease(home)
    const portal = fresh()
    simulator.begin(portal.portal)
    const first = await publish(home, folder, targets())
    expect(first.said).toContain('Published')
    expect(first).toMatchObject({ exitCode: 0, status: 'published', doi: '10.5072/FK2/AAAAA1' })
    expect(portal.datasets).toMatchObject([{ draft: false, released: 1, license: { name: 'OGL UK 3.0' } }])
    expect(pathsIn(portal)).toEqual(PATHS)
    expect(isConsistent(portal)).toBe(true)
    expect(await publish(home, folder, targets())).toMatchObject({
      exitCode: 0,
      status: 'unchanged',
      sent: 0,
    })
  })

  it('publishes a new version in the same dataset, and leaves what others added', async () => {
    const home = workplace()
    const old = writeRelease(home, { files: { 'data/old.csv': 'a\n' } })
    const next = writeRelease(home, { version: '1.1.0' })
    const portal = fresh()
    simulator.begin(portal.portal)
    await publish(home, old.folder, targets())
    portal.datasets[0]?.files.push({ id: 999, label: 'report.pdf', bytes: Buffer.from('%PDF') })
    const second = await publish(home, next.folder, targets())
    expect(second).toMatchObject({ exitCode: 0, status: 'published' })
    expect(portal.datasets).toMatchObject([{ draft: false, released: 2 }])
    expect(pathsIn(portal)).toEqual([...PATHS, 'report.pdf'])
    const back = await publish(home, old.folder, targets())
    expect(back.exitCode).toBe(7)
    expect(back.said).toContain('1.1.0')
  })

  it('leaves one dataset with the right files after any single fault', async () => {
    const home = workplace()
    const { folder } = writeRelease(home)
    const { faults, requests } = await everyFault(
      simulator,
      fresh,
      () => publish(home, folder, targets()),
      (portal, where) => {
        expect(
          portal.datasets.map(({ draft, released }) => [draft, released]),
          where,
        ).toEqual([[false, 1]])
        expect(portal.publications.length, where).toBe(1)
        expect(pathsIn(portal), where).toEqual(PATHS)
        expect(isConsistent(portal), where).toBe(true)
      },
    )
    console.log(`Dataverse: ${faults} faults tried, at each of ${requests} requests`)
  }, 600_000)
})
