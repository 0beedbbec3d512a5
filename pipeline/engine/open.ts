import { DuckDBInstance } from '@duckdb/node-api'
import type { Engine, EngineOptions, Row } from './model.ts'
import { literal } from './sql.ts'

/**
 * Opens an in-memory engine that can touch no file outside `options.folders`, install nothing and
 * call nobody. Larger-than-memory work spills to `options.spill`.
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  const run = async (sql: string): Promise<void> => {
    await connection.run(sql)
  }
  await run(`SET memory_limit = ${literal(options.memoryLimit)}`)
  await run(`SET temp_directory = ${literal(options.spill)}`)
  await run(`SET allowed_directories = [${options.folders.map(literal).join(', ')}]`)
  await run('SET enable_external_access = false')
  // Row order is part of the contract: files are read, and the release is written, in a stated order.
  await run('SET preserve_insertion_order = true')
  await run('SET enable_progress_bar = false')
  await run('SET lock_configuration = true')
  return {
    run,
    rows: async (sql: string): Promise<readonly Row[]> => {
      const reader = await connection.runAndReadAll(sql)
      return reader.getRowObjectsJson() as Row[]
    },
    columns: async (sql: string): Promise<readonly (readonly Row[string][])[]> => {
      const reader = await connection.runAndReadAll(sql)
      return reader.getColumnsJson() as Row[string][][]
    },
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
