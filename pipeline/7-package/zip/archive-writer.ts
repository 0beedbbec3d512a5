import type { FileHandle } from 'node:fs/promises'

/** Writes an archive from front to back, and what is known late into places passed before. */
export interface ArchiveWriter {
  /** Bytes so far. */
  readonly end: () => number
  readonly append: (bytes: Uint8Array) => Promise<void>
  /** Replaces bytes that were appended before. */
  readonly patch: (bytes: Uint8Array, position: number) => Promise<void>
  /** Writes what is held back. */
  readonly flush: () => Promise<void>
}

/** Bytes held back before they are written: releases are made of many small files, and each call costs. */
const HELD = 1024 * 1024

export function archiveWriter(file: FileHandle): ArchiveWriter {
  let written = 0
  let length = 0
  let held: Uint8Array[] = []
  const flush = async () => {
    const bytes = Buffer.concat(held)
    held = []
    await writeAll(file, bytes, written)
    written += bytes.length
    length = 0
  }
  return {
    end: () => written + length,
    append: async (bytes) => {
      held.push(bytes)
      length += bytes.length
      if (length >= HELD) await flush()
    },
    patch: async (bytes, position) => {
      if (position < written) return writeAll(file, bytes, position)
      const all = Buffer.concat(held)
      all.set(bytes, position - written)
      held = [all]
    },
    flush,
  }
}

/** Writes all bytes at a position; one call of the system may write fewer. */
async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}
