const ABOVE_LATIN_1: Readonly<Record<string, number>> = {
  '–': 0x96,
  '—': 0x97,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '…': 0x85,
}

/** Text as Windows-1252; a character of the example that has no place in it is a fault. */
export function windows1252(text: string): Uint8Array {
  return Uint8Array.from([...text], (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code
    const mapped = ABOVE_LATIN_1[character]
    if (mapped === undefined) throw new Error(`No Windows-1252 for U+${code.toString(16)}`)
    return mapped
  })
}

/** The text of Windows-1252 bytes. */
export function fromWindows1252(bytes: Uint8Array): string {
  // Not TextDecoder: Node 20 reads 0x80 to 0x9F as control characters, as Latin-1 has them.
  return Array.from(bytes, (byte) => BY_BYTE.get(byte) ?? String.fromCharCode(byte)).join('')
}

const BY_BYTE = new Map(Object.entries(ABOVE_LATIN_1).map(([character, byte]) => [byte, character]))
