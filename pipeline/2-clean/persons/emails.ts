import type { Definition } from '../../definition/index.ts'
import type { Engine } from '../../engine/index.ts'
import type { Issue } from '../../issues.ts'
import { contradictions } from './contradictions.ts'
import type { ResponseFile } from './files.ts'
import { mailColumn, otherColumns, SHARED_ADDRESS } from './marks.ts'
import { SAME_PERSON } from './set-aside-rows.ts'

/** The share of cells with text that must be addresses, for a column to be one of addresses. */
const NEARLY_ALL = 0.9
/** Rows that differ, for one address, above which a column names no respondents: whoever typed the forms, say. */
const MOST_FOR_ONE = 20
/** Headings of columns that name whoever handled a response. */
const OF_OTHERS =
  /\b(?:officer|clerk|staff|interviewer|collector|enumerator|manager|owner|entered|typed|added|created|sent|modified|by|from|to|publisher|sender)\b/

/**
 * Rows with the same e-mail address. Columns of addresses are known by what they hold. One address is one person,
 * unless the rows name different people, organisations, units or links: then many answer from one address, and
 * all count. Addresses that offices share (`info@…`) tell nothing. Under `keep: all` every row counts.
 */
export async function settleEmails(
  engine: Engine,
  definition: Definition,
  files: readonly ResponseFile[],
): Promise<readonly Issue[]> {
  const columns: AddressColumn[] = []
  for (const [index, file] of files.entries()) columns.push(...(await addressColumns(engine, index, file)))
  const issues = await noteRepeated(engine, files, columns)
  // One name, link or unit among the rows of an address, or none, is one person; several are several.
  const sole = (
    column: string,
  ) => `CASE WHEN min(${column}) OVER (PARTITION BY address) <> max(${column}) OVER (PARTITION BY address)
    THEN ${column}::VARCHAR END`
  await engine.run(`CREATE TEMP TABLE same_address AS SELECT DISTINCT ON (file, record) file, record, key, address FROM (
      SELECT file, record, address, concat_ws(' ', address, ${sole('named')}, ${sole('told')}) AS key FROM addressed)
    ORDER BY file, record, key; DROP TABLE addressed`)
  const [apart] = await engine.rows(`SELECT count(*)::INTEGER AS addresses FROM (
    SELECT address FROM same_address GROUP BY address HAVING count(DISTINCT key) > 1)`)
  await engine.run(`CREATE TEMP TABLE sole_address AS SELECT file, record, key FROM same_address
    WHERE key IN (SELECT key FROM same_address GROUP BY key HAVING count(*) > 1); DROP TABLE same_address`)
  const found = await contradictions(engine, definition, files, {
    relation: 'sole_address',
    reason: SAME_PERSON,
    mark: 'e-mail address',
    code: 'clean/contradicting-address',
    otherwise: 'write `cleaning: { keep: all }` if several people answered from one address',
  })
  return [...issues, ...severalNames(Number(apart?.['addresses'])), ...found]
}

/** A column of addresses: which file, its staged name, and cells that hold an address of one person. */
interface AddressColumn {
  readonly file: number
  readonly column: string
  readonly cells: number
}

async function addressColumns(
  engine: Engine,
  file: number,
  { source, staged }: ResponseFile,
): Promise<readonly AddressColumn[]> {
  const columns = otherColumns(source).flatMap(({ heading }, index) =>
    OF_OTHERS.test(heading.toLowerCase()) ? [] : [mailColumn(index)],
  )
  if (columns.length === 0) return []
  const counts = columns.flatMap((column) => [
    `(count(*) FILTER (WHERE ${column} > 0) > ${NEARLY_ALL} * count(${column})) AS is${column}`,
    `(count(*) FILTER (WHERE ${column} > ${SHARED_ADDRESS}))::INTEGER AS ${column}`,
  ])
  const [row] = await engine.rows(`SELECT ${counts.join(', ')} FROM ${staged}`)
  return columns
    .filter((column) => row?.[`is${column}`] === true)
    .map((column) => ({ file, column, cells: Number(row?.[column]) }))
}

/**
 * Makes `addressed` (file, record, address, named, told): rows whose address stands in another row too. Leaves out
 * columns where one address stands for so many different rows that it cannot be the respondents'; a warning says so.
 */
async function noteRepeated(
  engine: Engine,
  files: readonly ResponseFile[],
  columns: readonly AddressColumn[],
): Promise<readonly Issue[]> {
  await engine.run(
    'CREATE TEMP TABLE addressed (file INTEGER, record BIGINT, address UBIGINT, named UBIGINT, told VARCHAR)',
  )
  if (columns.length === 0) return []
  const select = ({ file, column }: AddressColumn, what: string, where = 'true') =>
    `SELECT ${what} FROM ${files[file]?.staged} s JOIN ${files[file]?.matched} m ON s.rowid = m.record
      WHERE m.reason IS NULL AND s.${column} > ${SHARED_ADDRESS} AND ${where}`
  const addresses = columns.map((one) => select(one, `s.${one.column} AS address`))
  await engine.run(`CREATE TEMP TABLE repeated AS SELECT address FROM (${addresses.join(' UNION ALL ')})
    GROUP BY address HAVING count(*) > 1`)
  const issues: Issue[] = []
  for (const one of columns) {
    const twice = `s.${one.column} IN (SELECT address FROM repeated)`
    const [row] = await engine.rows(
      select(
        one,
        `count(*)::INTEGER AS rows, count(DISTINCT s.${one.column})::INTEGER AS addresses,
          count(DISTINCT (s.${one.column}, coalesce(s._who, m._whole)))::INTEGER AS different`,
        twice,
      ),
    )
    const once = one.cells - Number(row?.['rows'])
    const isOthers = once + Number(row?.['different']) > MOST_FOR_ONE * (once + Number(row?.['addresses']))
    if (isOthers) issues.push(notTheirs(files[one.file]?.source.file ?? ''))
    else
      await engine.run(
        `INSERT INTO addressed ${select(
          one,
          `${one.file}, m.record, s.${one.column}, s._who, coalesce('p' || m.person, 'l' || m.link, 'u' || m.unit)`,
          twice,
        )}`,
      )
  }
  await engine.run('DROP TABLE repeated')
  return issues
}

const notTheirs = (file: string): Issue => ({
  code: 'clean/addresses-of-others',
  severity: 'warning',
  concern: 'data',
  message: `A column of e-mail addresses holds few addresses for many different rows. They are not taken for those of respondents.`,
  advice: 'If they are, some people answered many times: look at the file.',
  file,
})

const severalNames = (addresses: number): readonly Issue[] =>
  addresses === 0
    ? []
    : [
        {
          code: 'clean/address-with-several-names',
          severity: 'warning',
          concern: 'data',
          message: `${addresses === 1 ? 'One e-mail address stands' : `${addresses} e-mail addresses stand`} beside different names, organisations or links. Each of these is counted as somebody else.`,
          advice: 'If a person typed a name in two ways, delete the row that does not count.',
        },
      ]
