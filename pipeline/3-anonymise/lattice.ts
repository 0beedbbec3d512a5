/** Lattices of more nodes than this are climbed instead of searched through. */
export const MOST_NODES = 10_000

/** How many nodes a lattice of so many levels a variable has. */
export const nodesIn = (sizes: readonly number[]): number =>
  sizes.reduce((product, size) => product * size, 1)

/** Every choice of one level a variable, finest first, the last-named variable changing fastest. */
export function latticeOf(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<readonly (readonly number[])[]>(
    (nodes, size) => nodes.flatMap((node) => Array.from({ length: size }, (_, level) => [...node, level])),
    [[]],
  )
}

/** The nodes one level coarser in one variable. */
export const above = (node: readonly number[], sizes: readonly number[]): readonly (readonly number[])[] =>
  node.flatMap((level, variable) =>
    level + 1 < (sizes[variable] ?? 0)
      ? [node.map((own, index) => (index === variable ? own + 1 : own))]
      : [],
  )

/** The nodes one level finer in one variable. */
export const below = (node: readonly number[]): readonly (readonly number[])[] =>
  node.flatMap((level, variable) =>
    level > 0 ? [node.map((own, index) => (index === variable ? own - 1 : own))] : [],
  )
