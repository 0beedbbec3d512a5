import { NOTHING } from '../../artefacts.ts'
import type { Group } from '../classes.ts'
import { isBlank } from '../suppression/index.ts'
import type { Candidate } from './model.ts'
import { weightOf } from './weight.ts'

/**
 * A candidate of these labels and blanks, with its classes and what it costs. Loss is the normalised certainty penalty
 * (Xu, Wang, Pei, Wang, Shi, Fu, KDD 2006): a label that stands for v of V values loses (v - 1) / (V - 1), one that
 * stands for all, or a blank, loses 1.
 */
export function candidateOf(
  way: string,
  groups: readonly Group[],
  labels: Candidate['labels'],
  masks?: readonly number[],
): Candidate {
  const lost = labels.map(lostBy)
  const numbers = labels.map((own) =>
    own.map((label) => (label === NOTHING.notReleased ? -1 : own.indexOf(label))),
  )
  const keys = groups.map(({ values }, group) =>
    values
      .map((value, variable) =>
        isBlank(masks?.[group] ?? 0, variable) ? -1 : (numbers[variable]?.[value] ?? -1),
      )
      .join(),
  )
  const sizes = new Map<string, number>()
  let [cost, plain, total] = [0, 0, 0]
  for (const [group, { values, count }] of groups.entries()) {
    const key = keys[group] ?? ''
    sizes.set(key, (sizes.get(key) ?? 0) + count)
    for (const [variable, value] of values.entries()) {
      const own = isBlank(masks?.[group] ?? 0, variable) ? 1 : (lost[variable]?.[value] ?? 1)
      cost += count * own * weightOf(variable, values.length)
      plain += count * own
      total += count
    }
  }
  const names = classNames(labels, [...sizes.keys()])
  return {
    ...{ way, labels, cost },
    ...(masks === undefined ? {} : { masks }),
    classes: keys.map((key) => names.get(key) ?? 0),
    count: sizes.size,
    smallest: [...sizes.values()].reduce((least, size) => Math.min(least, size), Number.POSITIVE_INFINITY),
    loss: total === 0 ? 0 : plain / total,
  }
}

/** What each value's label has lost. */
function lostBy(labels: readonly string[]): readonly number[] {
  const widths = new Map<string, number>()
  for (const label of labels) widths.set(label, (widths.get(label) ?? 0) + 1)
  return labels.map((label) =>
    label === NOTHING.notReleased ? 1 : ((widths.get(label) ?? 1) - 1) / Math.max(labels.length - 1, 1),
  )
}

/** Numbers of the classes, in the order in which the rows stand: of the published labels, by code unit. */
function classNames(labels: Candidate['labels'], keys: readonly string[]): ReadonlyMap<string, number> {
  const ranks = labels.map((own) => {
    const sorted = [...new Set([...own, NOTHING.notReleased])].sort()
    return new Map([
      ['-1', sorted.indexOf(NOTHING.notReleased)] as const,
      ...own.map((label, value) => [String(value), sorted.indexOf(label)] as const),
    ])
  })
  const ordered = keys
    .map((key) => ({ key, at: key.split(',').map((one, variable) => ranks[variable]?.get(one) ?? 0) }))
    .sort((a, b) => compare(a.at, b.at))
  return new Map(ordered.map(({ key }, index) => [key, index + 1]))
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, one] of a.entries()) {
    const difference = one - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
