import { open, stat } from 'node:fs/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import type { Issue } from '../issues.ts'
import { kindOfFile } from './kind-of-file.ts'
import { odsRepetition } from './ods-repetition.ts'
import { spreadsheetIssue } from './spreadsheet-issue.ts'
import { SPREADSHEET_LIMITS as LIMITS } from './spreadsheet-limits.ts'

export type SpreadsheetFormat = 'xlsx' | 'xlsb' | 'ods' | 'xls'

/**
 * Looks at a workbook without opening it: is it one, and is it safe to unpack? Every part is unpacked
 * and thrown away, counting real bytes, so bombs and parts that lie about their size are found at
 * the price of reading the file once. Returns the format, or why the file is refused.
 */
export async function guardSpreadsheet(
  path: string,
): Promise<{ readonly format: SpreadsheetFormat } | { readonly refused: Issue }> {
  const { size } = await stat(path)
  if (size > LIMITS.fileBytes) return { refused: tooBig(`larger than ${mebibytes(LIMITS.fileBytes)}`) }
  const { problem } = kindOfFile(await firstBytes(path))
  if (problem === 'ole') return { format: 'xls' }
  if (problem !== 'zip') return { refused: notAWorkbook() }
  let zip: ZipFile | undefined
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false })
    return await unpackAndDiscard(zip)
  } catch {
    // yauzl only throws at what the file holds: broken structure, sizes that lie, encryption.
    return { refused: damaged() }
  } finally {
    zip?.close()
  }
}

async function unpackAndDiscard(
  zip: ZipFile,
): Promise<{ readonly format: SpreadsheetFormat } | { readonly refused: Issue }> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    if (entries.push(entry) > LIMITS.entries)
      return { refused: tooBig(`made of more than ${LIMITS.entries} parts`) }
  }
  // What the parts claim is checked first: most bombs are honest, and cost nothing then.
  if (exceeds(entries.map(({ fileName, uncompressedSize }) => ({ fileName, size: uncompressedSize }))))
    return { refused: unpacksTooBig() }
  const real: { readonly fileName: string; readonly size: number }[] = []
  for (const entry of entries) {
    const size = await realSize(zip, entry)
    if (size === 'repeats') return { refused: tooBig('claiming more cells than a sheet can have') }
    real.push({ fileName: entry.fileName, size })
    if (exceeds(real.slice(-1))) return { refused: unpacksTooBig() }
  }
  if (exceeds(real)) return { refused: unpacksTooBig() }
  const format = formatOf(new Set(entries.map(({ fileName }) => fileName)))
  return format === undefined ? { refused: notAWorkbook() } : { format }
}

/** Sheets may be larger than other parts: they are read in pieces. */
function exceeds(parts: readonly { readonly fileName: string; readonly size: number }[]): boolean {
  const sheets = parts.filter(({ fileName }) => isSheet(fileName)).map(({ size }) => size)
  const others = parts.filter(({ fileName }) => !isSheet(fileName)).map(({ size }) => size)
  return (
    sum(sheets) > LIMITS.sheetBytes ||
    sum(others) > LIMITS.totalBytes ||
    others.some((size) => size > LIMITS.entryBytes)
  )
}

const isSheet = (name: string): boolean => name === 'content.xml' || /^xl\/worksheets\/[^/]+\.xml$/.test(name)

async function realSize(zip: ZipFile, entry: Entry): Promise<number | 'repeats'> {
  const stream = await zip.openReadStreamPromise(entry)
  const repeats = entry.fileName === 'content.xml' ? odsRepetition(LIMITS.repeatedCells) : undefined
  let size = 0
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size > (isSheet(entry.fileName) ? LIMITS.sheetBytes : LIMITS.entryBytes)) break
    if (repeats?.(chunk) === true) return 'repeats'
  }
  return size
}

function formatOf(names: ReadonlySet<string>): SpreadsheetFormat | undefined {
  if (names.has('xl/workbook.xml')) return 'xlsx'
  if (names.has('xl/workbook.bin')) return 'xlsb'
  return names.has('content.xml') && names.has('META-INF/manifest.xml') ? 'ods' : undefined
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const mebibytes = (bytes: number): string => `${bytes / 1024 / 1024} MiB`

const tooBig = (how: string): Issue =>
  spreadsheetIssue('too-big', `The workbook is ${how}.`, 'Export the table as CSV, which has no such limit.')

/** The workbook, or a part of it, is more than anyone can be asked to hold in memory. */
export const unpacksTooBig = (): Issue =>
  tooBig(
    `larger than ${mebibytes(LIMITS.totalBytes)} when unpacked, or a part of it than ${mebibytes(LIMITS.entryBytes)}`,
  )

const notAWorkbook = (): Issue =>
  spreadsheetIssue(
    'not-a-workbook',
    'The file is not a workbook.',
    'Save it as an Excel workbook (.xlsx) or as CSV.',
  )

const damaged = (): Issue =>
  spreadsheetIssue(
    'damaged-workbook',
    'The workbook is damaged or incomplete.',
    'Fetch or export the file again.',
  )
