import fc from 'fast-check'
import type { ReleasedFigure, Table, TableColumn } from '../../pipeline/artefacts.ts'
import type { ClosedQuestion, Definition, MultipleQuestion } from '../../pipeline/definition/index.ts'
import { percent } from '../../pipeline/percent.ts'
import { definition as parks } from '../unit/package-fixture.ts'

/** A question with its released table, and the definition that it belongs to. */
export interface ReleasedQuestion {
  readonly definition: Definition
  readonly table: Table<ReleasedFigure>
}

/** How many gave each answer in each group, and which figures are hidden. */
export interface Answers {
  readonly kind: 'single' | 'multiple'
  readonly labels: readonly string[]
  readonly groups: readonly { readonly base: number; readonly counts: readonly number[] }[]
  readonly hidden: readonly boolean[]
  readonly decimals: number
  readonly breakdown: boolean
}

/** Labels as authors write them, and as nobody should: with figures, markup, quotes, and very long ones. */
const LABELS = [
  ...['Yes', 'No', "Don't know", '18 to 44', '<b>Never</b>', 'It’s “fine”, at 5%', 'No reply', '  a\nb '],
  'x'.repeat(300),
  `Another existing one (e.g. ${'the Commission, '.repeat(12)}and so on)`,
]

/** Questions with up to five answers in up to three groups, some of them tiny, some figures hidden. */
export const answers: fc.Arbitrary<Answers> = fc
  .record({
    kind: fc.constantFrom('single' as const, 'multiple' as const),
    labels: fc.uniqueArray(fc.constantFrom(...LABELS), { minLength: 2, maxLength: 5 }),
    bases: fc.array(fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 61, max: 3000 })), {
      minLength: 1,
      maxLength: 3,
    }),
    shares: fc.array(fc.nat(1000), { minLength: 15, maxLength: 15 }),
    hidden: fc.array(
      fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      { minLength: 15, maxLength: 15 },
    ),
    decimals: fc.constantFrom(0, 0, 1),
    breakdown: fc.boolean(),
  })
  .map(({ kind, labels, bases, shares, ...rest }) => ({
    ...rest,
    kind,
    labels,
    groups: bases.map((base, group) => ({
      base,
      counts: countsOf(kind, base, shares.slice(5 * group, 5 * group + labels.length)),
    })),
  }))

/** Of one choice the counts sum to the base. */
function countsOf(kind: Answers['kind'], base: number, shares: readonly number[]): readonly number[] {
  if (kind === 'multiple') return shares.map((share) => Math.round((base * share) / 1000))
  const sum = shares.reduce((total, share) => total + share, 0)
  let left = base
  return shares.map((share, index) => {
    const count =
      index === shares.length - 1 ? left : Math.min(left, Math.floor((base * share) / Math.max(1, sum)))
    left -= count
    return count
  })
}

/** The table that a release would have of these answers. Groups of a breakdown do not overlap; populations may. */
export function releasedQuestion(one: Answers): ReleasedQuestion {
  const { kind, labels, groups, hidden, decimals, breakdown } = one
  const shared = {
    ...{ id: 'asked', text: 'What of it?', populations: [], nets: {}, base: { of: 'answered' } as const },
    ...{ statistics: ['percent'] as const, decimals: 1, sensitive: false, headings: {}, answers: labels },
  }
  const question: ClosedQuestion | MultipleQuestion =
    kind === 'single' ? { ...shared, kind, ordered: false, scores: {} } : { ...shared, kind, unticked: [] }
  const populations = groups.map((_, group) => ({
    id: `group_${group}`,
    title: `Group ${NAMES[group]}`,
    base: `all members of ${NAMES[group]}`,
    where: { source: { how: 'any' as const, labels: [`${NAMES[group]}.csv`] } },
  }))
  return {
    definition: {
      ...parks,
      questions: [question],
      populations: breakdown ? [] : populations,
      variables: [{ id: 'club', title: 'Club', values: [...NAMES], groups: [] }],
    },
    table: {
      id: '7',
      title: question.text,
      kind: breakdown ? 'breakdown' : 'question',
      question: question.id,
      columns: groups.map(
        ({ base }, group): TableColumn => ({
          population: breakdown ? `club: ${NAMES[group]}` : `group_${group}`,
          title: NAMES[group] ?? '',
          statistic: 'percent',
          base,
          baseDescription: breakdown
            ? `respondents with club ${NAMES[group]}`
            : `all members of ${NAMES[group]}`,
          decimals,
          group: { populations: [], without: [], values: breakdown ? { club: NAMES[group] ?? '' } : {} },
        }),
      ),
      rows: labels.map((label, row) => ({
        label,
        cells: groups.map(({ base, counts }, group) =>
          figure(counts[row] ?? 0, base, decimals, hidden[5 * group + row] ?? false),
        ),
      })),
      notes: [],
    },
  }
}

const NAMES = ['Ayle', 'Byle', 'Cyle'] as const

function figure(count: number, base: number, decimals: number, isHidden: boolean): ReleasedFigure {
  if (isHidden) return { value: null, status: 'c' }
  const value = percent(count, base, decimals)
  return count > 0 && value === 0 ? { value: null, status: 'low' } : { value, status: '' }
}
