import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { collect, inspectSources } from '../../pipeline/1-collect/index.ts'
import { clean } from '../../pipeline/2-clean/index.ts'
import { anonymise } from '../../pipeline/3-anonymise/index.ts'
import { validate } from '../../pipeline/4-validate/index.ts'
import type { AnonymousResponses } from '../../pipeline/artefacts.ts'
import { readDefinition } from '../../pipeline/definition/index.ts'
import { identifier } from '../../pipeline/engine/index.ts'
import { testEngine } from './engine.ts'

/** Column -> cell. */
export type Cells = Readonly<Record<string, string>>

/** What came of the responses at the door of anonymising. */
export interface Anonymised {
  readonly artefact: AnonymousResponses
  /** Rows that leave, in their order; the published fields alone. */
  readonly rows: readonly Cells[]
  /** What tables are counted from; nothing is the empty text. */
  readonly counted: readonly Cells[]
}

const HEAD = `title: A survey
publisher: { name: Borough of Testing }
licence: CC-BY-4.0
fieldwork: { start: 2026-03-01, end: 2026-03-31 }
`

/** Runs a small consultation as far as its anonymous responses, in a process and an engine of its own. */
export async function anonymised(
  definition: string,
  files: Readonly<Record<string, string>>,
): Promise<Anonymised> {
  const { engine, folder } = await testEngine()
  try {
    const home = join(folder, 'raw')
    const work = join(folder, 'work')
    for (const path of [home, work]) mkdirSync(path)
    for (const [name, content] of Object.entries(files)) writeFileSync(join(home, name), content)
    const { value, issues } = readDefinition(HEAD + definition, 'consultation.yaml', 'survey')
    if (value === undefined) throw new Error(issues.map(({ message }) => message).join('\n'))
    const submissions = await collect(engine, value, await inspectSources(value, home), { work })
    const responses = await clean(engine, value, submissions.value)
    const artefact = await anonymise(engine, value, responses.value)
    await validate(engine, value, artefact)
    const read = async (relation: string, names: readonly string[]): Promise<readonly Cells[]> => {
      const items = names.length === 0 ? '*' : names.map(identifier).join(', ')
      const found = await engine.rows(`SELECT ${items} FROM ${identifier(relation)} ORDER BY rowid`)
      return found.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, String(cell ?? '')])),
      )
    }
    const names = artefact.fields.map(({ name }) => name)
    return {
      artefact,
      rows: artefact.rows === 0 ? [] : await read(artefact.relation, names),
      counted: await read(artefact.counted, []),
    }
  } finally {
    engine.close()
  }
}

/** How many rows have each combination of these columns: "North | Yes" -> 12. */
export function tally(
  rows: readonly Cells[],
  ...columns: readonly string[]
): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const key = columns.map((column) => row[column] ?? '').join(' | ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
