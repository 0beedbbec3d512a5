import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

export interface JsonShape {
  readonly isArray: boolean
  readonly hasByteOrderMark: boolean
}

/**
 * What the first and last characters of a JSON file say of it. `broken` where it does not begin with a
 * list or an object, or does not end as it began: the engine takes a list that was cut off for a whole one.
 */
export async function jsonShape(path: string): Promise<JsonShape | 'empty' | 'broken'> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const read = async (from: number): Promise<string> => {
      const bytes = Buffer.alloc(Math.min(ENDS, size))
      await file.read(bytes, 0, bytes.length, from)
      return bytes.toString('latin1')
    }
    const head = await read(0)
    const hasByteOrderMark = head.startsWith(BYTE_ORDER_MARK)
    const start = head.slice(hasByteOrderMark ? BYTE_ORDER_MARK.length : 0).trim()
    const end = (await read(Math.max(0, size - ENDS))).trim()
    if (start === '') return 'empty'
    const isArray = start.startsWith('[')
    const isWhole = isArray ? end.endsWith(']') : start.startsWith('{') && end.endsWith('}')
    return isWhole ? { isArray, hasByteOrderMark } : 'broken'
  } finally {
    await file.close()
  }
}

/** Copies a file without the mark before its first character, which the engine's reader stumbles over. */
export async function withoutByteOrderMark(path: string, target: string): Promise<void> {
  await pipeline(createReadStream(path, { start: BYTE_ORDER_MARK.length }), createWriteStream(target))
}

/** Bytes looked at on either end: more than anybody's blank lines. */
const ENDS = 4096
/** UTF-8's, read as single bytes. */
const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf'
