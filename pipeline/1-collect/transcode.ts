import { open, rm } from 'node:fs/promises'
import type { Issue } from '../issues.ts'
import { decodeFile } from './decode-file.ts'
import type { Encoding } from './encodings.ts'
import { lineEndNormaliser } from './line-ends.ts'

/**
 * Writes the text of `path` to `target` as UTF-8 without byte-order mark, streaming. With
 * `delimiter`, the record ends CR and CRLF become LF as well; line breaks inside quotes, and
 * everything else, stay as they are. Returns what is wrong when the bytes are not text in
 * `encoding`; `target` is then not there.
 */
export async function transcodeToUtf8(
  path: string,
  encoding: Encoding,
  target: string,
  delimiter?: string,
): Promise<readonly Issue[]> {
  const lineEnds = delimiter === undefined ? undefined : lineEndNormaliser(delimiter)
  const output = await open(target, 'w')
  let issue: Issue | undefined
  try {
    issue = await decodeFile(path, encoding, async (text) => {
      await output.appendFile(lineEnds === undefined ? text : lineEnds(text))
      return true
    })
  } finally {
    await output.close()
  }
  if (issue === undefined) return []
  await rm(target)
  return [issue]
}
