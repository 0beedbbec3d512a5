import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Inspections } from '../1-collect/index.ts'
import type { ReleaseFiles } from '../artefacts.ts'
import { isCode } from './lock.ts'

/** What the last run of a consultation made, and of what. */
export interface RecordedRun {
  readonly key: string
  readonly version: string
  readonly files: ReleaseFiles['files']
}

const PROGRAM = join(import.meta.dirname, '..')

/** One value for all that decides a release: definition, files received, and the program itself. */
export async function runKey(definitionText: string, inspections: Inspections): Promise<string> {
  const hash = createHash('sha256').update(definitionText)
  for (const { file, sha256 } of inspections) hash.update(`\n${file} ${sha256}`)
  const paths = (await readdir(PROGRAM, { recursive: true }))
    .filter((path) => /\.(ts|mjs)$/.test(path))
    .sort()
  for (const path of paths) hash.update(`\n${path}\n`).update(await readFile(join(PROGRAM, path)))
  hash.update(await readFile(join(PROGRAM, '..', 'package.json')))
  return hash.digest('hex')
}

/** The record of the last run; undefined when there was none. */
export async function readRun(folder: string): Promise<RecordedRun | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, 'run.json'), 'utf8')) as RecordedRun
  } catch (error) {
    if (isCode(error, 'ENOENT') || error instanceof SyntaxError) return undefined
    throw error
  }
}

export const writeRun = (folder: string, record: RecordedRun): Promise<void> =>
  writeFile(join(folder, 'run.json'), `${JSON.stringify(record, null, 2)}\n`)
