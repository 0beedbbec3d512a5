/** Formats that are not text, or not a table in text. */
export type ForeignFormat =
  | 'zip'
  | 'ole'
  | 'pdf'
  | 'gzip'
  | 'utf-32'
  | 'spss'
  | 'stata'
  | 'sas'
  | 'r'
  | 'triple-s'
  | 'parquet'
  | 'database'
  | 'archive'

/**
 * The format that the first bytes of a file give away. Signatures: PKWARE APPNOTE 4.3.7, [MS-CFB] 2.2,
 * ISO 32000-1 7.5.2, RFC 1952 2.3.1, Unicode 16.0 23.8, "System File Format" of the GNU PSPP developers'
 * guide, Stata manual `help dta`, SAS TS-140, Triple-S 2.0, Apache Parquet and SQLite file formats.
 */
export function foreignFormat(head: Uint8Array): ForeignFormat | undefined {
  // A character a byte.
  const text = Buffer.from(head.subarray(0, 1024)).toString('latin1')
  const start = STARTS.find(([, starts]) => starts.some((one) => text.startsWith(one)))
  return (start ?? PATTERNS.find(([, pattern]) => pattern.test(text)))?.[0]
}

const STARTS: readonly (readonly [ForeignFormat, readonly string[]])[] = [
  ['zip', ['PK\x03\x04', 'PK\x05\x06']],
  ['ole', ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1']],
  ['pdf', ['%PDF-']],
  ['gzip', ['\x1f\x8b']],
  ['utf-32', ['\xff\xfe\x00\x00', '\x00\x00\xfe\xff']],
  ['spss', ['$FL2@', '$FL3@']],
  // From version 13 on; before, a version, an order of bytes and two constants.
  [
    'stata',
    ['<stata_dta>', ...[...'hilnopqrs'].flatMap((one) => [`${one}\x01\x01\x00`, `${one}\x02\x01\x00`])],
  ],
  ['sas', [`${'\x00'.repeat(12)}\xc2\xea\x81\x60`, 'HEADER RECORD*******LIB']],
  ['r', ['RDA2\n', 'RDA3\n', 'RDX2\n', 'RDX3\n']],
  ['parquet', ['PAR1']],
  ['database', ['SQLite format 3\x00', '\x00\x01\x00\x00Standard Jet DB', '\x00\x01\x00\x00Standard ACE DB']],
  ['archive', ['7z\xbc\xaf\x27\x1c', 'Rar!\x1a\x07', 'BZh91AY', '\xfd7zXZ\x00', '\x28\xb5\x2f\xfd']],
]

const PATTERNS: readonly (readonly [ForeignFormat, RegExp])[] = [
  // Encrypted, and .por, whose own words come after a picture of them in 200 characters.
  ['spss', /^(?:.{8}ENCRYPTEDSAV|[^,;]{0,400}ASCII SPSS PORT FILE)/s],
  ['triple-s', /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!DOCTYPE\s+)?sss\b/is],
]
