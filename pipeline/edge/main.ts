import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chalk } from 'zx'
import { type Arguments, readArguments } from './arguments.ts'
import { checkCommand } from './check-command.ts'
import { EXIT } from './exit-codes.ts'
import { HELP } from './help.ts'
import { initCommand } from './init-command.ts'
import type { Result } from './result.ts'
import { runCommand } from './run-command.ts'

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

function perform(typed: Work): Promise<Result> {
  switch (typed.command) {
    case 'init':
      return initCommand(typed, write)
    case 'run':
      return runCommand(typed, write)
    case 'check':
      return checkCommand(typed, write)
  }
}

process.exitCode = await main()
