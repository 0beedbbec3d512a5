import type { Figure, Table, TableColumn } from '../artefacts.ts'
import type { Definition, Question } from '../definition/index.ts'
import type { Engine } from '../engine/index.ts'
import { type AnswerRow, answerRows, baseSql } from './answers.ts'
import { baseDescription } from './base-description.ts'
import { type Counts, countQuestion } from './count-question.ts'
import { type Design, type Estimate, estimate, type Request } from './estimation/index.ts'
import { countFigure, estimateFigure, percentFigure } from './figure.ts'
import type { Group } from './groups.ts'
import { type StatisticColumn, statisticColumns } from './statistic-columns.ts'
import { weightedBases } from './weighted-bases.ts'
import { withWorktable } from './worktable.ts'

/** What the tables of one run share. */
export interface Tabulation {
  readonly engine: Engine
  readonly definition: Definition
  readonly relation: string
  readonly design: Design
  /** Question -> number of its table. */
  readonly tableOf: ReadonlyMap<string, string>
}

/**
 * A question by groups of respondents. The base is those who answered, unless the question says otherwise;
 * not asked and errors are in no base. Rows: the answers, the nets, and for one choice the total.
 * Percentages are of respondents, also where several answers could be ticked; weighted where there are
 * weights, and then estimates (5-aggregate/estimation), else exact quotients of counts.
 */
export async function questionTable(
  tabulation: Tabulation,
  question: Question,
  groups: readonly Group[],
): Promise<Table<Figure>> {
  const { engine, definition, relation, design, tableOf } = tabulation
  const base = baseSql(question)
  const hasTotal = question.kind !== 'multiple' && question.kind !== 'ranking'
  const total: readonly AnswerRow[] = hasTotal ? [{ label: TOTAL, holds: base }] : []
  const rows = [...answerRows(question), ...total]
  const counts = await countQuestion(engine, relation, base, rows, groups)
  const statistics = statisticColumns(definition, question)
  const estimates = await estimateRows(tabulation, base, rows, groups, statistics)
  const bases = await weightedBases(tabulation, base, groups)
  return {
    id: tableOf.get(question.id) ?? question.id,
    title: question.kind === 'ranking' ? `${question.text} (ranked first)` : question.text,
    kind: 'question',
    question: question.id,
    columns: groups.flatMap(({ population, within, group: of }, group) =>
      statistics.map(
        ({ statistic, decimals }): TableColumn => ({
          population: population.id,
          title: population.title,
          statistic,
          base: counts[group]?.base ?? 0,
          baseDescription: baseDescription(definition, population, question, tableOf),
          ...(bases[group] === undefined ? {} : { weightedBase: bases[group] }),
          within,
          group: of,
          decimals,
        }),
      ),
    ),
    rows: rows.map(({ label }, row) => ({
      label,
      cells: groups.flatMap((_, group) =>
        statistics.map((column) =>
          cell(column, counts[group], row, estimates(column, group, row), design.weight !== undefined, label),
        ),
      ),
    })),
    notes: notesOf(definition, question, counts),
  }
}

const TOTAL = 'Total'

function cell(
  { of, part, decimals }: StatisticColumn,
  counts: Counts | undefined,
  row: number,
  estimated: Estimate | undefined,
  weighted: boolean,
  label: string,
): Figure {
  const count = counts?.rows[row] ?? 0
  const base = counts?.base ?? 0
  if (of === 'count') return countFigure(count)
  if (of === 'percent' && part === 'value' && !weighted) return percentFigure(count, base, decimals)
  // All of them are all of them: there is nothing to be unsure of.
  const certain = of === 'percent' && part !== 'value' && label === TOTAL
  if (base === 0 || certain) return { value: 0, count, status: 'z' }
  const value = estimated?.[part]
  const scale = of === 'percent' && part !== 'designEffect' ? 100 : 1
  return estimateFigure(value === undefined ? undefined : value * scale, count, decimals)
}

/** Shares and totals of every row in every group; nothing where counts are all that is needed. */
async function estimateRows(
  tabulation: Tabulation,
  base: string,
  rows: readonly AnswerRow[],
  groups: readonly Group[],
  statistics: readonly StatisticColumn[],
): Promise<(column: StatisticColumn, group: number, row: number) => Estimate | undefined> {
  const { engine, design, definition } = tabulation
  const wanted: readonly StatisticColumn['of'][] = (['percent', 'total'] as const).filter(
    (of) =>
      statistics.some((column) => column.of === of) &&
      (of === 'total' || design.weight !== undefined || definition.tables.precision),
  )
  const requests = wanted.flatMap((of) =>
    groups.flatMap((_, group) => rows.map((__, row) => requestOf(of, group, row))),
  )
  if (requests.length === 0) return () => undefined
  const columns = [
    ...groups.map(({ member }, group) => ({ name: `g${group}`, sql: `(${member}) AND (${base})` })),
    ...rows.map(({ holds }, row) => ({ name: `r${row}`, sql: holds })),
  ]
  const found = await withWorktable(tabulation, columns, (relation) =>
    estimate(engine, relation, design, requests),
  )
  return ({ of }, group, row) => {
    const place = wanted.indexOf(of)
    return place < 0 ? undefined : found[(place * groups.length + group) * rows.length + row]
  }
}

const requestOf = (of: StatisticColumn['of'], group: number, row: number): Request => ({
  domain: { member: `g${group}` },
  variable:
    of === 'percent' ? { value: `r${row}`, kind: 'share' } : { value: `r${row}::INTEGER`, kind: 'total' },
})

function notesOf(definition: Definition, question: Question, counts: readonly Counts[]): readonly string[] {
  return [
    ...(question.kind === 'multiple'
      ? ['More than one answer could be given, so percentages may add to more than 100.']
      : []),
    ...(counts.every(({ base }) => base === 0) ? ['Nobody answered this question.'] : []),
    ...(definition.weighting === undefined ? [] : ['Percentages are weighted; counts and bases are not.']),
  ]
}
