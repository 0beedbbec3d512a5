import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { collect, inspectSources } from '../../pipeline/1-collect/index.ts'
import { clean } from '../../pipeline/2-clean/index.ts'
import type { RowAccount } from '../../pipeline/artefacts.ts'
import { readDefinition } from '../../pipeline/definition/index.ts'
import type { Row } from '../../pipeline/engine/index.ts'
import { type Issue, Refused } from '../../pipeline/issues.ts'
import { testEngine } from './engine.ts'

/** What cleaning made of the files of a small consultation. */
export interface Cleaned {
  /** Rows that count, in the order of the files. */
  readonly rows: readonly Row[]
  /** Reason -> rows set aside for it. */
  readonly aside: Readonly<Record<string, number>>
  readonly account?: RowAccount
  /** File and row of each row set aside, as the private log has them. */
  readonly log: readonly string[]
  /** Whatever was said; errors where the data was refused. */
  readonly issues: readonly Issue[]
  readonly codes: readonly string[]
  readonly refused: boolean
}

const HEAD = `title: A survey
publisher: { name: Borough of Testing }
licence: CC-BY-4.0
fieldwork: { start: 2026-03-01, end: 2026-03-31 }
`

/** Collects and cleans files by a definition without its head, in this process: no release is made. */
export async function cleaned(text: string, files: Readonly<Record<string, string>>): Promise<Cleaned> {
  const { engine, folder } = await testEngine()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const { value: definition, issues: faults } = readDefinition(HEAD + text, 'consultation.yaml', 'survey')
  if (definition === undefined) throw new Error(faults.map(({ message }) => message).join('\n'))
  const work = join(folder, 'work')
  mkdirSync(work)
  try {
    const inspections = await inspectSources(definition, folder)
    const submissions = await collect(engine, definition, inspections, { work })
    const { value, issues } = await clean(engine, definition, submissions.value)
    const log = await engine.rows(`SELECT file || ' ' || row AS place FROM cleaning_log WHERE field IS NULL`)
    return {
      rows: await engine.rows(`SELECT * FROM ${value.relation} ORDER BY source, record`),
      aside: Object.fromEntries(value.account.setAside.map(({ reason, rows }) => [reason, rows])),
      account: value.account,
      log: log.map(({ place }) => String(place)),
      issues,
      codes: issues.map(({ code }) => code),
      refused: false,
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { issues } = error
    return { rows: [], aside: {}, log: [], issues, codes: issues.map(({ code }) => code), refused: true }
  } finally {
    engine.close()
  }
}
