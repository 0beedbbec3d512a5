import type { TabulationPlan } from '../disclosure/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import { NOTHING } from '../fields.ts'
import { publishedNames } from './rows-key.ts'

/** Records that nothing published tells apart: how many, what they show, and which rows of tables they are in. */
export interface RecordClass {
  readonly count: number
  /** Value of each published variable. */
  readonly values: Readonly<Record<string, string>>
  /** Question -> the rows it counts in; questions whose base it is not in are left out. */
  readonly rows: Readonly<Record<string, readonly string[]>>
  /** Questions of which it does not show the answer. */
  readonly withheld: readonly string[]
}

/** More distinct records than this are not joined with the tables one by one. */
export const MOST_RECORDS = 2_000

/** Rows that are looked at first, to see whether records are too many: more rows can only have more of them. */
const MOST_COUNTED = 100_000

/** Whether the tables show populations that the responses do not name, so that joining the two may tell more. */
export const joinsPopulations = ({ groups, rules }: TabulationPlan): boolean =>
  rules.linked_class > 1 && groups.filter(({ populations }) => populations.length > 0).length > 1

/** How many distinct records there are, or are at least. */
export async function countRecords(
  engine: Engine,
  plan: TabulationPlan,
  relation: string,
): Promise<{ readonly distinct: number; readonly atLeast: boolean }> {
  const kept = keptColumns(plan)
  if (kept.length === 0) return { distinct: 0, atLeast: false }
  const rows = identifier(relation)
  const distinct = async (from: string) => {
    const [row] = await engine.rows(
      `SELECT count(*)::INTEGER AS counted FROM (SELECT DISTINCT ${kept.map(identifier).join(', ')} FROM ${from})`,
    )
    return Number(row?.['counted'])
  }
  const [row] = await engine.rows(`SELECT count(*)::INTEGER AS all_rows FROM ${rows}`)
  const first = await distinct(`(SELECT * FROM ${rows} LIMIT ${MOST_COUNTED})`)
  if (Number(row?.['all_rows']) <= MOST_COUNTED) return { distinct: first, atLeast: false }
  return first > MOST_RECORDS
    ? { distinct: first, atLeast: true }
    : { distinct: await distinct(rows), atLeast: false }
}

/** Published variables and answers, which make a record. */
const keptColumns = (plan: TabulationPlan): readonly string[] => [
  ...publishedNames(plan.published),
  ...new Set(questionsOf(plan).flatMap(({ columns }) => columns.map(({ name }) => name))),
]

const questionsOf = ({ questions }: TabulationPlan) =>
  questions.filter(({ base, columns }) => base !== 'rule' && columns.length > 0)

/** The distinct records of the published responses; undefined where they are too many to be joined. */
export async function loadRecords(
  engine: Engine,
  plan: TabulationPlan,
  relation: string,
): Promise<readonly RecordClass[] | undefined> {
  const questions = questionsOf(plan)
  const kept = keptColumns(plan)
  if (kept.length === 0) return []
  if ((await countRecords(engine, plan, relation)).distinct > MOST_RECORDS) return undefined
  const rows = await engine.rows(
    `SELECT ${kept.map((name) => `${identifier(name)}::VARCHAR AS ${identifier(name)}`).join(', ')}, count(*)::INTEGER AS ${identifier(COUNT)} FROM ${identifier(relation)}
     GROUP BY ALL ORDER BY ALL LIMIT ${MOST_RECORDS + 1}`,
  )
  if (rows.length > MOST_RECORDS) return undefined
  return rows.map((row) => ({
    count: Number(row[COUNT]),
    values: Object.fromEntries(publishedNames(plan.published).map((name) => [name, String(row[name])])),
    withheld: questions.flatMap(({ id, columns }) =>
      columns.some(({ name }) => row[name] === NOTHING.notReleased) ? [id] : [],
    ),
    rows: Object.fromEntries(
      questions.flatMap(({ id, columns, replies, base }) => {
        const cells = [...new Set(columns.map(({ name }) => name))].map((name) => String(row[name]))
        const answered = cells.some((cell) => replies.includes(cell))
        const silent = base === 'asked' && !answered && cells.includes('[no reply]')
        if (!answered && !silent) return []
        const held = columns.filter(({ name, value }) => String(row[name]) === value).map((one) => one.row)
        return [[id, silent ? ['No reply'] : held] as const]
      }),
    ),
  }))
}

const COUNT = 'number of records'
