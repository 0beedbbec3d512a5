import type { Figure, SubmissionSource, Table } from '../artefacts.ts'
import { WAVE_COLUMNS } from '../artefacts.ts'
import { type Definition, type Id, labelKey, type Wave } from '../definition/index.ts'
import type { Engine } from '../engine/index.ts'
import { estimateFigure } from './figure.ts'

/** A figure of an earlier release. */
interface Earlier {
  readonly value: number | undefined
  readonly base: number | null
}

/** Finds the earlier figure of a question, population and row. */
type Lookup = (question: Id, title: string, population: string, row: string) => Earlier | undefined

/**
 * For each question that an earlier release has too: its percentages there, wave by wave, beside those of
 * this run, and the change since the last wave in percentage points. Tables are matched by their
 * title, unless the definition names their number; populations by identifier, rows by label. What an
 * earlier release does not show has no figure here either.
 */
export async function waveTables(
  engine: Engine,
  definition: Definition,
  sources: readonly SubmissionSource[],
  tables: readonly Table<Figure>[],
): Promise<readonly Table<Figure>[]> {
  if (sources.length === 0) return []
  const lookups: Lookup[] = []
  for (const [index, source] of sources.entries()) {
    const wave = definition.waves[index]
    if (wave !== undefined) lookups.push(await readWave(engine, source, wave, `wave_${index}`))
  }
  return tables.flatMap((table) => {
    const made = waveTable(definition, lookups, table)
    return made === undefined ? [] : [made]
  })
}

async function readWave(
  engine: Engine,
  source: SubmissionSource,
  wave: Wave,
  relation: string,
): Promise<Lookup> {
  await source.into(
    relation,
    WAVE_COLUMNS.map((name) => ({ name, sql: source.columns.get(name) ?? 'NULL' })),
  )
  const rows = await engine.rows(`SELECT * FROM ${relation} WHERE statistic = 'percent' ORDER BY rowid`)
  const figures = new Map<string, Earlier>()
  const keyOf = (table: string, population: string, row: string) =>
    JSON.stringify([labelKey(table), population, labelKey(row)])
  for (const { table, title, population, row, value, base } of rows) {
    const figure: Earlier = {
      value: value === null ? undefined : Number(value),
      base: base === null ? null : Number(base),
    }
    for (const name of [`table ${table}`, `title ${title}`]) {
      figures.set(keyOf(name, String(population), String(row)), figure)
    }
  }
  return (question, title, population, row) => {
    const number = wave.tables[question]
    return figures.get(keyOf(number === undefined ? `title ${title}` : `table ${number}`, population, row))
  }
}

function waveTable(
  { waves, reporting: { decimals } }: Definition,
  lookups: readonly Lookup[],
  table: Table<Figure>,
): Table<Figure> | undefined {
  const { question } = table
  const shares = [...table.columns.entries()].filter(([, { statistic }]) => statistic === 'percent')
  if (question === undefined || table.of !== undefined) return undefined
  const earlier = (population: string, row: string) =>
    lookups.map((find) => find(question, table.title, population, row))
  const known = shares.some(([, { population }]) =>
    table.rows.some(({ label }) => earlier(population, label).some((figure) => figure !== undefined)),
  )
  if (!known) return undefined
  return {
    id: `${table.id}_waves`,
    title: `${table.title} (compared with earlier waves)`,
    kind: 'question',
    question,
    of: table.id,
    columns: shares.flatMap(([, column]) => [
      ...waves.map(({ label }, wave) => ({
        ...column,
        population: `${column.population}, ${label}`,
        title: `${column.title}, ${label}`,
        base: baseOf(table, (row) => earlier(column.population, row)[wave]),
        among: [column.population],
      })),
      { ...column, title: `${column.title}, now`, among: [column.population] },
      { ...column, title: `${column.title}, change`, statistic: 'change', among: [column.population] },
    ]),
    rows: table.rows.map(({ label, cells }) => ({
      label,
      cells: shares.flatMap(([index, { population }]) => {
        const now = cells[index] ?? { value: 0, count: 0, status: 'z' as const }
        const before = earlier(population, label)
        const last = before.at(-1)?.value
        const change = last === undefined || now.status === 'z' ? undefined : now.value - last
        return [
          ...before.map((figure) => estimateFigure(figure?.value, now.count, decimals)),
          now,
          estimateFigure(change, now.count, decimals),
        ]
      }),
    })),
    notes: [
      `Earlier waves are as published: ${waves.map(({ label }) => label).join(', ')}. The change is in percentage points since ${waves.at(-1)?.label}.`,
    ],
  }
}

const baseOf = ({ rows }: Table<Figure>, figure: (row: string) => Earlier | undefined): number | null =>
  rows.map(({ label }) => figure(label)?.base).find((base) => base !== undefined) ?? null
