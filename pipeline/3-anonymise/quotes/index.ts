/**
 * Quotes, a room of its own within the stage. In: quotes that people chose, the answers they are of, and what people
 * decided of them. Out: quotes that may be published, in an order that says nothing; why the others are not; and
 * what a person is to decide. Does not belong here: finding what identifies (redact), how it looks (7-package).
 */
import type { Quote, QuotesReport, Responses, ReviewItem } from '../../artefacts.ts'
import type { Definition } from '../../definition/index.ts'
import { type Engine, identifier } from '../../engine/index.ts'
import { riskModel } from '../../policy.ts'
import { readChosen } from './chosen.ts'
import { contextsOf } from './contexts.ts'
import { judge, type Verdict } from './judge.ts'

export interface SettledQuotes {
  readonly quotes: readonly Quote[]
  readonly review: readonly ReviewItem[]
  readonly report: QuotesReport
}

/** Settles every quote that was chosen; undefined where the definition has no sheet of quotes. */
export async function settleQuotes(
  engine: Engine,
  definition: Definition,
  responses: Responses,
): Promise<SettledQuotes | undefined> {
  const sheet = definition.openText?.quotes
  if (sheet === undefined) return undefined
  const least = riskModel(definition.privacy).attribution_class
  const chosen = await readChosen(engine, definition, sheet, responses, least)
  const contextOf = await contextsOf(
    engine,
    responses.identities,
    chosen.filter(({ kept }) => kept),
  )
  const decided = await readDecisions(engine, responses.decisions)
  const verdicts = chosen.map((one) => ({
    row: one.row,
    ...judge(definition.id, one, contextOf(one), decided),
  }))
  const review = distinct(verdicts.flatMap((verdict) => verdict.review))
  const known = new Set(review.map(({ id }) => id))
  return {
    quotes: inOrder(
      definition,
      verdicts.flatMap(({ quote }) => quote ?? []),
    ),
    review,
    report: {
      chosen: chosen.length,
      published: verdicts.filter(({ quote }) => quote !== undefined).length,
      withheld: withheld(verdicts),
      void: [...decided.keys()].filter((id) => !known.has(id)).length,
    },
  }
}

async function readDecisions(
  engine: Engine,
  relation: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  if (relation === undefined) return new Map()
  const rows = await engine.rows(`SELECT id, choice FROM ${identifier(relation)} ORDER BY id`)
  return new Map(rows.map(({ id, choice }) => [String(id), String(choice)]))
}

/** Two quotes may hold one passage: it is decided once. */
function distinct(items: readonly ReviewItem[]): readonly ReviewItem[] {
  const seen = new Set<string>()
  return items.filter(({ id }) => !seen.has(id) && seen.add(id))
}

function withheld(verdicts: readonly (Verdict & { readonly row: number })[]): QuotesReport['withheld'] {
  const rows = new Map<string, number[]>()
  for (const { withheld: reason, row } of verdicts) {
    if (reason !== undefined) rows.set(reason, [...(rows.get(reason) ?? []), row])
  }
  return [...rows]
    .map(([reason, those]) => ({ reason, rows: those }))
    .sort((a, b) => (a.reason < b.reason ? -1 : 1))
}

/** By question, theme, and then by the words alone, so that neither rows nor the sheet of quotes shine through. */
function inOrder(definition: Definition, quotes: readonly Quote[]): readonly Quote[] {
  const placeOf = ({ question, theme }: Quote): number => {
    const index = definition.questions.findIndex(({ id }) => id === question)
    const found = definition.questions[index]
    const themes = found?.kind === 'open' ? (found.themes ?? []) : []
    const place = themes.findIndex(({ code }) => code === theme)
    return index * 1000 + (place < 0 ? themes.length : place)
  }
  const key = ({ text, attribution }: Quote) => JSON.stringify([text, attribution])
  return [...quotes].sort(
    (a, b) => placeOf(a) - placeOf(b) || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0),
  )
}
