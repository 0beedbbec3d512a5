import { type Key, keysOf } from './keys.ts'
import type { Wanted } from './missing.ts'
import type { Part, Problem } from './model.ts'
import { unitCost } from './plan.ts'

/** A class while classes are being merged. */
export interface Bucket {
  readonly key: Key
  readonly mask: number
  size: number
  /** Group -> how many of its responses are here. */
  readonly members: Map<number, number>
  /** Whether it is known to lack what is wanted; forgotten when it changes. */
  readonly needs: Map<Wanted, boolean>
}

/** All classes while they are being merged, and which of them could be merged with which. */
export interface Board {
  readonly problem: Problem
  readonly buckets: ReadonlyMap<Key, Bucket>
  readonly keyOf: (group: number, mask: number) => Key
  readonly costOf: (group: number, mask: number) => number
  /** The classes that could be published as this one: those with the same visible labels, or more. */
  readonly below: (key: Key, mask: number, all: boolean) => readonly Bucket[]
  /** Publishes so many responses of a group that is in `from` under a mask. */
  readonly move: (from: Bucket, group: number, count: number, mask: number) => void
  readonly parts: () => readonly Part[]
}

/** More groups of one class than this are not looked through unless `all`: its smallest and its largest are. */
const MOST_LOOKED_AT = 256

/** `wanted`: groups whose classes will be asked for; the others are only found in those. */
export function boardOf(problem: Problem, parts: readonly Part[], wanted: readonly number[]): Board {
  const keyOf = keysOf(problem)
  const buckets = new Map<Key, Bucket>()
  const places = new Map<number, Set<Bucket>>()
  const put = (group: number, mask: number, count: number) => {
    const key = keyOf(group, mask)
    const bucket = buckets.get(key) ?? {
      key,
      mask,
      size: 0,
      members: new Map<number, number>(),
      needs: new Map(),
    }
    buckets.set(key, bucket)
    bucket.size += count
    bucket.needs.clear()
    bucket.members.set(group, (bucket.members.get(group) ?? 0) + count)
    const own = places.get(group) ?? new Set()
    places.set(group, own.add(bucket))
  }
  for (const { group, mask, count } of parts) put(group, mask, count)
  const index = indexOf(problem, keyOf, [...places.keys()], wanted)
  return {
    problem,
    buckets,
    keyOf,
    costOf: (group, mask) => unitCost(problem, group, mask),
    below: (key, mask, all) => {
      const found = new Set<Bucket>()
      for (const group of lookedAt(index.get(key) ?? [], all))
        for (const bucket of places.get(group) ?? [])
          if ((bucket.mask & ~mask) === 0 && bucket.mask !== mask) found.add(bucket)
      return [...found]
    },
    move: (from, group, count, mask) => {
      const left = (from.members.get(group) ?? 0) - count
      from.size -= count
      from.needs.clear()
      if (left > 0) from.members.set(group, left)
      else {
        from.members.delete(group)
        places.get(group)?.delete(from)
      }
      if (from.size === 0) buckets.delete(from.key)
      put(group, mask, count)
    },
    parts: () =>
      [...buckets.values()].flatMap(({ mask, members }) =>
        [...members].map(([group, count]) => ({ group, mask, count })),
      ),
  }
}

/** Class -> its groups, smallest first, for every class that a wanted group could be in. */
function indexOf(
  { masks, counts }: Problem,
  keyOf: (group: number, mask: number) => Key,
  groups: readonly number[],
  wanted: readonly number[],
): ReadonlyMap<Key, readonly number[]> {
  const index = new Map<Key, number[]>()
  for (const group of wanted) for (const mask of masks) index.set(keyOf(group, mask), [])
  for (const group of groups) for (const mask of masks) index.get(keyOf(group, mask))?.push(group)
  for (const list of index.values()) list.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b)
  return index
}

function lookedAt(groups: readonly number[], all: boolean): readonly number[] {
  const half = MOST_LOOKED_AT / 2
  return all || groups.length <= MOST_LOOKED_AT ? groups : [...groups.slice(0, half), ...groups.slice(-half)]
}
