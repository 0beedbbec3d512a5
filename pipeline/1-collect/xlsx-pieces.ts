import { zipSync } from 'fflate'
import type { Range } from 'xlsx'
import { CannotCut, cutRows } from './cut-rows.ts'
import { openSheet, readSheet } from './open-sheet.ts'
import type { PiecedSheet } from './pieced-sheet.ts'
import { sharedStrings } from './shared-strings.ts'
import type { WorkbookParts } from './workbook-parts.ts'
import { standaloneRows } from './xlsx-rows.ts'

const STRINGS = 'xl/sharedStrings.xml'

/**
 * Opens a sheet of an .xlsx so that it comes in pieces. The library reads everything: first the workbook with
 * a sheet in place of each that only says where it lies, then the rows, some thousands at a time, each time
 * as a small workbook of their own. So a cell means what it means when all is read at once. Throws
 * `CannotCut` where that is not certain.
 */
export async function xlsxPieces(
  parts: WorkbookParts,
  wanted: string | undefined,
  size?: number,
): Promise<PiecedSheet> {
  const kit = await smallParts(parts)
  const sheets = [...parts.sizes.keys()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
  const signposts = Object.fromEntries(sheets.map((name) => [name, signpost(name)]))
  const opened = openSheet(pack({ ...kit, ...signposts }), 'xlsx', wanted)
  if ('refused' in opened) throw new CannotCut()
  const { name, epoch1904, issues } = opened
  const part = sheets.find((path) => path === opened.sheet['!data']?.[0]?.[0]?.v)
  if (part === undefined) throw new CannotCut()
  const strings = sharedStrings(parts.sizes.has(STRINGS) ? await parts.bytes(STRINGS) : Buffer.from('<sst>'))
  const read = (sheet: string, texts: Uint8Array) => {
    const bytes = pack({ ...kit, [STRINGS]: texts, [part]: Buffer.from(sheet, 'latin1') })
    const found = readSheet(bytes, 'xlsx', name).Sheets[name]
    if (found === undefined) throw new CannotCut()
    return found
  }

  async function* pieces() {
    const alone = standaloneRows(strings)
    let merges = ''
    let opens = 0
    for await (const cut of cutRows(await parts.stream(part ?? ''), MARKS, size)) {
      if ('outside' in cut) {
        if (cut.opens && ++opens > 1) throw new CannotCut()
        merges += opens > 0 ? (cut.outside.match(MERGED)?.join('') ?? '') : ''
        continue
      }
      if (cut.rows.trim() === '') continue
      const { sheet, strings: texts, first, last } = alone(cut.rows)
      const data = read(sheet, texts)['!data'] ?? []
      // A cell may name another row than the one it stands in.
      if (Object.keys(data).some((row) => Number(row) < first || Number(row) > last)) throw new CannotCut()
      yield { data, offset: 0 }
    }
    if (opens === 0) throw new CannotCut()
    return merges === '' ? [] : mergedRanges(merges)
  }

  const mergedRanges = (merges: string): readonly Range[] =>
    read(`<worksheet><sheetData></sheetData>${merges}</worksheet>`, Buffer.from('<sst></sst>'))['!merges'] ??
    []

  return { sheet: { value: name, issues }, epoch1904, pieces }
}

const MARKS = { start: /<sheetData(?:\s[^<>/]*)?>/, rowEnd: '</row>', end: '</sheetData>' }
const MERGED = /<(?:\w+:)?mergeCell ref=["'][A-Z0-9:]+['"]\s*\/?>/g

const signpost = (name: string): Uint8Array =>
  Buffer.from(
    `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${name}</t></is></c></row></sheetData></worksheet>`,
  )

/** What says how cells are to be understood: sheets, styles. Not the cells, nor pictures and comments. */
async function smallParts(parts: WorkbookParts): Promise<Record<string, Uint8Array>> {
  const kit: Record<string, Uint8Array> = {}
  for (const [name, size] of parts.sizes) {
    if (!SMALL.test(name) || name === STRINGS || name === 'xl/calcChain.xml') continue
    if (size > LARGEST) throw new CannotCut()
    kit[name] = await parts.bytes(name)
  }
  return kit
}

const SMALL = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/|persons\/)?[^/]+\.(?:xml|rels))$/
const LARGEST = 8 * 1024 * 1024

const pack = (files: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  Buffer.from(zipSync(files, { level: 0 }))
