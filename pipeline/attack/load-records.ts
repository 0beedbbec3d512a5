import type { TabulationPlan } from '../disclosure/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import { NOTHING } from '../fields.ts'

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

/** The distinct records of the published responses; undefined where they are too many to be joined. */
export async function loadRecords(
  engine: Engine,
  plan: TabulationPlan,
  relation: string,
): Promise<readonly RecordClass[] | undefined> {
  const questions = plan.questions.filter(({ base, columns }) => base !== 'rule' && columns.length > 0)
  const names = [...new Set(questions.flatMap(({ columns }) => columns.map(({ name }) => name)))]
  const kept = [...plan.published, ...names]
  if (kept.length === 0) return []
  const rows = await engine.rows(
    `SELECT ${kept.map((name) => `${identifier(name)}::VARCHAR AS ${identifier(name)}`).join(', ')}, count(*)::INTEGER AS ${identifier(COUNT)} FROM ${identifier(relation)}
     GROUP BY ALL ORDER BY ALL LIMIT ${MOST_RECORDS + 1}`,
  )
  if (rows.length > MOST_RECORDS) return undefined
  return rows.map((row) => ({
    count: Number(row[COUNT]),
    values: Object.fromEntries(plan.published.map((name) => [name, String(row[name])])),
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
