/**
 * Character encodings a file may come in. Detection only ever answers with the first six; a declared
 * encoding may be any the platform's TextDecoder knows (WHATWG Encoding Standard names).
 */
export type Encoding =
  | 'utf-8'
  | 'utf-8 with byte-order mark'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1252'
  | 'macintosh'
  | (string & {})

/** Turns bytes into text piece by piece; throws a TypeError at bytes that are not text. */
export interface Decoder {
  readonly decode: (chunk: Uint8Array) => string
  /** Call once after the last piece; throws when a character was left unfinished. */
  readonly end: () => string
}

/** Bytes windows-1252 gives no meaning to (Microsoft's table; WHATWG maps them to control characters). */
export const UNDEFINED_IN_WINDOWS_1252: readonly number[] = [0x81, 0x8d, 0x8f, 0x90, 0x9d]

/**
 * The canonical name of a declared encoding ("latin1" -> "windows-1252"), or undefined when nobody
 * here can read it.
 */
export function canonicalEncoding(label: string): Encoding | undefined {
  if (label.toLowerCase() === 'utf-8 with byte-order mark') return 'utf-8 with byte-order mark'
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

/** A fatal decoder for a canonical encoding; a leading byte-order mark is dropped. */
export function decoderFor(encoding: Encoding): Decoder {
  const table = singleByteTable(encoding)
  if (table !== undefined) return { decode: (chunk) => decodeSingleBytes(chunk, table), end: () => '' }
  const label = encoding === 'utf-8 with byte-order mark' ? 'utf-8' : encoding
  const decoder = new TextDecoder(label, { fatal: true })
  return { decode: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() }
}

/** The 128 characters of bytes 80 to FF; '' marks a byte without meaning. Undefined for other encodings. */
export function singleByteTable(encoding: Encoding): readonly string[] | undefined {
  if (encoding === 'windows-1252') return WINDOWS_1252
  if (encoding === 'macintosh') return MACINTOSH
  return undefined
}

// Tables rather than TextDecoder: several Node releases, 20.18.3 to 20.20 among them, decode
// windows-1252 as latin1 and so lose its quotes, dashes and euro sign (nodejs/node issue 56542).
const WINDOWS_1252: readonly string[] = [
  ...[...'€_‚ƒ„…†‡ˆ‰Š‹Œ_Ž__‘’“”•–—˜™š›œ_žŸ'].map((character) => (character === '_' ? '' : character)),
  ...Array.from({ length: 0x60 }, (_, index) => String.fromCharCode(0xa0 + index)),
]

const MACINTOSH: readonly string[] = [
  ...'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø',
  ...'¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
]

function decodeSingleBytes(chunk: Uint8Array, table: readonly string[]): string {
  let text = ''
  let start = 0
  const ascii = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  for (const [index, byte] of ascii.entries()) {
    if (byte < 0x80) continue
    const character = table[byte - 0x80]
    if (character === undefined || character === '') throw new TypeError('byte without meaning')
    text += ascii.toString('latin1', start, index) + character
    start = index + 1
  }
  return text + ascii.toString('latin1', start)
}
