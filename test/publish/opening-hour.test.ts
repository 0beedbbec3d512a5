import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ckan } from '../simulators/ckan.ts'
import { dataverse } from '../simulators/dataverse.ts'
import { invenio } from '../simulators/invenio.ts'
import { type Simulator, startSimulator } from '../simulators/server.ts'
import { handClock, publish, TOKEN, workplace, writeRelease } from './fixture.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator()
})
afterAll(() => simulator.close())

const AT = '2026-12-01T09:30[Europe/London]'
const early = () => ({ surroundings: { clock: handClock('2026-12-01T09:29:59Z') } })
const onTime = () => ({ surroundings: { clock: handClock('2026-12-01T09:30:00Z') } })
const target = (kind: string, more = '') =>
  `target: { kind: ${kind}, url: "${simulator.url}", token_from: TEST_TOKEN${more} }\n`

/** A kind of portal: its target, itself, and whether anybody sees the release. */
const PORTALS = {
  ckan: () => {
    const portal = ckan({ tokens: { [TOKEN]: ['borough'] } })
    return {
      targets: target('ckan', ', organisation: borough'),
      portal: portal.portal,
      isOpen: () => portal.datasets.some((one) => !one.private),
      isThere: () => portal.datasets[0]?.resources.length === 5,
    }
  },
  invenio: () => {
    const portal = invenio({ token: TOKEN })
    return {
      targets: target('invenio'),
      portal: portal.portal,
      isOpen: () => portal.publications.length > 0,
      isThere: () => portal.records[0]?.files.length === 3,
    }
  },
  dataverse: () => {
    const portal = dataverse({ token: TOKEN, collection: 'testing' })
    return {
      targets: target('dataverse', ', collection: testing'),
      portal: portal.portal,
      isOpen: () => portal.publications.length > 0,
      isThere: () => portal.datasets[0]?.files.length === 5,
    }
  },
} as const

describe('the hour of publication', () => {
  it.each(['ckan', 'invenio', 'dataverse'] as const)(
    'is kept by %s: all there, and nobody sees it',
    async (kind) => {
      const home = workplace()
      const { folder } = writeRelease(home)
      const { targets, portal, isOpen, isThere } = PORTALS[kind]()
      simulator.begin(portal)
      const staged = await publish(home, folder, targets, { at: AT, ...early() })
      expect(staged).toMatchObject({ exitCode: 6, status: 'staged' })
      expect([isThere(), isOpen()]).toEqual([true, false])
      const opened = await publish(home, folder, targets, { at: AT, ...onTime() })
      expect(opened).toMatchObject({ exitCode: 0, status: 'published', sent: 1 })
      expect(isOpen()).toBe(true)
    },
  )

  it('is waited for when asked to', async () => {
    const home = workplace()
    const { folder } = writeRelease(home)
    const { targets, portal, isOpen } = PORTALS.ckan()
    simulator.begin(portal)
    const clock = handClock('2026-12-01T08:00:00Z')
    const outcome = await publish(home, folder, targets, { at: AT, wait: true, surroundings: { clock } })
    expect(outcome).toMatchObject({ exitCode: 0, status: 'published' })
    expect(clock.now().toISOString()).toBe('2026-12-01T09:30:00.000Z')
    expect(isOpen()).toBe(true)
  })

  it('keeps a folder empty', async () => {
    const home = workplace()
    const { folder } = writeRelease(home)
    const targets = `target: { kind: folder, path: ${join(home, 'site')} }\n`
    const staged = await publish(home, folder, targets, { at: AT, ...early() })
    expect(staged).toMatchObject({ exitCode: 6, status: 'staged' })
    expect(existsSync(join(home, 'site'))).toBe(false)
    expect(await publish(home, folder, targets, { at: AT, ...onTime() })).toMatchObject({ exitCode: 0 })
  })

  it('must be named for a draft, or it would be out before', async () => {
    const home = workplace()
    const { folder } = writeRelease(join(home, '.stocktake'))
    const { targets, portal } = PORTALS.ckan()
    simulator.begin(portal)
    const outcome = await publish(home, folder, targets)
    expect(outcome.exitCode).toBe(2)
    expect(outcome.said).toContain('draft')
    expect(simulator.log).toEqual([])
  })

  it.each(['2026-12-01', '2026-03-29T01:30[Europe/London]', '2026-12-01T09:30[Mars/Olympus]'])(
    'is refused where no clock shows it: %s',
    async (at) => {
      const home = workplace()
      const { folder } = writeRelease(home)
      expect((await publish(home, folder, PORTALS.ckan().targets, { at })).exitCode).toBe(2)
    },
  )
})
