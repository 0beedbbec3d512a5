import { describe, expect, it } from 'vitest'
import { couplingsOf } from '../../pipeline/disclosure/couplings.ts'
import type { PlannedQuestion, TabulationPlan } from '../../pipeline/disclosure/index.ts'
import { plan, question } from '../support/plans.ts'

/** A person's rows of each question; none where the person is not in its base. */
type Pattern = Readonly<Record<string, readonly string[]>>

interface Case {
  readonly questions: readonly PlannedQuestion[]
  /** Every way in which one person who does as asked can answer. */
  readonly patterns: readonly Pattern[]
  /** Populations that the cell is in, of those of the plan. */
  readonly populations?: readonly string[]
  readonly made?: TabulationPlan['populations']
  /** Relations that suppose nothing of what people do. */
  readonly always?: true
}

const subsets = (rows: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: 2 ** rows.length }, (_, bits) => rows.filter((__, at) => (bits >> at) % 2 === 1))
const ticking = (rows: readonly string[]) => subsets(rows).filter((some) => some.length > 0)

const ticks = (nets: PlannedQuestion['nets'] = {}, answers: readonly string[] = ['A', 'B', 'C']) =>
  question('q', answers, { rows: 'several', nets })
const one = (answers: readonly string[] = ['A', 'B', 'C']) => question('q', answers)
const child = (how: 'any' | 'all', answers: readonly string[], exactly = true) =>
  question('next', ['Y', 'No reply'], {
    base: 'asked',
    askedIf: [{ question: 'q', how, answers }],
    ...(exactly ? { exactly: true as const } : {}),
  })
const any = (labels: readonly string[]) => ({ q: { how: 'any' as const, labels } })
const none = (labels: readonly string[]) => ({ q: { how: 'none' as const, labels } })

/** Whoever may be asked, whether they reply or not; `skipping`: or are not in the base at all. */
const routed = (
  parents: readonly (readonly string[])[],
  leads: (rows: readonly string[]) => boolean,
  skipping = false,
): readonly Pattern[] =>
  parents.flatMap((q): readonly Pattern[] => [
    ...(!leads(q) || skipping ? [{ q }] : []),
    ...(leads(q)
      ? [
          { q, next: ['Y'] },
          { q, next: ['No reply'] },
        ]
      : []),
  ])

const has = (row: string) => (rows: readonly string[]) => rows.includes(row)

const EXACT: Readonly<Record<string, Case>> = {
  'one answer': { questions: [one()], patterns: ['A', 'B', 'C'].map((row) => ({ q: [row] })) },
  ticks: { questions: [ticks()], patterns: ticking(['A', 'B', 'C']).map((q) => ({ q })) },
  'ticks that nobody need make': {
    questions: [ticks()],
    patterns: subsets(['A', 'B', 'C']).map((q) => ({ q })),
    always: true,
  },
  'ticks, with those who gave no reply': {
    questions: [ticks({}, ['A', 'B', 'No reply'])],
    patterns: [...ticking(['A', 'B']), ['No reply']].map((q) => ({ q })),
  },
  'a net of ticks, with those who gave no reply': {
    questions: [ticks({ N: ['A', 'B'] }, ['A', 'B', 'C', 'No reply'])],
    patterns: [...ticking(['A', 'B', 'C']), ['No reply']].map((q) => ({ q })),
  },
  'a net of ticks': {
    questions: [ticks({ N: ['A', 'B'] })],
    patterns: ticking(['A', 'B', 'C']).map((q) => ({ q })),
  },
  'nets of ticks that are apart': {
    questions: [ticks({ N: ['A', 'B'], M: ['C', 'D'] }, ['A', 'B', 'C', 'D'])],
    patterns: ticking(['A', 'B', 'C', 'D']).map((q) => ({ q })),
  },
  'a net of ticks within another': {
    questions: [ticks({ N: ['A', 'B'], M: ['A', 'B', 'C'] }, ['A', 'B', 'C', 'D'])],
    patterns: ticking(['A', 'B', 'C', 'D']).map((q) => ({ q })),
  },
  'first places, of those who ranked': {
    questions: [question('q', ['A', 'B', 'C'], { rows: 'ranked' })],
    patterns: ['A', 'B', 'C'].map((row) => ({ q: [row] })),
  },
  'first places that nobody need give': {
    questions: [question('q', ['A', 'B'], { rows: 'ranked' })],
    patterns: [{ q: [] }, { q: ['A'] }, { q: ['B'] }],
    always: true,
  },
  'themes within themes': {
    questions: [question('q', ['T', 'S', 'U'], { rows: 'several', within: { S: 'T' } })],
    patterns: [['T'], ['T', 'S'], ['U'], ['T', 'U'], ['T', 'S', 'U']].map((q) => ({ q })),
  },
  'routing by one answer to all who gave it': {
    questions: [one(['A', 'B']), child('any', ['A'])],
    patterns: routed([['A'], ['B']], has('A')),
  },
  'routing by two of three answers': {
    questions: [one(), child('any', ['A', 'B'])],
    patterns: routed([['A'], ['B'], ['C']], (rows) => !rows.includes('C')),
  },
  'routing to those who care to answer': {
    questions: [one(['A', 'B']), child('any', ['A'], false)],
    patterns: routed([['A'], ['B']], has('A'), true),
  },
  'routing by a tick': {
    questions: [ticks({}, ['A', 'B']), child('any', ['A'])],
    patterns: routed(ticking(['A', 'B']), has('A')),
  },
  'routing by any of some ticks that are a net': {
    questions: [ticks({ N: ['A', 'B'] }), child('any', ['A', 'B'])],
    patterns: routed(ticking(['A', 'B', 'C']), (rows) => rows.includes('A') || rows.includes('B')),
  },
  'a population of one answer, within': {
    questions: [one()],
    patterns: [{ q: ['A'] }, { q: ['B'] }],
    made: [{ id: 'p', where: any(['A', 'B']), answers: true }],
    populations: ['p'],
  },
  'a population of one answer, outside': {
    questions: [one()],
    patterns: [{ q: ['C'] }],
    made: [{ id: 'p', where: any(['A', 'B']), answers: true }],
  },
  'a population of those who did not give an answer, within': {
    questions: [one()],
    patterns: [{ q: ['B'] }, { q: ['C'] }],
    made: [{ id: 'p', where: none(['A']), answers: true }],
    populations: ['p'],
  },
  'a population of ticks, within': {
    questions: [ticks({}, ['A', 'B'])],
    patterns: [{ q: ['A'] }, { q: ['A', 'B'] }],
    made: [{ id: 'p', where: any(['A']), answers: true }],
    populations: ['p'],
  },
  'a population of ticks, outside': {
    questions: [ticks({}, ['A', 'B'])],
    patterns: [{ q: ['B'] }],
    made: [{ id: 'p', where: any(['A']), answers: true }],
  },
  'a population that rests on more than the question, outside': {
    questions: [one()],
    patterns: ['A', 'B', 'C'].map((row) => ({ q: [row] })),
    made: [{ id: 'p', where: { ...any(['A']), v: { how: 'any', labels: ['a'] } }, answers: true }],
  },
}

