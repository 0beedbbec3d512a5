import type { AnswersFinding } from './answers.ts'
import type { RealDifference } from './differences.ts'
import type { Estimates } from './estimates.ts'
import type { GridFinding } from './grids.ts'
import type { Finding } from './model.ts'
import type { Phrases } from './phrases.ts'
import { MOST_KEY } from './rules.ts'
import { findingOf, type Told } from './told.ts'

/** What was found of a table. */
export interface Found {
  readonly table: string
  readonly rates: readonly Finding[]
  readonly answers: AnswersFinding | undefined
  /** The grid of which this is the table of the first row. */
  readonly grids: readonly GridFinding[]
  readonly estimates?: Estimates
  readonly differences: readonly RealDifference[]
  readonly changes: readonly Told[]
}

/**
 * The few that matter most, in the order of the tables: how many responded, the clearest answers, the theme most
 * mentioned, the largest difference between groups of a breakdown. The clearest are the largest shares, one of
 * each grid; of questions put to some, and of means, only what is needed to fill up.
 */
export function keyFindings(say: Phrases, found: readonly Found[]): readonly Finding[] {
  const rate = found.filter(({ rates }) => rates.length > 0).slice(0, 1)
  const answered = (manner: 'themes' | 'closed') =>
    largestFirst(
      found.filter(({ answers }) => answers !== undefined && isTheme(answers) === (manner === 'themes')),
      ({ answers }) => answers?.top ?? 0,
    )
  const themes = answered('themes').slice(0, 1)
  const brokenDown = largestFirst(
    found.filter(({ answers, differences }) => answers === undefined && differences.length > 0),
    ({ differences }) => differences[0]?.points ?? 0,
  ).slice(0, 1)
  const closed = answered('closed')
  const clearest = [
    ...closed.filter(({ answers }) => answers?.asked.routed === false),
    ...closed.filter(({ answers }) => answers?.asked.routed === true),
  ]
  const one = clearest.filter(
    ({ answers }, index) =>
      clearest.findIndex((other) => other.answers?.asked.grid === answers?.asked.grid) === index,
  )
  const told = new Set(one.map(({ answers }) => answers?.asked.id))
  const means = found.filter(({ estimates }) => estimates !== undefined && !told.has(estimates.question.id))
  const always = [...rate, ...themes, ...brokenDown]
  const chosen = new Set([...always, ...[...one, ...means].slice(0, MOST_KEY - always.length)])
  const grids = found.flatMap((table) => table.grids)
  return found.flatMap((table) => {
    if (!chosen.has(table)) return []
    const grid = grids.find((one) => one.grid === table.answers?.asked.grid)
    return grid === undefined ? apart(say, table) : [grid.finding]
  })
}

const isTheme = ({ asked }: AnswersFinding): boolean => asked.manner === 'mentioned'

const largestFirst = (found: readonly Found[], size: (one: Found) => number): readonly Found[] =>
  [...found].sort((a, b) => size(b) - size(a))

/** The first thing to say of a table, so that it can be read away from it. */
function apart(say: Phrases, { table, rates, answers, estimates, differences }: Found): readonly Finding[] {
  if (rates[0] !== undefined) return [rates[0]]
  if (answers !== undefined) return [answers.apart(differences[0])]
  const [difference] = differences
  if (difference !== undefined) return [findingOf(table, [say.asked(difference.asked, difference.sentence)])]
  const [sentence] = estimates?.sentences ?? []
  if (estimates === undefined || sentence === undefined) return []
  return [findingOf(table, [say.asked({ text: estimates.question.text, manner: 'answered' }, sentence)])]
}
