import { createReadStream } from 'node:fs'
import type { Issue } from '../issues.ts'
import { decoderFor, type Encoding } from './encodings.ts'

/**
 * Reads the file at `path` as text, piece by piece, until its end or until `take` returns false.
 * Returns an issue, and stops, at the first piece that is not text in `encoding`; nothing is ever
 * replaced by a stand-in character.
 */
export async function decodeFile(
  path: string,
  encoding: Encoding,
  take: (text: string) => boolean | Promise<boolean>,
  chunk = CHUNK,
): Promise<Issue | undefined> {
  const decoder = decoderFor(encoding)
  const lines = lineCounter()
  for await (const bytes of createReadStream(path, { highWaterMark: chunk })) {
    if (!Buffer.isBuffer(bytes)) continue
    const text = textOrNothing(() => decoder.decode(bytes))
    if (text === undefined) return undecodable(encoding, lines.read())
    lines.count(text)
    if (!(await take(text))) return undefined
  }
  const rest = textOrNothing(decoder.end)
  if (rest === undefined) return undecodable(encoding, lines.read())
  await take(rest)
  return undefined
}

function textOrNothing(decode: () => string): string | undefined {
  try {
    return decode()
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

const CHUNK = 256 * 1024

/** Where reading stopped is known to the piece, not to the byte: the decoder does not say more. */
function undecodable(encoding: Encoding, lines: number): Issue {
  return {
    code: 'collect/encoding',
    severity: 'error',
    concern: 'data',
    message: `The file cannot be read as ${encoding}: after line ${lines} there are bytes that are not text in it.`,
    advice: 'Export the file again as CSV UTF-8, or state its encoding with `encoding:` in the definition.',
    expected: encoding,
  }
}

function lineCounter() {
  let feeds = 0
  let returns = 0
  return {
    count: (text: string): void => {
      feeds += occurrences(text, '\n')
      returns += occurrences(text, '\r')
    },
    read: (): number => (feeds === 0 ? returns : feeds),
  }
}

function occurrences(text: string, character: string): number {
  let found = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++
  return found
}
