import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelKey } from '../../pipeline/definition/index.ts'
import { surveyName } from '../../pipeline/draft/index.ts'
import { joinParts } from '../../pipeline/draft/join-parts.ts'
import { orderLabels } from '../../pipeline/draft/labels/order-labels.ts'

const values = (labels: readonly string[]) =>
  labels.map((text, index) => ({ text, count: 5 + index, first: index }))

const ORDERS: readonly string[] = [
  "Strongly agree|Agree|Neither agree nor disagree|Disagree|Strongly disagree|Don't know",
  'Strongly agree|Tend to agree|Neither agree nor disagree|Tend to disagree|Strongly disagree|Not applicable|Prefer not to say',
  'Very satisfied|Fairly satisfied|Neither satisfied nor dissatisfied|Fairly dissatisfied|Very dissatisfied',
  'Very favourable|Somewhat favourable|Neutral|Somewhat unfavourable|Very unfavourable|Unfamiliar (N/A)',
  'No, not at all rude|Yes, somewhat rude|Yes, very rude',
  'Always|Often|Sometimes|Rarely|Never',
  'Never|Once a year or less|Once a month or less|A few times per month|A few times per week|Every day',
  'Extremely likely|Very likely|Somewhat likely|Not so likely|Not at all likely',
  'Very important|Fairly important|Not very important|Not at all important|Not sure',
  'Excellent|Very good|Good|Fair|Poor|Very poor',
  'Strongly support|Support|Neither support nor oppose|Oppose|Strongly oppose',
  'To a great extent|To some extent|To a small extent|Not at all',
  'Much better|A little better|About the same|A little worse|Much worse',
  'Under 18|18-24|25-34|65 and over|Prefer not to say',
  'Under £20,000|£20,000 to £39,999|£40k and over',
  '$0 - $24,999|$25,000 - $49,999|$100,000 - $149,999|$150,000+',
  'Under 5 ft.|5\'0"|5\'9"|5\'10"|6\'0"|6\'6" and above',
  'None|1|2|3 or more',
  'Low|Medium|High',
  'GCSE|A level|Degree|PhD|Other',
  'North East|North West|South East|Wales',
]

describe('labels in order', () => {
  it.each(ORDERS)('%s', (order) => {
    const labels = order.split('|')
    fc.assert(
      fc.property(fc.shuffledSubarray(labels, { minLength: labels.length }), (shuffled) => {
        expect(orderLabels(values(shuffled)).labels).toEqual(labels)
      }),
      { numRuns: 20 },
    )
  })

  it('loses no label, adds none, and does not hang on the order of rows', () => {
    const label = fc.oneof(
      fc.string({ minLength: 1, maxLength: 20 }),
      fc.constantFrom(...ORDERS.flatMap((order) => order.split('|'))),
    )
    const set = fc.uniqueArray(
      label.filter((text) => labelKey(text) !== ''),
      { maxLength: 12, selector: labelKey },
    )
    fc.assert(
      fc.property(set, (labels) => {
        const known = values(labels)
        const { labels: ordered } = orderLabels(known)
        expect([...ordered].sort()).toEqual([...labels].sort())
        expect(orderLabels([...known].reverse()).labels).toEqual(ordered)
      }),
    )
  })

  it('puts the most frequent first where there is no order, and other last', () => {
    const counts = { Bus: 3, Car: 9, 'Other (please specify)': 20, Bicycle: 5 }
    const known = Object.entries(counts).map(([text, count], first) => ({ text, count, first }))
    expect(orderLabels(known).labels).toEqual(['Car', 'Bicycle', 'Bus', 'Other (please specify)'])
  })
})

describe('parts that are one option', () => {
  it('are joined where they never stand apart', () => {
    const counts = new Map([
      ['Yes', 12],
      ['by bus', 8],
      ['by car', 4],
      ['No', 5],
    ])
    const pairs = [
      { part: 'Yes', next: 'by bus', joint: 'Yes, by bus', count: 8 },
      { part: 'Yes', next: 'by car', joint: 'Yes, by car', count: 4 },
      { part: 'No', count: 5 },
    ]
    expect(joinParts(pairs, counts)).toEqual(['Yes, by bus', 'Yes, by car'])
    expect(joinParts([...pairs, { part: 'Yes', count: 1 }], new Map([...counts, ['Yes', 13]]))).toEqual([])
    expect(
      joinParts(
        pairs.map((pair) => ({ ...pair, count: 2 })),
        new Map([
          ['Yes', 4],
          ['by bus', 2],
          ['by car', 2],
        ]),
      ),
    ).toEqual([])
  })
})

describe('the name of a survey', () => {
  it.each([
    ['Buses 2026(1-431).xlsx', 'Buses 2026'],
    ['Buses (Responses) - Form Responses 1.csv', 'Buses'],
    ['Buses (Responses) (2).csv', 'Buses'],
    ['Buses_May 1, 2026_10.30.csv', 'Buses'],
    ['Buses - all versions - labels - 2026-05-01-10-30-00.csv', 'Buses'],
    ['Buses v1.2 - north.csv', 'Buses v1.2 - north'],
    ['(1-431).csv', '(1-431)'],
  ])('%s', (file, name) => expect(surveyName(file)).toBe(name))
})
