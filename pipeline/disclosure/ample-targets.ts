import type { Effort, Program, Term } from '../solver/index.ts'
import { type Seen, seenRanges, UNSEEN, type Wanted, widened } from './seen-ranges.ts'
import type { TargetParts } from './target-parts.ts'

/** When what was seen of a target is ample: nothing that is asked of it can come out otherwise. */
export type Ample = Pick<Wanted, 'isHigh' | 'isLow'> & { readonly isAmple: (seen: Seen) => boolean }

/** Fewer targets than this in a component are asked one by one. */
const FEWEST = 4

/** What was seen of targets so far. */
export interface AmpleTargets {
  /** What was seen of a target, in whole numbers, where that is ample. */
  readonly seen: (target: number) => Seen | undefined
  /** Takes counts of a component that are possible: they say something of each target in it. */
  readonly learn: (component: number, values: Float64Array) => void
}

/** A target that lies in one component, and what was seen of it. */
interface Watched {
  readonly target: number
  readonly wanted: Wanted
  readonly ample: Ample
  seen: Seen
}

/**
 * The targets that few programs show to be ample, with what was seen of them; it learns from every later program. Only those are
 * looked at that lie in one component. Where `isWholly` does not ask whole numbers of a component, any that fit are believed.
 */
export function ampleTargets(
  targets: readonly TargetParts[],
  ampleOf: (target: number) => Ample,
  program: (component: number) => Program,
  effort: Effort,
  isWholly: (component: number) => boolean,
): AmpleTargets {
  const inside = new Map<number, Watched[]>()
  const byTarget = new Map<number, Watched>()
  for (const [target, { start, parts }] of targets.entries()) {
    const [only, ...others] = parts
    if (only === undefined || others.length > 0) continue
    const [component, terms] = only
    const ample = ampleOf(target)
    const one: Watched = { target, wanted: shifted(terms, start, ample), ample, seen: UNSEEN }
    byTarget.set(target, one)
    const list = inside.get(component)
    if (list === undefined) inside.set(component, [one])
    else list.push(one)
  }
  const isProof = (component: number, values: Float64Array) => !isWholly(component) || isWhole(values)
  for (const [component, all] of inside) {
    if (all.length < FEWEST) continue
    const start = all.map(({ seen }) => seen)
    const wanted = all.map((one) => one.wanted)
    const seen = seenRanges(
      program(component),
      wanted,
      start,
      { ...effort, relaxed: true },
      (values: Float64Array) => isProof(component, values),
    )
    for (const [index, one] of all.entries()) one.seen = seen[index] ?? UNSEEN
  }
  return {
    seen: (target) => {
      const one = byTarget.get(target)
      if (one === undefined) return undefined
      const whole = moved(one.seen, targets[target]?.start ?? 0)
      return one.ample.isAmple(whole) ? whole : undefined
    },
    learn: (component, values) => {
      if (!isProof(component, values)) return
      for (const one of inside.get(component) ?? []) one.seen = widened(one.seen, one.wanted.terms, values)
    },
  }
}

const shifted = (terms: readonly Term[], start: number, { isHigh, isLow }: Ample): Wanted => ({
  terms,
  isHigh: (seen) => isHigh(moved(seen, start)),
  isLow: (seen) => isLow(moved(seen, start)),
})

/** With what is fixed; whole counts come out of the solver with a rest. */
const moved = ({ least, most }: Seen, start: number): Seen => ({
  least: start + Math.ceil(least - REST),
  most: start + Math.floor(most + REST),
})

const REST = 1e-6

/** Whether all counts are whole, as the solver understands it. */
export const isWhole = (values: Float64Array): boolean =>
  values.every((value) => Math.abs(value - Math.round(value)) < REST)
