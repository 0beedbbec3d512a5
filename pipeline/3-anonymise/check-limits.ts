import { NOTHING } from '../artefacts.ts'
import type { AnswerColumn, Definition } from '../definition/index.ts'
import { type Engine, identifier, literal, literals } from '../engine/index.ts'
import type { Chosen } from './choose.ts'
import { leavingColumns } from './columns.ts'
import type { RowLimits } from './limits.ts'
import { PUBLISHED } from './published.ts'

/**
 * Throws where the rows as they are published do not keep the limits, or are not as many as they should be: that
 * would be our fault, and is found before anything leaves. Counts the rows anew and knows nothing of how they were
 * made: classes of at least k; answers of a class shown or withheld, never some of them; no class of few rows that all
 * gave one answer; and never 1 to k-1 rows of a class that were asked, or not asked, whatever they answered.
 */
export async function checkLimits(
  engine: Engine,
  definition: Definition,
  { withholding }: Chosen,
  limits: RowLimits,
  rows: number,
): Promise<void> {
  const { publish } = definition.privacy
  const keys = publish.map((id) => `${identifier(id)}::VARCHAR`)
  const key = keys.length === 0 ? "''" : `concat_ws(chr(31), ${keys.join(', ')})`
  const [all] = await engine.rows(
    `SELECT sum(n)::INTEGER AS rows, min(n)::INTEGER AS least FROM (SELECT count(*) AS n FROM ${PUBLISHED} GROUP BY ${key})`,
  )
  demand(Number(all?.['rows']) === rows, 'are not as many as should leave')
  demand(Number(all?.['least']) >= limits.minimumClass, 'have a class that is too small')
  const columns = leavingColumns(definition, withholding.leftOut)
  const partly = await faults(engine, key, columns, ({ name }) => {
    const hidden = `count(*) FILTER (WHERE ${identifier(name)}::VARCHAR = ${literal(NOTHING.notReleased)})`
    return withholding.withheld.size === 0 ? undefined : `${hidden} NOT IN (0, count(*))`
  })
  demand(!partly, 'withhold an answer of some of a class')
  const sided = await faults(engine, key, columns, (column) => {
    if (!isAskedByDetails(definition, column)) return undefined
    const none = `count(*) FILTER (WHERE ${identifier(column.name)}::VARCHAR = ${literal(NOTHING.notAsked)})`
    const fewest = limits.minimumClass - 1
    return `(${none} BETWEEN 1 AND ${fewest} OR count(*) - ${none} BETWEEN 1 AND ${fewest})`
  })
  demand(!sided, 'tell too few who were asked')
  await engine.run(`CREATE OR REPLACE TABLE few_rows AS SELECT * FROM (
    SELECT *, ${key} AS "row key", count(*) OVER (PARTITION BY ${key}) AS "row count" FROM ${PUBLISHED})
    WHERE "row count" < ${limits.unanimityBelow}`)
  for (const { name, labels, kind, question } of columns) {
    const told = kind === 'ticked' ? labels.slice(0, 1) : labels
    const [found] = await engine.rows(`SELECT count(*)::INTEGER AS classes FROM (
      SELECT sum(n) AS answers, max(n) FILTER (WHERE "row label" IN (${literals(told)})) AS commonest FROM (
        SELECT "row key", ${identifier(name)}::VARCHAR AS "row label", count(*) AS n FROM few_rows
        WHERE "row label" IN (${literals(labels)}) GROUP BY ALL) GROUP BY "row key")
      WHERE answers - commonest < ${question.sensitive ? 2 : 1}`)
    demand(Number(found?.['classes']) === 0, 'say what all of a small class answered')
  }
  await engine.run('DROP TABLE few_rows')
}

/** Whether for any class the condition of any column holds; columns without one are passed over. */
async function faults(
  engine: Engine,
  key: string,
  columns: readonly AnswerColumn[],
  condition: (column: AnswerColumn) => string | undefined,
): Promise<boolean> {
  const conditions = columns.flatMap((column) => condition(column) ?? [])
  if (conditions.length === 0) return false
  const [found] = await engine.rows(`SELECT count(*)::INTEGER AS classes FROM (
    SELECT 1 FROM ${PUBLISHED} GROUP BY ${key} HAVING ${conditions.join(' OR ')})`)
  return Number(found?.['classes']) > 0
}

/** Whether who was asked says a detail or a file, and no opinion. */
const isAskedByDetails = ({ questions }: Definition, { question }: AnswerColumn): boolean =>
  Object.keys(question.askedIf ?? {}).every((name) => !questions.some(({ id }) => id === name))

function demand(kept: boolean, what: string): void {
  if (!kept) throw new Error(`the anonymised rows ${what}`)
}
