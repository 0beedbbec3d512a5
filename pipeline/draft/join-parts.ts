/**
 * That `next` stands right behind `part` in so many cells, `joint` being the two as most cells write them;
 * without `next` the part is the last of its cell.
 */
export interface Neighbours {
  readonly part: string
  readonly next?: string
  readonly joint?: string
  readonly count: number
}

/**
 * Which parts of cells, as cells write them side by side, are really one option that holds the separator: where every one of some parts is
 * always followed by one of some others, and those never stand behind anything else ("Yes, by bus", "Yes,
 * by car"), and the pairs are fewer than the parts they are made of, so that fewer options explain the same
 * cells. `counts` are the cells of each part. Seen in fewer than three cells, nothing is joined.
 */
export function joinParts(
  neighbours: readonly Neighbours[],
  counts: ReadonlyMap<string, number>,
): readonly string[] {
  const joints = new Map<string, string>()
  const followers = new Map<string, Map<string, number>>()
  const behind = new Map<string, Map<string, number>>()
  for (const { part, next, joint, count } of neighbours) {
    if (next === undefined || !counts.has(next) || !counts.has(part)) continue
    joints.set(JSON.stringify([part, next]), joint ?? `${part}${next}`)
    add(followers, part, next, count)
    add(behind, next, part, count)
  }
  const done = new Set<string>()
  return [...followers.keys()].sort(byCode).flatMap((start) => {
    if (done.has(start)) return []
    const { firsts, seconds } = component(start, followers, behind)
    for (const first of firsts) done.add(first)
    const pairs = [...firsts].flatMap((first) =>
      [...(followers.get(first) ?? [])].map(([second, count]) => ({ first, second, count })),
    )
    const whole =
      [...firsts].every((first) => total(followers.get(first)) >= (counts.get(first) ?? 0)) &&
      [...seconds].every((second) => total(behind.get(second)) >= (counts.get(second) ?? 0)) &&
      [...firsts].every((first) => !seconds.has(first))
    const fewer = pairs.length < firsts.size + seconds.size
    return whole && fewer && pairs.every(({ count }) => count > 2)
      ? pairs.map(({ first, second }) => joints.get(JSON.stringify([first, second])) ?? '')
      : []
  })
}

const byCode = (a: string, b: string): number => (a < b ? -1 : 1)

function add(map: Map<string, Map<string, number>>, from: string, to: string, count: number): void {
  const targets = map.get(from) ?? new Map<string, number>()
  targets.set(to, (targets.get(to) ?? 0) + count)
  map.set(from, targets)
}

const total = (counts: ReadonlyMap<string, number> | undefined): number =>
  [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0)

/** The parts that hang together with `start` by standing side by side. */
function component(
  start: string,
  followers: ReadonlyMap<string, ReadonlyMap<string, number>>,
  behind: ReadonlyMap<string, ReadonlyMap<string, number>>,
): { readonly firsts: ReadonlySet<string>; readonly seconds: ReadonlySet<string> } {
  const firsts = new Set([start])
  const seconds = new Set<string>()
  const open = [start]
  for (let first = open.pop(); first !== undefined; first = open.pop()) {
    for (const second of followers.get(first)?.keys() ?? []) {
      seconds.add(second)
      for (const other of behind.get(second)?.keys() ?? []) {
        if (firsts.has(other)) continue
        firsts.add(other)
        open.push(other)
      }
    }
  }
  return { firsts, seconds }
}
