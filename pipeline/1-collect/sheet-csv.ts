import { closeSync, openSync, rmSync, writeSync } from 'node:fs'

/** Writes records to a file as UTF-8 CSV, comma, LF. */
export interface CsvWriter {
  readonly record: (cells: readonly string[], width: number) => void
  readonly blanks: (count: number, width: number) => void
  readonly close: () => void
  /** Closes, and takes the file away. */
  readonly discard: () => void
}

/** Opens `target` anew; what is written is held back until there is about a megabyte of it. */
export function csvWriter(target: string): CsvWriter {
  const file = openSync(target, 'w')
  let text = ''
  let open = true
  const flush = (): void => {
    for (let bytes = Buffer.from(text); bytes.length > 0; ) bytes = bytes.subarray(writeSync(file, bytes))
    text = ''
  }
  const put = (line: string): void => {
    text += `${line}\n`
    if (text.length > 1_000_000) flush()
  }
  const end = (): void => {
    if (open) closeSync(file)
    open = false
  }
  return {
    record: (cells, width) => put(record(cells, width)),
    blanks: (count, width) => {
      const line = blank(width)
      for (let row = 0; row < count; row++) put(line)
    },
    close: () => {
      flush()
      end()
    },
    discard: () => {
      end()
      rmSync(target, { force: true })
    },
  }
}

/** RFC 4180. A blank row of one column is written as `""`: an empty line is no record to every reader. */
function record(cells: readonly string[], width: number): string {
  let line = ''
  for (let column = 0; column < width; column++) {
    const text = cells[column] ?? ''
    line += (column === 0 ? '' : ',') + (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  }
  return line === '' ? '""' : line
}

const blank = (width: number): string => (width === 1 ? '""' : ','.repeat(width - 1))
