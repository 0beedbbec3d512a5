import { plannedColumns } from '../suppression/columns.ts'
import type { Suppression, SuppressionInput } from '../suppression/model.ts'
import { isPrimary } from '../suppression/primary.ts'
import { toldByNobodyAsked, toldByNoughts } from './noughts.ts'

/**
 * What is hidden of rounded tables: small counts, and every column of which the figures say that all, or all but too few, gave
 * the same answer, alone or together: a nought that is shown is a true one, and that nobody was asked is one, too. Sums of rounded counts give away no count, so nothing else
 * needs to be hidden with them.
 */
export function roundedSuppression(input: SuppressionInput): Suppression {
  const { rules, questions } = input.plan
  const small = input.shown.filter(
    ({ row, count }) => row !== null && count >= 1 && count <= rules.small_counts,
  )
  const unanimous = questions.flatMap((question) => {
    const own = plannedColumns(input, question.id).filter((column) => isPrimary(column, question, rules))
    const more = toldByNoughts(input, question, new Set(own))
    return [...own, ...more].flatMap(({ groups }) =>
      groups.map((group) => ({ question: question.id, group, row: null })),
    )
  })
  const hidden = [
    ...small.map(({ question, group, row }) => ({ question, group, row })),
    ...unanimous,
    ...toldByNobodyAsked(input).map(({ question, group }) => ({ question, group, row: null })),
  ]
  return {
    hidden,
    unprotectable: [],
    leaving: [],
    unsearched: [],
    parts: [],
    report: { targets: hidden.length, primary: hidden.length, secondary: 0, optimal: true, rounds: 0 },
  }
}
