import { isAscii, isUtf8 } from 'node:buffer'

export interface Utf8Checker {
  /** Takes the next piece; false from the first piece on that shows the text is not UTF-8. */
  readonly push: (chunk: Uint8Array) => boolean
  /** Whether all of it was UTF-8, the last character finished. */
  readonly end: () => boolean
  /** Whether a well-formed character beyond ASCII was met. */
  readonly beyondAscii: () => boolean
  /** The bytes of a last character that never finished. */
  readonly unfinished: () => Uint8Array
  /** Offset of the first byte that cannot be UTF-8; only meaningful after a false. */
  readonly invalidAt: () => number
}

/** Checks UTF-8 piece by piece at memory speed, characters split between pieces included. */
export function utf8Checker(): Utf8Checker {
  let consumed = 0
  let tail: Uint8Array = new Uint8Array()
  let invalid: number | undefined
  let beyondAscii = false

  function check(part: Uint8Array): boolean {
    if (isUtf8(part)) {
      consumed += part.length
      beyondAscii ||= !isAscii(part)
      return true
    }
    invalid = consumed + validPrefix(part)
    return false
  }

  function push(chunk: Uint8Array): boolean {
    if (invalid !== undefined) return false
    let body = chunk
    if (tail.length > 0) {
      const missing = characterLength(tail[0] ?? 0) - tail.length
      const joined = Buffer.concat([tail, chunk.subarray(0, missing)])
      if (chunk.length < missing && completeLength(joined) === 0) {
        tail = joined
        return true
      }
      if (!check(joined)) return false
      tail = new Uint8Array()
      body = chunk.subarray(missing)
    }
    const complete = completeLength(body)
    if (!check(body.subarray(0, complete))) return false
    tail = Uint8Array.from(body.subarray(complete))
    return true
  }

  function end(): boolean {
    if (invalid === undefined && tail.length > 0) invalid = consumed
    return invalid === undefined
  }

  return {
    push,
    end,
    beyondAscii: () => beyondAscii,
    unfinished: () => tail,
    invalidAt: () => invalid ?? consumed,
  }
}

function characterLength(lead: number): number {
  if (lead >= 0xf0) return 4
  if (lead >= 0xe0) return 3
  return lead >= 0xc0 ? 2 : 1
}

/** Length without a last character that is still unfinished. */
function completeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    return characterLength(byte) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

function validPrefix(part: Uint8Array): number {
  let valid = 0
  let invalid = part.length
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1
    const complete = completeLength(part.subarray(0, middle))
    if (isUtf8(part.subarray(0, complete))) valid = middle
    else invalid = middle
  }
  return completeLength(part.subarray(0, valid))
}