/** Where what is known is known to be less than all: no counts are excluded that people can have, some are allowed. */
const OUTER: Readonly<Record<string, Case>> = {
  'nets of ticks that overlap': {
    questions: [ticks({ N: ['A', 'B'], M: ['B', 'C'] })],
    patterns: ticking(['A', 'B', 'C']).map((q) => ({ q })),
  },
  'routing by any of some ticks that are no net': {
    questions: [ticks(), child('any', ['A', 'B'])],
    patterns: routed(ticking(['A', 'B', 'C']), (rows) => rows.includes('A') || rows.includes('B')),
  },
  'routing by all of some ticks': {
    questions: [ticks({}, ['A', 'B']), child('all', ['A', 'B'])],
    patterns: routed(ticking(['A', 'B']), (rows) => rows.length === 2),
  },
}

/** Fewer people where there are many counts, for every way to set them is tried. */
const peopleFor = (columns: number): number => (columns > 6 ? 2 : 3)

/** Counts that so many people at most can have, and counts that the relations allow, as text. */
function bothOf({ questions, patterns, populations = [], made = [], always }: Case) {
  const columns = questions.flatMap(({ id, rows, answers, nets }) =>
    [null, ...answers, ...(rows === 'one' ? [] : Object.keys(nets))].map((row) => ({ id, row })),
  )
  const at = (id: string, row: string | null) =>
    columns.findIndex((column) => column.id === id && column.row === row)
  const one = patterns.map((pattern) =>
    columns.map(({ id, row }) => {
      const own = pattern[id]
      if (own === undefined) return 0
      const net = row === null ? undefined : questions.find((of) => of.id === id)?.nets[row]
      return row === null || (net ?? [row]).some((member) => own.includes(member)) ? 1 : 0
    }),
  )
  const most = peopleFor(columns.length)
  const possible = new Set([columns.map(() => 0).join()])
  for (let people = 0; people < most; people += 1)
    for (const key of [...possible])
      for (const person of one)
        possible.add(
          key
            .split(',')
            .map((count, index) => Number(count) + (person[index] ?? 0))
            .join(),
        )
  const planned = plan(questions, {}, { populations: made })
  const relations = couplingsOf(planned, questions, populations, at)
    .filter(({ holds }) => holds === 'always' || always !== true)
    .map(({ row }) => row)
  const allowed = new Set<string>()
  const counts = columns.map(() => 0)
  const fill = (place: number): void => {
    if (place === columns.length) {
      const fits = relations.every(({ lower, upper, terms }) => {
        const sum = terms.reduce((total, [column, by]) => total + by * (counts[column] ?? 0), 0)
        return sum >= lower && sum <= upper
      })
      if (fits) allowed.add(counts.join())
      return
    }
    for (let count = 0; count <= most; count += 1) {
      counts[place] = count
      fill(place + 1)
    }
  }
  fill(0)
  return { possible, allowed }
}

describe('the relations between counts of one cell', () => {
  it.each(Object.entries(EXACT))('admit exactly what people can give: %s', (_, of) => {
    const { possible, allowed } = bothOf(of)
    expect([...allowed].sort()).toEqual([...possible].sort())
    expect(possible.size).toBeGreaterThan(2)
  })

  it.each(Object.entries(OUTER))('admit all that people can give, and more: %s', (_, of) => {
    const { possible, allowed } = bothOf(of)
    expect([...possible].filter((counts) => !allowed.has(counts))).toEqual([])
    expect(allowed.size).toBeGreaterThan(possible.size)
  })
})
