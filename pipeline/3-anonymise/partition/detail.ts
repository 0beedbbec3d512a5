/** How much more a loss in the first-named variable costs than in the last-named: authors list the most important first. */
const PREFERENCE = 0.25

/** What a value lost costs, by the place of its variable among so many. */
export const weightOf = (variable: number, variables: number): number =>
  1 + (PREFERENCE * (variables - 1 - variable)) / Math.max(variables - 1, 1)

/**
 * What is lost of one row's value where a label is published for it, as a share of what a value of the variable says on
 * average: non-uniform entropy (Gionis, Tassa, IEEE TKDE 21(2), 2009). A label lets a reader guess among its values by
 * how common they are; so merging a few rare values costs little, and lumping half of all together costs much, which a
 * count of values (the normalised certainty penalty) would hardly see.
 */
export interface Detail {
  /** Of a value that `own` people have, in a label that `all` share. */
  readonly lost: (own: number, all: number) => number
}

/** The measure of a variable of which so many people have each value; nothing is lost of one that is the same for all. */
export function detailOf(people: readonly number[]): Detail {
  const all = people.reduce((sum, count) => sum + count, 0)
  const spread = timesLog(all) - people.reduce((sum, count) => sum + timesLog(count), 0)
  const average = all === 0 ? 0 : spread / all
  return {
    lost: (own, within) =>
      average < 1e-12 || own === 0 || within === 0 ? 0 : Math.log2(within / own) / average,
  }
}

/** Bits that so many people make: what a division of them gains is the whole less its parts. */
export const timesLog = (count: number): number => (count === 0 ? 0 : count * Math.log2(count))

/** How many people have each value of a variable. */
export function peopleBy(
  groups: readonly { readonly values: readonly number[]; readonly count: number }[],
  variable: number,
  values: number,
): readonly number[] {
  const people = new Array<number>(values).fill(0)
  for (const group of groups) {
    const value = group.values[variable] ?? 0
    people[value] = (people[value] ?? 0) + group.count
  }
  return people
}
