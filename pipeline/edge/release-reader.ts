import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { ReleaseReader } from '../verify/index.ts'
import { digestFile, readText } from './disk.ts'

/** A release in a folder on disk. */
export const releaseReader = (folder: string): ReleaseReader => ({
  folder,
  paths: async () => {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true })
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .split(sep)
          .join('/'),
      )
      .sort()
  },
  text: (path) => readText(join(folder, path)),
  digest: (path) => digestFile(join(folder, path)).catch(() => undefined),
})
