import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { collect, inspectSources } from '../1-collect/index.ts'
import { openEngine } from '../engine/index.ts'
import { personalFactIssues } from '../personal-facts/index.ts'
import type { CheckArguments } from './arguments.ts'
import { EXIT } from './exit-codes.ts'
import { failure } from './failures.ts'
import { openDefinition } from './open-definition.ts'
import { printIssues } from './print-issues.ts'
import type { Result } from './result.ts'

/** `stocktake check`: reads the definition and the heads of its files; writes nothing that stays. */
export async function checkCommand(typed: CheckArguments, write: (line: string) => void): Promise<Result> {
  const raw = resolve(typed.folder)
  const work = await mkdtemp(join(tmpdir(), 'stocktake-check-'))
  const engine = await openEngine({ memoryLimit: '1GB', spill: join(work, 'spill'), folders: [raw, work] })
  try {
    const { definition } = await openDefinition(raw)
    const inspections = await inspectSources(definition, raw)
    const { value, issues: collected } = await collect(engine, definition, inspections, { work })
    const issues = [...collected, ...personalFactIssues(definition)]
    printIssues(issues, write)
    for (const source of [value.frame, value.invitees, ...value.responses]) {
      if (source !== undefined) write(`${source.file}: ${source.reading}`)
    }
    write(`${definition.id}: the definition and the headings of its files are in order`)
    return { exitCode: EXIT.done, status: 'checked', issues }
  } catch (error) {
    return failure(error, write)
  } finally {
    engine.close()
    await rm(work, { recursive: true, force: true })
  }
}
