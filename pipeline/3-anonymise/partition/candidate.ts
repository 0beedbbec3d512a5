import { NOTHING } from '../../artefacts.ts'
import type { Group } from '../classes.ts'
import { isBlank } from '../suppression/index.ts'
import { detailOf, peopleBy, weightOf } from './detail.ts'
import type { Candidate } from './model.ts'

/**
 * A candidate of these labels and blanks, with its classes and what it costs.
 */
export function candidateOf(
  way: string,
  groups: readonly Group[],
  labels: Candidate['labels'],
  masks?: readonly number[],
): Candidate {
  const lost = labels.map((own, variable) => lostBy(own, peopleBy(groups, variable, own.length)))
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
      const { shown, blank } = lost[variable] ?? { shown: [], blank: [] }
      const own = (isBlank(masks?.[group] ?? 0, variable) ? blank : shown)[value] ?? 0
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

/** What is lost of each value: by its label, and where it is blank. */
function lostBy(labels: readonly string[], people: readonly number[]) {
  const { lost } = detailOf(people)
  const everybody = people.reduce((sum, count) => sum + count, 0)
  const sizes = new Map<string, number>()
  for (const [value, label] of labels.entries())
    sizes.set(label, (sizes.get(label) ?? 0) + (people[value] ?? 0))
  return {
    shown: labels.map((label, value) => lost(people[value] ?? 0, sizes.get(label) ?? 0)),
    blank: labels.map((_, value) => lost(people[value] ?? 0, everybody)),
  }
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
