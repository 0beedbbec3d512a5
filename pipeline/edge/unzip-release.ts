import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { type Issue, Refused } from '../issues.ts'

/** No release is larger, because its archive is not; a bomb is. */
const MOST_BYTES = 64 * 2 ** 30
const MOST_FILES = 10_000

/**
 * Unpacks the archive of a release into a folder. Throws `Refused` where it is no archive, is cut short or
 * damaged, or names a file outside the folder.
 */
export async function unzipRelease(archive: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  let zip: ZipFile | undefined
  try {
    zip = await openPromise(archive, { lazyEntries: true, autoClose: false, strictFileNames: true })
    let bytes = 0
    let files = 0
    for await (const entry of zip.eachEntry()) {
      bytes += entry.uncompressedSize
      files += 1
      if (bytes > MOST_BYTES || files > MOST_FILES)
        throw refused(archive, 'would unpack to more than any release holds')
      await unpack(zip, entry, folder)
    }
  } catch (error) {
    if (error instanceof Refused || (error instanceof Error && 'syscall' in error)) throw error
    throw refused(archive, 'is no ZIP file, or it is damaged or cut short')
  } finally {
    zip?.close()
  }
}

async function unpack(zip: ZipFile, entry: Entry, folder: string): Promise<void> {
  if (entry.fileName.endsWith('/')) return
  const target = join(folder, entry.fileName)
  await mkdir(dirname(target), { recursive: true })
  await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { flags: 'wx' }))
}

const refused = (archive: string, words: string): Refused => {
  const issue: Issue = {
    code: 'release/archive',
    severity: 'error',
    concern: 'data',
    message: `${basename(archive)} ${words}.`,
    advice: 'Download it again.',
    file: basename(archive),
  }
  return new Refused([issue])
}
