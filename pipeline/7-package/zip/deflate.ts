import { Deflate } from 'fflate'

/** How much of a file one worker compresses at a time. Part of the format of our bytes: do not tune. */
export const BLOCK_BYTES = 1024 * 1024

/** An empty last block, which ends a stream of blocks (RFC 1951, 3.2.3). */
export const STREAM_END: Uint8Array = Uint8Array.of(0x03, 0x00)

/**
 * One block of a file as raw DEFLATE that refers to nothing before it and ends on a byte boundary, so
 * that blocks joined in order, and `STREAM_END`, are one valid stream. Written in JavaScript rather than
 * by zlib, whose bytes differ between builds and processors; `mem` is stated because its default depends
 * on the input through a logarithm. Level 4: as fast here as 3, and a third faster than 5.
 */
export function deflateBlock(block: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const stream = new Deflate({ level: 4, mem: 4 }, (part) => parts.push(part))
  stream.push(block, false)
  stream.flush(true)
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
