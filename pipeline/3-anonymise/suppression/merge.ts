import { type Board, type Bucket, boardOf } from './board.ts'
import { answersOf, poorFacets } from './judge.ts'
import { blanks } from './masks.ts'
import type { Wanted } from './missing.ts'
import { ANSWER_COST, type Part, type Problem } from './model.ts'
import { isInNeed, type Proposal, propose } from './propose.ts'

/**
 * Makes every class safe by merging: the smallest class in need first, by the mask that costs least for each
 * response it helps; a class that is safe already is joined before a new one is made. Out: the parts, and where
 * questions are sensitive further proposals of them: with classes merged that give an answer away, where that
 * costs less than withholding the answers, and wherever it can be done.
 */
export function merge(
  problem: Problem,
  parts: readonly Part[],
  waiting: readonly number[],
): readonly (readonly Part[])[] {
  if (waiting.length === 0 && problem.facets.length === 0) return [parts]
  const alone = waiting.map((group) => ({ group, mask: 0, count: problem.counts[group] ?? 0 }))
  const all = [...parts, ...alone]
  const wanted = problem.facets.length === 0 ? waiting : all.map(({ group }) => group)
  const board = boardOf(problem, all, [...new Set(wanted)])
  rescue(board, 'safe', cheapest)
  const safe = board.parts()
  if (problem.facets.length === 0) return [safe]
  rescue(board, 'diverse', (proposals) => {
    const best = cheapest(proposals)
    return best !== undefined && best.cost < withholding(board, best.helped) ? best : undefined
  })
  const cheap = board.parts()
  rescue(board, 'diverse', cheapest)
  return [safe, cheap, board.parts()]
}

/** More classes than this are not put together for diversity's sake alone: their answers are withheld. */
const MOST_DIVERSIFIED = 400

/** Goes through the classes in need, smallest first, until each is helped or has been given up. */
function rescue(
  board: Board,
  wanted: Wanted,
  choose: (proposals: readonly Proposal[]) => Proposal | undefined,
): void {
  const { masks } = board.problem
  const queue = [...board.buckets.values()]
    .filter((bucket) => isInNeed(board, wanted, bucket))
    .sort((a, b) => a.size - b.size || (a.key < b.key ? -1 : 1))
    .slice(0, wanted === 'safe' ? board.buckets.size : MOST_DIVERSIFIED)
  for (const bucket of queue) {
    if (board.buckets.get(bucket.key) !== bucket || !isInNeed(board, wanted, bucket)) continue
    const wider = masks.filter((mask) => (bucket.mask & ~mask) === 0)
    const best =
      choose(wider.flatMap((mask) => propose(board, wanted, bucket, mask) ?? [])) ??
      (wanted === 'safe' ? propose(board, wanted, bucket, masks.at(-1) ?? 0, true) : undefined)
    if (best === undefined) continue
    for (const { from, group, count } of best.moves) board.move(from, group, count, best.mask)
  }
}

/** Least cost for each response helped; then fewest blanks, then the last-named variables. */
function cheapest(proposals: readonly Proposal[]): Proposal | undefined {
  const price = ({ cost, helped }: Proposal) => cost / helped.reduce((sum, { size }) => sum + size, 0)
  return proposals
    .map((proposal) => ({ proposal, price: price(proposal) }))
    .sort(
      (a, b) =>
        a.price - b.price ||
        blanks(a.proposal.mask) - blanks(b.proposal.mask) ||
        b.proposal.mask - a.proposal.mask,
    )[0]?.proposal
}

/** What it would cost to withhold the answers that these classes give away. */
function withholding({ problem }: Board, buckets: readonly Bucket[]): number {
  let cost = 0
  for (const { members } of buckets) {
    const questions = new Set(poorFacets(problem, members.keys()).map(({ question }) => question))
    for (const question of questions)
      for (const group of members.keys()) cost += ANSWER_COST * answersOf(problem.facets, question, group)
  }
  return cost
}
