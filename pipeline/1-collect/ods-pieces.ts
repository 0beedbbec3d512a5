import { zipSync } from 'fflate'
import type { Range } from 'xlsx'
import { CannotCut, cutRows } from './cut-rows.ts'
import { openSheet, readSheet } from './open-sheet.ts'
import type { PiecedSheet } from './pieced-sheet.ts'
import type { WorkbookParts } from './workbook-parts.ts'

const CONTENT = 'content.xml'

/**
 * Opens a sheet of an .ods so that it comes in pieces, as `xlsxPieces` does for .xlsx: the library reads
 * first the document with one row in place of those of each sheet, then the rows, some thousands at a time.
 * Throws `CannotCut` where that is not certain to mean the same.
 */
export async function odsPieces(
  parts: WorkbookParts,
  wanted: string | undefined,
  size?: number,
): Promise<PiecedSheet> {
  const kit: Record<string, Uint8Array> = {}
  for (const name of ['META-INF/manifest.xml', 'styles.xml']) {
    if ((parts.sizes.get(name) ?? 0) > LARGEST) throw new CannotCut()
    if (parts.sizes.has(name)) kit[name] = await parts.bytes(name)
  }
  const pack = (content: string): Uint8Array =>
    Buffer.from(zipSync({ ...kit, [CONTENT]: Buffer.from(content, 'latin1') }, { level: 0 }))
  const { prologue, starts, outline } = await outlineOf(parts, size)
  const opened = openSheet(pack(outline), 'ods', wanted)
  if ('refused' in opened) throw new CannotCut()
  const { name, epoch1904, issues } = opened
  const number = Number(opened.sheet['!data']?.[0]?.[0]?.v)
  const start = starts[number]
  if (start === undefined) throw new CannotCut()

  async function* pieces() {
    const merged: Range[] = []
    let table = -1
    let offset = 0
    for await (const cut of cutRows(await parts.stream(CONTENT), MARKS, size)) {
      if ('outside' in cut) table += cut.opens ? 1 : 0
      else if (table === number && cut.rows.includes(MARKS.rowEnd)) {
        const sheet = readSheet(pack(`${prologue}${start}${cut.rows}${END_ROW}${EPILOGUE}`), 'ods', name)
          .Sheets[name]
        const data = sheet?.['!data'] ?? []
        // The row added at the end tells how many the library counted before it.
        const rows = data.length - 1
        if (data.pop()?.[0]?.v !== END_TEXT) throw new CannotCut()
        for (const { s, e } of sheet?.['!merges'] ?? []) {
          merged.push({ s: { r: s.r + offset, c: s.c }, e: { r: e.r + offset, c: e.c } })
        }
        yield { data, offset }
        offset += rows
      }
    }
    return merged
  }

  return { sheet: { value: name, issues }, epoch1904, pieces }
}

const MARKS = {
  start: /<table:table(?:\s[^<>]*[^<>/])?>/,
  rowEnd: '</table:table-row>',
  end: '</table:table>',
}
const EPILOGUE = '</table:table></office:spreadsheet></office:body></office:document-content>'
const END_TEXT = 'end of piece'
const row = (text: string): string =>
  `<table:table-row><table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell></table:table-row>`
const END_ROW = row(END_TEXT)
const LARGEST = 8 * 1024 * 1024

/** The document without its rows, what stands before its first sheet, and the start tag of each sheet. */
async function outlineOf(
  parts: WorkbookParts,
  size: number | undefined,
): Promise<{
  readonly prologue: string
  readonly starts: readonly string[]
  readonly outline: string
}> {
  const starts: string[] = []
  let prologue = ''
  let outline = ''
  for await (const cut of cutRows(await parts.stream(CONTENT), MARKS, size)) {
    if ('rows' in cut) {
      // A table within a cell, and rows left open, are beyond what can be cut.
      if (/<table:table[\s>]/.test(cut.rows)) throw new CannotCut()
      if (cut.last && lastRowIsOpen(cut.rows)) throw new CannotCut()
      continue
    }
    if (cut.outside.includes('<!') || outline.length > LARGEST) throw new CannotCut()
    outline += cut.outside
    if (!cut.opens) continue
    const at = outline.lastIndexOf('<table:table')
    if (starts.length === 0) prologue = outline.slice(0, at)
    outline += row(String(starts.length))
    starts.push(outline.slice(at, outline.length - row(String(starts.length)).length))
  }
  return { prologue, starts, outline }
}

const lastRowIsOpen = (rows: string): boolean =>
  Math.max(rows.lastIndexOf('<table:table-row '), rows.lastIndexOf('<table:table-row>')) >
  rows.lastIndexOf(MARKS.rowEnd)
