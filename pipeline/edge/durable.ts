import { open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Puts a whole file into its place: whoever reads it, at whatever moment the machine stops, finds the old
 * content or the new.
 */
export async function writeWhole(path: string, content: string): Promise<void> {
  const next = join(dirname(path), `.next-${process.pid}`)
  try {
    const file = await open(next, 'w')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(next, path)
    await syncFolder(dirname(path))
  } finally {
    await rm(next, { force: true })
  }
}

/** Files that a process which was ended has begun in a folder; nobody may be writing there now. */
export const unfinished = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder).catch((): string[] => []))
    .filter((name) => /^\.(next|clock)-[\d-]+$/.test(name))
    .map((name) => join(folder, name))

/** Waits until every file below a folder is on the disk, so that it cannot be moved into place without its bytes. */
export async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await syncTree(path)
    else await syncFile(path)
  }
  await syncFolder(folder)
}

export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the names in a folder last; not every system lets one do that, and none needs it to be right. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
