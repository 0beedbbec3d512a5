import type { Fault, Path } from '../fault.ts'
import type { Definition, Id, Question } from '../model.ts'

/**
 * What rows may show of a respondent: variables, which `variable` checks, and questions with one answer of a list,
 * which are part of the key of the rows then. Other questions have no one value that people could share.
 */
export const checkPublished = (
  { privacy, questions }: Definition,
  variable: (id: Id, path: Path) => readonly Fault[],
): readonly Fault[] =>
  privacy.publish.flatMap((id, index): readonly Fault[] => {
    const path = ['privacy', 'publish', index]
    const question = questions.find((one) => one.id === id)
    if (question === undefined) return variable(id, path)
    return question.kind === 'single' ? [] : [notSingle(question, path)]
  })

const notSingle = ({ id, kind }: Question, path: Path): Fault => ({
  code: 'not-publishable',
  path,
  message: `'${id}' is a question of kind ${kind}: only one with a single answer of a list can be published so.`,
  expected: 'variables, and questions with one answer',
  advice:
    'Remove it here. If the answers are facts about persons that may leave row by row, waive personal_facts with a reason.',
})
