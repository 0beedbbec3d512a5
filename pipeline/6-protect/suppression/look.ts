import type { Column, Program, Row, Sense, Term } from '../../solver/index.ts'
import type { Sight } from './sight.ts'
import type { Target } from './targets.ts'

/** For each target two columns that say how far it went up and down: as much as it may need, and no more, counts. */
export interface Lifts {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Column of how far a target went. */
  readonly columnOf: (target: Target, sense: Sense) => number
}

const EFFORT = { iterations: 500_000, seconds: 120 } as const
const INFINITE = Number.POSITIVE_INFINITY
const TINY = 1e-6

/** Lifts that stand after `first` columns of counts. They bind nothing until they are asked for. */
export function liftsOf(targets: readonly Target[], first: number): Lifts {
  const place = new Map(targets.map((target, index) => [target, first + 2 * index]))
  const columnOf = (target: Target, sense: Sense): number =>
    (place.get(target) ?? first) + (sense === 'max' ? 0 : 1)
  const rows = targets.flatMap((target): readonly Row[] => {
    const by = (sign: 1 | -1): readonly Term[] => target.terms.map(([column, part]) => [column, sign * part])
    return [
      { lower: -INFINITE, upper: -target.truth, terms: [[columnOf(target, 'max'), 1], ...by(-1)] },
      { lower: -INFINITE, upper: target.truth, terms: [[columnOf(target, 'min'), 1], ...by(1)] },
    ]
  })
  return { columns: targets.flatMap(() => [FREE, FREE]), rows, columnOf }
}

const FREE: Column = { lower: -INFINITE, upper: INFINITE }

/**
 * Looks with few programs for counts in which targets go as far from the truth as they must be able to: all that were not seen
 * there yet are moved together, each as far as it needs and no farther, as long as that settles any. Up, then down.
 */
export function look(program: Program, targets: readonly Target[], sight: Sight, lifts: Lifts): void {
  for (const sense of ['max', 'min'] as const) {
    for (;;) {
      const open = targets.flatMap((target) => {
        const need = needOf(target, sight, sense)
        return need > TINY && !sight.isFree(target) ? [{ column: lifts.columnOf(target, sense), need }] : []
      })
      if (open.length === 0) break
      for (const { column, need } of open) program.setBounds(column, -INFINITE, need)
      program.setCosts(open.map(({ column }) => [column, 1]))
      const { status } = program.solve('max', EFFORT)
      for (const { column } of open) program.setBounds(column, -INFINITE, INFINITE)
      if (status !== 'optimal') break
      const left = targets.filter(
        (target) => needOf(target, sight, sense) > TINY && !sight.isFree(target),
      ).length
      if (left === open.length) break
    }
  }
}

/** Moves targets up and down together, each time another half of them up, and leaves it to `sight` what that shows. */
export function glimpse(program: Program, targets: readonly Target[], times: number): void {
  for (let time = 0; time < times; time += 1) {
    const costs = new Map<number, number>()
    for (const [index, { terms }] of targets.entries()) {
      const sign = ((index * (2 * time + 1)) >> time) % 2 === 0 ? 1 : -1
      for (const [column, by] of terms) costs.set(column, (costs.get(column) ?? 0) + sign * by)
    }
    program.setCosts([...costs])
    for (const sense of ['max', 'min'] as const) program.solve(sense, EFFORT)
  }
}

/** How far beyond the truth a target was not seen yet, but must be able to go. */
function needOf(target: Target, sight: Sight, sense: Sense): number {
  const { least, most } = sight.rangeOf(target)
  const [asked, seen, other] =
    sense === 'max'
      ? [target.above, most - target.truth, target.truth - least]
      : [target.below, target.truth - least, most - target.truth]
  const need = Math.max(asked, target.wide - other)
  return seen >= need - TINY ? 0 : need
}
