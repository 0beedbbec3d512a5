import { NOTHING, type Responses } from '../../artefacts.ts'
import {
  type Definition,
  type Id,
  type QuotesSheet,
  textColumn,
  variablesIn,
} from '../../definition/index.ts'
import { type Engine, identifier, literal, literals } from '../../engine/index.ts'
import { type Alike, attribute } from './attribution.ts'

/** A quote that somebody chose, with the answer it is of. */
export interface Chosen {
  readonly row: number
  readonly question: Id
  readonly theme?: Id
  readonly words: string
  readonly reference: string
  /** Whether such a response was received at all, and whether it counts. */
  readonly received: boolean
  readonly kept: boolean
  /** Nothing where the question was not answered, or not asked. */
  readonly answer?: string
  readonly doNotPublish: boolean
  /** To whom it is attributed; null where too few share any attribution. */
  readonly attribution: string | null
  readonly source: string
  readonly record: number
}

/** Reads the quotes that were chosen, in the order of their sheet, each with its answer and attribution. */
export async function readChosen(
  engine: Engine,
  definition: Definition,
  sheet: QuotesSheet,
  responses: Responses,
  least: number,
): Promise<readonly Chosen[]> {
  const open = definition.questions.filter(({ kind }) => kind === 'open')
  if (responses.chosenQuotes === undefined || open.length === 0) return []
  const attributed = await attributions(engine, sheet, responses, least)
  const answers = open.map(({ id }) => `WHEN ${literal(id)} THEN r.${identifier(textColumn(id))}`)
  const rows =
    await engine.rows(`SELECT q.question, q.row::INTEGER AS row, q.theme, q.words, q.reference, q.received,
      r.reference IS NOT NULL AS kept, CASE q.question ${answers.join(' ')} END AS answer,
      coalesce(r.do_not_publish, true) AS silent, r.organisation_name AS name, coalesce(r.named, false) AS named,
      r.source, r.record::INTEGER AS record, ${combination(sheet, 'r.')} AS combination
    FROM ${identifier(responses.chosenQuotes)} q LEFT JOIN ${identifier(responses.relation)} r USING (reference)
    WHERE q.question IN (${literals(open.map(({ id }) => id))}) ORDER BY q.row`)
  return rows.map(
    (row): Chosen => ({
      row: Number(row['row']),
      question: String(row['question']),
      ...(row['theme'] === null ? {} : { theme: String(row['theme']) }),
      words: String(row['words']),
      reference: String(row['reference']),
      received: row['received'] === true,
      kept: row['kept'] === true,
      ...(row['answer'] === null ? {} : { answer: String(row['answer']) }),
      doNotPublish: row['silent'] === true,
      attribution:
        row['named'] === true ? String(row['name']) : (attributed.get(String(row['combination'])) ?? null),
      source: String(row['source']),
      record: Number(row['record']),
    }),
  )
}

/**
 * The attribution of each combination of values. Only those count among its sharers who could be meant by it: not those
 * who are quoted by name, nor those who are never quoted.
 */
async function attributions(
  engine: Engine,
  sheet: QuotesSheet,
  { relation }: Responses,
  least: number,
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await engine.rows(`SELECT ${combination(sheet, '')} AS combination,
      (count(*) FILTER (WHERE NOT named AND NOT do_not_publish))::INTEGER AS responses
    FROM ${identifier(relation)} GROUP BY ALL ORDER BY combination`)
  const groups = rows.map(
    (row): Alike => ({
      values: JSON.parse(String(row['combination'])) as Alike['values'],
      count: Number(row['responses']),
    }),
  )
  const labels = attribute(groups, sheet, least)
  return new Map(rows.map((row, index) => [String(row['combination']), labels[index] ?? null]))
}

/** SQL: the values that attributions name, as JSON; NULL in it where a response has none. */
function combination({ attribution }: QuotesSheet, prefix: string): string {
  const none = literals([NOTHING.noReply, NOTHING.error, NOTHING.notReleased])
  const values = [...new Set(attribution.flatMap(variablesIn))].map(
    (id) =>
      `${literal(id)}, CASE WHEN ${prefix}${identifier(id)} NOT IN (${none}) THEN ${prefix}${identifier(id)}::VARCHAR END`,
  )
  return `json_object(${values.join(', ')})::VARCHAR`
}
