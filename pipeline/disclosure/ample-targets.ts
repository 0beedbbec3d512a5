import type { Effort, Program, Term } from '../solver/index.ts'
import { type Seen, seenRanges, UNSEEN, type Wanted } from './seen-ranges.ts'
import type { TargetParts } from './target-parts.ts'

/** When what was seen of a target is ample: nothing that is asked of it can come out otherwise. */
export type Ample = Pick<Wanted, 'isHigh' | 'isLow'> & { readonly isAmple: (seen: Seen) => boolean }

/** Fewer targets than this in a component are asked one by one. */
const FEWEST = 4

/**
 * The targets that few programs show to be ample, with what was seen of them, in whole numbers. Only those are looked
 * at that lie in one component. Where `isWholly` does not ask whole numbers of a component, any that fit are believed.
 */
export function ampleTargets(
  targets: readonly TargetParts[],
  ampleOf: (target: number) => Ample,
  program: (component: number) => Program,
  effort: Effort,
  isWholly: (component: number) => boolean,
): ReadonlyMap<number, Seen> {
  const inside = new Map<
    number,
    { readonly target: number; readonly wanted: Wanted; readonly ample: Ample }[]
  >()
  for (const [target, { start, parts }] of targets.entries()) {
    const [only, ...others] = parts
    if (only === undefined || others.length > 0) continue
    const [component, terms] = only
    const ample = ampleOf(target)
    const list = inside.get(component) ?? []
    list.push({ target, wanted: shifted(terms, start, ample), ample })
    inside.set(component, list)
  }
  const found = new Map<number, Seen>()
  for (const [component, all] of inside) {
    if (all.length < FEWEST) continue
    const start = all.map(() => UNSEEN)
    const wanted = all.map((one) => one.wanted)
    const isProof = (values: Float64Array): boolean => !isWholly(component) || isWhole(values)
    const seen = seenRanges(program(component), wanted, start, { ...effort, relaxed: true }, isProof)
    for (const [index, { target, ample }] of all.entries()) {
      const whole = moved(seen[index] ?? UNSEEN, targets[target]?.start ?? 0)
      if (ample.isAmple(whole)) found.set(target, whole)
    }
  }
  return found
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
