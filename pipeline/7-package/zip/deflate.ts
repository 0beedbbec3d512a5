import { Deflate } from 'fflate'

/** How much of a file one worker compresses at a time. Part of the format of our bytes: do not tune. */
export const BLOCK_BYTES = 1024 * 1024

/** An empty last block, which ends a stream of blocks (RFC 1951, 3.2.3 and 3.2.6). */
export const STREAM_END: Uint8Array = Uint8Array.of(0x03, 0x00)

/** Below this fflate may write a block without distance codes, which Windows cannot open (issue 296). */
const WORTH_DEFLATING = 512

/**
 * One block of a file as raw DEFLATE that refers to nothing before it and ends on a byte boundary, so
 * that blocks joined in order, and `STREAM_END`, are one valid stream. Written in JavaScript rather than
 * by zlib, whose bytes differ between builds and processors; `mem` is stated because its default may
 * depend on the input through a logarithm. Level 4: as fast here as 3, and a fifth faster than 5.
 */
export function deflateBlock(block: Uint8Array): Uint8Array<ArrayBuffer> {
  // With zero bytes fflate's stream may refer to before its start (issue 260); text has none.
  if (block.length < WORTH_DEFLATING || block.includes(0)) return storeBlock(block)
  const parts: Uint8Array[] = []
  const stream = new Deflate({ level: 4, mem: 4 }, (part) => parts.push(part))
  stream.push(block, false)
  stream.flush()
  stream.push(new Uint8Array(), true)
  return endOnByte(Buffer.concat(parts))
}

/** The block as it is, in stored blocks (RFC 1951, 3.2.4), which begin and end on byte boundaries. */
function storeBlock(block: Uint8Array): Uint8Array<ArrayBuffer> {
  const most = 0xffff
  const stored = new Uint8Array(block.length + 5 * Math.ceil(block.length / most))
  const view = new DataView(stored.buffer)
  for (let from = 0, to = 0; from < block.length; from += most) {
    const part = block.subarray(from, from + most)
    view.setUint16(to + 1, part.length, true)
    view.setUint16(to + 3, ~part.length & 0xffff, true)
    stored.set(part, to + 5)
    to += 5 + part.length
  }
  return stored
}

/** LEN and NLEN of a stored block that holds nothing. */
const EMPTY_STORED = Uint8Array.of(0x00, 0x00, 0xff, 0xff)

/**
 * Puts an empty stored block in the place of the empty last block that the stream ended with.
 * `Deflate.flush(true)` should do this but writes broken streams (issue 267). The empty last block is
 * the bits 1, 10 and seven zeros, lowest first, so its first bit is the one below the highest bit set.
 */
function endOnByte(deflated: Uint8Array): Uint8Array<ArrayBuffer> {
  let last = deflated.length - 1
  while (last > 0 && deflated[last] === 0) last -= 1
  const start = last * 8 + (31 - Math.clz32(deflated[last] ?? 0)) - 1
  if (bit(deflated, start) + bit(deflated, start + 1) !== 2)
    throw new Error('the stream does not end as expected')
  const length = Math.ceil((start + 3) / 8)
  const joined = new Uint8Array(length + EMPTY_STORED.length)
  joined.set(deflated.subarray(0, length))
  for (const at of [start, start + 1]) joined[at >> 3] = (joined[at >> 3] ?? 0) & ~(1 << (at & 7))
  joined.set(EMPTY_STORED, length)
  return joined
}

const bit = (bytes: Uint8Array, at: number): number => ((bytes[at >> 3] ?? 0) >> (at & 7)) & 1
