/** A value of a variable, and how many answered with it. */
export interface Sized {
  readonly value: string
  readonly people: number
}

/** Coarser groups: label -> the values it stands for. */
type Level = Readonly<Record<string, readonly string[]>>

/** Values put together under a label; one value alone keeps its own. */
export interface Merged {
  readonly label: string
  readonly values: readonly string[]
}

/**
 * Values put together until each group has enough people: by the coarser groups of the definition, the finest that do; else
 * neighbours in the order of the list, or the smallest with each other where that leaves more groups. Undefined where fewer
 * than two groups can be had.
 */
export function enoughEach(
  sizes: readonly Sized[],
  levels: readonly Level[],
  least: number,
): readonly Merged[] | undefined {
  const declared = levels
    .map((level) => byLevel(sizes, level))
    .find((groups) => groups.length > 1 && groups.every((group) => total(group.sizes) >= least))
  if (declared !== undefined)
    return declared.map(({ label, sizes: own }) => ({ label, values: own.map(({ value }) => value) }))
  const inOrder = filled(sizes, least)
  const bySize = filled(
    [...sizes].sort((one, other) => one.people - other.people),
    least,
  )
  const best = bySize.length > inOrder.length ? bySize : inOrder
  if (best.length < 2) return undefined
  const place = (value: string) => sizes.findIndex((one) => one.value === value)
  return best
    .map((group) => group.map(({ value }) => value).sort((a, b) => place(a) - place(b)))
    .sort(([a = ''], [b = '']) => place(a) - place(b))
    .map((values) => ({ label: values.join(' or '), values }))
}

const total = (sizes: readonly Sized[]): number => sizes.reduce((sum, { people }) => sum + people, 0)

/** The groups of a level; a value in none stays itself. */
function byLevel(
  sizes: readonly Sized[],
  level: Level,
): readonly { readonly label: string; readonly sizes: readonly Sized[] }[] {
  const found = new Map<string, Sized[]>()
  for (const one of sizes) {
    const label = Object.keys(level).find((name) => level[name]?.includes(one.value)) ?? one.value
    found.set(label, [...(found.get(label) ?? []), one])
  }
  return [...found].map(([label, own]) => ({ label, sizes: own }))
}

/** One after the other until there are enough; what is left over goes to the last. */
function filled(sizes: readonly Sized[], least: number): readonly (readonly Sized[])[] {
  const groups: (readonly Sized[])[] = []
  let open: readonly Sized[] = []
  for (const one of sizes) {
    open = [...open, one]
    if (total(open) < least) continue
    groups.push(open)
    open = []
  }
  const last = groups.pop()
  return last === undefined ? [] : [...groups, [...last, ...open]]
}
