import type { Group } from '../classes.ts'
import { timesLog } from './detail.ts'
import type { ValueNode } from './tree.ts'

/**
 * Top-down specialisation (Fung, Wang, Yu, ICDE 2005): every variable starts as one value that stands for all, and
 * a value is divided as its tree says as long as every class keeps `least` people. Of what can be divided comes
 * first what gives most people more detail, times the weight of its variable; a variable of weight 0 stays whole. A
 * division that was impossible once stays so, for classes only get smaller: each node is looked at once, and the
 * cost is combinations times depths of the trees. Out: for each variable the nodes that are published.
 */
export function specialise(
  groups: readonly Group[],
  trees: readonly ValueNode[],
  least: number,
  weights: readonly number[],
): readonly (readonly ValueNode[])[] {
  const counts = Int32Array.from(groups, ({ count }) => count)
  const people = counts.reduce((sum, count) => sum + count, 0)
  const board: Board = {
    codes: trees.map((_, variable) => Int32Array.from(groups, ({ values }) => values[variable] ?? 0)),
    counts,
    classOf: new Int32Array(groups.length),
    classes: 1,
    left: new Int32Array(groups.length + 1),
    right: new Int32Array(groups.length + 1),
  }
  const everybody = Int32Array.from(groups, (_, index) => index)
  const done: ValueNode[][] = trees.map(() => [])
  const scales = trees.map((tree) => people / Math.max(spreadOf(tree), 1e-12))
  let open = trees.map(
    (node, variable): Open => ({
      ...{ node, variable, cells: everybody },
      gain: gainOf(node, scales[variable] ?? 0, weights[variable] ?? 0),
    }),
  )
  while (open.length > 0) {
    const best = open.reduce((most, one) => (one.gain > most.gain + 1e-9 ? one : most))
    open = open.filter((one) => one !== best)
    const { node, variable, cells } = best
    const divided = best.gain > 0 && people >= least ? divide(board, node, variable, cells, least) : undefined
    if (divided === undefined) {
      done[variable]?.push(node)
      continue
    }
    for (const [part, own] of divided)
      open.push({
        node: part,
        variable,
        cells: own,
        gain: gainOf(part, scales[variable] ?? 0, weights[variable] ?? 0),
      })
  }
  return done.map((nodes) => nodes.sort((a, b) => (a.values[0] ?? 0) - (b.values[0] ?? 0)))
}

/** A node that may be divided, the combinations in it, and what dividing it would gain. */
interface Open {
  readonly node: ValueNode
  readonly variable: number
  readonly cells: Int32Array
  readonly gain: number
}

/** Scratch and state of one specialisation. */
interface Board {
  readonly codes: readonly Int32Array[]
  readonly counts: Int32Array
  readonly classOf: Int32Array
  classes: number
  /** People of a class on either side of the division that is looked at; zero in between. */
  readonly left: Int32Array
  readonly right: Int32Array
}

/** Divides a node in every class, or leaves everything as it is where a class would get too small. */
function divide(
  board: Board,
  { parts }: ValueNode,
  variable: number,
  cells: Int32Array,
  least: number,
): readonly (readonly [ValueNode, Int32Array])[] | undefined {
  if (parts === undefined) return undefined
  const { counts, classOf, left, right } = board
  const codes = board.codes[variable] ?? new Int32Array()
  const first = new Set(parts[0].values)
  const isLeft = (cell: number) => first.has(codes[cell] ?? 0)
  const touched: number[] = []
  for (const cell of cells) {
    const own = classOf[cell] ?? 0
    if ((left[own] ?? 0) + (right[own] ?? 0) === 0) touched.push(own)
    const side = isLeft(cell) ? left : right
    side[own] = (side[own] ?? 0) + (counts[cell] ?? 0)
  }
  const enough = (count: number) => count === 0 || count >= least
  const valid = touched.every((own) => enough(left[own] ?? 0) && enough(right[own] ?? 0))
  const renamed = new Map<number, number>()
  for (const own of touched) {
    if (valid && (left[own] ?? 0) > 0 && (right[own] ?? 0) > 0) renamed.set(own, board.classes++)
    left[own] = 0
    right[own] = 0
  }
  if (!valid) return undefined
  for (const cell of cells) {
    const own = classOf[cell] ?? 0
    if (!isLeft(cell)) classOf[cell] = renamed.get(own) ?? own
  }
  return [
    [parts[0], cells.filter((cell) => isLeft(cell))],
    [parts[1], cells.filter((cell) => !isLeft(cell))],
  ]
}

/** What is gained where a node is divided, as a share of what the variable says, for all people. */
function gainOf(node: ValueNode, scale: number, weight: number): number {
  if (node.parts === undefined || weight === 0) return 0
  const gained = timesLog(node.people) - node.parts.reduce((sum, part) => sum + timesLog(part.people), 0)
  // Dividing off what nobody has is free, and comes first.
  const free = node.parts.some(({ people }) => people === 0) ? Number.MAX_SAFE_INTEGER : 0
  return free + weight * gained * scale
}

/** Bits that the values of a tree make for all people together. */
function spreadOf(tree: ValueNode): number {
  let bits = timesLog(tree.people)
  const open = [tree]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.parts === undefined) bits -= timesLog(node.people)
    else open.push(...node.parts)
  }
  return bits
}
