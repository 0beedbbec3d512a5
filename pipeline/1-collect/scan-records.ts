/** Where a record lies in a text, and what shape it has. */
export interface RecordShape {
  readonly cells: number
  readonly start: number
  /** Without its line end. */
  readonly end: number
  /** '' at the end of the text. */
  readonly lineEnd: '' | '\n' | '\r\n' | '\r'
  /** False where the text stops inside quotes. */
  readonly closed: boolean
}

/**
 * Splits CSV text into records, `most` at most, counting the cells of each. A quote opens a cell only
 * at its start; delimiters and line breaks inside quotes belong to the cell.
 */
export function scanRecords(text: string, delimiter: string, most = 200): readonly RecordShape[] {
  const records: RecordShape[] = []
  let start = 0
  while (start < text.length && records.length < most) {
    const record = scanRecord(text, delimiter, start)
    records.push(record)
    start = record.end + record.lineEnd.length
  }
  return records
}

function scanRecord(text: string, delimiter: string, start: number): RecordShape {
  let cells = 1
  let atStart = true
  for (let index = start; index < text.length; index++) {
    const character = text[index]
    if (character === '"' && atStart) {
      const close = closingQuote(text, index + 1)
      if (close < 0) return { cells, start, end: text.length, lineEnd: '', closed: false }
      index = close
      atStart = false
    } else if (character === '\n' || character === '\r') {
      const lineEnd = character === '\r' && text[index + 1] === '\n' ? '\r\n' : character
      return { cells, start, end: index, lineEnd, closed: true }
    } else {
      atStart = character === delimiter
      if (atStart) cells++
    }
  }
  return { cells, start, end: text.length, lineEnd: '', closed: true }
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}
