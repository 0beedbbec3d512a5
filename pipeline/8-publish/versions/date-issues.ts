import type { Issue } from '../../issues.ts'
import type { Proposal } from './next-edition.ts'

/** A warning where a new version has no later date than the one before, by which portals tell that it is new. */
export function dateIssues({ edition, last }: Proposal): readonly Issue[] {
  const [{ version, date }, before] = edition.changes
  if (last === undefined || last.version === version || before === undefined) return []
  if (date !== undefined && date > (before.date ?? '')) return []
  const what = date === undefined ? 'has no date' : `is of ${date}, no later than ${before.version}`
  return [
    {
      code: 'publish/no-later-date',
      severity: 'warning',
      concern: 'definition',
      message: `Version ${version} ${what}: portals and feeds that look for newer dates will not notice it.`,
      advice: 'Write published: with the day on which it comes out.',
      file: 'consultation.yaml',
      column: 'published',
    },
  ]
}
