import type { AnswersFinding } from './answers.ts'
import type { Finding } from './model.ts'
import { MOST_KEY } from './rules.ts'

/** What was found of a table. */
export interface Found {
  readonly rates: readonly Finding[]
  readonly answers: AnswersFinding | undefined
}

/**
 * The few that matter most, in the order of the tables: how many responded, the clearest answers, and the theme most
 * mentioned. The clearest are the largest shares, one of each grid, and of questions put to some only those
 * that are needed to fill up.
 */
export function keyFindings(found: readonly Found[]): readonly Finding[] {
  const rate = found.flatMap(({ rates }) => rates.slice(0, 1))[0]
  const answers = found.flatMap((one) => one.answers ?? [])
  const themes = largestFirst(answers.filter(({ asked }) => asked.manner === 'mentioned')).slice(0, 1)
  const closed = answers.filter(({ asked }) => asked.manner !== 'mentioned')
  const clearest = [
    ...largestFirst(closed.filter(({ asked }) => !asked.routed)),
    ...largestFirst(closed.filter(({ asked }) => asked.routed)),
  ]
  const one = clearest.filter(
    ({ asked }, index) => clearest.findIndex((other) => other.asked.grid === asked.grid) === index,
  )
  const room = MOST_KEY - themes.length - (rate === undefined ? 0 : 1)
  const chosen = new Set([...one.slice(0, room), ...themes])
  return [
    ...(rate === undefined ? [] : [rate]),
    ...answers.filter((answer) => chosen.has(answer)).map(({ apart }) => apart),
  ]
}

const largestFirst = (answers: readonly AnswersFinding[]): readonly AnswersFinding[] =>
  [...answers].sort((a, b) => b.top - a.top)
