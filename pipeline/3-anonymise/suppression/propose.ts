import type { Board, Bucket } from './board.ts'
import type { Key } from './keys.ts'
import { brings, type Missing, missingOf, type Wanted } from './missing.ts'

/** A way to make a class safe: what joins it under which mask. */
export interface Proposal {
  readonly mask: number
  readonly key: Key
  readonly moves: readonly Move[]
  readonly cost: number
  /** Classes in need that are moved or joined whole. */
  readonly helped: readonly Bucket[]
}

interface Move {
  readonly from: Bucket
  readonly group: number
  readonly count: number
}

/** Whether a class lacks what is wanted of it. */
export function isInNeed({ problem }: Board, wanted: Wanted, bucket: Bucket): boolean {
  const { mask, size, members, needs } = bucket
  const known = needs.get(wanted)
  if (known !== undefined) return known
  const need = missingOf(problem, wanted, mask, size, [...members.keys()]) !== undefined
  needs.set(wanted, need)
  return need
}

/**
 * A class in need published under `mask`: with the class that is there, else with others in need, else with
 * responses that other classes can spare, else with whole other classes: those worth a look, or `all`.
 * Undefined where all together are not enough.
 */
export function propose(
  board: Board,
  wanted: Wanted,
  bucket: Bucket,
  mask: number,
  all = false,
): Proposal | undefined {
  const [first = 0] = bucket.members.keys()
  const key = board.keyOf(first, mask)
  const there = board.buckets.get(key)
  const draft: Draft = { board, wanted, mask, size: 0, members: new Map(), moves: [], cost: 0, helped: [] }
  if (there !== undefined) {
    for (const [group, count] of there.members) draft.members.set(group, count)
    draft.size = there.size
    if (isInNeed(board, wanted, there)) draft.helped.push(there)
  }
  if (bucket !== there) takeAll(draft, bucket)
  if (missingFrom(draft) !== undefined) {
    const others = board.below(key, mask, all).filter((one) => one !== bucket)
    const [needy, donors] = [true, false].map((need) =>
      byCost(
        draft,
        others.filter((one) => isInNeed(board, wanted, one) === need),
      ),
    )
    collect(draft, needy ?? [], takeAll)
    collect(draft, donors ?? [], takeSpare)
    collect(draft, donors ?? [], takeAll)
  }
  if (missingFrom(draft) !== undefined) return undefined
  return { mask, key, moves: draft.moves, cost: draft.cost, helped: draft.helped }
}

/** What is being put together. */
interface Draft {
  readonly board: Board
  readonly wanted: Wanted
  readonly mask: number
  size: number
  readonly members: Map<number, number>
  readonly moves: Move[]
  cost: number
  readonly helped: Bucket[]
}

const missingFrom = ({ board: { problem }, wanted, mask, size, members }: Draft): Missing | undefined =>
  missingOf(problem, wanted, mask, size, [...members.keys()])

/** Takes from one class after the other until nothing is missing. */
function collect(
  draft: Draft,
  buckets: readonly Bucket[],
  taking: (draft: Draft, from: Bucket, missing: Missing) => void,
): void {
  let missing = missingFrom(draft)
  for (const bucket of buckets) {
    if (missing === undefined) return
    const before = draft.size
    taking(draft, bucket, missing)
    if (draft.size !== before) missing = missingFrom(draft)
  }
}

function take(draft: Draft, from: Bucket, group: number, count: number): void {
  const { board, mask } = draft
  draft.moves.push({ from, group, count })
  draft.size += count
  draft.members.set(group, (draft.members.get(group) ?? 0) + count)
  draft.cost += count * (board.costOf(group, mask) - board.costOf(group, from.mask))
}

function takeAll(draft: Draft, from: Bucket): void {
  const gone = draft.moves.filter((move) => move.from === from)
  if (isInNeed(draft.board, draft.wanted, from)) draft.helped.push(from)
  for (const [group, count] of from.members) {
    const left = count - gone.reduce((sum, move) => sum + (move.group === group ? move.count : 0), 0)
    if (left > 0) take(draft, from, group, left)
  }
}

/** Takes what is missing from a class that stays safe without it, if it has what is missing. */
function takeSpare(draft: Draft, from: Bucket, missing: Missing): void {
  const { problem } = draft.board
  const sorted = [...from.members].sort(([a, left], [b, right]) => right - left || a - b)
  const [group, here] = sorted.reverse().find(([one]) => brings(problem, missing, one)) ?? []
  if (group === undefined || here === undefined) return
  const spare = from.size - problem.limits.minimumClass
  // Groups stay whole: who of one is taken would follow from nothing that may be told.
  if (here < 1 || here > spare) return
  const left = [...from.members.keys()].filter((one) => one !== group)
  if (missingOf(problem, draft.wanted, from.mask, from.size - here, left) !== undefined) return
  take(draft, from, group, here)
}

/** Cheapest to move first; then the largest, which can spare most; then in a stated order. */
function byCost({ board, mask }: Draft, buckets: readonly Bucket[]): readonly Bucket[] {
  return buckets
    .map((bucket) => ({ bucket, cost: moveCost(board, mask, bucket) }))
    .sort(
      (a, b) => a.cost - b.cost || b.bucket.size - a.bucket.size || (a.bucket.key < b.bucket.key ? -1 : 1),
    )
    .map(({ bucket }) => bucket)
}

/** What each response of a class costs more under another mask. */
function moveCost(board: Board, mask: number, { members, mask: own, size }: Bucket): number {
  let cost = 0
  for (const [group, count] of members) cost += count * (board.costOf(group, mask) - board.costOf(group, own))
  return cost / size
}
