import type { Risk } from '../artefacts.ts'
import { grouped } from '../grouped.ts'
import { list, section, table } from './html.ts'
import type { DisclosureReport } from './model.ts'

/** Risk of the responses before and after, and what it took; that there are none where none are published. */
export function responsesSection({ responses, rules }: DisclosureReport): string {
  const { before, after, identifying, sensitive, loss } = responses
  const published = rules.every(({ rule, value }) => rule !== 'microdata' || value !== 0)
  const blanked = identifying.filter((one) => one.blanked > 0 || one.level > 0)
  const withheld = sensitive.filter((one) => one.responses > 0)
  const took = [
    ...blanked.map(
      ({ variable, level, blanked: some }) =>
        `${variable}: ${level > 0 ? 'in broader groups, ' : ''}blank in ${grouped(some)} responses.`,
    ),
    ...withheld.map(
      ({ question, responses: some }) => `Answers to ${question}: withheld in ${grouped(some)} responses.`,
    ),
  ]
  return section(
    'responses',
    'Responses',
    published
      ? `${table(
          'Risk of the responses, as received and as released',
          ['Measure', 'As received', 'As released'],
          measures(before, after),
        )}
<p>${took.length === 0 ? 'Nothing had to be put into broader groups, blanked or withheld.' : `What it took, with ${percent(loss)} of identifying detail lost:`}</p>
${took.length === 0 ? '' : list(took)}`
      : `<p>No row of a response is published. As received, ${grouped(before.uniques)} of ${grouped(before.responses)} responses share the variables that tables may be broken down by with nobody.</p>`,
  )
}

const percent = (share: number): string => `${Math.round(1000 * share) / 10} per cent`

const measures = (before: Risk, after: Risk): readonly (readonly string[])[] => [
  ['Responses', grouped(before.responses), grouped(after.responses)],
  ['Classes of equal details', grouped(before.classes), grouped(after.classes)],
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
