import { type Fault, oneOf } from '../fault.ts'
import { given } from '../fill/given.ts'
import type { Definition, Id } from '../model.ts'
import { didYouMean } from '../nearest.ts'
import { unknownLabel } from './conditions.ts'

/** Wordings of one file that belong to no question or variable, or stand for no label of its list. */
export function checkRecode(definition: Definition): readonly Fault[] {
  const lists = listsOf(definition)
  return definition.responses.flatMap(({ recode }, index) =>
    Object.entries(recode).flatMap(([name, wordings]): readonly Fault[] => {
      const path = ['responses', index, 'recode', name]
      const labels = lists.get(name)
      if (labels === undefined) {
        const known = [...lists.keys()]
        const message = `'${name}' is no variable or question with a list of answers${didYouMean(name, known) || '.'}`
        return [{ code: 'unknown-name', path, atKey: true, message, ...given({ expected: oneOf(known) }) }]
      }
      return Object.entries(wordings).flatMap(([wording, label]) =>
        unknownLabel(label, labels, name, [...path, wording]),
      )
    }),
  )
}

/** Everything that is coded to a list, and its labels. */
const listsOf = ({ questions, variables }: Definition): ReadonlyMap<Id, readonly string[]> =>
  new Map([
    ...variables.map(({ id, values }) => [id, values] as const),
    ...questions.flatMap((question) =>
      'answers' in question ? [[question.id, question.answers] as const] : [],
    ),
  ])
