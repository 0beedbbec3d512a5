import { open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import type { ArchiveWriter } from './archive-writer.ts'
import { BLOCK_BYTES, STREAM_END } from './deflate.ts'
import { refuseOverLimit } from './limits.ts'
import type { Deflater } from './pool.ts'
import { localHeader, type ZipRecord } from './records.ts'

export interface ZipEntry {
  /** Name in the archive: relative, POSIX. */
  readonly path: string
  /** File on disk. */
  readonly source: string
}

/** Compressed already: once more gains nothing and costs the reader time. */
const STORED = /\.(parquet|xlsx|zip)$/i

/**
 * Writes one file at the end of the archive and returns its record. Holds a few blocks in memory,
 * whatever the size of the file. The header is written last, into the place kept for it, when sizes and
 * checksum are known: no data descriptor, which some portals' readers do not take.
 */
export async function addFile(
  archive: ArchiveWriter,
  entry: ZipEntry,
  deflater: Deflater,
): Promise<ZipRecord> {
  const name = new TextEncoder().encode(entry.path)
  const stored = STORED.test(entry.path)
  const offset = archive.end()
  const blank: ZipRecord = { name, stored, crc: 0, compressed: 0, uncompressed: 0, offset }
  await archive.append(localHeader(blank))
  const start = archive.end()
  const append = async (bytes: Uint8Array) => {
    await archive.append(bytes)
    refuseOverLimit(entry.path, archive.end())
  }
  let crc = 0
  let uncompressed = 0
  const pending: Promise<Uint8Array>[] = []
  for await (const block of blocks(entry.source)) {
    crc = crc32(block, crc)
    uncompressed += block.length
    const job = stored ? Promise.resolve(block) : deflater.deflate(block)
    // Awaited below, in order; until then a failure must not count as unhandled.
    job.catch(() => undefined)
    pending.push(job)
    if (pending.length > deflater.capacity) await append(await first(pending))
  }
  while (pending.length > 0) await append(await first(pending))
  if (!stored) await append(STREAM_END)
  const record = { ...blank, crc, compressed: archive.end() - start, uncompressed }
  await archive.patch(localHeader(record), offset)
  return record
}

/** The file in blocks of one size, the last one shorter. Each block has memory of its own. */
async function* blocks(source: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const file = await open(source, 'r')
  try {
    for (let at = 0; ; ) {
      const block = new Uint8Array(BLOCK_BYTES)
      let length = 0
      while (length < BLOCK_BYTES) {
        const { bytesRead } = await file.read(block, length, BLOCK_BYTES - length, at + length)
        if (bytesRead === 0) break
        length += bytesRead
      }
      if (length > 0) yield block.subarray(0, length)
      if (length < BLOCK_BYTES) return
      at += length
    }
  } finally {
    await file.close()
  }
}

async function first(pending: Promise<Uint8Array>[]): Promise<Uint8Array> {
  const job = pending.shift()
  if (job === undefined) throw new Error('no block is being compressed')
  return job
}
