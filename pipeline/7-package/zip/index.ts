/**
 * The archive of a release. In: files on disk and their names. Out: one ZIP file, the same bytes for
 * the same files on any machine, in any time zone and order, with any number of threads. Not here:
 * which files a release has.
 */
import { type FileHandle, open, rm, stat } from 'node:fs/promises'
import { addFile, type ZipEntry } from './add-file.ts'
import { archiveWriter } from './archive-writer.ts'
import { checkNames, refuseOverLimit } from './limits.ts'
import { type Deflater, inlineDeflater, workerDeflater } from './pool.ts'
import { centralHeader, endRecord, type ZipRecord } from './records.ts'

export type { ZipEntry } from './add-file.ts'

/** Below this, starting threads takes longer than compressing. */
const WORTH_THREADS = 8 * 1024 * 1024

/**
 * Writes the archive to `target`, entries sorted by name, replacing what is there. Memory does not grow
 * with the files. Throws `Refused` when a file or the archive reaches 4 GiB (ZIP64 is not written);
 * nothing is left at `target` then, nor after any other failure.
 */
export async function zipFiles(entries: readonly ZipEntry[], target: string): Promise<void> {
  checkNames(entries.map(({ path }) => path))
  let total = 0
  for (const { path, source } of entries) {
    const { size } = await stat(source)
    refuseOverLimit(path, size)
    total += size
  }
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))
  const deflater = total < WORTH_THREADS ? inlineDeflater() : workerDeflater()
  const archive = await open(target, 'w', 0o644)
  try {
    await writeArchive(archive, sorted, deflater)
  } catch (error) {
    await rm(target, { force: true })
    throw error
  } finally {
    await deflater.close()
    await archive.close()
  }
}

async function writeArchive(
  archive: FileHandle,
  entries: readonly ZipEntry[],
  deflater: Deflater,
): Promise<void> {
  const writer = archiveWriter(archive)
  const records: ZipRecord[] = []
  for (const entry of entries) records.push(await addFile(writer, entry, deflater))
  const directory = Buffer.concat(records.map(centralHeader))
  const close = endRecord(records.length, directory.length, writer.end())
  await writer.append(Buffer.concat([directory, close]))
  await writer.flush()
}
