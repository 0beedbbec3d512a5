import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chalk } from 'zx'
import { type Arguments, readArguments } from './arguments.ts'
import { EXIT } from './exit-codes.ts'
import { HELP } from './help.ts'
import type { Result } from './result.ts'

const write = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

async function main(): Promise<number> {
  if (!process.stderr.isTTY || process.env['NO_COLOR'] !== undefined) chalk.level = 0
  const typed = readArguments(process.argv.slice(2))
  if (typeof typed === 'string') {
    write(`${typed}\nstocktake --help shows what there is.`)
    return EXIT.usage
  }
  if (typed.command === 'help') {
    process.stdout.write(HELP)
    return EXIT.done
  }
  if (typed.command === 'version') {
    const manifest = await readFile(join(import.meta.dirname, '../../package.json'), 'utf8')
    process.stdout.write(`${String(JSON.parse(manifest).version)}\n`)
    return EXIT.done
  }
  const result = await perform(typed)
  if (typed.json) process.stdout.write(`${JSON.stringify(result)}\n`)
  return result.exitCode
}

type Work = Exclude<Arguments, { readonly command: 'help' } | { readonly command: 'version' }>

/** Loads only what the command needs: reading the program is most of a small run. */
async function perform(typed: Work): Promise<Result> {
  switch (typed.command) {
    case 'init':
      return (await import('./init-command.ts')).initCommand(typed, write)
    case 'run':
      return typed.all
        ? (await import('./run-all-command.ts')).runAllCommand(typed, write)
        : (await import('./run-command.ts')).runCommand(typed, write)
    case 'check':
      return (await import('./check-command.ts')).checkCommand(typed, write)
    case 'review':
      return (await import('./review-command.ts')).reviewCommand(typed, write)
    case 'attack':
      return (await import('./attack-command.ts')).attackCommand(typed, write)
    case 'diff':
      return (await import('./diff-command.ts')).diffCommand(typed, write)
    case 'publish':
      return (await import('./publish-command.ts')).publishCommand(typed, write)
    case 'verify':
      return (await import('./verify-command.ts')).verifyCommand(typed, write)
    case 'withdraw':
      return (await import('./withdraw-command.ts')).withdrawCommand(typed, write)
  }
}

process.exitCode = await main()
