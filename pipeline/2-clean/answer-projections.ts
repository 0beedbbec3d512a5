import type { Projection, SubmissionSource } from '../artefacts.ts'
import type { Question, ResponseSource } from '../definition/index.ts'
import { rawColumn } from './answer-names.ts'
import type { DateOrder } from './date-sql.ts'
import { multipleProjections, partsLookups } from './multiple-projections.ts'
import { numberLookups, numberProjections } from './number-projections.ts'
import { rankingProjections, rankLookups } from './ranking-projections.ts'
import { singleLookups, singleProjections } from './single-projections.ts'

/** What must be looked up of a question before its projections, which use it twice. */
export function answerLookups(
  question: Question,
  plan: ResponseSource,
  source: SubmissionSource,
  order: DateOrder,
): readonly Projection[] {
  switch (question.kind) {
    case 'single':
      return singleLookups(question, source)
    case 'multiple':
      return partsLookups(question, plan, source)
    case 'ranking':
      return [...partsLookups(question, plan, source), ...rankLookups(question, source)]
    case 'number':
      return numberLookups(question, source, order)
    case 'open':
      return []
  }
}

/**
 * What to read of a question from one source: `raw_<column>` for each of its answer columns (a label
 * or a kind of nothing; for options of a multiple question whether ticked; for an open question
 * whether anything was written), `rule_<question>`, the coding rule it needed, and for numbers that are
 * averaged `measure_<question>`. Empty when the source did not ask the question.
 */
export function answerProjections(question: Question, source: SubmissionSource): readonly Projection[] {
  switch (question.kind) {
    case 'single':
      return singleProjections(question, source)
    case 'multiple':
      return multipleProjections(question, source)
    case 'ranking':
      return rankingProjections(question, source)
    case 'number':
      return numberProjections(question, source)
    case 'open': {
      const cell = source.columns.get(question.id)
      return cell === undefined
        ? []
        : [{ name: rawColumn(question.id), sql: `(${cell} IS NOT NULL AND has_text(${cell}))` }]
    }
  }
}
