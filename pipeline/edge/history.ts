import { join } from 'node:path'
import type { History } from '../8-publish/index.ts'
import { parseChecksums } from '../checksums.ts'
import { Refused } from '../issues.ts'
import { readText } from './disk.ts'
import { asEarlier, findReleases } from './releases.ts'
import type { RecordedRun } from './run-record.ts'
import { isIntact, type Places } from './store.ts'

/**
 * What became of a consultation's releases so far. The newest must be as it was published, because the next is
 * measured by it: where it is not, it can be made anew if the last run made it of the same inputs (`key`);
 * otherwise it is refused, for a release once published is never changed.
 */
export async function readHistory(
  { out, home }: Places,
  id: string,
  last: RecordedRun | undefined,
  key: string,
  draft: boolean,
): Promise<History> {
  const found = await findReleases(out, id)
  const withdrawn = found.flatMap(({ tombstone }) => tombstone ?? [])
  const earlier = asEarlier(found, home)
  const newest = earlier.at(-1)
  if (newest === undefined || (await isWhole(newest.folder, newest.descriptor)))
    return { earlier, withdrawn, draft }
  if (last?.version === newest.version && last.key === key) {
    return { earlier: earlier.slice(0, -1), withdrawn, draft, damaged: last.edition }
  }
  throw damaged(`${id}/${newest.version}`)
}

/** Whether a release is what its own checksums say. */
export async function isWhole(folder: string, descriptor: unknown): Promise<boolean> {
  const sums = parseChecksums((await readText(join(folder, 'SHA256SUMS'))) ?? '')
  return sums !== undefined && descriptor !== undefined && (await isIntact(folder, sums))
}

/** A release in its place is not what was published, and cannot be made again. */
export const damaged = (path: string): Refused =>
  new Refused([
    {
      code: 'publish/damaged-release',
      severity: 'error',
      concern: 'data',
      message: `${path} is no longer as it was published: its files and their checksums differ. The next version is measured by it, so nothing was published.`,
      advice: `Unpack ${path}.zip in its place, or restore it from a backup. stocktake verify says which file it is.`,
    },
  ])
