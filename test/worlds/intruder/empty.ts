/** Cells of which a table says that nobody in them is in the base of its question. */
import type { Release } from '../published.ts'
import { belongs } from './atoms.ts'
import { isKnown } from './rests.ts'
import type { Space } from './space.ts'

/** Question -> cell -> whether nobody is there. */
export type Empty = ReadonlyMap<string, Uint8Array>

export function emptyOf(space: Space, { figures }: Release): Empty {
  const found = new Map<string, Uint8Array>()
  for (const { question, members, base } of figures) {
    if (question === undefined || base !== 0 || !isKnown(space, members)) continue
    const own = found.get(question) ?? new Uint8Array(space.cells.length)
    found.set(question, own)
    for (const [index, cell] of space.cells.entries()) if (belongs(space, cell, members)) own[index] = 1
  }
  return found
}
