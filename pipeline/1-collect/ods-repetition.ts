import { StringDecoder } from 'node:string_decoder'

/**
 * ODS says "the next 16,384 cells are the same" in one tag, and "these million rows too" in another,
 * so a file of a few kilobytes can stand for billions of filled cells. Takes the sheet's XML piece by
 * piece and turns true once cells that hold something repeat themselves to more than `most`; blank
 * ones, which every ODS repeats to the edge of the sheet, do not count.
 */
export function odsRepetition(most: number): (chunk: Uint8Array) => boolean {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let rows = 1
  let cells = 0
  return (chunk) => {
    const text = rest + decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    let consumed = 0
    for (const tag of text.matchAll(TAG)) {
      consumed = tag.index + tag[0].length
      if (tag[1] === 'table-row') rows = repeated(tag[0], ROWS)
      else if (!isBlank(tag[0])) cells += rows * repeated(tag[0], COLUMNS) - 1
      if (cells > most) return true
    }
    rest = text.slice(Math.max(consumed, text.lastIndexOf('<')))
    return rest.length > LONGEST_TAG
  }
}

const TAG = /<(?:[\w.-]+:)?(table-row|table-cell)\b(?:[^>"']|"[^"]*"|'[^']*')*>/g
const ROWS = /number-rows-repeated\s*=\s*["'](\d+)/
const COLUMNS = /number-columns-repeated\s*=\s*["'](\d+)/
const LONGEST_TAG = 1024 * 1024

const repeated = (tag: string, times: RegExp): number => Number(times.exec(tag)?.[1] ?? 1)

const isBlank = (tag: string): boolean => tag.endsWith('/>') && !/\bvalue/.test(tag)
