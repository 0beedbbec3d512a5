import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, openEngine } from '../../pipeline/engine/index.ts'

/** A real engine with a folder of its own. */
export async function testEngine(): Promise<{ readonly engine: Engine; readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'stocktake-test-'))
  const engine = await openEngine({ memoryLimit: '1GB', spill: join(folder, 'spill'), folders: [folder] })
  return { engine, folder }
}
