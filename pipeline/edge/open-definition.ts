import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { type Definition, readDefinition } from '../definition/index.ts'
import { hasErrors, Refused } from '../issues.ts'
import { isCode } from './lock.ts'

const FILE = 'consultation.yaml'

/** Reads and checks `raw/<id>/consultation.yaml`. Throws `Refused` when it is missing or wrong. */
export async function openDefinition(folder: string): Promise<{ definition: Definition; text: string }> {
  const text = await readFile(join(folder, FILE), 'utf8').catch((error: unknown) => {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) throw missing(folder)
    throw error
  })
  const { value, issues } = readDefinition(text, FILE, basename(resolve(folder)))
  if (value === undefined || hasErrors(issues)) throw new Refused(issues)
  return { definition: value, text }
}

const missing = (folder: string): Refused =>
  new Refused([
    {
      code: 'definition/missing',
      severity: 'error',
      concern: 'definition',
      message: `There is no ${FILE} in ${folder}.`,
      advice: 'Name the folder of one consultation, such as raw/taking-stock-2015.',
      file: FILE,
    },
  ])
