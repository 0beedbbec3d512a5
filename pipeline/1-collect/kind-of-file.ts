import type { Encoding } from './encodings.ts'

/**
 * What the first bytes of a file give away: a byte-order mark, or a format that is not text.
 * Signatures: PKWARE APPNOTE 4.3.7, [MS-CFB] 2.2, ISO 32000-1 7.5.2, RFC 1952 2.3.1, Unicode 16.0 23.8.
 */
export function kindOfFile(head: Uint8Array): {
  readonly encoding?: Encoding
  readonly problem?: 'zip' | 'ole' | 'pdf' | 'gzip' | 'utf-32'
} {
  for (const [problem, signature] of SIGNATURES) if (startsWith(head, signature)) return { problem }
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

const SIGNATURES: readonly (readonly ['zip' | 'ole' | 'pdf' | 'gzip' | 'utf-32', readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['gzip', [0x1f, 0x8b]],
  ['utf-32', [0xff, 0xfe, 0x00, 0x00]],
  ['utf-32', [0x00, 0x00, 0xfe, 0xff]],
]

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8 with byte-order mark', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

function startsWith(head: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => head[index] === byte)
}
