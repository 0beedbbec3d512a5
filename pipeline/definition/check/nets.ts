import type { Fault } from '../fault.ts'
import { labelKey } from '../label-key.ts'
import type { Question } from '../model.ts'
import { unknownLabel } from './conditions.ts'

/** Nets that are called like an answer, add up what is no answer, or add an answer twice. */
export function checkNets(question: Question): readonly Fault[] {
  const labels = labelsOf(question)
  const keys = labels.map(labelKey)
  return Object.entries(question.nets).flatMap(([net, members]) => {
    const path = ['questions', question.id, 'nets', net]
    const clash: readonly Fault[] = keys.includes(labelKey(net))
      ? [
          {
            code: 'net-is-answer',
            path,
            atKey: true,
            message: `The net '${net}' is called like an answer.`,
            advice: 'Choose another name for it.',
          },
        ]
      : []
    const twice = members.flatMap((member, index): readonly Fault[] =>
      members.indexOf(member) === index
        ? []
        : [
            {
              code: 'netted-twice',
              path: [...path, index],
              message: `'${member}' stands in the net '${net}' twice.`,
            },
          ],
    )
    return [
      ...clash,
      ...twice,
      ...members.flatMap((member, index) => unknownLabel(member, labels, question.id, [...path, index])),
    ]
  })
}

function labelsOf(question: Question): readonly string[] {
  if (question.kind === 'number') return question.bands.map(({ label }) => label)
  return 'answers' in question ? question.answers : []
}
