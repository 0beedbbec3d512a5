/**
 * Anonymise (GSBPM 5.1). In: clean responses, which identify people. Out: responses of which only the
 * allow-list is left (the variables the definition publishes, and the answers), under new ids and in a
 * new order that nobody can trace to the files received; combinations of identifying values shared by
 * too few are generalised, then blanked. Open text stays behind. Does not belong here: judging tables
 * (6-protect).
 */
import { type AnonymousResponses, NOTHING, type Responses, seal } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { type Engine, identifier, literal } from '../engine/index.ts'
import { riskModel } from '../policy.ts'
import type { Released } from './classes.ts'
import { publishedFields } from './fields.ts'
import { type Anonymised, generalise } from './generalise.ts'
import { codeList, identifyingVariables, readGroups } from './identifying.ts'
import { privateColumns } from './private-columns.ts'
import { anonymityReport } from './report.ts'

export async function anonymise(
  engine: Engine,
  definition: Definition,
  responses: Responses,
): Promise<AnonymousResponses> {
  const variables = identifyingVariables(definition)
  const groups = await readGroups(engine, responses.relation, variables)
  const model = riskModel(definition.privacy)
  const minimumClass = model.minimum_class
  const anonymised = generalise(groups, variables, {
    minimumClass,
    valuesBehindABlank: model.values_behind_a_blank,
  })
  await writeRecoding(
    engine,
    definition,
    groups.map(({ values }) => values),
    anonymised,
  )
  const fields = publishedFields(definition, anonymised.level)
  await engine.run(
    publishedSql(
      definition,
      responses.relation,
      fields.map(({ name }) => name),
    ),
  )
  return seal<AnonymousResponses>({
    relation: 'anonymous_responses',
    fields,
    rows: responses.account.kept,
    ...(responses.units === undefined ? {} : { units: responses.units }),
    ...(responses.people === undefined ? {} : { people: responses.people }),
    report: anonymityReport(variables, groups, anonymised, minimumClass),
  })
}

/** `recoding`: for each combination of true values, what is published instead. */
async function writeRecoding(
  engine: Engine,
  definition: Definition,
  keys: readonly (readonly number[])[],
  { level, released }: Anonymised,
): Promise<void> {
  const { publish } = definition.privacy
  if (publish.length === 0) return
  for (const [index, id] of publish.entries()) {
    const variable = definition.variables.find((candidate) => candidate.id === id)
    const coarse = variable?.groups[(level[index] ?? 0) - 1]
    const labels = [
      ...new Set([...Object.keys(coarse ?? {}), ...(variable === undefined ? [] : codeList(variable))]),
    ]
    await engine.run(
      `CREATE TYPE ${identifier(`published_${id}`)} AS ENUM (${[...labels, NOTHING.notReleased].map(literal).join(', ')})`,
    )
  }
  const columns = publish.map(
    (id, index) => `k${index} INTEGER, ${identifier(id)} ${identifier(`published_${id}`)}`,
  )
  await engine.run(`CREATE TABLE recoding (${columns.join(', ')})`)
  const row = (key: readonly number[], labels: Released) =>
    `(${publish.map((_, index) => `${key[index]}, ${literal(labels[index] ?? NOTHING.notReleased)}`).join(', ')})`
  for (let start = 0; start < keys.length; start += 1000) {
    const values = keys
      .slice(start, start + 1000)
      .map((key, offset) => row(key, released[start + offset] ?? []))
    await engine.run(`INSERT INTO recoding VALUES ${values.join(', ')}`)
  }
}

/**
 * The published order is that of a hash keyed with a secret. The secret is a digest of all rows received,
 * whatever their order: the same files give the same release anywhere, and who does not hold them
 * cannot compute it. Ids count along that order.
 */
function publishedSql(definition: Definition, relation: string, fields: readonly string[]): string {
  const { publish } = definition.privacy
  const columns = fields
    .filter((name) => name !== 'id')
    .map((name) => (publish.includes(name) ? `recoding.${identifier(name)}` : `r.${identifier(name)}`))
  const keys = publish.map((id, index) => `enum_code(r.${identifier(id)}) = recoding.k${index}`)
  return `CREATE TABLE anonymous_responses AS
    WITH secret AS (SELECT md5(concat_ws('-', count(*), bit_xor(digest), sum(digest))) AS key FROM ${identifier(relation)})
    SELECT row_number() OVER () AS id, * FROM (
      SELECT ${[...columns, ...privateColumns(definition)].join(', ')}
      FROM ${identifier(relation)} r ${keys.length === 0 ? '' : `JOIN recoding ON ${keys.join(' AND ')}`}
      ORDER BY md5_number_lower((SELECT key FROM secret) || r.digest::VARCHAR), r.digest)`
}
