import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ckan } from '../simulators/ckan.ts'
import { dataverse } from '../simulators/dataverse.ts'
import { invenio } from '../simulators/invenio.ts'
import { type Portal, type Simulator, startSimulator } from '../simulators/server.ts'
import { stocktake } from '../support/stocktake.ts'
import { handClock, publish, TOKEN, workplace, writeRelease } from './fixture.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator()
})
afterAll(() => simulator.close())

const targetOf = (kind: 'ckan' | 'invenio' | 'dataverse', url = simulator.url) => {
  const own = { ckan: ', organisation: borough', invenio: '', dataverse: ', collection: testing' }[kind]
  return `target: { kind: ${kind}, url: "${url}", token_from: TEST_TOKEN${own} }\n`
}
const KINDS = ['ckan', 'invenio', 'dataverse'] as const

describe('a release that is not as it was', () => {
  it('is published nowhere', async () => {
    const home = workplace()
    const { folder } = writeRelease(home)
    appendFileSync(join(folder, 'data/responses.csv'), 'x')
    simulator.begin(ckan({ tokens: { [TOKEN]: ['borough'] } }).portal)
    const { exitCode, said } = await publish(home, folder, targetOf('ckan'))
    expect(exitCode).toBe(3)
    expect(said).toContain('data/responses.csv')
    expect(simulator.log).toEqual([])
  })

  it('is published nowhere when its checksums point out of it', async () => {
    const home = workplace()
    const { folder } = writeRelease(home)
    appendFileSync(join(folder, 'SHA256SUMS'), `${'0'.repeat(64)}  ../../secret.csv\n`)
    simulator.begin(ckan({ tokens: { [TOKEN]: ['borough'] } }).portal)
    expect((await publish(home, folder, targetOf('ckan'))).exitCode).toBe(3)
    expect(simulator.log).toEqual([])
  })

  it('sends no file that is not among its checksums', async () => {
    const home = workplace()
    const { folder, sums } = writeRelease(home)
    writeFileSync(join(folder, 'cleaning-log.csv'), 'CANARY\n')
    const portal = ckan({ tokens: { [TOKEN]: ['borough'] } })
    simulator.begin(portal.portal)
    expect((await publish(home, folder, targetOf('ckan'))).exitCode).toBe(0)
    expect(portal.datasets[0]?.resources.length).toBe(sums.size)
  })
})

describe('a target', () => {
  it.each([
    ['without its token', {}, 'TEST_TOKEN, which is not set'],
    ['whose token is blank', { TEST_TOKEN: ' \n' }, 'not set'],
    ['whose token is no header', { TEST_TOKEN: `${TOKEN} ü` }, 'strange characters'],
  ])('%s is refused before anything is asked', async (_, environment, words) => {
    const home = workplace()
    const { folder } = writeRelease(home)
    simulator.begin(() => ({ status: 200, json: {} }))
    const { exitCode, said } = await publish(home, folder, targetOf('ckan'), {
      surroundings: { environment },
    })
    expect([exitCode, simulator.log.length]).toEqual([2, 0])
    expect(said).toContain(words)
    expect(said).not.toContain('CANARY')
  })

  it('does not take a token over an open line', async () => {
    const home = workplace()
    const { folder } = writeRelease(home)
    const { exitCode, said } = await publish(home, folder, targetOf('ckan', 'http://portal.example'))
    expect(exitCode).toBe(2)
    expect(said).toContain('https:')
  })

  it.each([
    ['is not there', 'other: { kind: folder, path: x }\n', 'It has: other'],
    [
      'has its token in the file',
      targetOf('ckan', 'https://x.example').replace('TEST_TOKEN', TOKEN),
      'environment variable',
    ],
    [
      'has a key that is misspelt',
      targetOf('ckan', 'https://x.example').replace('organisation', 'organization'),
      'Was "organisation" meant?',
    ],
    ['is of no known kind', 'target: { kind: ckann, url: "https://x.example" }\n', 'ckan'],
    ['stands in no YAML', 'target: [\n', 'targets.yaml'],
  ])('that %s is refused with what to do', async (_, targets, words) => {
    const home = workplace()
    const { folder } = writeRelease(home)
    const { exitCode, said } = await publish(home, folder, targets)
    expect(exitCode).toBe(2)
    expect(said).toContain(words)
    expect(said).not.toContain('CANARY')
  })
})

