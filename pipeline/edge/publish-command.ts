import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../8-publish/portals/index.ts'
import { failure } from './failures.ts'
import { withLock } from './lock.ts'
import { openTarget, tokenOf } from './open-target.ts'
import { openingHour } from './opening-hour.ts'
import { PATIENCE } from './portal-connection.ts'
import { publishTo, type Surroundings } from './publish-to.ts'
import type { Result } from './result.ts'
import { openRelease } from './whole-release.ts'

export interface PublishArguments {
  /** Folder of a release. */
  readonly release: string
  /** Name of a target. */
  readonly to: string
  /** File of targets. */
  readonly targets?: string
  readonly dryRun: boolean
  /** `2026-12-01T09:30[Europe/London]`: nobody sees it before. */
  readonly at?: string
  /** Stay until then, instead of leaving it staged. */
  readonly wait: boolean
  readonly json: boolean
}

/** `stocktake publish`: shows the plan, brings a release to a target, and says where it is found. */
export async function publishCommand(
  typed: PublishArguments,
  write: (line: string) => void,
  surroundings: Surroundings = here(),
): Promise<Result> {
  try {
    const target = await openTarget(typed.to, typed.targets)
    const token = target.kind === 'folder' ? undefined : tokenOf(target, surroundings.environment)
    const quiet = scrubbing(token)
    const say = (line: string) => write(quiet(line))
    try {
      const opened = await openRelease(typed.release)
      const opensAt = openingHour(opened.folder, typed.at)
      const wishes = { dryRun: typed.dryRun, ...(opensAt === undefined ? {} : { opensAt }) }
      const lock = join(surroundings.privately, opened.release.name, 'publish.lock')
      const work = () => publishTo(target, token ?? '', opened, wishes, say, surroundings)
      const attempt = () => (typed.dryRun ? work() : withLock(lock, {}, work))
      let result = await attempt()
      if (result.status === 'staged' && typed.wait && opensAt !== undefined) {
        await until(opensAt, surroundings.clock)
        result = await attempt()
      }
      return quietResult(result, quiet)
    } catch (error) {
      return quietResult(failure(error, say), quiet)
    }
  } catch (error) {
    return failure(error, write)
  }
}

/** The clock is looked at this often: it may be set, or the machine may sleep, in between. */
const LOOK = 20_000

/** Returns once the hour has come. */
async function until(hour: Date, clock: Clock): Promise<void> {
  for (;;) {
    const left = hour.getTime() - clock.now().getTime()
    if (left <= 0) return
    await clock.sleep(Math.min(LOOK, left))
  }
}

const here = (): Surroundings => ({
  clock: { now: () => new Date(), sleep: (milliseconds) => sleep(milliseconds) },
  environment: process.env,
  privately: resolve('.stocktake'),
  patience: PATIENCE,
})

/** Takes a token out of words that a portal may have put it into. */
function scrubbing(token: string | undefined): (text: string) => string {
  return (text) => (token === undefined ? text : text.replaceAll(token, '[token]'))
}

const quietResult = (result: Result, quiet: (text: string) => string): Result =>
  JSON.parse(JSON.stringify(result, (_, value) => (typeof value === 'string' ? quiet(value) : value)))
