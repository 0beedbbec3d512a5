import { Refused } from '../../issues.ts'

/** The most bytes and files an archive without the ZIP64 extension can count (APPNOTE 4.4.1.4). */
const MOST_BYTES = 0xffff_ffff
const MOST_FILES = 0xffff

/** Throws `Refused` when a file, or the archive at the end of it, is larger than 4 GiB less a byte. */
export function refuseOverLimit(path: string, bytes: number): void {
  if (bytes < MOST_BYTES) return
  throw new Refused([
    {
      code: 'package/archive-too-large',
      severity: 'error',
      concern: 'data',
      message: `The release does not fit into a ZIP archive: 4 GiB are passed at ${path}.`,
      advice: 'Publish fewer columns, or split the consultation into several releases.',
      expected: 'every file, and all of them compressed, below 4 GiB',
    },
  ])
}

/** Throws when the names cannot be kept apart or would be unpacked outside the folder: our own fault. */
export function checkNames(paths: readonly string[]): void {
  if (paths.length > MOST_FILES) throw new Error(`a ZIP archive holds at most ${MOST_FILES} files`)
  if (new Set(paths).size < paths.length) throw new Error('two files of an archive have the same name')
  const unsafe = (path: string) =>
    path.includes('\\') || path.split('/').some((part) => part === '' || part === '.' || part === '..')
  if (paths.some(unsafe)) throw new Error('a name in an archive must be relative and stay inside')
}
