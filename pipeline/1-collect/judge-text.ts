import { canonicalEncoding, type Encoding } from './encodings.ts'
import type { ForeignFormat } from './file-signatures.ts'
import { type Evidence, guessEncoding } from './guess-encoding.ts'
import { kindOfFile, looksBinary, utf16ByNulls } from './kind-of-file.ts'

/** Why a file cannot be read as text. */
export type TextProblem =
  | ForeignFormat
  | 'empty'
  | 'blank'
  | 'nul bytes'
  | 'binary'
  | 'damaged utf-8'
  | 'unknown encoding'
  | 'unknown declared encoding'
  | 'not the declared encoding'

/** What one pass over a file's bytes showed. */
export interface TextSeen {
  /** The first bytes. */
  readonly head: Uint8Array
  readonly bytes: number
  /** Whether a NUL byte occurs; whether nothing but white space does. */
  readonly nul: boolean
  readonly blank: boolean
  readonly validUtf8: boolean
  /** Whether well-formed UTF-8 beyond ASCII was met. */
  readonly beyondAscii: boolean
  readonly evidence: Evidence
}

export interface TextVerdict {
  readonly encoding: Encoding
  readonly problem?: TextProblem
}

/** Decides from its bytes how a file is to be read, or why it is not text. */
export function judgeText(seen: TextSeen): TextVerdict {
  if (seen.bytes === 0) return { encoding: 'utf-8', problem: 'empty' }
  const kind = kindOfFile(seen.head)
  if (kind.problem !== undefined) return { encoding: 'utf-8', problem: kind.problem }
  const encoding = kind.encoding ?? (seen.nul ? utf16ByNulls(seen.head) : undefined)
  if (seen.blank) return { encoding: encoding ?? 'utf-8', problem: 'blank' }
  if (isUtf16(encoding)) return { encoding }
  if (looksBinary(seen.head)) return { encoding: 'utf-8', problem: 'binary' }
  if (seen.nul) return { encoding: 'utf-8', problem: 'nul bytes' }
  if (seen.validUtf8) return { encoding: encoding ?? 'utf-8' }
  if (encoding !== undefined || seen.beyondAscii) return { encoding: 'utf-8', problem: 'damaged utf-8' }
  const guess = guessEncoding(seen.evidence)
  if (guess === 'damaged utf-8') return { encoding: 'utf-8', problem: guess }
  return guess === 'unknown' ? { encoding: 'windows-1252', problem: 'unknown encoding' } : { encoding: guess }
}

/** The same with the author's word on the encoding, which stands unless the bytes contradict it. */
export function judgeDeclared(declared: string, found: TextVerdict, seen: TextSeen): TextVerdict {
  if (found.problem === 'empty' || found.problem === 'blank' || kindOfFile(seen.head).problem !== undefined)
    return found
  const encoding = canonicalEncoding(declared)
  if (encoding === undefined) return { encoding: found.encoding, problem: 'unknown declared encoding' }
  const refused: TextVerdict = { encoding, problem: 'not the declared encoding' }
  const marked = kindOfFile(seen.head).encoding
  if (encoding.startsWith('utf-8')) {
    if (!seen.validUtf8) return refused
    return seen.nul ? found : { encoding: marked ?? 'utf-8' }
  }
  if (encoding.startsWith('utf-16')) {
    // "utf-16" alone does not say in which order; the file's own mark does.
    return marked === undefined || marked === encoding || isUtf16(marked)
      ? { encoding: marked ?? encoding }
      : refused
  }
  const impossible = encoding === 'windows-1252' && seen.evidence.undefinedInWindows > 0
  return marked !== undefined || impossible || seen.nul ? refused : { encoding }
}

const isUtf16 = (encoding: Encoding | undefined): encoding is 'utf-16le' | 'utf-16be' =>
  encoding === 'utf-16le' || encoding === 'utf-16be'
