import {
  BASE,
  type CellName,
  type Crossing,
  columnOfRow,
  type PlannedQuestion,
  type Structure,
  type TabulationPlan,
} from '../disclosure/index.ts'
import { bound, type Facts, INFINITE } from './fact-model.ts'
import { countsOfLow, countsOfPercent, type Range } from './figure-bounds.ts'
import type { MicrodataCount, PublishedFigure } from './published.ts'
import { fitsRow } from './recoded.ts'
import { scoreFact } from './score-fact.ts'
import { shareFact, weightedFact } from './share-facts.ts'

/** What the figures of a release say about the counts of `structure`. */
export function factsOf(
  plan: TabulationPlan,
  structure: Structure,
  figures: readonly PublishedFigure[],
  counts: readonly MicrodataCount[],
): Facts {
  const facts: Facts = { bounds: new Map(), relations: [] }
  const tables = new Map(plan.tables.map((table) => [table.id, table]))
  const answerTables = figures.filter(({ table }) => tables.get(table)?.of === 'answers')
  const decimals = decimalsOf(answerTables)
  for (const figure of figures) {
    const table = tables.get(figure.table)
    const question = structure.questions.find(({ id }) => id === table?.question)
    const place = placeOf(structure.crossings, figure.population)
    if (table === undefined || question === undefined || place === undefined) continue
    if (table.of === 'scores') scoreFact(facts, structure, question, place, figure)
    else answer(facts, structure, plan, question, place, figure, decimals(figure))
  }
  const cellsOf = cellsOfValues(plan, structure.crossings)
  for (const count of counts) counted(facts, plan, structure, cellsOf, count)
  return facts
}

type Place = Pick<CellName, 'crossing' | 'cells'>

/** The cells of a group, in the first crossing that has it. */
function placeOf(crossings: readonly Crossing[], group: string): Place | undefined {
  for (const [crossing, { groups }] of crossings.entries()) {
    const cells = groups.get(group)
    if (cells !== undefined) return { crossing, cells }
  }
  return undefined
}

/** One figure of a table of answers. */
function answer(
  facts: Facts,
  structure: Structure,
  plan: TabulationPlan,
  question: PlannedQuestion,
  place: Place,
  figure: PublishedFigure,
  decimals: number,
): void {
  const at = { question: question.id, ...place }
  const column = (): number | undefined => rowColumn(structure, question, at, figure.row)
  const spread = plan.roundedWithin
  if (figure.base !== '')
    bound(facts, structure.column({ ...at, row: BASE }), around(Number(figure.base), spread))
  const count = figure.statistic === 'count' || (figure.statistic === 'total' && !question.weighted)
  if (count && figure.value !== '') {
    const target = column()
    if (target !== undefined) bound(facts, target, around(Number(figure.value), spread))
  }
  // Without a value only the mark for what rounds to zero says how large a figure may be.
  if (figure.statistic !== 'percent' || (figure.value === '' && figure.status !== 'low')) return
  const target = column()
  if (target === undefined) return
  if (question.weighted) {
    weightedFact(facts, structure, at, target, figure)
    return
  }
  if (figure.base === '') {
    shareFact(facts, structure.column({ ...at, row: BASE }), target, figure, decimals)
    return
  }
  const base = Number(figure.base)
  const range = figure.status === 'low' ? countsOfLow(base, decimals) : countsOfPercent(figure.value, base)
  bound(facts, target, plan.rules.rounding === 1 ? range : widened(range, plan.rules.rounding, spread))
}

/** The column of a row of a table: an answer, a net, or the total, which is the base. */
function rowColumn(
  structure: Structure,
  { answers, nets }: PlannedQuestion,
  at: Omit<CellName, 'row'>,
  row: string,
): number | undefined {
  const known = answers.includes(row) || Object.hasOwn(nets, row) || row === 'Total'
  return known ? columnOfRow(structure, { ...at, row }) : undefined
}

/** Percentages made of rounded counts give away the rounded count at most. */
function widened({ least, most }: Range, rounding: number, spread: number): Range {
  const first = Math.ceil(least / rounding) * rounding
  const last = Math.floor(most / rounding) * rounding
  return first > last ? { least: 0, most: INFINITE } : { least: first - spread, most: last + spread }
}

/** Whoever holds the responses can count them: in every crossing that shows their classes. */
function counted(
  facts: Facts,
  plan: TabulationPlan,
  structure: Structure,
  cellsOf: CellsOfValues,
  { question, values, row, count }: MicrodataCount,
): void {
  for (const crossing of structure.crossings.keys()) {
    const those = cellsOf(crossing, values)
    if (those.length === 0) continue
    const name = { question, crossing, cells: those, row }
    const most = plan.somePeopleWithoutRow ? INFINITE : count
    bound(facts, structure.column(name), { least: count, most })
  }
}

type CellsOfValues = (crossing: number, values: MicrodataCount['values']) => readonly number[]

/** The cells that rows with some published values can be of; none where the crossing does not know the variables. */
export function cellsOfValues(plan: TabulationPlan, crossings: readonly Crossing[]): CellsOfValues {
  const fits = crossings.map((crossing) => fitsRow(plan, crossing))
  const known = new Map<string, readonly number[]>()
  return (crossing, values) => {
    const { variables = [], cells = [] } = crossings[crossing] ?? {}
    if (!Object.keys(values).every((name) => variables.includes(name))) return []
    const key = JSON.stringify([crossing, values])
    const found =
      known.get(key) ?? [...cells.keys()].filter((cell) => fits[crossing]?.(cell, values) === true)
    known.set(key, found)
    return found
  }
}

const around = (value: number, spread: number): Range => ({ least: value - spread, most: value + spread })

/** Decimals that the percentages of a table are written with: those marked low do not say. */
function decimalsOf(figures: readonly PublishedFigure[]): (figure: PublishedFigure) => number {
  const most = new Map<string, number>()
  for (const { table, statistic, value } of figures) {
    if (statistic !== 'percent') continue
    most.set(table, Math.max(most.get(table) ?? 0, (value.split('.')[1] ?? '').length))
  }
  return ({ table }) => most.get(table) ?? 0
}
