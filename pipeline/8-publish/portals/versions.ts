import { compareVersions, isVersion } from '../versions/version.ts'
import { refused } from './refusals.ts'

/** A portal never goes back to an older version by mistake. Throws `Refused`. */
export function refuseOlder(there: string, ours: string): void {
  if (!isVersion(there) || !isVersion(ours) || compareVersions(there, ours) <= 0) return
  throw refused({
    code: 'older',
    message: `Version ${there} is there already; this release is the older ${ours}.`,
    advice: 'Publish the newest release, dist/<id>/latest. To correct a mistake, make a newer version.',
  })
}
