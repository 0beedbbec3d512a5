import { basename, dirname, join, relative, resolve } from 'node:path'
import { compareVersions, isVersion } from '../8-publish/index.ts'
import { Refused } from '../issues.ts'
import type { WithdrawArguments } from './arguments.ts'
import { EXIT } from './exit-codes.ts'
import { failure } from './failures.ts'
import { openJournal } from './journal.ts'
import { withLock } from './lock.ts'
import { printIssues } from './print-issues.ts'
import { findReleases } from './releases.ts'
import type { Result } from './result.ts'
import { siteOf } from './site.ts'
import { withdraw } from './withdraw.ts'

/**
 * `stocktake withdraw`: takes the files of a release away and leaves a tombstone with the reason, in its place and
 * in the catalogue. Of a consultation, every release that is still there. `latest` then points to the newest left.
 */
export async function withdrawCommand(
  { folder, reason }: WithdrawArguments,
  write: (line: string) => void,
): Promise<Result> {
  try {
    const place = resolve(folder)
    const home = isVersion(basename(place)) ? dirname(place) : place
    const [out, id] = [dirname(home), basename(home)]
    // One that has its tombstone already may have been cut off before the rest was done.
    const chosen = (await findReleases(out, id)).filter(
      ({ version }) => home === place || version === basename(place),
    )
    if (chosen.length === 0) throw nothingThere(folder)
    const site = await siteOf(out)
    const files = resolve('.stocktake', id)
    const journal = await openJournal(files, () => new Date())
    const date = new Date().toISOString().slice(0, 10)
    const why = { date, reason }
    const issues = await withLock(join(files, 'lock'), {}, () => withdraw(out, id, chosen, why, site))
    const versions = chosen.map(({ version }) => version).sort(compareVersions)
    await journal.note('withdrawn', { versions, reason })
    printIssues(issues, write)
    for (const { version, tombstone } of chosen) {
      const done = tombstone === undefined ? reason : `already, on ${tombstone.date}: ${tombstone.reason}`
      write(`Withdrawn: ${relative('.', join(home, version))}: ${done}`)
    }
    return { exitCode: EXIT.done, status: 'withdrawn', issues, versions }
  } catch (error) {
    return failure(error, write)
  }
}

const nothingThere = (folder: string): Refused =>
  new Refused([
    {
      code: 'usage/no-release',
      severity: 'error',
      concern: 'usage',
      message: `There is no release at ${folder} that could be withdrawn.`,
      advice: 'Name a release, such as dist/<id>/1.0.1, or dist/<id> for all of a consultation.',
    },
  ])
