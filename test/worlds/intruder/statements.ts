/** Everything that a release states of a set of questions, each as a weighed sum of people with its bounds. */
import type { Question } from '../model.ts'
import { columnKey, type Figure, type Release } from '../published.ts'
import { belongs, isOfValues, otherRoutes } from './atoms.ts'
import { baseRange, countRange, halfOf, percentRange, type Range, type Rounding } from './figure-facts.ts'
import { askedIn, type Cell, countsIn, type Pattern, type Space, standsIn } from './space.ts'

/** The weight of somebody in a cell who gave a pattern; of nobody's answers where there is no question. */
export interface Statement extends Range {
  readonly about: string
  readonly question?: string
  readonly weight: (cell: Cell, pattern: Pattern) => number
}

const TOTAL = 'Total'

const roundingOf = ({ world }: Space, { rounding, roundedWithin }: Release): Rounding => ({
  unit: rounding,
  within: roundedWithin,
  small: world.rules.small_counts,
})

export function statementsOf(space: Space, release: Release): readonly Statement[] {
  const stated = release.figures.flatMap((figure): readonly Statement[] => {
    const question = space.questions.find(({ id }) => id === figure.question)
    if (question !== undefined) return ofFigure(space, release, question, figure)
    return figure.question === undefined ? ofRate(space, release, figure) : []
  })
  const bases = release.figures.filter(
    ({ question, statistic }) => question !== undefined && statistic !== 'estimate',
  )
  const once = [...new Map(bases.map((figure) => [columnKey(figure), figure])).values()]
  const counted = once.flatMap((figure) => ofBase(space, release, figure))
  const all: readonly Statement[] =
    release.responses === undefined
      ? []
      : [{ about: 'responses', weight: () => 1, least: release.responses, most: release.responses }]
  return [...all, ...counted, ...stated]
}

/** How many are in the base of a column; of questions that are looked at elsewhere only how many there must be. */
function ofBase(space: Space, release: Release, figure: Figure): readonly Statement[] {
  const { base, members } = figure
  if (base === null) return []
  const range = baseRange(base, roundingOf(space, release))
  const about = `base of ${columnKey(figure)}`
  const question = space.questions.find(({ id }) => id === figure.question)
  if (question !== undefined) {
    const weight = (cell: Cell, pattern: Pattern) =>
      belongs(space, cell, members) && countsIn(space, cell, question, pattern) ? 1 : 0
    return [{ about, question: question.id, weight, ...range }]
  }
  const other = otherRoutes(space).find(({ id }) => id === figure.question)
  if (other === undefined || !isOfValues(space.world, members)) return []
  const weight = (cell: Cell) => (belongs(space, cell, members) && askedIn(space, cell, other) ? 1 : 0)
  return [
    {
      about,
      weight,
      least: range.least,
      most: other.base === 'asked' ? range.most : Number.POSITIVE_INFINITY,
    },
  ]
}

function ofRate(
  space: Space,
  release: Release,
  { statistic, value, members, row }: Figure,
): readonly Statement[] {
  if (statistic !== 'responded' || value === null) return []
  const weight = (cell: Cell) => (belongs(space, cell, members) ? 1 : 0)
  return [{ about: `responded ${row}`, weight, ...baseRange(value, roundingOf(space, release)) }]
}

function ofFigure(space: Space, release: Release, question: Question, figure: Figure): readonly Statement[] {
  const { row, statistic, value, status, base, members } = figure
  if (row === TOTAL && statistic !== 'estimate') return []
  const rounding = roundingOf(space, release)
  const about = `${statistic} ${row} of ${columnKey(figure)}`
  const inBase = (cell: Cell, pattern: Pattern) =>
    belongs(space, cell, members) && countsIn(space, cell, question, pattern)
  const holds = (cell: Cell, pattern: Pattern) =>
    inBase(cell, pattern) && standsIn(question, pattern, row) ? 1 : 0
  const of = { about, question: question.id }
  if (statistic === 'count' && value !== null)
    return [{ ...of, weight: holds, ...countRange(value, rounding) }]
  const isShown = value !== null || status === 'low'
  if (statistic === 'percent' && isShown && base !== null && base > 0) {
    const range = percentRange(figure, base, rounding)
    return range === undefined
      ? [{ ...of, weight: holds, least: 1, most: 0 }]
      : [{ ...of, weight: holds, ...range }]
  }
  if (statistic === 'estimate' && value !== null) return ofMean(question, figure, inBase, of)
  return []
}

/** A mean lies within half of its last digit: of scores and ranks exactly, of numbers by the bands they are in. */
function ofMean(
  question: Question,
  { row, value, decimals }: Figure,
  inBase: (cell: Cell, pattern: Pattern) => boolean,
  of: { readonly about: string; readonly question: string },
): readonly Statement[] {
  const half = halfOf(decimals)
  const mean = value ?? 0
  const low = { ...of, least: 0, most: Number.POSITIVE_INFINITY }
  const high = { ...of, least: Number.NEGATIVE_INFINITY, most: 0 }
  const between = (least: (pattern: Pattern) => number | undefined, most = least): readonly Statement[] => [
    { ...low, weight: (cell, pattern) => (inBase(cell, pattern) ? away(most(pattern), mean - half) : 0) },
    { ...high, weight: (cell, pattern) => (inBase(cell, pattern) ? away(least(pattern), mean + half) : 0) },
  ]
  if (question.kind === 'ranking')
    return between((pattern) => (pattern.includes(row) ? pattern.indexOf(row) + 1 : undefined))
  if (row !== 'Mean') return []
  if (question.kind === 'scale') return between(([answer = '']) => question.scores[answer])
  if (question.kind !== 'number') return []
  const band = ([label]: Pattern) => question.bands.find((one) => one.label === label)
  return between(
    (pattern) => band(pattern)?.least,
    (pattern) => band(pattern)?.most,
  )
}

const away = (number: number | undefined, from: number): number => (number === undefined ? 0 : number - from)
