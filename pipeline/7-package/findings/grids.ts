import type { ReleasedTables } from '../../artefacts.ts'
import type { Definition } from '../../definition/index.ts'
import { type Printed, type Shown, shownIn } from './columns.ts'
import type { Finding } from './model.ts'
import type { Phrases } from './phrases.ts'
import { type Asked, askedIn } from './question.ts'
import { rowsOf } from './rows.ts'
import { isRounded, LEAST_POINTS } from './rules.ts'
import { findingOf } from './told.ts'
import { whoIn } from './who.ts'

/** What is said of a grid as a whole, and for which grid. */
export interface GridFinding {
  readonly grid: string
  /** At the table of the first row; to be read away from it too. */
  readonly finding: Finding
}

interface Item {
  readonly asked: Asked
  readonly label: string
  readonly shown: Shown
}

/**
 * Of each grid, in the first population: the answer or net that is largest anywhere, and for which row of the grid most
 * and fewest gave it. Nothing where that figure of some row is hidden or of few people, where two rows share a
 * place, or where the rows are much alike.
 */
export function gridFindings(
  definition: Definition,
  say: Phrases,
  { tables }: ReleasedTables,
): readonly GridFinding[] {
  const items = tables.flatMap((table): readonly (Omit<Item, 'shown'> & { readonly shown?: Shown })[] => {
    const asked = table.kind === 'question' ? askedIn(definition, table) : undefined
    if (asked?.item === undefined) return []
    const [shown] = shownIn(table)
    return [{ asked, label: asked.item, ...(shown === undefined ? {} : { shown }) }]
  })
  return [...new Set(items.map(({ asked }) => asked.grid))].flatMap((grid) => {
    const own = items.filter(({ asked }) => asked.grid === grid)
    const seen = own.flatMap(({ shown, ...rest }) => (shown === undefined ? [] : [{ ...rest, shown }]))
    const finding = seen.length < own.length ? undefined : compare(definition, say, seen)
    return finding === undefined ? [] : [{ grid, finding }]
  })
}

/** Of two rows, each says enough by itself. */
const FEWEST_ROWS = 3

function compare(definition: Definition, say: Phrases, items: readonly Item[]): Finding | undefined {
  const [first] = items
  const [start, ...rest] = items.flatMap(({ asked, shown }) => rowsOf(say, asked, shown).slice(0, 1))
  if (first === undefined || start === undefined || items.length < FEWEST_ROWS) return undefined
  const top = rest.reduce((best, row) => (row.figure.value > best.figure.value ? row : best), start)
  const figures = items.flatMap(({ label, shown }): readonly (Item & { readonly figure: Printed })[] => {
    const figure = shown.figure(top.label, 'percent')
    return figure === undefined ? [] : [{ asked: first.asked, label, shown, figure }]
  })
  const sorted = [...figures].sort((a, b) => b.figure.value - a.figure.value)
  const [most, next] = sorted
  const [beforeLast, least] = sorted.slice(-2)
  if (figures.length < items.length || most === undefined || least === undefined) return undefined
  const isShared = most.figure.value === next?.figure.value || least.figure.value === beforeLast?.figure.value
  if (isShared || most.figure.value - least.figure.value < LEAST_POINTS) return undefined
  const sentence = say.mostAndLeast(whoIn(definition, first.shown).some, top.did, most, least)
  const { text, manner } = first.asked
  const bases = [most, least].flatMap(({ shown, figure }) => shown.base(figure.row) ?? [])
  return findingOf(first.shown.table.id, [
    say.asked({ text, manner }, definition.weighting === undefined ? sentence : say.weighted(sentence)),
    say.basis(bases, manner, isRounded(definition)),
  ])
}
