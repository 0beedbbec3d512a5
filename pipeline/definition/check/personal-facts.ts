import { type Fault, oneOf } from '../fault.ts'
import { given } from '../fill/given.ts'
import type { Definition, Id, Waiver } from '../model.ts'
import { didYouMean } from '../nearest.ts'

/** Waivers of `personal_facts` that name no question, one that is not there or published already; and `questions` elsewhere. */
export const checkPersonalFacts = (definition: Definition): readonly Fault[] =>
  definition.privacy.waivers.flatMap((waiver, index) => {
    const path = ['privacy', 'waivers', index]
    if (waiver.rule !== 'personal_facts') return misplaced(waiver, path)
    if (waiver.value !== undefined) {
      const message = 'The waiver of personal_facts has no value: it names questions.'
      return [{ code: 'waiver-with-value', path: [...path, 'value'], message, advice: 'Remove the line.' }]
    }
    if (waiver.questions === undefined || waiver.questions.length === 0) {
      const message = 'The waiver of personal_facts does not say for which questions it holds.'
      return [{ code: 'waiver-without-questions', path, message, advice: 'Add questions: and their list.' }]
    }
    return waiver.questions.flatMap((id, place) => named(definition, id, [...path, 'questions', place]))
  })

/** Questions beside a rule that is about no questions. */
function misplaced({ rule, questions }: Waiver, path: readonly (string | number)[]): readonly Fault[] {
  if (questions === undefined) return []
  const message = `'questions' does not belong to a waiver of ${rule}.`
  return [
    {
      code: 'misplaced-questions',
      path: [...path, 'questions'],
      atKey: true,
      message,
      expected: 'rule: personal_facts',
    },
  ]
}

function named(
  { questions, privacy }: Definition,
  id: Id,
  path: readonly (string | number)[],
): readonly Fault[] {
  const known = questions.map((question) => question.id)
  if (!known.includes(id)) {
    const message = `There is no question '${id}'${didYouMean(id, known) || '.'}`
    return [{ code: 'unknown-question', path, message, ...given({ expected: oneOf(known) }) }]
  }
  if (!privacy.publish.includes(id)) return []
  const message = `'${id}' is published as part of the key, and waived here as well.`
  return [{ code: 'contradictory-rules', path, message, advice: 'Keep one of the two.' }]
}
