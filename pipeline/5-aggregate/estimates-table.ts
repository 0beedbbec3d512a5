import type { Figure, Table, TableColumn } from '../artefacts.ts'
import { answerColumns, measureColumn, type Question } from '../definition/index.ts'
import { identifier, literal } from '../engine/index.ts'
import { baseSql } from './answers.ts'
import { baseDescription } from './base-description.ts'
import { countQuestion } from './count-question.ts'
import { type Estimate, estimate, type Request, weightedMedian } from './estimation/index.ts'
import { countFigure, estimateFigure } from './figure.ts'
import type { Group } from './groups.ts'
import type { Tabulation } from './question-table.ts'
import { weightedBases } from './weighted-bases.ts'
import { withWorktable } from './worktable.ts'

/** A mean, median or total: its label, and SQL for the number of a response, NULL where it has none. */
export interface Measure {
  readonly label: string
  readonly kind: 'mean' | 'median' | 'total'
  readonly value: string
}

/**
 * Means, medians and totals of a question by groups of respondents: of the numbers given, of the scores
 * of a scale, of the rank of each item. Nothing where none is asked for. Each figure rests on those who gave a number, a
 * score or a rank, and its count says how many they are. Items are ranked by different people, so each has its own base,
 * which stands beside it.
 */
export async function estimatesTable(
  tabulation: Tabulation,
  question: Question,
  groups: readonly Group[],
): Promise<Table<Figure> | undefined> {
  const { engine, definition, relation, tableOf } = tabulation
  const measures = measuresOf(question)
  if (measures.length === 0 || groups.length === 0) return undefined
  const base = measuredSql(question)
  const isRanking = question.kind === 'ranking'
  const counts = await Promise.all(
    measures.map(({ value }) =>
      countQuestion(engine, relation, `(${base}) AND (${value}) IS NOT NULL`, [], groups),
    ),
  )
  const found = await estimatesOf(tabulation, base, measures, groups)
  // Those of a ranking would be of whoever ranked anything, and no figure is.
  const bases = isRanking
    ? []
    : await weightedBases(
        tabulation,
        `(${base}) AND (${measures.map(({ value }) => `(${value}) IS NOT NULL`).join(' OR ')})`,
        groups,
      )
  const parts = [
    ...(definition.tables.precision ? PARTS : PARTS.slice(0, 1)),
    ...(isRanking ? [RESPONDENTS] : []),
  ]
  const largest = (group: number) => Math.max(...counts.map((measure) => measure[group]?.base ?? 0))
  return {
    id: `${tableOf.get(question.id) ?? question.id}_estimates`,
    title: `${question.text} (${titleOf(question, measures)})`,
    kind: 'question',
    question: question.id,
    rowHeading: isRanking ? 'Item' : 'Estimate',
    columns: groups.flatMap(({ population, within, group: of }, group) =>
      parts.map(
        ({ statistic, digits }): TableColumn => ({
          population: population.id,
          title: population.title,
          statistic,
          base: largest(group),
          ...(isRanking ? { ownBases: true as const } : {}),
          baseDescription: `${baseDescription(definition, population, withReplies(question), tableOf)}${isRanking ? RANKED : ''}`,
          ...(bases[group] === undefined ? {} : { weightedBase: bases[group] }),
          within,
          group: of,
          decimals: digits === undefined ? 0 : question.decimals + digits,
        }),
      ),
    ),
    rows: measures.map(({ label }, measure) => ({
      label,
      cells: groups.flatMap((_, group) =>
        parts.map(({ part, digits }) => {
          const count = counts[measure]?.[group]?.base ?? 0
          const own = isRanking ? { base: count } : {}
          // Where nobody ranked it there is nothing to say how many of.
          if (count === 0) return { ...estimateFigure(undefined, 0, 0), ...own }
          if (part === undefined) return { ...countFigure(count), ...own }
          return {
            ...estimateFigure(found(measure, group)?.[part], count, question.decimals + digits),
            ...own,
          }
        }),
      ),
    })),
    notes: notesOf(question),
  }
}

/** SQL: whether a response is in the base of the numbers of a question. */
export const measuredSql = (question: Question): string =>
  answerColumns(question).length === 0 ? 'true' : baseSql(question)

