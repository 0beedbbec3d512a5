import { isWhole, type Seen } from '../../disclosure/index.ts'
import type { Target } from './targets.ts'

const TINY = 1e-6

/** Values of targets that were seen to be possible while some figures are hidden. */
export interface Sight {
  /** Takes counts that fit all that is shown: they say something of every target. */
  readonly note: (values: Float64Array) => void
  /** Forgets what was seen, since other figures are hidden now. */
  readonly forget: () => void
  readonly rangeOf: (target: Target) => Seen
  /** Whether a target was seen as far from the truth as it must be able to go, `wholly` in whole numbers. */
  readonly isFree: (target: Target, wholly?: 'wholly') => boolean
}

export function sightOf(targets: readonly Target[]): Sight {
  const ranges = new Map<Target, Seen>()
  const whole = new Map<Target, Seen>()
  // The true counts fit, whatever is hidden.
  const truth = (target: Target): Seen => ({ least: target.truth, most: target.truth })
  const widen = (seen: Map<Target, Seen>, target: Target, value: number): void => {
    const { least, most } = seen.get(target) ?? truth(target)
    if (value < least || value > most)
      seen.set(target, { least: Math.min(least, value), most: Math.max(most, value) })
  }
  const rangeOf = (target: Target): Seen => ranges.get(target) ?? truth(target)
  return {
    note: (values) => {
      const wholly = isWhole(values)
      for (const target of targets) {
        const value = target.terms.reduce((sum, [column, by]) => sum + by * (values[column] ?? 0), 0)
        widen(ranges, target, value)
        if (wholly) widen(whole, target, Math.round(value))
      }
    },
    forget: () => {
      ranges.clear()
      whole.clear()
    },
    rangeOf,
    isFree: (target, wholly) => {
      const seen = wholly === undefined ? rangeOf(target) : (whole.get(target) ?? truth(target))
      return isHigh(target, seen) && isLow(target, seen)
    },
  }
}

const isWide = ({ wide }: Target, { least, most }: Seen): boolean => most - least >= wide - TINY

/** Whether a target was seen high enough above its truth. */
export const isHigh = (target: Target, seen: Seen): boolean =>
  seen.most >= target.truth + target.above - TINY && isWide(target, seen)

/** Whether a target was seen low enough below its truth. */
export const isLow = (target: Target, seen: Seen): boolean =>
  seen.least <= target.truth - target.below + TINY && isWide(target, seen)
