import { readFile, readlink } from 'node:fs/promises'
import { hostname } from 'node:os'

/** Who holds a lock: enough to tell, later and from elsewhere, whether that very process still lives. */
export interface Owner {
  readonly pid: number
  readonly host: string
  /** Changes with every start of the machine; blank where the system does not tell. */
  readonly boot: string
  /** In which numbering of processes `pid` counts: containers have their own. Blank where there is one only. */
  readonly space: string
  /** When the process was started, in ticks since the machine was; blank where the system does not tell. */
  readonly ticks: string
  /** For people. */
  readonly since: string
}

/** This process as the owner of a lock. */
export async function lockOwner(): Promise<Owner> {
  return {
    pid: process.pid,
    host: hostname(),
    boot: await bootId(),
    space: await processSpace(),
    ticks: (await ticksOf(process.pid)) ?? '',
    since: new Date().toISOString(),
  }
}

/** The content of a lock file; undefined where it is none, or cut short. Older files hold the process number alone. */
export function ownerFrom(text: string): Owner | undefined {
  if (/^\d+$/.test(text)) {
    return { pid: Number(text), host: hostname(), boot: '', space: '', ticks: '', since: 'some time' }
  }
  try {
    const { pid, host, boot, space, ticks, since } = JSON.parse(text) as Record<string, unknown>
    if (typeof pid !== 'number' || typeof host !== 'string') return undefined
    return { pid, host, boot: String(boot), space: String(space), ticks: String(ticks), since: String(since) }
  } catch {
    return undefined
  }
}

export const isSameOwner = (a: Owner, b: Owner): boolean =>
  a.pid === b.pid && a.host === b.host && a.ticks === b.ticks && a.since === b.since

/** Whether the owner is gone; undefined where only its heartbeat can tell: another machine, or another container. */
export async function hasPassed(owner: Owner): Promise<boolean | undefined> {
  if (owner.host !== hostname()) return undefined
  // The machine was started anew since, and nothing of before runs on.
  if (owner.boot !== '' && owner.boot !== (await bootId())) return true
  if (owner.space !== '' && owner.space !== (await processSpace())) return undefined
  if (!isAlive(owner.pid)) return true
  const ticks = await ticksOf(owner.pid)
  // The number lives, but another process has it.
  return owner.ticks !== '' && ticks !== undefined && ticks !== owner.ticks
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const bootId = async (): Promise<string> =>
  (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')).trim()

const processSpace = (): Promise<string> => readlink('/proc/self/ns/pid').catch(() => '')

/** Field 22 of proc(5): when the process was started. The name before it may hold blanks and brackets. */
async function ticksOf(pid: number): Promise<string | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  return line?.slice(line.lastIndexOf(')') + 2).split(' ')[19]
}
