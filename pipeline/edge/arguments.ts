import { minimist } from 'zx'
import { COMMANDS, type Command, type CommandName, commandNames } from './commands.ts'
import type { InitArguments } from './init-command.ts'
import type { PublishArguments } from './publish-command.ts'

export type Arguments =
  | (RunArguments & { readonly command: 'run' })
  | (CheckArguments & { readonly command: 'check' })
  | (ReviewArguments & { readonly command: 'review' })
  | (InitArguments & { readonly command: 'init' })
  | (AttackArguments & { readonly command: 'attack' })
  | (DiffArguments & { readonly command: 'diff' })
  | (PublishArguments & { readonly command: 'publish' })
  | (VerifyArguments & { readonly command: 'verify' })
  | (WithdrawArguments & { readonly command: 'withdraw' })
  | { readonly command: 'help' }
  | { readonly command: 'version' }

export interface CheckArguments {
  /** A consultation, or with `all` the folder of all of them. */
  readonly folder: string
  readonly out: string
  readonly json: boolean
}

export interface RunArguments extends CheckArguments {
  readonly all: boolean
  /** Make everything and publish nothing. */
  readonly draft: boolean
  /** Stay until the hour of publication. */
  readonly wait: boolean
  /** Web server by whose clock this machine's is checked. */
  readonly clock?: string
}

export interface ReviewArguments {
  readonly folder: string
  readonly json: boolean
}

export interface AttackArguments {
  /** A release, its ZIP file, or a CSV of printed figures. */
  readonly target: string
  /** Earlier releases that the intruder holds too. */
  readonly earlier: readonly string[]
  readonly json: boolean
}

export interface DiffArguments {
  readonly before: string
  readonly after: string
  readonly json: boolean
}

export interface VerifyArguments {
  /** Folder of a release, or its ZIP file. */
  readonly release: string
  readonly json: boolean
}

export interface WithdrawArguments {
  /** A release, or the folder of all releases of a consultation. */
  readonly folder: string
  readonly reason: string
  readonly json: boolean
}

/** What was typed, or a sentence saying what is wrong with it. */
export function readArguments(argv: readonly string[]): Arguments | string {
  const all: readonly Command[] = Object.values(COMMANDS)
  const values = [...new Set(all.flatMap((command) => command.values))]
  const flags = [...new Set(all.flatMap((command) => command.flags))]
  const typed = minimist([...argv], {
    string: [...values, '_'],
    boolean: [...flags, 'json', 'help', 'version'],
    alias: { h: 'help' },
  })
  const [name, ...names] = typed._
  const given = Object.keys(typed).filter(
    (key) => values.includes(key) || (flags.includes(key) && typed[key]),
  )
  const known = ['_', 'json', 'help', 'h', 'version', ...values, ...flags]
  const unknown = Object.keys(typed).find((key) => !known.includes(key))
  if (unknown !== undefined) return `There is no option --${unknown}.`
  if (typed['version']) return { command: 'version' }
  if (typed['help'] || name === undefined || name === 'help') return { command: 'help' }
  if (!isCommand(name)) return `There is no command "${name}". The commands are ${commandNames()}.`
  const command: Command = COMMANDS[name]
  const stray = given.find((key) => !command.values.includes(key) && !command.flags.includes(key))
  if (stray !== undefined) return `stocktake ${name} has no option --${stray}.`
  const empty = given.find((key) => typed[key] === '')
  if (empty !== undefined)
    return empty === 'out' ? '--out needs a folder.' : `--${empty} needs a value after it.`
  // Everything below raw/ where no folder is named.
  const operands = name === 'run' && typed['all'] && names.length === 0 ? ['raw'] : names
  if (operands.length < command.names[0]) return command.which
  if (operands.length > command.names[1]) return command.tooMany
  const options = Object.fromEntries(given.map((key) => [key, typed[key]]))
  return asArguments(name, operands, { ...options, json: Boolean(typed['json']) })
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name)

type Options = Readonly<Record<string, unknown>> & { readonly json: boolean }

function asArguments(
  command: CommandName,
  [first = '', second = '']: readonly string[],
  options: Options,
): Arguments | string {
  const { json } = options
  const text = (key: string) => (options[key] === undefined ? {} : { [key]: String(options[key]) })
  switch (command) {
    case 'init':
      return {
        command,
        export: first,
        json,
        ...text('frame'),
        ...text('out'),
        ...text('sheet'),
        ...text('encoding'),
      }
    case 'run':
    case 'check': {
      const [all, draft, wait] = ['all', 'draft', 'wait'].map((key) => options[key] === true)
      const clock = text('clock')
      if (clock['clock'] !== undefined && !/^https?:\/\/[^\s/]+/.test(clock['clock']))
        return '--clock needs the address of a web server, such as https://www.gov.uk.'
      return {
        command,
        folder: first,
        out: String(options['out'] ?? 'dist'),
        json,
        all: all === true,
        draft: draft === true,
        wait: wait === true,
        ...clock,
      }
    }
    case 'review':
      return { command, folder: first, json }
    case 'attack':
      return { command, target: first, json, earlier: [options['with'] ?? []].flat().map(String) }
    case 'diff':
      return { command, before: first, after: second, json }
    case 'publish': {
      if (options['to'] === undefined)
        return 'To which target? Write: stocktake publish dist/<id>/latest --to <target>'
      const [dryRun, wait] = ['dry-run', 'wait'].map((key) => options[key] === true)
      return {
        command,
        release: first,
        to: String(options['to']),
        ...text('targets'),
        ...text('at'),
        dryRun: dryRun === true,
        wait: wait === true,
        json,
      }
    }
    case 'verify':
      return { command, release: first, json }
    case 'withdraw':
      return options['reason'] === undefined
        ? 'Why? It is published in its place. Write: --reason "…"'
        : { command, folder: first, json, reason: String(options['reason']) }
  }
}
