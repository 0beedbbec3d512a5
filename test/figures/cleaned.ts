import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { collect, inspectSources } from '../../pipeline/1-collect/index.ts'
import { clean } from '../../pipeline/2-clean/index.ts'
import { readDefinition } from '../../pipeline/definition/index.ts'
import type { Row } from '../../pipeline/engine/index.ts'
import { testEngine } from '../support/engine.ts'

/** The cleaned responses of a consultation, and who could have answered. */
export interface CleanedFiles {
  /** One a response: where it came from, its variables and answers. */
  readonly responses: readonly Row[]
  /** Units of the frame, `key` and variables. */
  readonly units: readonly Row[]
  /** People invited, `place`, `keys` of their units, variables. */
  readonly people: readonly Row[]
}

/** Collects and cleans the files of a folder of raw files, in this process; nothing is counted. Throws where a run would be refused. */
export async function cleanedFiles(raw: string): Promise<CleanedFiles> {
  const { engine, folder } = await testEngine()
  try {
    const text = readFileSync(join(raw, 'consultation.yaml'), 'utf8')
    const { value: definition, issues } = readDefinition(text, 'consultation.yaml', 'survey')
    if (definition === undefined) throw new Error(issues.map(({ message }) => message).join('\n'))
    // The engine reads nothing outside its own folder.
    const [received, work] = [join(folder, 'received'), join(folder, 'work')]
    cpSync(raw, received, { recursive: true })
    mkdirSync(work)
    const inspections = await inspectSources(definition, received)
    const submissions = await collect(engine, definition, inspections, { work })
    const { value } = await clean(engine, definition, submissions.value)
    return {
      responses: await engine.rows(`SELECT * FROM ${value.relation}`),
      units: value.units === undefined ? [] : await engine.rows('SELECT * FROM units'),
      people: value.people === undefined ? [] : await engine.rows('SELECT rowid AS place, * FROM people'),
    }
  } finally {
    engine.close()
  }
}
