/** What the archive says of one file; sizes and checksum are known once it is written. */
export interface ZipRecord {
  readonly name: Uint8Array
  readonly stored: boolean
  readonly crc: number
  readonly compressed: number
  readonly uncompressed: number
  /** Where its local header stands. */
  readonly offset: number
}

/** Names are UTF-8 (APPNOTE 6.3.10, 4.4.4, bit 11). No bit 3: sizes stand in front of the data. */
const UTF8_NAMES = 0x0800
/** 1 January 1980, 00:00, the earliest time a ZIP file can tell; DOS time knows no zone. */
const DOS_TIME = 0
const DOS_DATE = (1 << 5) | 1
/** Deflate and folders need version 2.0 (4.4.3). */
const VERSION = 20
const MADE_BY_UNIX = (3 << 8) | VERSION
/** A regular file that its owner may write and everybody may read. */
const REGULAR_0644 = (0o100644 << 16) >>> 0

/** The header in front of a file's data (4.3.7). */
export function localHeader(record: ZipRecord): Uint8Array {
  const { bytes, view } = blank(30, record.name)
  view.setUint32(0, 0x04034b50, true)
  writeCommon(view, 4, record)
  return bytes
}

/** The entry in the central directory (4.3.12). */
export function centralHeader(record: ZipRecord): Uint8Array {
  const { bytes, view } = blank(46, record.name)
  view.setUint32(0, 0x02014b50, true)
  view.setUint16(4, MADE_BY_UNIX, true)
  writeCommon(view, 6, record)
  view.setUint32(38, REGULAR_0644, true)
  view.setUint32(42, record.offset, true)
  return bytes
}

/** The end of the central directory (4.3.16). */
export function endRecord(entries: number, directoryBytes: number, directoryOffset: number): Uint8Array {
  const { bytes, view } = blank(22, new Uint8Array())
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, entries, true)
  view.setUint16(10, entries, true)
  view.setUint32(12, directoryBytes, true)
  view.setUint32(16, directoryOffset, true)
  return bytes
}

/** The fields that both headers have, in the same order. */
function writeCommon(view: DataView, at: number, record: ZipRecord): void {
  view.setUint16(at, VERSION, true)
  view.setUint16(at + 2, UTF8_NAMES, true)
  view.setUint16(at + 4, record.stored ? 0 : 8, true)
  view.setUint16(at + 6, DOS_TIME, true)
  view.setUint16(at + 8, DOS_DATE, true)
  view.setUint32(at + 10, record.crc, true)
  view.setUint32(at + 14, record.compressed, true)
  view.setUint32(at + 18, record.uncompressed, true)
  view.setUint16(at + 22, record.name.length, true)
}

function blank(length: number, name: Uint8Array): { bytes: Uint8Array; view: DataView } {
  const bytes = new Uint8Array(length + name.length)
  bytes.set(name, length)
  return { bytes, view: new DataView(bytes.buffer) }
}
