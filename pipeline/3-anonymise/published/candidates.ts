import type { Relation } from '../../artefacts.ts'
import { type Engine, identifier } from '../../engine/index.ts'
import { beginningsOf, fold, keyOf } from '../redact/index.ts'
import type { Sort } from './identifiers.ts'
import type { PublishedText } from './model.ts'

/** Letters of a name that are compared before it is looked at. */
const BEGINNING = 8

/** An identifier that begins as something published does. */
export interface Candidate {
  readonly text: string
  readonly sort: Sort
}

/**
 * The identifiers that could stand in what is published: those whose first letters do, where a word begins. A
 * million identifiers stay in the engine; what comes out is a handful.
 */
export async function candidates(
  engine: Engine,
  identifiers: Relation,
  texts: readonly PublishedText[],
): Promise<readonly Candidate[]> {
  const published = await beginnings(engine, texts)
  const found: Candidate[] = []
  for await (const rows of engine.pieces(likely(identifiers))) {
    const those = rows.map(candidateOf)
    found.push(...those.filter(({ text }) => published.has(keyOf(text).slice(0, BEGINNING))))
  }
  return found
}

/** Letters that a first look compares, which costs little. */
const FIRST = 4
/** How much of a text is searched for its first letters. */
const START = 2 * BEGINNING

/**
 * SQL: those that begin as something published does, so far as SQL can tell: a first look at four letters as they
 * are written, then at eight without what stands between them, as far as the start of a text has so many. Of what
 * folding does more to than that, all.
 */
const likely = (identifiers: Relation): string => `WITH looked AS MATERIALIZED (
    SELECT text, sort FROM ${identifier(identifiers)} WHERE NOT regexp_full_match(left(text, ${FIRST}), '[A-Za-z0-9]{${FIRST}}')
      OR lower(left(text, ${FIRST})) IN (SELECT left(beginning, ${FIRST}) FROM published_beginnings))
  SELECT DISTINCT text, sort FROM (SELECT *, regexp_replace(lower(left(text, ${START})), '[^a-z0-9]+', '', 'g') AS letters
    FROM looked)
  WHERE strlen(text) <> length(text) OR contains(text, '<') OR contains(text, '&') OR contains(text, '%')
    OR (length(letters) < ${BEGINNING} AND length(text) > ${START})
    OR left(letters, ${BEGINNING}) IN (SELECT beginning FROM published_beginnings)
  ORDER BY ALL`

const candidateOf = (row: Readonly<Record<string, unknown>>): Candidate => ({
  text: String(row['text']),
  sort: String(row['sort']) as Sort,
})

async function beginnings(engine: Engine, texts: readonly PublishedText[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const { text } of texts)
    for (const beginning of beginningsOf(fold(text).text, BEGINNING)) found.add(beginning)
  await engine.run('CREATE OR REPLACE TABLE published_beginnings (beginning VARCHAR)')
  const rows = await engine.append('published_beginnings')
  for (const beginning of found) rows.add([beginning])
  rows.close()
  return found
}
