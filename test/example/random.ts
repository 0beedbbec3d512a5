export interface Random {
  /** Whole number from 0 up to, but not including, `below`. */
  readonly int: (below: number) => number
  readonly chance: (percent: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  readonly shuffle: <T>(list: readonly T[]) => T[]
}

/**
 * A stream of pseudo-random numbers (mulberry32) seeded by its name, so that a change in one part of
 * the example leaves the other parts as they were. The same name gives the same stream everywhere.
 */
export function randomStream(name: string): Random {
  const next = mulberry32(fnv1a(`taking-stock-2015/${name}`))
  const int = (below: number): number => Math.floor(next() * below)
  return {
    int,
    chance: (percent) => int(1000) < percent * 10,
    pick: (list) => at(list, int(list.length)),
    shuffle: (list) => {
      const copy = [...list]
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = int(last + 1)
        const moved = at(copy, last)
        copy[last] = at(copy, other)
        copy[other] = moved
      }
      return copy
    },
  }
}

/** The element at `index`; a fault of the generator when there is none. */
export function at<T>(list: readonly T[], index: number): T {
  const element = list[index]
  if (element === undefined) throw new Error(`The example generator ran out of list at ${index}`)
  return element
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}