describe('a portal', () => {
  const html: Portal = () => ({ status: 200, html: '<!DOCTYPE html><title>Sign in</title>' })
  const ALWAYS: readonly (readonly [string, Portal, number, string])[] = [
    ['that answers with a web page', html, 7, 'web page'],
    ['that is another kind of portal', () => ({ status: 404, json: { message: 'Not found' } }), 7, 'url'],
    [
      'that always says 429',
      () => ({ status: 429, json: {}, headers: { 'retry-after': '30' } }),
      8,
      'fewer requests',
    ],
    ['that always says 500', () => ({ status: 500, json: {} }), 8, 'error 500'],
    [
      'that answers half a sentence',
      () => ({ status: 200, bytes: Buffer.from('{"success": tr') }),
      8,
      'cut short',
    ],
    ['that never answers', () => new Promise(() => {}), 8, 'in time'],
    ['that redirects for ever', () => ({ status: 302, headers: { location: '/again' } }), 8, 'address'],
  ]
  it.each(KINDS.flatMap((kind) => ALWAYS.map(([name, ...rest]) => [kind, name, ...rest] as const)))(
    'of kind %s %s is told apart',
    async (kind, _, portal, exitCode, words) => {
      const home = workplace()
      const { folder } = writeRelease(home)
      simulator.begin(portal)
      const clock = handClock()
      const outcome = await publish(home, folder, targetOf(kind), { surroundings: { clock } })
      expect(outcome.exitCode, outcome.said).toBe(exitCode)
      expect(outcome.said).toContain(words)
      // Patient, but not for ever.
      expect(clock.slept()).toBeLessThan(10 * 60_000)
      expect(outcome.said + JSON.stringify(outcome)).not.toMatch(/CANARY|\n\s+at /)
    },
  )

  it('that is not there is unreachable, whatever its kind', async () => {
    const home = workplace()
    const { folder } = writeRelease(home)
    const gone = await startSimulator()
    await gone.close()
    for (const kind of KINDS) {
      const { exitCode, said } = await publish(home, folder, targetOf(kind, gone.url))
      expect(exitCode, said).toBe(8)
      expect(said).toContain('nothing answers')
    }
  })

  it('that does not know the token never has it shown, though it repeats it', async () => {
    const home = workplace()
    const { folder } = writeRelease(home)
    const portals: Readonly<Record<(typeof KINDS)[number], Portal>> = {
      ckan: ckan({ tokens: {} }).portal,
      invenio: invenio({ token: 'another' }).portal,
      dataverse: dataverse({ token: 'another', collection: 'testing' }).portal,
    }
    for (const kind of KINDS) {
      simulator.begin(portals[kind])
      const outcome = await publish(home, folder, targetOf(kind))
      expect(outcome.exitCode, outcome.said).toBe(7)
      expect(outcome.said).toContain('TEST_TOKEN')
      expect(outcome.said + JSON.stringify(outcome)).not.toContain('CANARY')
    }
  })

  it('that puts the token into what is printed has it blacked out', async () => {
    const home = workplace()
    const { folder } = writeRelease(home)
    simulator.begin(({ headers }) => ({
      status: 200,
      json: { success: true, result: [{ id: 'x', name: headers.authorization, title: 'x' }] },
    }))
    const outcome = await publish(home, folder, targetOf('ckan'))
    expect(outcome.exitCode).toBe(7)
    expect(outcome.said).toContain('It may for: [token].')
    expect(outcome.said + JSON.stringify(outcome)).not.toContain('CANARY')
  })

  it('that redirects elsewhere has the token sent nowhere but to itself', async () => {
    const home = workplace()
    const { folder } = writeRelease(home)
    const elsewhere = await startSimulator()
    let heard = ''
    elsewhere.begin(({ headers }) => {
      heard += JSON.stringify(headers)
      return { status: 200, json: { success: true, result: [] } }
    })
    try {
      for (const kind of KINDS) {
        simulator.begin(({ path }) => ({ status: 302, headers: { location: `${elsewhere.url}${path}` } }))
        await publish(home, folder, targetOf(kind))
      }
      expect(elsewhere.log.length).toBeGreaterThan(2)
      expect(heard).not.toContain('CANARY')
    } finally {
      await elsewhere.close()
    }
  })
})

describe('the command', () => {
  it('shows neither token nor stack trace, and exits with the code of the refusal', () => {
    const home = workplace()
    const { folder } = writeRelease(home)
    writeFileSync(
      join(home, 'targets.yaml'),
      targetOf('ckan', 'http://127.0.0.1:9').replace('ckan', 'nothing'),
    )
    const ran = stocktake(home, ['publish', folder, '--to', 'target', '--targets', 'targets.yaml'], {
      TEST_TOKEN: TOKEN,
    })
    expect(ran.exitCode).toBe(2)
    expect(ran.said).not.toMatch(/CANARY|\n\s+at /)
    expect(stocktake(home, ['publish', folder]).said).toContain('--to <target>')
    const missing = stocktake(home, ['publish', folder, '--to', 'target'])
    expect(missing.said).toContain('There is no raw/targets.yaml')
  })
})
