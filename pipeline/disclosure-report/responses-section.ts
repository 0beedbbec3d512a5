import type { AnonymityReport, Risk } from '../artefacts.ts'
import { grouped } from '../grouped.ts'
import { list, section, table } from './html.ts'
import type { DisclosureReport } from './model.ts'

/** Risk of the responses before and after, and what it took; that there are none where none are published. */
export function responsesSection({ responses }: DisclosureReport): string {
  const { before, after, identifying, withheld, loss, uniques, confidential, omitted, alternatives } =
    responses
  const changed = identifying.filter((one) => one.blanked > 0 || one.merged)
  const took = [
    ...changed.map(
      ({ variable, values, of, merged, blanked }) =>
        `${variable}: ${[...(merged ? [values < of ? `recoded to ${grouped(values)} of ${grouped(of)} values` : 'one value together with none stated'] : []), ...(blanked > 0 ? [`blank in ${grouped(blanked)} responses`] : [])].join(', ')}.`,
    ),
    ...withheld.map(({ question, responses: some, answers, everywhere }) =>
      everywhere
        ? `${question}: in no row, ${grouped(answers)} answers.`
        : `Answers to ${question}: withheld in ${grouped(some)} responses, ${grouped(answers)} answers.`,
    ),
    ...(confidential === 0
      ? []
      : [
          `${grouped(confidential)} who asked for confidentiality are in no row${omitted === 0 ? '' : `, nor are ${grouped(omitted)} others, so that enough are missing`}.`,
        ]),
  ]
  return section(
    'responses',
    'Responses',
    responses.withoutRows === undefined
      ? `${table(
          'Risk of the responses, as received and as released',
          ['Measure', 'As received', 'As released'],
          measures(before, after),
        )}
<p>${took.length === 0 ? 'Nothing had to be put into broader groups, blanked or withheld.' : `What it took, with ${percent(loss)} of identifying detail lost:`}</p>
${took.length === 0 ? '' : list(took)}
<p>${grouped(uniques)} of ${grouped(after.responses)} responses (${percent(after.responses === 0 ? 0 : uniques / after.responses)}) are like no other in all their columns.</p>
${ways(alternatives)}`
      : `<p>No row of a response is published: ${responses.withoutRows}. As received, ${grouped(before.uniques)} of ${grouped(before.responses)} responses share what is named under publish with nobody.</p>`,
  )
}

/** What else could have been published, and what it would have kept. */
const ways = (alternatives: AnonymityReport['alternatives']): string =>
  table(
    'Ways in which responses could leave, and what each keeps',
    ['Way', 'Detail kept', 'Classes', 'Answers withheld'],
    alternatives.map(({ way, taken, kept, classes, withheld }) => [
      `${way}${taken ? ' (done)' : ''}`,
      percent(kept),
      grouped(classes),
      withheld === undefined ? '\u2013' : grouped(withheld),
    ]),
    new Set(alternatives.flatMap(({ taken }, index) => (taken ? [index] : []))),
  )

const percent = (share: number): string => `${Math.round(1000 * share) / 10} per cent`

const measures = (before: Risk, after: Risk): readonly (readonly string[])[] => [
  ['Responses', grouped(before.responses), grouped(after.responses)],
  ['Equivalence classes (equal published details)', grouped(before.classes), grouped(after.classes)],
  ['Fewest in a class (k)', grouped(before.smallestClass), grouped(after.smallestClass)],
  ['Alone in their class', grouped(before.uniques), grouped(after.uniques)],
  [
    'Chance to pick somebody\u2019s response, at most',
    percent(before.prosecutor.highest),
    percent(after.prosecutor.highest),
  ],
  ['The same, on average', percent(before.prosecutor.average), percent(after.prosecutor.average)],
  ...before.sensitive.flatMap(({ name, diversity, oneAnswer }): readonly (readonly string[])[] => {
    const now = after.sensitive.find((one) => one.name === name)
    return [
      [`${name}: fewest answers in a class (l)`, grouped(diversity), grouped(now?.diversity ?? 0)],
      [`${name}: classes with one answer`, percent(oneAnswer), percent(now?.oneAnswer ?? 0)],
    ]
  }),
]
