import type { Group, Identifying, Limits, Released } from './classes.ts'

/**
 * Local suppression at one level of generalisation. Classes that are large enough stay; the rest are
 * blanked, one variable first, then more, the last-named variable first, as soon as the blanked class is
 * large enough and hides more than one true value. What is left over takes the smallest published
 * classes with it until the wholly blank class is safe too.
 *
 * Out: for each group what is published. Strict: a blank is a value of its own, and every published
 * class has 0 or at least `minimumClass` responses. When all responses together are too few, everything
 * is blank. Cost: groups times subsets of variables.
 */
export function suppress(
  groups: readonly Group[],
  variables: readonly Identifying[],
  level: readonly number[],
  limits: Limits,
): readonly Released[] {
  const labels = groups.map(({ values }) =>
    values.map((value, index) => variables[index]?.levels[level[index] ?? 0]?.[value] ?? ''),
  )
  const released: (Released | undefined)[] = groups.map(() => undefined)
  let waiting = groups.map((_, index) => index)
  for (const mask of masksByLoss(variables.length)) {
    waiting = settle(mask, waiting, labels, groups, limits, released)
  }
  absorb(waiting, labels, groups, limits, released)
  return released.map((one) => one ?? variables.map(() => null))
}

/** Publishes those waiting groups whose class under `mask` is safe; returns the others. */
function settle(
  mask: readonly boolean[],
  waiting: readonly number[],
  labels: readonly (readonly string[])[],
  groups: readonly Group[],
  limits: Limits,
  released: (Released | undefined)[],
): number[] {
  const classes = classesBy(waiting, (index) => JSON.stringify(masked(labels[index] ?? [], mask)))
  const unsettled: number[] = []
  for (const members of classes.values()) {
    if (isSafe(members, mask, labels, groups, limits)) {
      for (const index of members) released[index] = masked(labels[index] ?? [], mask)
    } else unsettled.push(...members)
  }
  return unsettled
}

/** The leftover joins the wholly blank class; the smallest classes are blanked with it until it is safe. */
function absorb(
  waiting: readonly number[],
  labels: readonly (readonly string[])[],
  groups: readonly Group[],
  limits: Limits,
  released: (Released | undefined)[],
): void {
  const variables = labels[0]?.length ?? 0
  const everything = Array.from({ length: variables }, () => true)
  const blank = masked(labels[0] ?? [], everything)
  if (waiting.length === 0) return
  const pool = [...groups.keys()].filter((index) => released[index] === undefined || isBlank(released[index]))
  const donors = donorsBySize(groups, released)
  while (!isSafe(pool, everything, labels, groups, limits)) {
    const donor = donors.shift()
    if (donor === undefined) break
    pool.push(...donor)
  }
  for (const index of pool) released[index] = blank
}

function donorsBySize(groups: readonly Group[], released: readonly (Released | undefined)[]): number[][] {
  const published = [...groups.keys()].filter(
    (index) => released[index] !== undefined && !isBlank(released[index]),
  )
  const classes = classesBy(published, (index) => JSON.stringify(released[index]))
  return [...classes.entries()]
    .sort(([a, left], [b, right]) => sizeOf(left, groups) - sizeOf(right, groups) || (a < b ? -1 : 1))
    .map(([, members]) => members)
}

function isSafe(
  members: readonly number[],
  mask: readonly boolean[],
  labels: readonly (readonly string[])[],
  groups: readonly Group[],
  limits: Limits,
): boolean {
  if (sizeOf(members, groups) < limits.minimumClass) return false
  return mask.every((blanked, variable) => {
    if (!blanked) return true
    const values = new Set(members.map((index) => labels[index]?.[variable]))
    return values.size >= limits.valuesBehindABlank
  })
}

/** Groups by what they are published as. */
function classesBy(
  indexes: readonly number[],
  key: (index: number) => string,
): ReadonlyMap<string, number[]> {
  const classes = new Map<string, number[]>()
  for (const index of indexes) {
    const name = key(index)
    const members = classes.get(name)
    if (members === undefined) classes.set(name, [index])
    else members.push(index)
  }
  return classes
}

const sizeOf = (members: readonly number[], groups: readonly Group[]): number =>
  members.reduce((sum, index) => sum + (groups[index]?.count ?? 0), 0)

const isBlank = (one: Released | undefined): boolean => one?.every((label) => label === null) ?? false

const masked = (labels: readonly string[], mask: readonly boolean[]): Released =>
  labels.map((label, index) => (mask[index] ? null : label))

/** Every set of variables to blank: fewest first, and among equals the last-named variables first. */
function masksByLoss(variables: number): readonly (readonly boolean[])[] {
  const masks = Array.from({ length: 2 ** variables }, (_, bits) =>
    Array.from({ length: variables }, (_, index) => (bits & (1 << index)) !== 0),
  )
  const blanked = (mask: readonly boolean[]) => mask.filter(Boolean).length
  const weight = (mask: readonly boolean[]) => mask.reduce((sum, on, index) => sum + (on ? 2 ** index : 0), 0)
  return masks.sort((a, b) => blanked(a) - blanked(b) || weight(b) - weight(a))
}
