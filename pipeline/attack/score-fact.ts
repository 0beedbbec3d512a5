import type { CellName, PlannedQuestion, Structure } from '../disclosure/index.ts'
import type { Term } from '../solver/index.ts'
import { type Facts, INFINITE } from './fact-model.ts'
import { readDecimal } from './figure-bounds.ts'
import type { PublishedFigure } from './published.ts'

/** A mean of scores: the sum of scores lies within half a unit of the mean times those who have one. */
export function scoreFact(
  facts: Facts,
  structure: Structure,
  question: PlannedQuestion,
  place: Pick<CellName, 'crossing' | 'cells'>,
  { row, statistic, value }: PublishedFigure,
): void {
  if (question.scores === undefined || question.weighted || row !== 'Mean' || statistic !== 'estimate') return
  if (value === '') return
  const { unit } = readDecimal(value)
  const mean = Number(value)
  const terms = (half: number): readonly Term[] =>
    Object.entries(question.scores ?? {}).map(([label, points]) => [
      structure.column({ question: question.id, ...place, row: label }),
      points - mean - half,
    ])
  facts.relations.push(
    { lower: 0, upper: INFINITE, terms: terms(-0.5 / unit) },
    { lower: -INFINITE, upper: 0, terms: terms(0.5 / unit) },
  )
}
