import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hasPassed, isSameOwner, lockOwner, type Owner, ownerFrom } from './lock-owner.ts'

/** Another run holds the lock. */
export class Locked extends Error {}

/** How often the owner of a lock says that it lives. */
const HEARTBEAT = 30_000
/** An owner whom nobody here can ask (another machine or container) is dead when silent for so long. */
const SILENCE = 10 * 60_000
/** How long a file may be empty: its maker is about to write into it. */
const BLANK = 2_000
const PAUSE = 100

export interface LockOptions {
  /** Milliseconds to wait for an owner to be done; not at all where nothing is said. */
  readonly patience?: number
}

/**
 * Runs `work` while holding the lock file. Throws `Locked` while the process that made the file lives. A file left
 * by a dead one is taken over: a process of this machine that is gone, or whose number another process has now,
 * or that was started before the machine was; one of another machine that has been silent for ten minutes.
 */
export async function withLock<T>(path: string, options: LockOptions, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true })
  const owner = await lockOwner()
  await acquire(path, owner, options.patience ?? 0)
  const beat = setInterval(() => {
    diskTime(dirname(path))
      .then((now) => utimes(path, now, now))
      .catch(() => undefined)
  }, HEARTBEAT)
  beat.unref()
  try {
    return await work()
  } finally {
    clearInterval(beat)
    const holder = await readOwner(path)
    if (holder !== undefined && isSameOwner(holder, owner)) await rm(path, { force: true })
  }
}

async function acquire(path: string, owner: Owner, patience: number): Promise<void> {
  const start = performance.now()
  for (;;) {
    if (await create(path, owner)) return
    const holder = await readOwner(path)
    const age = await ageOf(path)
    if (age === undefined) continue
    if (await isDead(holder, age)) {
      await takeAway(path, holder)
      continue
    }
    const waited = performance.now() - start
    if (waited > (holder === undefined ? Math.max(patience, BLANK) : patience))
      throw new Locked(described(holder))
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

async function create(path: string, owner: Owner): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    try {
      await file.writeFile(JSON.stringify(owner))
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

async function readOwner(path: string): Promise<Owner | undefined> {
  return ownerFrom(await readFile(path, 'utf8').catch(() => ''))
}

const isDead = async (holder: Owner | undefined, age: number): Promise<boolean> =>
  holder === undefined ? age > BLANK : ((await hasPassed(holder)) ?? age > SILENCE)

/** Milliseconds since the last heartbeat; undefined where the file is gone. */
async function ageOf(path: string): Promise<number | undefined> {
  const now = await diskTime(dirname(path))
  const found = await stat(path).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  })
  return found === undefined ? undefined : now.getTime() - found.mtimeMs
}

/** The time by the clock of the disk, which all who share it go by; their own may differ. */
async function diskTime(folder: string): Promise<Date> {
  const path = join(folder, `.clock-${mark()}`)
  const probe = await open(path, 'w')
  try {
    await probe.writeFile('?')
    return (await probe.stat()).mtime
  } finally {
    await probe.close()
    await rm(path, { force: true })
  }
}

/** Removes the file of a dead owner, unless another run did so first and holds the lock now. */
async function takeAway(path: string, dead: Owner | undefined): Promise<void> {
  const aside = `${path}.dead-${mark()}`
  try {
    await rename(path, aside)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  const found = await readOwner(aside)
  const isLiving = found !== undefined && (dead === undefined || !isSameOwner(found, dead))
  if (isLiving) await rename(aside, path)
  await rm(aside, { force: true })
  if (isLiving) throw new Locked(described(found))
}

/** A name that no other process, and nothing else in this one, has now. */
function mark(): string {
  serial += 1
  return `${process.pid}-${serial}`
}
let serial = 0

const described = (holder: Owner | undefined): string =>
  holder === undefined
    ? 'another run took the lock first'
    : `process ${holder.pid} on ${holder.host} has been at work since ${holder.since}`

/** Whether an error is the operating system's, with this code. */
export const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
