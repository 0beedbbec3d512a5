import { attackRows, findingIssue, PLAN } from '../attack/index.ts'
import type { Engine } from '../engine/index.ts'
import type { Issue } from '../issues.ts'
import type { ReleaseReader } from './reader.ts'

/**
 * The responses keep the rules that the release says of itself: no equivalence class smaller than stated, none in which all
 * said the same, no order of their own. Nothing is asked of a release without a plan, or one that repeats what was published
 * before.
 */
export async function checkRows(engine: Engine, reader: ReleaseReader): Promise<readonly Issue[]> {
  const plan = await reader.text(PLAN)
  if (plan === undefined) return []
  const found = await attackRows(engine, {
    name: 'release',
    path: reader.folder,
    has: async (path) => (await reader.paths()).includes(path),
    read: reader.text,
    bytes: async () => undefined,
  })
  return found.map((finding) => {
    const { message, advice } = findingIssue(finding)
    return {
      code: 'verify/rows',
      severity: 'error',
      concern: 'disclosure',
      message,
      file: 'data/responses.csv',
      ...(advice === undefined ? {} : { advice }),
    }
  })
}
