import type { Issue } from '../issues.ts'
import { decodeFile } from './decode-file.ts'
import type { Encoding } from './encodings.ts'

/** Characters of a file that are looked at to find its delimiter and headings. */
export const HEAD_LENGTH = 256 * 1024

/**
 * The first characters of the file at `path`, `HEAD_LENGTH` at most (fewer means that this is all of
 * it), or an issue when they are not text in `encoding`.
 */
export async function readHead(
  path: string,
  encoding: Encoding,
): Promise<{ readonly head: string; readonly issues: readonly Issue[] }> {
  let head = ''
  const issue = await decodeFile(path, encoding, (text) => {
    head += text
    return head.length < HEAD_LENGTH
  })
  return { head: head.slice(0, HEAD_LENGTH), issues: issue === undefined ? [] : [issue] }
}
