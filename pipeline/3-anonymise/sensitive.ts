import {
  type AnswerColumn,
  answerColumns,
  type Condition,
  type Definition,
  type Id,
  type Question,
} from '../definition/index.ts'
import { leavingQuestions } from './leaving.ts'
import type { Facet } from './suppression/index.ts'

/** A question whose answers nobody may learn of a person. */
export interface SensitiveQuestion {
  readonly question: Question
  /**
   * The questions that are withheld with it: itself, and those that were asked because of its answers, for who
   * was asked gives the answer away.
   */
  readonly withheld: ReadonlySet<Id>
}

/** A facet with the column that holds it, and the labels that count as answers. */
export interface SensitiveFacet extends Omit<Facet, 'counts'> {
  readonly column: AnswerColumn
  readonly labels: readonly string[]
  readonly ordered: boolean
}

/** The sensitive questions of which any answers are published, in the order of the questionnaire. */
export function sensitiveQuestions(definition: Definition): readonly SensitiveQuestion[] {
  const { questions, privacy } = definition
  return leavingQuestions(definition)
    .filter(({ id }) => !privacy.publish.includes(id))
    .filter((question) => question.sensitive && answerColumns(question).length > 0)
    .map((question) => ({ question, withheld: following(question.id, questions) }))
}

/** A question, and those that were asked because of its answers, however far down. */
export function following(id: Id, questions: readonly Question[]): ReadonlySet<Id> {
  const found = new Set([id])
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const question of questions) if (dependsOn(question.askedIf, found)) found.add(question.id)
  }
  return found
}

/** Whether a condition asks for any of these questions. */
export const dependsOn = (condition: Condition | undefined, questions: ReadonlySet<Id>): boolean =>
  Object.keys(condition ?? {}).some((name) => questions.has(name))

/** What the sensitive questions ask: one facet an answer column. */
export function facetsOf(sensitive: readonly SensitiveQuestion[]): readonly SensitiveFacet[] {
  return sensitive.flatMap(({ question }, index) =>
    answerColumns(question).map((column) => ({
      question: index,
      kind: column.kind === 'ticked' ? ('tick' as const) : ('answer' as const),
      values: column.labels.length,
      column,
      labels: column.labels,
      ordered: question.kind === 'single' ? question.ordered : question.kind !== 'multiple',
    })),
  )
}
