import type { Row, Term } from '../../solver/index.ts'
import type { End, Intruder } from './intruder.ts'
import type { Room } from './room.ts'
import type { Target } from './targets.ts'

const TINY = 1e-6

/**
 * The cuts of some targets; which of them are still derived, and which nothing protects, is noted. Of a group one cut will do:
 * what gives away one of its counts mostly gives away all.
 */
export function cutsOfAll(
  intruder: Intruder,
  targets: readonly Target[],
  derived: Set<Target>,
  unprotectable: Set<Target>,
): readonly Row[] {
  intruder.look(targets)
  const cut = new Set<string>()
  return targets.flatMap((target) => {
    if (intruder.isFree(target)) return []
    const group = `${target.question} ${target.people}`
    if (cut.has(group)) {
      derived.add(target)
      return []
    }
    const made = cutsOf(intruder, target)
    if (made === 'unprotectable') {
      unprotectable.add(target)
      return []
    }
    if (made.length > 0) {
      derived.add(target)
      cut.add(group)
    }
    return made
  })
}

/** An end with what would let it move. */
type Found = Pick<End, 'reach'> & Room

/** What must be hidden for a target to be wider than it is; nothing where it is wide enough. */
export function cutsOf(intruder: Intruder, target: Target): readonly Row[] | 'unprotectable' {
  if (intruder.isFree(target)) return []
  const { below, above, wide } = target
  const end = (sense: 'max' | 'min', level: number): readonly Found[] => {
    if ((level <= 0 && wide <= 0) || intruder.isFree(target)) return []
    const found = intruder.end(target, sense)
    return [{ reach: found.reach, ...found.room() }]
  }
  const ups = end('max', above)
  const downs = end('min', below)
  if (intruder.isFree(target)) return []
  const wanted: readonly (readonly [readonly Found[], number])[] = [
    [ups, above],
    [downs, below],
    [[...ups, ...downs], wide],
  ]
  const cuts: Row[] = []
  for (const [ends, level] of wanted) {
    const reach = ends.reduce((sum, end) => sum + end.reach, 0)
    if (level <= 0 || reach >= level - TINY) continue
    const cut = cutOf(ends, level)
    if (cut === undefined) return 'unprotectable'
    cuts.push(cut)
  }
  return cuts
}

/** At least `level` of reach, from what the ends gain by hiding; none where all of it would not do. */
function cutOf(ends: readonly Found[], level: number): Row | undefined {
  const need = level - ends.reduce((sum, { constant }) => sum + constant, 0)
  const gains = new Map<number, number>()
  for (const end of ends) {
    for (const [item, gain] of end.gains) gains.set(item, (gains.get(item) ?? 0) + gain)
  }
  if (need <= TINY || [...gains.values()].reduce((sum, gain) => sum + gain, 0) < need - TINY) return undefined
  const terms = [...gains].map(([item, gain]): Term => [item, Math.min(1, gain / need)])
  return { lower: 1, upper: Number.POSITIVE_INFINITY, terms }
}
