import type { Encoding } from './encodings.ts'
import { type ForeignFormat, foreignFormat } from './file-signatures.ts'

/** What the first bytes of a file give away: a byte-order mark (Unicode 16.0 23.8), or a format that is not a table in text. */
export function kindOfFile(head: Uint8Array): {
  readonly encoding?: Encoding
  readonly problem?: ForeignFormat
} {
  const problem = foreignFormat(head)
  if (problem !== undefined) return { problem }
  for (const [encoding, mark] of MARKS) if (startsWith(head, mark)) return { encoding }
  return {}
}

/**
 * UTF-16 without a byte-order mark: European text in it has a NUL in every other byte, always on the
 * same side. Undefined where the NUL bytes are not of that pattern.
 */
export function utf16ByNulls(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.min(head.length, 65_536) >> 1
  let even = 0
  let odd = 0
  for (let pair = 0; pair < pairs; pair++) {
    if (head[2 * pair] === 0) even++
    if (head[2 * pair + 1] === 0) odd++
  }
  if (odd >= pairs / 3 && even <= pairs / 100) return 'utf-16le'
  if (even >= pairs / 3 && odd <= pairs / 100) return 'utf-16be'
  return undefined
}

/**
 * Whether more than one byte in a hundred is a control character that text does not use. A few
 * are let through: people paste them into answers.
 */
export function looksBinary(head: Uint8Array): boolean {
  const sample = head.subarray(0, 65_536)
  let control = 0
  for (const byte of sample) if (byte < 0x20 && !TEXT_CONTROLS.has(byte)) control++
  return control > 3 && control * 100 > sample.length
}

/** Tab, line feed, vertical tab (Excel's line break), form feed, carriage return. */
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d])

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8 with byte-order mark', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

function startsWith(head: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => head[index] === byte)
}
