import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PublishedFolder } from '../attack/index.ts'
import { readText } from './disk.ts'

/** A release folder on disk, opened as anybody may who has it. */
export const publishedFolder = (path: string, name: string): PublishedFolder => ({
  name,
  path,
  has: (file) =>
    stat(join(path, file)).then(
      (found) => found.isFile(),
      () => false,
    ),
  read: (file) => readText(join(path, file)),
  bytes: (file) => readFile(join(path, file)).catch(() => undefined),
})