const PARTS = [
  { statistic: 'estimate', part: 'value', digits: 0 },
  { statistic: 'standard_error', part: 'standardError', digits: 1 },
  { statistic: 'interval_low', part: 'low', digits: 0 },
  { statistic: 'interval_high', part: 'high', digits: 0 },
  { statistic: 'design_effect', part: 'designEffect', digits: 1 },
] as const

/** How many ranked an item: the base of its figures, as a figure beside them. */
const RESPONDENTS = { statistic: 'respondents', part: undefined, digits: undefined } as const

const RANKED = ', of those who ranked the item'

/** Whoever gave no reply has no number: a base of all who were asked is one of those who answered here. */
const withReplies = (question: Question): Question =>
  question.base.of === 'asked' ? { ...question, base: { of: 'answered' } } : question

type Figures = Partial<Pick<Estimate, (typeof PARTS)[number]['part']>>

async function estimatesOf(
  tabulation: Tabulation,
  base: string,
  measures: readonly Measure[],
  groups: readonly Group[],
): Promise<(measure: number, group: number) => Figures | undefined> {
  const { engine, design } = tabulation
  const columns = [
    ...groups.map(({ member }, group) => ({ name: `g${group}`, sql: `(${member}) AND (${base})` })),
    ...measures.map(({ value }, measure) => ({ name: `v${measure}`, sql: value })),
  ]
  const pairs = measures.flatMap(({ kind }, measure) =>
    groups.map((_, group) => ({
      kind,
      key: `${measure} ${group}`,
      member: `g${group} AND v${measure} IS NOT NULL`,
      value: `v${measure}`,
    })),
  )
  const linear = pairs.filter(({ kind }) => kind !== 'median')
  const found = new Map<string, Figures>()
  await withWorktable(tabulation, columns, async (relation) => {
    const requests = linear.map(
      ({ kind, member, value }): Request => ({
        domain: { member },
        variable: { value, kind: kind === 'total' ? 'total' : 'mean' },
      }),
    )
    const estimates = requests.length === 0 ? [] : await estimate(engine, relation, design, requests)
    for (const [index, { key }] of linear.entries()) found.set(key, estimates[index] ?? {})
    for (const { kind, key, member, value } of pairs) {
      if (kind !== 'median') continue
      const median = await weightedMedian(engine, relation, design, { member }, value)
      found.set(key, median === undefined ? {} : { value: median })
    }
  })
  return (measure, group) => found.get(`${measure} ${group}`)
}

/** The means, medians and totals that are asked for of a question. */
export function measuresOf(question: Question): readonly Measure[] {
  const { statistics } = question
  if (question.kind === 'ranking') {
    if (!statistics.includes('mean')) return []
    return answerColumns(question).map(({ name, option = '' }) => ({
      label: option,
      kind: 'mean',
      value: `try_cast(${identifier(name)}::VARCHAR AS DOUBLE)`,
    }))
  }
  const value = numberOf(question)
  if (value === undefined) return []
  const kinds = (['mean', 'median', 'total'] as const).filter(
    (kind) => statistics.includes(kind) && (kind !== 'total' || question.kind === 'number'),
  )
  return kinds.map((kind) => ({ label: LABELS[kind], kind, value }))
}

const LABELS = { mean: 'Mean', median: 'Median', total: 'Total' } as const

/** SQL: the number a response gives, or the score of its answer. */
function numberOf(question: Question): string | undefined {
  if (question.kind === 'number') return identifier(measureColumn(question.id))
  if (question.kind !== 'single') return undefined
  const cases = Object.entries(question.scores).map(
    ([answer, score]) => `WHEN ${identifier(question.id)} = ${literal(answer)} THEN ${score}`,
  )
  return cases.length === 0 ? undefined : `CASE ${cases.join(' ')} END::DOUBLE`
}

const titleOf = ({ kind }: Question, measures: readonly Measure[]): string =>
  kind === 'ranking' ? 'mean rank' : measures.map(({ label }) => label.toLowerCase()).join(', ')

function notesOf(question: Question): readonly string[] {
  if (question.kind !== 'single') return []
  const scores = Object.entries(question.scores).map(([answer, score]) => `${answer} counts ${score}`)
  return [`Means and medians are of scores: ${scores.join(', ')}. Other answers have none.`]
}
