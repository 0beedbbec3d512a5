import { rm } from 'node:fs/promises'
import { type Engine, literal, literals } from '../engine/index.ts'
import type { Checked, Issue } from '../issues.ts'
import { jsonShape, withoutByteOrderMark } from './json-file.ts'

export interface JsonTable {
  readonly header: readonly string[]
  /** Responses; the header is not counted. */
  readonly records: number
}

/**
 * Makes a table of the JSON file at `path`, an array of objects or one object a line, and writes it to
 * `target`: UTF-8 CSV with commas and one header record. A column is a key, in order of first appearance
 * over the whole file, or `key.subkey` where its value is an object (a matrix). Lists are joined by ";";
 * of an object in a list its `value` is taken. Absent keys and nulls are blank. A file that is not such
 * JSON is an issue, and then `target` is not to be used. The folders of both must be open to the engine.
 */
export async function jsonToCsv(
  engine: Engine,
  path: string,
  target: string,
): Promise<Checked<JsonTable | undefined>> {
  const shape = await jsonShape(path)
  if (shape === 'empty') return { value: undefined, issues: [noResponses] }
  if (shape === 'broken') return { value: undefined, issues: [notJson] }
  const plain = shape.hasByteOrderMark ? `${target}.json` : path
  if (shape.hasByteOrderMark) await withoutByteOrderMark(path, plain)
  try {
    await engine.run('DROP TABLE IF EXISTS json_records')
    const format = shape.isArray ? 'array' : 'newline_delimited'
    await engine.run(`CREATE TEMP TABLE json_records AS
      SELECT json FROM read_json_objects(${literal(plain)}, format = ${literal(format)})`)
    return await writeTable(engine, target)
  } catch (error) {
    // The engine's own words quote the file.
    if (error instanceof Error && /^(?:Invalid Input|Conversion) Error/.test(error.message)) {
      return { value: undefined, issues: [notJson] }
    }
    throw error
  } finally {
    await engine.run('DROP TABLE IF EXISTS json_records; DROP TABLE IF EXISTS json_structures')
    if (plain !== path) await rm(plain, { force: true })
  }
}

async function writeTable(engine: Engine, target: string): Promise<Checked<JsonTable | undefined>> {
  await engine.run(STRUCTURES)
  const [counted] = await engine.rows(`SELECT coalesce(sum(records), 0)::INTEGER AS records,
    coalesce(sum(records) FILTER (json_type(example) = 'OBJECT'), 0)::INTEGER AS objects FROM json_structures`)
  const records = Number(counted?.['records'])
  if (Number(counted?.['objects']) !== records) return { value: undefined, issues: [notJson] }
  const columns = (await engine.rows(COLUMNS)).map(({ key, subkey }) => [key, subkey].filter(isText))
  if (records === 0 || columns.length === 0) return { value: undefined, issues: [noResponses] }
  const header = columns.map((path) => path.join('.'))
  // In a table of one column a blank line would be no record to every reader.
  const blank = columns.length === 1 ? 'coalesce' : 'nullif'
  const texts = columns.map((_, index) => `${cellText(index + 1)} AS t${index}`)
  const cells = columns.map((_, index) => `${blank}(t${index}, '')`)
  const pointers = literals(columns.map(pointer))
  // Names of columns in the engine do not tell capitals apart, so the header is a record like others.
  await engine.run(`COPY (
    SELECT * FROM (VALUES (${literals(header)}))
    UNION ALL SELECT ${cells.join(', ')} FROM (SELECT ${texts.join(',\n')} FROM (
      SELECT json_extract(json, [${pointers}]) AS cells, json_extract_string(json, [${pointers}]) AS texts FROM json_records))
    ) TO ${literal(target)} (FORMAT csv, HEADER false, DELIMITER ',', QUOTE '"', ESCAPE '"', NULLSTR '')`)
  return { value: { header, records }, issues: [] }
}

const isText = (cell: unknown): cell is string => typeof cell === 'string'

/** What records look like, each way once (an empty object looks like "JSON"): a million responses leave out questions in a few hundred ways. */
const STRUCTURES = `CREATE OR REPLACE TEMP TABLE json_structures AS
  SELECT json, record, records, example FROM (
    SELECT json_structure(json) AS json, min(rowid) AS record, count(*) AS records FROM json_records GROUP BY ALL)
    JOIN (SELECT rowid AS record, json AS example FROM json_records) USING (record)`

/** Keys and keys below them, each where it is first seen: record, place in the record, place in the object. */
const COLUMNS = `SELECT key, subkey FROM (
    SELECT record, place, key, json_type(value) AS kind, value,
      generate_subscripts(coalesce(subkeys, [NULL]), 1) AS below, unnest(coalesce(subkeys, [NULL])) AS subkey
    FROM (
      SELECT *, CASE WHEN json_type(value) = 'OBJECT' THEN json_keys(value) END AS subkeys FROM (
        SELECT record, place, key, json_extract(json, '/' || replace(replace(key, '~', '~0'), '/', '~1')) AS value
        FROM (
          SELECT record, json, generate_subscripts(json_keys(json), 1) AS place, unnest(json_keys(json)) AS key
          FROM json_structures))))
  WHERE subkey IS NOT NULL OR (kind IS DISTINCT FROM 'OBJECT' AND value::VARCHAR IS DISTINCT FROM '"JSON"')
  GROUP BY key, subkey ORDER BY min({'record': record, 'place': place, 'below': below})`

/** JSON pointer (RFC 6901). */
const pointer = (path: readonly string[]): string =>
  path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** SQL: the text of one of `cells`. Its first character tells what it is; `texts` are those of single values. */
function cellText(index: number): string {
  const cell = `cells[${index}]`
  return `CASE left(${cell}::VARCHAR, 1)
    WHEN '[' THEN array_to_string(CASE WHEN contains(${cell}::VARCHAR, '{') THEN ${valuesOf(cell)} ELSE ${cell}::VARCHAR[] END, ';')
    WHEN '{' THEN NULL ELSE texts[${index}] END`
}

/** SQL: the elements of a list; of an object in it its `value`. */
const valuesOf = (cell: string): string => `list_transform(json_extract(${cell}, '$[*]'), lambda one:
    coalesce(CASE WHEN json_type(one) = 'OBJECT' THEN json_extract_string(one, '/value') END,
      json_extract_string(one, '$')))`

const notJson: Issue = {
  code: 'collect/not-json',
  severity: 'error',
  concern: 'data',
  message: 'The file is not JSON of responses: a list of objects, or one object a line.',
  advice: 'Export the responses again as JSON; a file that was cut off has no end.',
  expected: '[{"question": "answer"}, …]',
}

const noResponses: Issue = {
  code: 'collect/no-rows',
  severity: 'error',
  concern: 'data',
  message: 'The file holds no responses.',
  advice: 'Export it again, with the responses.',
}
