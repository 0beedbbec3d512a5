import { createHash } from 'node:crypto'
import type { ReleasedFile } from '../../artefacts.ts'

/** One value for the data of a release, whatever version it is: the responses and the figures. */
export function dataDigest(files: readonly Pick<ReleasedFile, 'path' | 'sha256'>[]): string {
  const data = files.filter(({ path }) => path === 'data/responses.csv' || path === 'data/tables.csv')
  const lines = data.map(({ path, sha256 }) => `${sha256}  ${path}\n`).sort()
  return createHash('sha256').update(lines.join('')).digest('hex')
}
