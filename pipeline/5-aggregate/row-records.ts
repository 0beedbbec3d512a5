import type { RowClasses } from '../artefacts.ts'
import { answerColumns, type Definition, type Id, type Question } from '../definition/index.ts'
import type { RowRecord, TabulationPlan } from '../disclosure/index.ts'
import { type Engine, identifier, literal } from '../engine/index.ts'
import { NOTHING } from '../fields.ts'
import { answerRows, baseSql } from './answers.ts'

/** With more different records than this nobody joins them with tables one by one. */
const MOST_RECORDS = 1_000

/**
 * The rows that leave as wholes: those that are alike in all they show once, and how many of them are in each cell. In:
 * responses with their `#cell` and `class`. None where they are too many to be joined with the tables.
 */
export async function rowRecords(
  engine: Engine,
  definition: Definition,
  relation: string,
  plan: TabulationPlan,
  classes: RowClasses,
  place: ReadonlyMap<number, number>,
): Promise<readonly RowRecord[]> {
  const shown = definition.questions.filter(
    (question) => answerColumns(question).length > 0 && !classes.leftOut.has(question.id),
  )
  if (shown.length === 0) return []
  const views = shown.map((question, index) => {
    const withheld = [...(classes.withheld.get(question.id) ?? [])]
    const view = viewSql(question, plan)
    const own =
      withheld.length === 0 ? view : `CASE WHEN "class" NOT IN (${withheld.join(', ')}) THEN ${view} END`
    return `${own} AS "#view${index}"`
  })
  const names = shown.map((_, index) => `"#view${index}"`)
  const rows = await engine.rows(`
    SELECT *, count(*)::INTEGER AS "#alike" FROM (
      SELECT "#cell", "class" AS "#class", ${views.join(', ')} FROM ${identifier(relation)} WHERE "class" IS NOT NULL)
    GROUP BY ALL ORDER BY "#class", ${names.join(', ')}, "#cell" LIMIT ${8 * MOST_RECORDS}`)
  const found = new Map<string, { rowClass: number; views: Map<Id, string>; cells: [number, number][] }>()
  for (const row of rows) {
    const key = JSON.stringify([row['#class'], ...shown.map((_, index) => row[`#view${index}`] ?? null)])
    const known = found.get(key) ?? {
      rowClass: Number(row['#class']),
      views: new Map(
        shown.flatMap(({ id }, index) => {
          const view = row[`#view${index}`]
          return view === null || view === undefined ? [] : [[id, String(view)] as const]
        }),
      ),
      cells: [],
    }
    known.cells.push([place.get(Number(row['#cell'])) ?? 0, Number(row['#alike'])])
    found.set(key, known)
  }
  return found.size > MOST_RECORDS || rows.length >= 8 * MOST_RECORDS ? [] : [...found.values()]
}

/** SQL: whether a response was asked, is in the base, and is in each row of answers: a letter each. */
function viewSql(question: Question, plan: TabulationPlan): string {
  const planned = plan.questions.find(({ id }) => id === question.id)
  // A row prints an answer also where a rule leaves it out of the base.
  const printed = question.base.of === 'rule' ? { ...question, base: { of: 'answered' as const } } : question
  const rows = answerRows(printed).slice(0, planned?.answers.length ?? 0)
  const notAsked = answerColumns(question).map(
    ({ name }) => `${identifier(name)} = ${literal(NOTHING.notAsked)}`,
  )
  const flags = [notAsked.join(' OR '), baseSql(question), ...rows.map(({ holds }) => holds)]
  return `concat(${flags.map((flag) => `CASE WHEN ${flag} THEN '1' ELSE '0' END`).join(', ')})`
}
