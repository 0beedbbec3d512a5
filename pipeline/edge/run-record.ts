import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Inspections } from '../1-collect/index.ts'
import type { Edition, ReleaseFiles } from '../artefacts.ts'
import { readText } from './disk.ts'
import { writeWhole } from './durable.ts'
import { readJson } from './releases.ts'

/** What the last run of a consultation made, and of what. */
export interface RecordedRun {
  readonly key: string
  readonly version: string
  readonly edition: Edition
  readonly files: ReleaseFiles['files']
}

const PROGRAM = join(import.meta.dirname, '..')
const FILE = 'run.json'

/** One value for all that decides a release: definition, files received, and the program itself with its libraries. */
export async function runKey(definitionText: string, inspections: Inspections): Promise<string> {
  const hash = createHash('sha256').update(definitionText)
  for (const { file, sha256 } of inspections) hash.update(`\n${file} ${sha256}`)
  return hash.update(await codeVersion()).digest('hex')
}

/** One value for the sources of this program and the versions of the libraries it rests on. */
async function codeVersion(): Promise<string> {
  const hash = createHash('sha256')
  const paths = (await readdir(PROGRAM, { recursive: true }))
    .filter((path) => /\.(ts|mjs)$/.test(path))
    .sort()
  for (const path of paths) hash.update(`\n${path}\n`).update(await readFile(join(PROGRAM, path)))
  for (const name of ['package.json', 'package-lock.json']) {
    hash.update((await readText(join(PROGRAM, '..', name))) ?? '')
  }
  return hash.digest('hex')
}

/** The record of the last run; undefined where there was none, or another program wrote it. */
export async function readRun(folder: string): Promise<RecordedRun | undefined> {
  const found = await readJson(join(folder, FILE))
  return isRecord(found) ? found : undefined
}

const isRecord = (value: unknown): value is RecordedRun =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  'version' in value &&
  'edition' in value &&
  'files' in value &&
  Array.isArray(value.files)

export const writeRun = (folder: string, record: RecordedRun): Promise<void> =>
  writeWhole(join(folder, FILE), `${JSON.stringify(record, null, 2)}\n`)
