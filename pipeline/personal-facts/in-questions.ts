import type { Definition, Id, Question } from '../definition/index.ts'
import type { Issue } from '../issues.ts'
import { riskModel } from '../policy.ts'
import type { Asked, Fact } from './fact.ts'
import { personalFact } from './recognise.ts'
import { ABOUT_ONESELF } from './wording.ts'

/** A question that asks for a fact about the person. */
export interface RecognisedFact {
  readonly question: Question
  readonly fact: Fact
}

/** What the cells of questions hold, where they have been looked at. */
export type CellsOf = ReadonlyMap<Id, NonNullable<Asked['values']>>

/**
 * The questions of a definition that ask for a fact about the person, by wording and answers, and by content where
 * `cells` tells it; in the order of the questionnaire. Questions no answers of which leave (words, numbers
 * without bands) are not among them.
 */
export const factsInQuestions = (
  { questions }: Definition,
  cells: CellsOf = new Map(),
): readonly RecognisedFact[] =>
  questions.flatMap((question) => {
    const fact = hasColumns(question) ? factOf(question, cells.get(question.id) ?? []) : undefined
    return fact === undefined ? [] : [{ question, fact }]
  })

/**
 * Whether the answers to a question may leave row by row. What others can know of a person leaves only as part of
 * the key of the rows (`privacy: publish`), or by a waiver with its reason.
 */
export function leavesRows(definition: Definition, question: Question, cells: CellsOf = new Map()): boolean {
  if (!hasColumns(question) || isAllowed(definition, question.id)) return true
  return question.identifying !== true && factOf(question, cells.get(question.id) ?? []) === undefined
}

/**
 * A warning for each question that is kept out of the published rows though its author did not say so: what it was
 * taken for, by what, and the line that would let it out. Of a question marked `identifying` nothing is said, for its
 * author knows; nor where no rows are published at all.
 */
export function personalFactIssues(definition: Definition, cells: CellsOf = new Map()): readonly Issue[] {
  if (riskModel(definition.privacy).microdata === 0) return []
  return factsInQuestions(definition, cells)
    .filter(({ question }) => question.identifying !== true && !isAllowed(definition, question.id))
    .map(({ question, fact }) => issue(question, fact))
}

function issue(question: Question, { kind, why }: Fact): Issue {
  const { id } = question
  const known = {
    wording: 'by its wording',
    labels: 'by its answers',
    content: 'by what its cells hold',
  }[why]
  const publish =
    question.kind === 'single'
      ? `Write publish: [${id}] under privacy to publish it as part of the groups that nobody is told apart in; or`
      : 'It cannot be part of those groups, for it has no single answer.'
  return {
    code: 'anonymise/personal-fact',
    severity: 'warning',
    concern: 'disclosure',
    message: `'${id}' is a fact about the person (${kind}, recognised ${known}): it stands in the tables, and is left out of the published responses.`,
    advice: `${publish} write waivers: [{ rule: personal_facts, questions: [${id}], reason: ... }] to publish it row by row. If it is to stay out, write identifying: true in the question, and this is not said again.`,
    file: 'consultation.yaml',
    column: `questions.${id}`,
  }
}

/** Published as part of the key, or waived. */
const isAllowed = ({ privacy }: Definition, id: Id): boolean =>
  privacy.publish.includes(id) || privacy.waivers.some(({ questions }) => questions?.includes(id) === true)

const hasColumns = (question: Question): boolean =>
  question.kind !== 'open' && (question.kind !== 'number' || question.bands.length > 0)

/** A row of a grid asks what the grid asks, or what the row says where the grid only says "about you". */
function factOf(question: Question, values: NonNullable<Asked['values']>): Fact | undefined {
  const labels = 'answers' in question ? question.answers : []
  const grid = question.kind === 'single' ? question.matrix : undefined
  if (grid === undefined) return personalFact({ text: question.text, labels, values })
  return (
    personalFact({ text: grid.text, labels, values }) ??
    (ABOUT_ONESELF.test(grid.text) ? personalFact({ text: grid.item, labels, values }) : undefined)
  )
}
