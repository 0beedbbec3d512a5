import { labelKey } from '../definition/index.ts'
import type { Crossing } from './facts.ts'

/** Routing that the blanks of an export prove. */
export interface Route {
  /** Position of the column whose answers decide. */
  readonly router: number
  /** Keys of the answers after which the question was asked. */
  readonly keys: readonly string[]
  /** Rows with those answers, how many of them answered, and rows with other answers, none of which did. */
  readonly asked: number
  readonly answered: number
  readonly notAsked: number
}

/** Fewest rows with the answers that lead past a question, and with those that lead to it. */
const FEWEST = 10
/** Fewest rows with one answer, all of them blank, that tell it leads past. */
const FEWEST_OF_ONE = 3
/** Share of those asked who must have answered. */
const NEARLY_ALL = 0.8

/**
 * Which earlier answers a question depends on, for the question whose first column is `target`: it is blank in
 * every row with certain other answers, and answered in nearly all rows with these. Undefined where that is
 * not so, or where too few rows say it. Of several that fit, the one after whose answers most of those
 * asked did answer, and of equals the nearest before.
 */
export function routeOf(target: number, crossings: readonly Crossing[]): Route | undefined {
  const routes = crossings.flatMap((crossing) => routeBy(crossing, target) ?? [])
  return [...routes].sort((a, b) => b.answered / b.asked - a.answered / a.asked || b.router - a.router)[0]
}

function routeBy({ router, targets, rows }: Crossing, target: number): Route | undefined {
  const at = targets.indexOf(target)
  if (at < 0) return undefined
  const counts = rows.map(({ key, rows: all, answered }) => ({ key, all, answered: answered[at] ?? 0 }))
  // Answers of rows that say nothing would be removed by the routing.
  if (counts.some(({ key, answered }) => key === undefined && answered > 0)) return undefined
  const labelled = counts.flatMap(({ key, ...rest }) => (key === undefined ? [] : [{ key, ...rest }]))
  const past = labelled.filter(({ all, answered }) => answered === 0 && all >= FEWEST_OF_ONE)
  const asked = labelled.filter((one) => !past.includes(one))
  const [notAsked, rowsAsked, answered] = [sum(past, 'all'), sum(asked, 'all'), sum(asked, 'answered')]
  if (past.length === 0 || notAsked < FEWEST || rowsAsked < FEWEST) return undefined
  if (answered < rowsAsked * NEARLY_ALL) return undefined
  if (asked.some((one) => one.all >= FEWEST && one.answered < one.all * 0.6)) return undefined
  return { router, keys: asked.map(({ key }) => key).sort(), asked: rowsAsked, answered, notAsked }
}

const sum = <K extends string>(rows: readonly Readonly<Record<K, number>>[], name: K): number =>
  rows.reduce((total, row) => total + row[name], 0)

/** The labels of `keys`, in the order of their list. */
export const labelsOfKeys = (labels: readonly string[], keys: readonly string[]): readonly string[] =>
  labels.filter((label) => keys.includes(labelKey(label)))
