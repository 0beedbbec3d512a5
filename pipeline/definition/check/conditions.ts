import { type Fault, oneOf, type Path } from '../fault.ts'
import { given } from '../fill/given.ts'
import type { Condition, Definition, Question } from '../model.ts'
import { didYouMean } from '../nearest.ts'

/** Conditions of routing and of populations that name what does not exist, or what has no list of answers. */
export function checkConditions(definition: Definition): readonly Fault[] {
  const known = namesOf(definition)
  return [
    ...definition.questions.flatMap(({ id, askedIf = {}, base }) => {
      // A question that depends on itself is told as a circle.
      const others = Object.entries(askedIf).filter(([name]) => name !== id)
      return [
        ...checkCondition(others, ['questions', id, 'asked_if'], known),
        ...(base.of === 'rule'
          ? checkCondition(Object.entries(base.rule), ['questions', id, 'base'], known)
          : []),
      ]
    }),
    ...checkCondition(
      Object.entries(definition.openText?.quotes?.namedIf ?? {}),
      ['open_text', 'quotes', 'named_if'],
      known,
    ),
    ...definition.populations.flatMap(({ id, where = {} }) =>
      checkCondition(Object.entries(where), ['populations', id, 'where'], known),
    ),
  ]
}

/** Names a condition may use with the labels each may have; undefined for those it may not use. */
function namesOf(definition: Definition): ReadonlyMap<string, readonly string[] | undefined> {
  return new Map<string, readonly string[] | undefined>([
    ...definition.questions.map((each) => [each.id, labelsOf(each)] as const),
    ...definition.variables.map(({ id, values }) => [id, values] as const),
    ['source', definition.responses.map(({ file }) => file)],
  ])
}

function labelsOf(question: Question): readonly string[] | undefined {
  if (question.kind === 'number' && question.bands.length > 0) return question.bands.map(({ label }) => label)
  return question.kind === 'single' || question.kind === 'multiple' ? question.answers : undefined
}

function checkCondition(
  parts: readonly (readonly [string, Condition[string]])[],
  path: Path,
  known: ReadonlyMap<string, readonly string[] | undefined>,
): readonly Fault[] {
  return parts.flatMap(([name, values]): readonly Fault[] => {
    if (!known.has(name)) {
      const usable = [...known].flatMap(([other, labels]) => (labels === undefined ? [] : [other]))
      const message = `There is no question or variable '${name}'${didYouMean(name, usable) || '.'}`
      return [
        {
          code: 'unknown-name',
          path: [...path, name],
          atKey: true,
          message,
          ...given({ expected: oneOf(usable) }),
        },
      ]
    }
    const labels = known.get(name)
    if (labels === undefined) {
      const message = `'${name}' has no list of answers, so nothing can depend on it.`
      const advice = 'Only questions with one or several answers, variables and source can be used here.'
      return [{ code: 'cannot-route', path: [...path, name], atKey: true, message, advice }]
    }
    const at = values.how === 'any' ? [...path, name] : [...path, name, values.how]
    return values.labels.flatMap((value, index) => unknownLabel(value, labels, name, [...at, index]))
  })
}

/** A label that is not among those of a question, variable or, for `source`, the files. */
export function unknownLabel(
  label: string,
  labels: readonly string[],
  owner: string,
  path: Path,
): readonly Fault[] {
  if (labels.includes(label)) return []
  const thing = owner === 'source' ? 'There is no file of responses' : `'${owner}' has no answer or value`
  const message = `${thing} '${label}'${didYouMean(label, labels) || '.'}`
  return [{ code: 'unknown-label', path, message, ...given({ expected: oneOf(labels) }) }]
}
