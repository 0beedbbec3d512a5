import { riskModel } from '../../policy.ts'
import { type Fault, oneOf, type Path } from '../fault.ts'
import { given } from '../fill/given.ts'
import type { ClosedQuestion, Definition, Id } from '../model.ts'
import { didYouMean } from '../nearest.ts'
import { checkBands } from './bands.ts'
import { unknownLabel } from './conditions.ts'
import { checkNets } from './nets.ts'
import { checkOptions } from './options.ts'

/** Nets, bands, option columns and populations of questions. */
export function checkQuestions(definition: Definition): readonly Fault[] {
  const populations = definition.populations.map(({ id }) => id)
  return definition.questions.flatMap((question) => [
    ...checkNets(question),
    ...(question.kind === 'number' ? checkBands(question) : []),
    ...('headings' in question ? checkOptions(question) : []),
    ...(question.kind === 'single' ? checkScores(question) : []),
    ...(question.kind === 'single' ? checkDiversity(question, definition) : []),
    // Without populations of its own a question has the plan's, which are checked there.
    ...(question.populations === definition.tables.populations
      ? []
      : unknownPopulations(question.populations, populations, ['questions', question.id, 'populations'])),
  ])
}

/** Scores of what is no answer. */
const checkScores = ({ id, answers, scores }: ClosedQuestion): readonly Fault[] =>
  Object.keys(scores).flatMap((answer) =>
    unknownLabel(answer, answers, id, ['questions', id, 'scores', answer]).map((fault) => ({
      ...fault,
      atKey: true,
    })),
  )

/** A sensitive question with fewer answers than a class must have different ones: nothing of it could be released. */
function checkDiversity(
  { id, answers, sensitive }: ClosedQuestion,
  { privacy }: Definition,
): readonly Fault[] {
  const { diversity } = riskModel(privacy)
  if (!sensitive || answers.length >= diversity) return []
  return [
    {
      code: 'sensitive-without-choice',
      path: ['questions', id, 'sensitive'],
      message: `'${id}' has fewer answers than the ${diversity} that people who share the published variables must have given.`,
      advice:
        'Nothing of it could be released: leave the question out, or state a smaller diversity with its reason.',
    },
  ]
}

/** Populations that are not declared. */
export function unknownPopulations(named: readonly Id[], known: readonly Id[], path: Path): readonly Fault[] {
  return named.flatMap((id, index): readonly Fault[] => {
    if (known.includes(id)) return []
    const message = `There is no population '${id}'${didYouMean(id, known) || '.'}`
    return [
      { code: 'unknown-population', path: [...path, index], message, ...given({ expected: oneOf(known) }) },
    ]
  })
}
