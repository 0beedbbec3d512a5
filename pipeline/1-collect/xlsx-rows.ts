import { CannotCut } from './cut-rows.ts'
import type { SharedStrings } from './shared-strings.ts'

/** A piece of a sheet that stands on its own, and the texts it names. */
export interface StandaloneRows {
  readonly sheet: string
  readonly strings: Uint8Array
  /** First and last row it may fill, counted from 0. */
  readonly first: number
  readonly last: number
}

/**
 * Makes a function that turns the rows of a cut piece into a sheet that means the same without those
 * before it: its texts are numbered anew, rows without a number go on counting, and cells of a shared
 * formula that was written in an earlier piece say so themselves. Throws `CannotCut` at whatever it does not
 * know for certain: rows out of order, prefixed names, cells in another form than every program writes.
 */
export function standaloneRows(strings: SharedStrings): (rows: string) => StandaloneRows {
  let lastRow = 0
  const formulas = new Set<string>()
  return (rows) => {
    if (/<\/?[\w.-]+:/.test(rows)) throw new CannotCut()
    const before = lastRow
    for (const [, attributes = ''] of rows.matchAll(ROW)) {
      // The library passes over rows without cells.
      if (attributes.endsWith('/')) continue
      const number = / r=["'](\d+)["']/.exec(attributes)?.[1]
      const row = number === undefined ? lastRow + 1 : Number(number)
      if (row <= lastRow) throw new CannotCut()
      lastRow = row
    }
    const renumbered = renumber(sayFormulas(rows, formulas), strings)
    // An empty row tells the library which number comes next.
    const sheet = `<worksheet><sheetData><row r="${before}"></row>${renumbered.rows}</sheetData></worksheet>`
    return { sheet, strings: renumbered.strings, first: before, last: lastRow - 1 }
  }
}

const ROW = /<row\b([^<>]*)>/g

function renumber(
  rows: string,
  strings: SharedStrings,
): { readonly rows: string; readonly strings: Uint8Array } {
  const numbers = new Map<string, number>()
  const texts: Uint8Array[] = []
  let replaced = 0
  const renumbered = rows.replace(TEXT_CELL, (_, before: string, index: string) => {
    replaced++
    let number = numbers.get(index)
    if (number === undefined) {
      number = numbers.size
      numbers.set(index, number)
      texts.push(strings(Number(index)))
    }
    return `${before}${number}<`
  })
  if (replaced !== (rows.match(/\bt\s*=\s*["']s["']/g)?.length ?? 0)) throw new CannotCut()
  return { rows: renumbered, strings: Buffer.concat([Buffer.from('<sst>'), ...texts, Buffer.from('</sst>')]) }
}

const TEXT_CELL = /(<c\b[^<>]*\bt="s"[^<>]*>\s*<v>)(\d+)</g

/** `written` are the shared formulas written out in earlier pieces; those of this one are added. */
function sayFormulas(rows: string, written: Set<string>): string {
  if (!rows.includes('shared')) return rows
  const earlier = new Set(written)
  return rows.replace(FORMULA, (whole, attributes: string, text: string | undefined) => {
    const index = /\bsi=["'](\d+)["']/.exec(attributes)?.[1]
    if (index === undefined || !/\bt=["']shared["']/.test(attributes)) return whole
    if (text !== undefined && text !== '') written.add(index)
    else if (earlier.has(index)) return '<f>0</f>'
    return whole
  })
}

const FORMULA = /<f\b([^<>]*?)(?:\/>|>([^<]*)<\/f>)/g
