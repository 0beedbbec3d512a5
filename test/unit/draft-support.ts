import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { openExport } from '../../pipeline/1-collect/index.ts'
import { type Definition, readDefinition } from '../../pipeline/definition/index.ts'
import { type Draft, type DraftInput, draftFrom, draftYaml } from '../../pipeline/draft/index.ts'
import { identifier, literal, openEngine } from '../../pipeline/engine/index.ts'
import { testEngine } from '../support/engine.ts'

export interface DraftedTable {
  readonly draft: Draft
  readonly yaml: string
  readonly definition: Definition | undefined
  /** What is wrong with the text as a definition. */
  readonly faults: readonly string[]
}

/** Drafts a file as `stocktake init` does; also gives the headings of its columns. */
export async function draftFile(
  path: string,
  options: { readonly encoding?: string } = {},
): Promise<DraftedTable & { readonly headings: readonly string[] }> {
  const work = mkdtempSync(join(tmpdir(), 'stocktake-test-'))
  const folders = [work, dirname(path)]
  const engine = await openEngine({ memoryLimit: '1GB', spill: join(work, 'spill'), folders })
  try {
    const { value, issues } = await openExport(engine, path, options, { work })
    if (value === undefined) throw new Error(issues.map(({ message }) => message).join('\n'))
    await value.load('responses')
    const { columns, layout } = value
    const { draft } = await draftFrom(engine, {
      ...{ file: basename(path), relation: 'responses', columns, today: '2026-03-31' },
      ...options,
      ...(layout === undefined ? {} : { layout }),
    })
    return { ...asDefinition(draft), headings: columns.map(({ heading }) => heading) }
  } finally {
    engine.close()
  }
}

function asDefinition(draft: Draft): DraftedTable {
  const yaml = draftYaml(draft)
  const { value, issues } = readDefinition(yaml, 'consultation.yaml', 'drafted')
  return { draft, yaml, definition: value, faults: issues.map(({ row, message }) => `${row}: ${message}`) }
}

type Cells = readonly (readonly (string | null)[])[]

/** Drafts a plain table (or one that `layout` and `columns` describe) with these rows. */
export async function draftTable(
  header: readonly string[],
  rows: Cells,
  more: Partial<DraftInput> & {
    readonly frameRows?: { readonly header: readonly string[]; readonly rows: Cells }
  } = {},
): Promise<DraftedTable> {
  const { engine } = await testEngine()
  try {
    const fill = async (relation: string, width: number, cells: Cells) => {
      const columns = Array.from({ length: width }, (_, index) => `c${index} VARCHAR`)
      await engine.run(`CREATE TABLE ${identifier(relation)} (${columns.join(', ')})`)
      const values = cells.map(
        (row) => `(${row.map((cell) => (cell === null ? 'NULL' : literal(cell))).join(', ')})`,
      )
      await engine.run(`INSERT INTO ${identifier(relation)} VALUES ${values.join(', ')}`)
    }
    const plain = (names: readonly string[]) =>
      names.map((heading) => ({ heading, question: heading, role: 'answer' as const }))
    await fill('responses', header.length, rows)
    const { frameRows, ...input } = more
    if (frameRows !== undefined) await fill('frame', frameRows.header.length, frameRows.rows)
    const { draft } = await draftFrom(engine, {
      file: 'export.csv',
      relation: 'responses',
      columns: plain(header),
      today: '2026-03-31',
      ...(frameRows === undefined
        ? {}
        : { frame: { file: 'frame.csv', relation: 'frame', columns: plain(frameRows.header) } }),
      ...input,
    })
    return asDefinition(draft)
  } finally {
    engine.close()
  }
}

/** As many rows as needed, each column a list that is gone through again and again. */
export const cycle = (count: number, ...columns: readonly (readonly (string | null)[])[]): Cells =>
  Array.from({ length: count }, (_, row) => columns.map((cells) => cells[row % cells.length] ?? null))

/** A text that no other row has. */
export const unique = (words: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, row) => `${words} ${row * 7919}`)
