import { type Engine, identifier, literal, type Row } from '../../engine/index.ts'
import { buildGazetteer, type Context, type Entry } from '../redact/index.ts'

/** Where a response came from. */
export interface Origin {
  readonly source: string
  readonly record: number
}

/**
 * Whom the words of some responses must not give away: everybody and everything that identifies, and each
 * response's own besides. Out: the context of a response.
 */
export async function contextsOf(
  engine: Engine,
  identities: string | undefined,
  origins: readonly Origin[],
): Promise<(origin: Origin) => Context> {
  if (identities === undefined || origins.length === 0) {
    const gazetteer = buildGazetteer([])
    return () => ({ gazetteer })
  }
  const relation = identifier(identities)
  const everybody = await engine.rows(
    `SELECT DISTINCT text, kind, names FROM ${relation} WHERE NOT own_only ORDER BY ALL`,
  )
  const gazetteer = buildGazetteer(everybody.map(entryOf))
  const places = [...new Set(origins.map(keyOf))].sort()
  const own =
    await engine.rows(`SELECT DISTINCT source || ':' || record AS place, text, kind, names FROM ${relation}
    WHERE record IS NOT NULL AND source || ':' || record IN (${places.map(literal).join(', ')}) ORDER BY ALL`)
  const ownEntries = new Map<string, Entry[]>()
  for (const row of own) {
    const place = String(row['place'])
    ownEntries.set(place, [...(ownEntries.get(place) ?? []), entryOf(row)])
  }
  return (origin) => ({
    gazetteer,
    own: buildGazetteer(ownEntries.get(keyOf(origin)) ?? [], true),
  })
}

const keyOf = ({ source, record }: Origin): string => `${source}:${record}`

const entryOf = ({ text, kind, names }: Row): Entry => ({
  text: String(text),
  kind: String(kind),
  names: String(names) as NonNullable<Entry['names']>,
})
