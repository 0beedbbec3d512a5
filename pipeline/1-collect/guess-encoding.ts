import { singleByteTable, UNDEFINED_IN_WINDOWS_1252 } from './encodings.ts'

/** What the bytes above 7F of a file that is not UTF-8 have to say about its encoding. */
export interface Evidence {
  /** Bytes above 7F. */
  high: number
  /** Well-formed UTF-8 characters of two bytes and more. */
  utf8Characters: number
  /** Bytes that mean nothing in windows-1252. */
  undefinedInWindows: number
  /** Places where the text would read oddly, by encoding. */
  oddInWindows: number
  oddInMacintosh: number
}

export const noEvidence = (): Evidence => ({
  high: 0,
  utf8Characters: 0,
  undefinedInWindows: 0,
  oddInWindows: 0,
  oddInMacintosh: 0,
})

/**
 * Decides how to read text that is not valid UTF-8 and has no byte-order mark:
 *
 * 1. One well-formed UTF-8 character for every ten bytes above 7F, or more: it is UTF-8 that was
 *    damaged, or two encodings glued together. Refused.
 * 2. windows-1252, which Excel and the survey platforms write in Britain, unless it holds a byte that
 *    windows-1252 leaves undefined or reads oddly at more than twice the places Mac Roman does.
 * 3. Otherwise Mac Roman.
 * 4. If even the better one reads oddly at a quarter of its bytes above 7F it is neither. Refused.
 *
 * Odd is: a capital straight after a small letter (`cafÈ`), a small accented letter before a capital
 * or on its own, two accented letters in a row, a symbol between two letters (`fa‡ade`).
 */
export function guessEncoding(
  evidence: Evidence,
): 'windows-1252' | 'macintosh' | 'damaged utf-8' | 'unknown' {
  if (evidence.utf8Characters * 10 >= evidence.high) return 'damaged utf-8'
  const windows = evidence.undefinedInWindows === 0 && evidence.oddInWindows <= evidence.oddInMacintosh * 2
  const odd = windows ? evidence.oddInWindows : evidence.oddInMacintosh
  if (odd * 4 >= evidence.high) return 'unknown'
  return windows ? 'windows-1252' : 'macintosh'
}

/** Adds what a piece of the file says. A character split between two pieces says nothing. */
export function gatherEvidence(evidence: Evidence, chunk: Uint8Array): void {
  let utf8Until = 0
  for (let index = 0; index < chunk.length; index++) {
    const byte = chunk[index] ?? 0
    if (byte < 0x80) continue
    evidence.high++
    if (UNDEFINED_IN_WINDOWS_1252.includes(byte)) evidence.undefinedInWindows++
    const before = chunk[index - 1] ?? 0x20
    const after = chunk[index + 1] ?? 0x20
    if (isOdd(WINDOWS_KINDS, before, byte, after)) evidence.oddInWindows++
    if (isOdd(MACINTOSH_KINDS, before, byte, after)) evidence.oddInMacintosh++
    if (index < utf8Until) continue
    const length = utf8CharacterAt(chunk, index)
    if (length > 0) evidence.utf8Characters++
    utf8Until = index + length
  }
}

type Kind = 'small' | 'small word' | 'capital' | 'joiner' | 'symbol' | 'other'

const WINDOWS_KINDS = kindsOf(singleByteTable('windows-1252') ?? [])
const MACINTOSH_KINDS = kindsOf(singleByteTable('macintosh') ?? [])

function kindsOf(table: readonly string[]): readonly Kind[] {
  const ascii = Array.from({ length: 128 }, (_, code): Kind => {
    const kind = kindOf(String.fromCharCode(code))
    return kind === 'symbol' ? 'other' : kind
  })
  return [...ascii, ...table.map(kindOf)]
}

function kindOf(character: string): Kind {
  // Whole words in French, Italian, Spanish and Portuguese.
  if ('àèéó'.includes(character) && character !== '') return 'small word'
  if (/\p{Ll}/u.test(character)) return 'small'
  if (/\p{Lu}/u.test(character)) return 'capital'
  return /[’‘“”–—…·•\u00a0\u00ad]/u.test(character) ? 'joiner' : 'symbol'
}

const isSmall = (kind: Kind): boolean => kind === 'small' || kind === 'small word'
const isLetter = (kind: Kind): boolean => isSmall(kind) || kind === 'capital'

function isOdd(kinds: readonly Kind[], before: number, byte: number, after: number): boolean {
  const kind = kinds[byte] ?? 'symbol'
  const left = kinds[before] ?? 'other'
  const right = kinds[after] ?? 'other'
  if (isLetter(kind) && before >= 0x80 && isLetter(left)) return true
  if (kind === 'capital') return isSmall(left)
  if (isSmall(kind) && right === 'capital' && left !== 'capital') return true
  if (kind === 'small') return !isLetter(left) && !isLetter(right)
  return kind === 'symbol' && isLetter(left) && isLetter(right)
}

function utf8CharacterAt(chunk: Uint8Array, index: number): number {
  const lead = chunk[index] ?? 0
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  if (lead < 0xc2 || lead > 0xf4) return 0
  for (let next = index + 1; next < index + length; next++) {
    const byte = chunk[next] ?? 0
    if (byte < 0x80 || byte > 0xbf) return 0
  }
  return length
}
