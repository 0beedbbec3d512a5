import { parseChecksums } from '../checksums.ts'
import type { Issue } from '../issues.ts'
import { fault } from './fault.ts'
import type { ReleaseReader } from './reader.ts'

const LIST = 'SHA256SUMS'

/** Every listed file is there with its checksum, and no other file is. */
export async function checkChecksums(
  reader: ReleaseReader,
): Promise<{ readonly checked: number; readonly issues: readonly Issue[] }> {
  const text = await reader.text(LIST)
  const list = text === undefined ? undefined : parseChecksums(text)
  if (list === undefined) {
    const words =
      text === undefined ? 'The list of checksums is missing.' : 'The list of checksums is damaged.'
    return { checked: 0, issues: [fault('no-checksums', LIST, words)] }
  }
  const issues: Issue[] = []
  const listed = new Set<string>()
  for (const { path, sha256 } of list) {
    if (listed.has(path)) issues.push(fault('listed-twice', LIST, `${path} is listed twice.`))
    listed.add(path)
    const found = isInside(path) ? await reader.digest(path) : undefined
    if (found === undefined) issues.push(fault('missing-file', path, 'The file is listed, but not there.'))
    else if (found.sha256 !== sha256)
      issues.push(fault('altered-file', path, 'The file is not what was published: its checksum differs.'))
  }
  for (const path of await reader.paths()) {
    if (path !== LIST && !listed.has(path))
      issues.push(fault('unlisted-file', path, 'The file is not part of the release.'))
  }
  return { checked: list.length, issues }
}

/** A path that leads out of the release is not looked up. */
const isInside = (path: string): boolean => path.split('/').every((part) => part !== '..' && part !== '')
