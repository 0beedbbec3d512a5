import type { Definition, Question } from '../definition/index.ts'

/** A column that each group of a question's table has. */
export interface StatisticColumn {
  readonly statistic: string
  /** Of which figure it is, and which part of it: the figure itself, its standard error, its limits. */
  readonly of: 'count' | 'percent' | 'total'
  readonly part: 'value' | 'standardError' | 'low' | 'high' | 'designEffect'
  readonly decimals: number
}

/** The columns of a question: the statistics asked for, each share and total with its precision if wanted. */
export function statisticColumns(
  { reporting, tables }: Definition,
  question: Question,
): readonly StatisticColumn[] {
  const asked = question.statistics.filter(
    (one) => one === 'count' || one === 'percent' || (one === 'total' && question.kind !== 'number'),
  )
  const shown: readonly StatisticColumn['of'][] = asked.length === 0 ? ['percent'] : asked.flatMap(shownOf)
  return shown.flatMap((of): readonly StatisticColumn[] => {
    if (of === 'count') return [{ statistic: of, of, part: 'value', decimals: 0 }]
    const decimals = of === 'percent' ? reporting.decimals : question.decimals
    const value: StatisticColumn = { statistic: of, of, part: 'value', decimals }
    if (!tables.precision) return [value]
    return [
      value,
      { statistic: `${of}_standard_error`, of, part: 'standardError', decimals: decimals + 1 },
      { statistic: `${of}_low`, of, part: 'low', decimals },
      { statistic: `${of}_high`, of, part: 'high', decimals },
      { statistic: `${of}_design_effect`, of, part: 'designEffect', decimals: 2 },
    ]
  })
}

const shownOf = (statistic: Question['statistics'][number]): readonly StatisticColumn['of'][] =>
  statistic === 'count' || statistic === 'percent' || statistic === 'total' ? [statistic] : []
