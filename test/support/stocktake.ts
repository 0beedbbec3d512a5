import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')
/** The example consultation, as received. */
export const EXAMPLE = join(ROOT, 'raw/taking-stock-2015')
/** Reference data beside the project; users do not have it. */
export const SHARED = join(ROOT, '../shared')

export interface Ran {
  readonly exitCode: number | null
  readonly said: string
  readonly result: Readonly<Record<string, unknown>>
}

/** A new folder to work in. */
export const workplace = (): string => mkdtempSync(join(tmpdir(), 'stocktake-test-'))

/** Runs the real command line in `home`. */
export function stocktake(
  home: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Ran {
  const child = spawnSync(process.execPath, [join(ROOT, 'pipeline/edge/stocktake.mjs'), ...args, '--json'], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 26,
  })
  const line = child.stdout.trim().split('\n').at(-1) ?? ''
  return { exitCode: child.status, said: child.stderr, result: line.startsWith('{') ? JSON.parse(line) : {} }
}

/** A copy of the example in `home/raw/taking-stock-2015`, to be spoiled. */
export function copyExample(home: string): string {
  const folder = join(home, 'raw/taking-stock-2015')
  cpSync(EXAMPLE, folder, { recursive: true })
  return folder
}

/** The same without its tables by region, which take most of the time to protect: for tests that are about something else. */
export function copyExampleWhole(home: string): string {
  const folder = copyExample(home)
  const definition = join(folder, 'consultation.yaml')
  const text = readFileSync(definition, 'utf8')
  const whole = text.replace('  breakdowns: [region]\n', '  breakdowns: []\n')
  if (whole === text) throw new Error('the example is broken down in another way now')
  writeFileSync(definition, whole)
  return folder
}

/** The same, as if nobody had asked for confidentiality: the rows then hold everybody whom the tables count. */
export function copyOpenExample(home: string): string {
  const folder = copyExampleWhole(home)
  const definition = join(folder, 'consultation.yaml')
  const text = readFileSync(definition, 'utf8')
  const column = 'Please do not publish my comments'
  const open = text
    .replace(`      do_not_publish: ${column}\n`, '')
    .replace('ignore: [Status]', `ignore: [Status, ${column}]`)
  if (open.includes('do_not_publish')) throw new Error('the example asks for consent in another way now')
  writeFileSync(definition, open)
  return folder
}

/** Every file below a folder, path and bytes, in code-unit order; links are not followed. */
export function tree(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile() && !path.startsWith('latest/'))
    .sort()
  return new Map(files.map((path) => [path, readFileSync(join(folder, path))]))
}
