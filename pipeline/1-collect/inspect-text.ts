import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Encoding } from './encodings.ts'
import { gatherEvidence, noEvidence } from './guess-encoding.ts'
import { judgeDeclared, judgeText, type TextProblem, type TextSeen } from './judge-text.ts'
import { utf8Checker } from './utf8-checker.ts'

/** What a file is, found out without keeping any of it. */
export interface TextInspection {
  readonly bytes: number
  readonly sha256: string
  /** How to read it; what was declared, where something was. */
  readonly encoding: Encoding
  /** Whether the bytes are well-formed UTF-8, and whether none of them is above 7F. */
  readonly validUtf8: boolean
  readonly ascii: boolean
  readonly problem?: TextProblem
  /** Offset of the first byte that is not UTF-8, where that is a problem. */
  readonly invalidAt?: number
}

const CHUNK = 4 * 1024 * 1024

/**
 * Reads the file at `path` once, at about the speed of the disk, and says what it is: its size and
 * SHA-256, its encoding, or why it is not text. `declared` overrules detection; when the bytes
 * cannot be in that encoding the file has a problem. UTF-16 is only proved by decoding it
 * (`transcodeToUtf8`). Rejects when the file cannot be opened.
 */
export async function inspectText(path: string, declared?: string): Promise<TextInspection> {
  const { seen, sha256, invalidAt } = await scan(path)
  const found = judgeText(seen)
  const outcome = declared === undefined ? found : judgeDeclared(declared, found, seen)
  const { bytes, validUtf8, beyondAscii } = seen
  return {
    bytes,
    sha256,
    validUtf8,
    ascii: validUtf8 && !beyondAscii,
    ...outcome,
    ...(outcome.problem !== undefined && !validUtf8 ? { invalidAt } : {}),
  }
}

async function scan(path: string): Promise<{ seen: TextSeen; sha256: string; invalidAt: number }> {
  const hash = createHash('sha256')
  const checker = utf8Checker()
  const evidence = noEvidence()
  let bytes = 0
  let head: Uint8Array = new Uint8Array()
  let nul = false
  let blank = true
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    if (!Buffer.isBuffer(chunk)) continue
    if (bytes === 0) head = chunk
    bytes += chunk.length
    hash.update(chunk)
    if (!checker.push(chunk)) gatherEvidence(evidence, chunk)
    nul ||= chunk.includes(0)
    blank &&= chunk.every((byte) => BLANK_BYTES.has(byte))
  }
  const validUtf8 = checker.end()
  gatherEvidence(evidence, checker.unfinished())
  const seen = { head, bytes, nul, blank, validUtf8, beyondAscii: checker.beyondAscii(), evidence }
  return { seen, sha256: hash.digest('hex'), invalidAt: checker.invalidAt() }
}

// NUL and byte-order marks count as blank: UTF-16 spells white space with them.
const BLANK_BYTES = new Set([0, 9, 10, 11, 12, 13, 32, 0xef, 0xbb, 0xbf, 0xfe, 0xff])
