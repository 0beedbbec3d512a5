import { minimist } from 'zx'
import type { InitArguments } from './init-command.ts'

export type Arguments =
  | (RunArguments & { readonly command: 'run' | 'check' })
  | (InitArguments & { readonly command: 'init' })
  | { readonly command: 'help' }
  | { readonly command: 'version' }

export interface RunArguments {
  readonly folder: string
  readonly out: string
  readonly json: boolean
}

const OPTIONS = {
  run: ['out', 'json'],
  check: ['json', 'out'],
  init: ['frame', 'out', 'sheet', 'encoding', 'json'],
} as const
const COMMANDS = ['init', 'run', 'check'] as const

/** What was typed, or a sentence saying what is wrong with it. */
export function readArguments(argv: readonly string[]): Arguments | string {
  const typed = minimist([...argv], {
    string: ['out', 'frame', 'sheet', 'encoding', '_'],
    boolean: ['json', 'help', 'version'],
    alias: { h: 'help' },
  })
  const [name, first, ...rest] = typed._
  const given = Object.keys(typed).filter((key) => !['_', 'json', 'help', 'h', 'version'].includes(key))
  const known: readonly string[] = [...new Set(Object.values(OPTIONS).flat())]
  const unknown = given.find((key) => !known.includes(key))
  if (unknown !== undefined) return `There is no option --${unknown}.`
  if (typed['version']) return { command: 'version' }
  if (typed['help'] || name === undefined || name === 'help') return { command: 'help' }
  const command = COMMANDS.find((one) => one === name)
  if (command === undefined) return `There is no command "${name}". The commands are init, run and check.`
  const stray = given.find((key) => !OPTIONS[command].some((option) => option === key))
  if (stray !== undefined) return `stocktake ${command} has no option --${stray}.`
  const empty = given.find((key) => typed[key] === '')
  if (empty !== undefined)
    return empty === 'out' ? '--out needs a folder.' : `--${empty} needs a value after it.`
  if (first === undefined) return WHICH[command]
  if (rest.length > 0) return command === 'init' ? 'One export at a time.' : 'One consultation at a time.'
  const json = Boolean(typed['json'])
  if (command !== 'init') return { command, folder: first, out: String(typed['out'] ?? 'dist'), json }
  const options = Object.fromEntries(given.map((key) => [key, String(typed[key])]))
  return { command, export: first, json, ...options }
}

const WHICH = {
  init: 'Which export? Write: stocktake init export.csv',
  run: 'Which consultation? Write: stocktake run raw/<id>',
  check: 'Which consultation? Write: stocktake check raw/<id>',
} as const
