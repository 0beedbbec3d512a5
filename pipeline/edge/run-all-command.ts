import { spawn } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { RunArguments } from './arguments.ts'
import { EXIT, worstCode } from './exit-codes.ts'
import { failure } from './failures.ts'
import type { Result } from './result.ts'

/**
 * `stocktake run --all`: every consultation below a folder, one after the other, each in a process of its own, so
 * that nothing that befalls one, not even the end of its process, stops the others. Those that are before their
 * hour are waited for last. The exit code is the worst.
 */
export async function runAllCommand(typed: RunArguments, write: (line: string) => void): Promise<Result> {
  try {
    const folders = await consultations(typed.folder)
    if (folders.length === 0) {
      write(`There is no consultation below ${typed.folder}: no folder in it has a consultation.yaml.`)
      return { exitCode: EXIT.usage, status: 'refused', issues: [] }
    }
    const results = new Map<string, Result>()
    for (const folder of folders) results.set(folder, await runOne(folder, typed, false, write))
    const early = folders.filter((folder) => results.get(folder)?.exitCode === EXIT.embargo)
    if (typed.wait) {
      const waited = early.map(async (folder) => [folder, await runOne(folder, typed, true, write)] as const)
      for (const [folder, result] of await Promise.all(waited)) results.set(folder, result)
    }
    const exitCode = worstCode([...results.values()].map((result) => result.exitCode))
    for (const [folder, result] of results)
      write(`${String(result.exitCode).padEnd(3)}${result.status.padEnd(11)}${folder}`)
    return {
      exitCode,
      status: exitCode === EXIT.done ? 'done' : 'failed',
      issues: [],
      results: Object.fromEntries(results),
    }
  } catch (error) {
    return failure(error, write)
  }
}

/** Folders with a definition, in code-unit order. */
async function consultations(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((): string[] => [])
  const found: string[] = []
  for (const name of names.sort()) {
    const definition = await stat(join(folder, name, 'consultation.yaml')).catch(() => undefined)
    if (definition?.isFile() && !name.startsWith('.')) found.push(join(folder, name))
  }
  return found
}

/** Runs one consultation as `stocktake run` would; its words go where ours go. */
async function runOne(
  folder: string,
  { out, draft, clock }: RunArguments,
  wait: boolean,
  write: (line: string) => void,
): Promise<Result> {
  write(`${new Date().toISOString()}  ${folder}${wait ? ', waiting for its hour' : ''}`)
  const options = [
    ...(draft ? ['--draft'] : []),
    ...(wait ? ['--wait'] : []),
    ...(clock === undefined ? [] : ['--clock', clock]),
  ]
  const program = join(import.meta.dirname, 'stocktake.mjs')
  const args = [program, 'run', folder, '--out', out, '--json', ...options]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const stop = () => child.kill()
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve)
    child.on('error', () => resolve(null))
  })
  process.off('SIGTERM', stop)
  process.off('SIGINT', stop)
  return resultOf(said) ?? ended(code, relative('.', folder), write)
}

function resultOf(said: string): Result | undefined {
  try {
    return JSON.parse(said) as Result
  } catch {
    return undefined
  }
}

function ended(code: number | null, folder: string, write: (line: string) => void): Result {
  write(`The run of ${folder} ended without a result. Nothing was published.`)
  return { exitCode: code === null || code === 0 ? EXIT.ourFault : code, status: 'failed', issues: [] }
}
