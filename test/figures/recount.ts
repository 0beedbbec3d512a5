import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from '../support/survey.ts'
import { cleanedFiles } from './cleaned.ts'
import { type Expected, expectedTables } from './expected.ts'
import { planOf } from './read-plan.ts'

/** What came of counting every figure of a release again. */
export interface Recount {
  /** Figures shown that were counted again, "rounds to zero" and "not applicable" among them. */
  readonly compared: number
  readonly hidden: number
  /** What was not counted again -> how many figures. */
  readonly leftOut: ReadonlyMap<string, number>
  /** Figures that are not those of the cleaned responses, and such that nothing in the definition asks for. */
  readonly differing: readonly string[]
}

/**
 * Counts each figure of `data/tables.csv` from the cleaned responses of a folder of raw files. Rounded counts may lie as far
 * off as the release says, `within`; less than one unit, where nothing is said.
 */
export async function recount(raw: string, tables: readonly Row[], within?: number): Promise<Recount> {
  const plan = planOf(readFileSync(join(raw, 'consultation.yaml'), 'utf8'))
  const expected = expectedTables(plan, await cleanedFiles(raw))
  const leftOut = new Map<string, number>()
  const differing: string[] = []
  let [compared, hidden] = [0, 0]
  for (const line of tables) {
    const { table = '', population = '', row = '', statistic = '', status = '' } = line
    const figure = expected.get(table)?.({ population, row, statistic })
    if (status === 'c' || status === 'x') hidden += 1
    else if (figure?.kind === 'left out') leftOut.set(figure.what, (leftOut.get(figure.what) ?? 0) + 1)
    else {
      compared += 1
      if (figure === undefined || !agrees(line, figure, plan.rounding, within ?? plan.rounding - 1))
        differing.push(
          `${table}, ${population}, ${row}, ${statistic}: ${words(line)}; counted ${JSON.stringify(figure)}`,
        )
    }
  }
  return { compared, hidden, leftOut, differing }
}

const words = ({ value, status, base }: Row): string => `shown ${value} [${status}] of ${base}`

/** Several as one. */
export function together(all: readonly Recount[]): Recount {
  const leftOut = new Map<string, number>()
  for (const one of all)
    for (const [what, count] of one.leftOut) leftOut.set(what, (leftOut.get(what) ?? 0) + count)
  return {
    compared: all.reduce((sum, { compared }) => sum + compared, 0),
    hidden: all.reduce((sum, { hidden }) => sum + hidden, 0),
    leftOut,
    differing: all.flatMap(({ differing }) => differing),
  }
}

/** One line to be read: what was compared, hidden, left out. */
export const lineOf = (name: string, { compared, hidden, leftOut }: Recount): string =>
  `${name}: ${compared} figures counted again, ${hidden} hidden, ${
    [...leftOut].map(([what, count]) => `${count} left out (${what})`).join(', ') || 'none left out'
  }`

type Counted = Exclude<Expected, { readonly kind: 'left out' }>

function agrees(
  { value = '', status = '', base = '' }: Row,
  figure: Counted,
  unit: number,
  within: number,
): boolean {
  if (unit > 1) return agreesRounded(value, base, figure, unit, within)
  if (base !== String(figure.base ?? '')) return false
  if (status === 'z') return value === '' && isNothing(figure)
  if (figure.kind === 'count') return value === String(figure.count)
  if (status === 'low') return value === '' && isLow(figure)
  if (value === '') return false
  return figure.kind === 'share' ? isShare(value, figure) : isNumber(value, figure)
}

/** There is nobody to say it of, or nothing to say. */
const isNothing = (figure: Counted): boolean => {
  if (figure.kind === 'share') return figure.of === 0
  return figure.base === 0 || (figure.kind === 'number' && figure.value === undefined)
}

/** Above zero, and less than half of the last digit. */
const isLow = (figure: Counted): boolean => {
  const half = 0.5 / 10 ** (figure.kind === 'count' ? 0 : figure.decimals)
  if (figure.kind === 'share') return figure.count > 0 && (100 * figure.count) / figure.of < half
  return figure.kind === 'number' && (figure.value ?? 0) > 0 && (figure.value ?? 0) < half
}

/** Half up, in whole numbers: a share lies at most half of the last digit above, and less than that below. */
function isShare(
  value: string,
  { count, of, decimals }: { count: number; of: number; decimals: number },
): boolean {
  if (value !== Number(value).toFixed(decimals) || of === 0) return false
  const digits = Math.round(Number(value) * 10 ** decimals)
  const exact = 200 * 10 ** decimals * count
  return (2 * digits - 1) * of <= exact && exact < (2 * digits + 1) * of && !(digits === 0 && count > 0)
}

/** Sums of weights are no whole numbers: a half may fall on either side. */
function isNumber(value: string, figure: { value: number | undefined; decimals: number }): boolean {
  if (figure.value === undefined || value !== Number(value).toFixed(figure.decimals)) return false
  const scale = 10 ** figure.decimals
  return (
    Math.abs(Number(value) - figure.value) * scale <= 0.5 + 1e-9 * Math.max(1, Math.abs(figure.value) * scale)
  )
}

/** Multiples so far off the count; percentages those of two such multiples. */
function agreesRounded(value: string, base: string, figure: Counted, unit: number, within: number): boolean {
  const around = (count: number) => {
    const least = Math.ceil(Math.max(0, count - within) / unit)
    const most = Math.floor((count + within) / unit)
    return Array.from({ length: most - least + 1 }, (_, index) => unit * (least + index))
  }
  const isBase = figure.base === undefined ? base === '' : around(figure.base).includes(Number(base))
  if (!isBase || figure.kind === 'number') return false
  if (figure.kind === 'count') return around(figure.count).includes(Number(value))
  const wholes = base === '' ? around(figure.of) : [Number(base)]
  return around(figure.count).some((count) =>
    wholes.some((of) =>
      of === 0
        ? value === ''
        : Math.floor((200 * 10 ** figure.decimals * count + of) / (2 * of)) / 10 ** figure.decimals ===
          Number(value),
    ),
  )
}
