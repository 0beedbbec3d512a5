import type { Board, Bucket } from './board.ts'
import { hidesEnough, poorFacets } from './judge.ts'
import type { Key } from './keys.ts'
import { isBlank } from './masks.ts'
import type { Problem } from './model.ts'

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

/** What a class must be: of one that is to be made safe, or diverse as well. */
export type Wanted = 'safe' | 'diverse'

/** Whether a class lacks what is wanted of it. */
export function isInNeed({ problem }: Board, wanted: Wanted, { mask, size, members }: Bucket): boolean {
  return lacks(problem, wanted, mask, size, members)
}

function lacks(
  problem: Problem,
  wanted: Wanted,
  mask: number,
  size: number,
  members: ReadonlyMap<number, number>,
): boolean {
  return (
    size < problem.limits.minimumClass ||
    !hidesEnough(problem, mask, members.keys()) ||
    (wanted === 'diverse' && poorFacets(problem, members.keys()).length > 0)
  )
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
  const { problem } = board
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
  const enough = () => !lacks(problem, wanted, mask, draft.size, draft.members)
  if (!enough()) {
    const others = board.below(key, mask, all).filter((one) => one !== bucket)
    const needy = others.filter((one) => isInNeed(board, wanted, one))
    for (const one of byCost(draft, needy)) {
      if (enough()) break
      takeAll(draft, one)
    }
    const donors = byCost(
      draft,
      others.filter((one) => !needy.includes(one)),
    )
    for (const one of donors) {
      if (enough()) break
      takeSpare(draft, one)
    }
    for (const one of donors) {
      if (enough()) break
      takeAll(draft, one)
    }
  }
  if (!enough()) return undefined
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

/** Takes what is lacking from a class that stays safe without it, if it has what is lacking. */
function takeSpare(draft: Draft, from: Bucket): void {
  const { problem } = draft.board
  const { minimumClass } = problem.limits
  const whole = problem.facets.length > 0
  const sorted = [...from.members].sort(([a, left], [b, right]) => right - left || a - b)
  const [group, here] = (whole ? sorted.reverse() : sorted).find(([one]) => isOfUse(draft, one)) ?? []
  if (group === undefined || here === undefined) return
  // Sensitive answers are known of whole groups alone.
  const count = whole
    ? here
    : Math.min(Math.max(minimumClass - draft.size, 1), here, from.size - minimumClass)
  if (count < 1) return
  const left = new Map(from.members)
  if (count < here) left.set(group, here - count)
  else left.delete(group)
  if (lacks(problem, draft.wanted, from.mask, from.size - count, left)) return
  take(draft, from, group, count)
}

/** Whether responses of a group bring what is lacking: their number, a label to hide, another answer. */
function isOfUse({ board: { problem }, wanted, mask, size, members }: Draft, group: number): boolean {
  if (size < problem.limits.minimumClass) return true
  const { variables, labels } = problem
  const label = (one: number, variable: number) => labels[one * variables + variable]
  for (let variable = 0; variable < variables; variable += 1) {
    if (!isBlank(mask, variable)) continue
    const behind = new Set([...members.keys()].map((one) => label(one, variable)))
    if (behind.size < (problem.hidden[variable] ?? 1) && !behind.has(label(group, variable))) return true
  }
  if (wanted !== 'diverse') return false
  const answer = ({ values, counts }: (typeof problem.facets)[number], one: number) =>
    Array.from({ length: values }, (_, value) => (counts[one * values + value] ?? 0) > 0)
  return poorFacets(problem, members.keys()).some((facet) => {
    const given = [...members.keys()].map((one) => answer(facet, one))
    return answer(facet, group).some((has, value) => has && !given.some((other) => other[value]))
  })
}

/** Cheapest to move first; then the largest, which can spare most; then in a stated order. */
function byCost({ board, mask }: Draft, buckets: readonly Bucket[]): readonly Bucket[] {
  const unit = ({ members, mask: own, size }: Bucket) => {
    let cost = 0
    for (const [group, count] of members)
      cost += count * (board.costOf(group, mask) - board.costOf(group, own))
    return cost / size
  }
  return buckets
    .map((bucket) => ({ bucket, cost: unit(bucket) }))
    .sort(
      (a, b) => a.cost - b.cost || b.bucket.size - a.bucket.size || (a.bucket.key < b.bucket.key ? -1 : 1),
    )
    .map(({ bucket }) => bucket)
}
