import type { PublishedFigure } from '../../pipeline/attack/published.ts'
import type { PlannedGroup, PlannedQuestion, TabulationPlan } from '../../pipeline/disclosure/index.ts'
import { PROFILES, type RiskModel } from '../../pipeline/policy.ts'

/** Rules under which nothing is protected but what a test asks for. */
export const NO_RULES: RiskModel = {
  ...PROFILES['as-published'],
  small_counts: 0,
  microdata: 0,
}

/** A question of one answer each that everybody may answer. */
export const question = (
  id: string,
  answers: readonly string[],
  more: Partial<PlannedQuestion> = {},
): PlannedQuestion => ({
  id,
  rows: 'one',
  answers,
  nets: {},
  base: 'answered',
  askedIf: [],
  weighted: false,
  columns: answers.map((row) => ({ row, name: id, value: row })),
  replies: answers,
  ...more,
})

/** A plan of these questions, whose table is called as the question, for everybody and what `more` says. */
export const plan = (
  questions: readonly PlannedQuestion[],
  rules: Partial<RiskModel>,
  more: Partial<TabulationPlan> = {},
): TabulationPlan => ({
  profile: 'consultation',
  rules: { ...NO_RULES, ...rules },
  roundedWithin: 0,
  questions,
  populations: [],
  groups: [EVERYBODY],
  variables: [],
  published: [],
  tables: questions.map(({ id }) => ({ id, question: id, of: 'answers' })),
  ...more,
})

export const EVERYBODY: PlannedGroup = { id: 'all', populations: [], without: [], values: {} }

/** A group of one population of the same name. */
export const groupOf = (id: string): PlannedGroup => ({ id, populations: [id], without: [], values: {} })

/** Printed counts of one column of a table: its base, and each row that is shown. */
export const printed = (
  table: string,
  population: string,
  counts: Readonly<Record<string, number | '[c]'>>,
  base: number | undefined,
): readonly PublishedFigure[] =>
  Object.entries(counts).map(([row, value]) => ({
    table,
    population,
    row,
    statistic: 'count',
    value: value === '[c]' ? '' : String(value),
    status: value === '[c]' ? 'c' : '',
    base: base === undefined ? '' : String(base),
  }))
