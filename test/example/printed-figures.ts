import { FRAME_COUNTS, REGIONS } from './frame-counts.ts'
import { QUESTIONS } from './questions.ts'
import { at } from './random.ts'

export const PRINTED_HEADINGS = [
  'table',
  'title',
  'population',
  'row',
  'statistic',
  'value',
  'base',
  'base_description',
]

const ALL = 'all_consultation_responses'
const CHIEFS = 'chief_executives_and_leaders'
const UPPER = 'chief_executives_and_leaders_single_and_upper_tier'

/** One printed column: percentages in the order of the labels, and the base. */
interface Column {
  readonly population: string
  readonly percent: readonly number[]
  readonly base: number
}

/** Tables 4 to 13 as the report prints them. */
export const PRINTED_QUESTIONS: readonly {
  readonly table: string
  readonly question: string
  readonly columns: readonly [Column, Column]
}[] = [
  printed('4', 'q1', CHIEFS, [44, 54, 1, 1], 153, [43, 56, 1, 1], 188),
  printed('5', 'q8', CHIEFS, [72, 24, 4], 154, [73, 22, 4], 187),
  printed('6', 'q9', CHIEFS, [47, 32, 21, 0], 154, [49, 32, 19, 1], 187),
  printed('7', 'q10', CHIEFS, [82, 14, 3], 154, [84, 13, 3], 187),
  printed('8', 'q13', UPPER, [94, 3, 2], 87, [84, 2, 15], 186),
  printed('9', 'q14', UPPER, [45, 30, 24], 82, [38, 32, 30], 152),
  printed('10', 'q15', UPPER, [62, 31, 7], 86, [54, 22, 25], 183),
  printed('11', 'q16', UPPER, [53, 26, 21], 53, [49, 26, 25], 97),
  printed('12', 'q17', UPPER, [80, 7, 13], 87, [72, 6, 22], 185),
  printed('13', 'q18', UPPER, [23, 2, 50, 24], 86, [14, 5, 43, 38], 182),
]

/** The 152 printed figures, one a record. */
export function printedFigures(): readonly Readonly<Record<string, string>>[] {
  const types = FRAME_COUNTS.map(({ type, responded, all }) => [type, total(responded), total(all)] as const)
  const regions = REGIONS.map((region, column) => {
    const sum = (kind: 'responded' | 'all'): number => total(FRAME_COUNTS.map((row) => at(row[kind], column)))
    return [region, sum('responded'), sum('all')] as const
  })
  return [
    ...rateRows('1', 'role', 'people', ROLES),
    ...rateRows('2', 'type', 'authorities', types),
    ...rateRows('3', 'region', 'authorities', regions),
    ...PRINTED_QUESTIONS.flatMap(questionRows),
  ]
}

type Rate = readonly [label: string, responded: number, inFrame: number]

const ROLES: readonly Rate[] = [
  ['Chief executive', 108, 349],
  ['Leader', 39, 353],
  ['Chief fire officer', 8, 46],
  ['Lead member for fire', 5, 46],
]

function rateRows(
  table: string,
  by: string,
  population: string,
  rates: readonly Rate[],
): Record<string, string>[] {
  const sums: Rate = ['Total', total(rates.map((rate) => rate[1])), total(rates.map((rate) => rate[2]))]
  return [...rates, sums].flatMap(([row, responded, inFrame]) => {
    const figure = {
      table,
      title: `Response breakdown by ${by}`,
      population,
      row,
      base: '',
      base_description: '',
    }
    return [
      { ...figure, statistic: 'responded', value: String(responded) },
      { ...figure, statistic: 'in_frame', value: String(inFrame) },
      { ...figure, statistic: 'response_rate_percent', value: String(roundedPercent(responded, inFrame)) },
    ]
  })
}

/** Whole per cent, half up, in integers. */
export const roundedPercent = (count: number, base: number): number =>
  Math.floor((200 * count + base) / (2 * base))

function questionRows({
  table,
  question,
  columns,
}: (typeof PRINTED_QUESTIONS)[number]): Record<string, string>[] {
  const asked = QUESTIONS.find(({ id }) => id === question)
  const routed = asked?.askedIf === undefined ? '' : ` who answered yes in Table ${Number(table) - 1}`
  return [...(asked?.answers ?? []), 'Total'].flatMap((row, index) =>
    columns.map(({ population, percent, base }) => ({
      table,
      title: asked?.text ?? '',
      population,
      row,
      statistic: 'percent',
      value: String(percent[index] ?? 100),
      base: String(base),
      base_description: `${BASES[population] ?? ''}${routed}`,
    })),
  )
}

const BASES: Readonly<Record<string, string>> = {
  [ALL]: 'all consultation responses',
  [CHIEFS]: 'all chief executives and leaders',
  [UPPER]: 'all chief executives and leaders from single and upper tier councils',
}

function printed(
  table: string,
  question: string,
  population: string,
  percent: number[],
  base: number,
  percentOfAll: number[],
  baseOfAll: number,
): (typeof PRINTED_QUESTIONS)[number] {
  const columns = [
    { population, percent, base },
    { population: ALL, percent: percentOfAll, base: baseOfAll },
  ] as const
  return { table, question, columns }
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)
