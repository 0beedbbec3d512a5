import { spawn } from 'node:child_process'
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Locked, withLock } from '../../pipeline/edge/lock.ts'
import { lockOwner, type Owner } from '../../pipeline/edge/lock-owner.ts'
import { workplace } from '../support/stocktake.ts'

const sleeper = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 600000)'])
afterAll(() => sleeper.kill('SIGKILL'))

/** A lock file as another process left it. */
async function left(changes: Partial<Owner>, age = 0): Promise<string> {
  const path = join(workplace(), 'lock')
  const owner = {
    ...(await lockOwner()),
    pid: sleeper.pid ?? 0,
    ticks: ticksOf(sleeper.pid ?? 0),
    since: 'before',
  }
  writeFileSync(path, JSON.stringify({ ...owner, ...changes }))
  const then = new Date(Date.now() - age)
  utimesSync(path, then, then)
  return path
}

/** Field 22 of the process's line; blank where the system has none. */
function ticksOf(pid: number): string {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return ''
  const line = readFileSync(path, 'utf8')
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

const taken = (path: string, patience = 0) => withLock(path, { patience }, async () => 'taken')
const MINUTE = 60_000

describe('a lock', () => {
  it('is held by a process that lives, however long', async () => {
    await expect(taken(await left({}, 100 * MINUTE))).rejects.toThrow(Locked)
  })

  it('says who holds it', async () => {
    await expect(taken(await left({ host: 'elsewhere', pid: 7 }))).rejects.toThrow('process 7 on elsewhere')
  })

  it('of a dead process is taken over', async () => {
    const gone = spawn(process.execPath, ['-e', ''])
    await new Promise((resolve) => gone.on('exit', resolve))
    const path = await left({ pid: gone.pid ?? 0 })
    expect(await taken(path)).toBe('taken')
    expect(existsSync(path)).toBe(false)
  })

  it.skipIf(!existsSync('/proc/self/stat'))(
    'of a process whose number another has now is taken over',
    async () => {
      expect(await taken(await left({ ticks: '1' }))).toBe('taken')
    },
  )

  it.skipIf(!existsSync('/proc/sys/kernel/random/boot_id'))(
    'of before the machine was started is taken over',
    async () => {
      expect(await taken(await left({ boot: 'another' }))).toBe('taken')
    },
  )

  it('of another machine is held while it gives signs of life, and taken over when it is silent', async () => {
    await expect(taken(await left({ host: 'elsewhere' }, 9 * MINUTE))).rejects.toThrow(Locked)
    expect(await taken(await left({ host: 'elsewhere' }, 11 * MINUTE))).toBe('taken')
  })

  it.skipIf(!existsSync('/proc/self/ns/pid'))(
    'of another container counts as one of another machine',
    async () => {
      await expect(taken(await left({ space: 'pid:[1]', pid: 999_999_999 }))).rejects.toThrow(Locked)
      expect(await taken(await left({ space: 'pid:[1]' }, 11 * MINUTE))).toBe('taken')
    },
  )

  it('that was cut short while it was written is taken over, but not at once', async () => {
    const path = await left({})
    writeFileSync(path, '{"pid":')
    const start = performance.now()
    expect(await taken(path)).toBe('taken')
    expect(performance.now() - start).toBeGreaterThan(1500)
  })

  it('lets one in at a time, whoever finds the dead one first', async () => {
    const path = await left({ host: 'elsewhere' }, 11 * MINUTE)
    let inside = 0
    let most = 0
    const visit = () =>
      withLock(path, { patience: 20_000 }, async () => {
        inside += 1
        most = Math.max(most, inside)
        await new Promise((resolve) => setTimeout(resolve, 5))
        inside -= 1
        return 'done'
      }).catch((error: unknown) => error)
    const ends = await Promise.all(Array.from({ length: 12 }, visit))
    expect(most).toBe(1)
    expect(ends.filter((end) => end === 'done').length).toBeGreaterThan(0)
    expect(ends.filter((end) => end !== 'done' && !(end instanceof Locked))).toEqual([])
    expect(existsSync(path)).toBe(false)
  })
})
