import { Deflate, Z_SYNC_FLUSH } from 'pako'

/** How much of a file one worker compresses at a time. Part of the format of our bytes: do not tune. */
export const BLOCK_BYTES = 1024 * 1024

/** An empty last block, which ends a stream of blocks (RFC 1951, 3.2.3 and 3.2.6). */
export const STREAM_END: Uint8Array = Uint8Array.of(0x03, 0x00)

/**
 * One block of a file as raw DEFLATE that refers to nothing before it and ends on a byte boundary, so
 * that blocks joined in order, and `STREAM_END`, are one valid stream. Written in JavaScript rather than
 * by the platform's zlib, whose bytes differ between builds and processors. Level 3: higher ones cost
 * more time than the bytes they save are worth.
 */
export function deflateBlock(block: Uint8Array): Uint8Array<ArrayBuffer> {
  const stream = new Deflate({ raw: true, level: 3, memLevel: 8, windowBits: 15, chunkSize: BLOCK_BYTES })
  const parts: Uint8Array[] = []
  stream.onData = (part: Uint8Array) => parts.push(part)
  stream.push(block, Z_SYNC_FLUSH)
  if (stream.err !== 0) throw new Error(`deflating failed with code ${stream.err}`)
  return Uint8Array.from(Buffer.concat(parts))
}
