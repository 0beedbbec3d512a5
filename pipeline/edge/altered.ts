import { join } from 'node:path'
import { parseChecksums } from '../checksums.ts'
import type { Issue } from '../issues.ts'
import { digestFile, readText } from './disk.ts'

/** What is wrong with a release folder that is incomplete or not as published; nothing where all is well. */
export async function alteredIssue(folder: string, name: string): Promise<Issue | undefined> {
  const sums = parseChecksums((await readText(join(folder, 'SHA256SUMS'))) ?? '')
  if (sums === undefined) return issue(name, 'SHA256SUMS', 'is missing or is no list of checksums')
  for (const { path, sha256 } of sums) {
    const found = await digestFile(join(folder, path)).catch(() => undefined)
    if (found === undefined) return issue(name, path, 'is missing')
    if (found.sha256 !== sha256) return issue(name, path, 'is not as it was published')
  }
  return undefined
}

const issue = (name: string, file: string, what: string): Issue => ({
  code: 'release/altered',
  severity: 'error',
  concern: 'data',
  message: `${name}: ${file} ${what}.`,
  file,
  expected: 'every file as its checksum in SHA256SUMS says',
  advice: 'Download the release again, or restore it from its ZIP file.',
})
