import { NOTHING } from '../../artefacts.ts'
import type { Group } from '../classes.ts'
import { isBlank } from '../suppression/index.ts'
import { detailOf, peopleBy, weightOf } from './detail.ts'
import type { Candidate } from './model.ts'

/** A candidate of these labels and blanks, with its classes and what it costs. Cost: combinations times variables. */
export function candidateOf(
  way: string,
  groups: readonly Group[],
  labels: Candidate['labels'],
  masks?: readonly number[],
): Candidate {
  const variables = labels.map((own, variable) => ({
    ...lostBy(own, peopleBy(groups, variable, own.length)),
    ...ranksOf(own),
  }))
  const sizes = new Map<number | string, { people: number; readonly group: number }>()
  const rankIn = (group: number, variable: number): number => {
    const { ranks = [], blankRank = 0 } = variables[variable] ?? {}
    if (isBlank(masks?.[group] ?? 0, variable)) return blankRank
    return ranks[groups[group]?.values[variable] ?? 0] ?? 0
  }
  const keyOf = keyIn(variables.map(({ width }) => width))
  let [cost, plain, total] = [0, 0, 0]
  const keys = groups.map(({ values, count }, group) => {
    const key = keyOf((variable) => rankIn(group, variable))
    const found = sizes.get(key)
    if (found === undefined) sizes.set(key, { people: count, group })
    else found.people += count
    for (const [variable, value] of values.entries()) {
      const { shown = [], blank = [] } = variables[variable] ?? {}
      const own = (isBlank(masks?.[group] ?? 0, variable) ? blank : shown)[value] ?? 0
      cost += count * own * weightOf(variable, values.length)
      plain += count * own
      total += count
    }
    return key
  })
  // Classes are numbered in the order in which the rows stand: of the published labels, by code unit.
  const ordered = [...sizes].sort(([, a], [, b]) => {
    for (let variable = 0; variable < labels.length; variable += 1) {
      const difference = rankIn(a.group, variable) - rankIn(b.group, variable)
      if (difference !== 0) return difference
    }
    return 0
  })
  const numbers = new Map(ordered.map(([key], index) => [key, index + 1]))
  return {
    ...{ way, labels, cost },
    ...(masks === undefined ? {} : { masks }),
    classes: keys.map((key) => numbers.get(key) ?? 0),
    count: sizes.size,
    smallest: ordered.reduce((least, [, { people }]) => Math.min(least, people), Number.POSITIVE_INFINITY),
    silent: labels.filter(
      (_, variable) => new Set(groups.map((__, group) => rankIn(group, variable))).size < 2,
    ).length,
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

/** The place of each value's label, and of a blank, among the labels in code-unit order. */
function ranksOf(labels: readonly string[]) {
  const sorted = [...new Set([...labels, NOTHING.notReleased])].sort()
  const places = new Map(sorted.map((label, place) => [label, place]))
  return {
    ranks: labels.map((label) => places.get(label) ?? 0),
    blankRank: places.get(NOTHING.notReleased) ?? 0,
    width: sorted.length,
  }
}

/** One key for each combination of places: a number where all combinations fit into one. */
function keyIn(widths: readonly number[]): (rank: (variable: number) => number) => number | string {
  const product = widths.reduce((all, width) => all * width, 1)
  if (product > Number.MAX_SAFE_INTEGER) return (rank) => widths.map((_, variable) => rank(variable)).join()
  return (rank) => widths.reduce((key, width, variable) => key * width + rank(variable), 0)
}
