/** Thrown where a sheet is not written in a way that can be cut; it is then read all at once. */
export class CannotCut extends Error {}

/** How the XML of a sheet says where rows begin and end. */
export interface RowMarks {
  /** The whole tag after which rows come. */
  readonly start: RegExp
  readonly rowEnd: string
  /** The tag after the last row. */
  readonly end: string
}

/** Text around rows, `opens` where it ends with the start tag of some; or whole rows, the last of them or not. */
export type Cut =
  | { readonly outside: string; readonly opens: boolean }
  | { readonly rows: string; readonly last: boolean }

/**
 * Cuts the XML of a sheet, as it comes, into pieces of whole rows of about `size` bytes. Text is given
 * byte for byte (latin1), because what cuts it is ASCII. Throws `CannotCut` at comments, marked sections and
 * rows that never end.
 */
export async function* cutRows(
  stream: AsyncIterable<unknown>,
  { start, rowEnd, end }: RowMarks,
  size = PIECE,
): AsyncGenerator<Cut> {
  let inside = false
  let held = ''
  for await (const block of blocks(stream, size)) {
    held += block
    for (let more = true; more; ) {
      more = false
      if (!inside) {
        const tag = start.exec(held)
        const cut = tag === null ? held.lastIndexOf('<') : tag.index + tag[0].length
        if (cut <= 0 && held.length > LONGEST) throw new CannotCut()
        if (cut > 0) yield { outside: held.slice(0, cut), opens: tag !== null }
        held = held.slice(Math.max(0, cut))
        inside = tag !== null
      }
      if (inside) {
        const stop = held.indexOf(end)
        const row = stop >= 0 ? -1 : held.lastIndexOf(rowEnd)
        const cut = stop >= 0 ? stop : row < 0 ? 0 : row + rowEnd.length
        if (cut === 0 && held.length > LONGEST) throw new CannotCut()
        if (cut > 0 || stop >= 0) yield { rows: checked(held.slice(0, cut)), last: stop >= 0 }
        held = held.slice(cut)
        inside = stop < 0
        // Another sheet of the same part may begin where this one ended.
        more = stop >= 0
      }
    }
  }
  if (inside) throw new CannotCut()
  yield { outside: held, opens: false }
}

const PIECE = 4 * 1024 * 1024
/** No row of an honest sheet is longer, and looking for its end again and again takes long. */
const LONGEST = 64 * 1024 * 1024

function checked(rows: string): string {
  if (rows.includes('<!')) throw new CannotCut()
  return rows
}

async function* blocks(stream: AsyncIterable<unknown>, size: number): AsyncGenerator<string> {
  let chunks: Buffer[] = []
  let length = 0
  for await (const whole of stream) {
    if (!Buffer.isBuffer(whole)) continue
    for (let at = 0; at < whole.length; at += size) {
      const chunk = whole.subarray(at, at + size)
      chunks.push(chunk)
      length += chunk.length
      if (length < size) continue
      yield Buffer.concat(chunks).toString('latin1')
      chunks = []
      length = 0
    }
  }
  yield Buffer.concat(chunks).toString('latin1')
}
