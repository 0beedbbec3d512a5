import { minimist } from 'zx'

export interface Arguments {
  readonly command: 'run' | 'check' | 'help' | 'version'
  readonly folder: string
  readonly out: string
  readonly json: boolean
}

/** What was typed, or a sentence saying what is wrong with it. */
export function readArguments(argv: readonly string[]): Arguments | string {
  const typed = minimist([...argv], {
    string: ['out', '_'],
    boolean: ['json', 'help', 'version'],
    alias: { h: 'help' },
    default: { out: 'dist' },
  })
  const unknown = Object.keys(typed).find(
    (key) => !['_', 'out', 'json', 'help', 'h', 'version'].includes(key),
  )
  if (unknown !== undefined) return `There is no option --${unknown}.`
  const [command, folder, ...rest] = typed._
  const common = { out: String(typed['out']), json: Boolean(typed['json']) }
  if (typed['version']) return { command: 'version', folder: '', ...common }
  if (typed['help'] || command === undefined || command === 'help')
    return { command: 'help', folder: '', ...common }
  if (command !== 'run' && command !== 'check')
    return `There is no command "${command}". The commands are run and check.`
  if (folder === undefined) return `Which consultation? Write: stocktake ${command} raw/<id>`
  if (rest.length > 0) return 'One consultation at a time.'
  if (common.out === '') return '--out needs a folder.'
  return { command, folder, ...common }
}

export const HELP = `stocktake: raw survey responses in, open data that is safe to publish out

  stocktake run raw/<id>      make the release of a consultation in dist/<id>/<version>/
  stocktake check raw/<id>    check its definition and files; writes nothing

  --out <folder>   where releases go instead of dist
  --json           print one result object on standard output
  --version        print the version
  --help           print this

raw/<id>/ holds consultation.yaml, which says what came in, what was asked and what may be shown,
and the files as received. What only you may see (the log of every change) goes to .stocktake/<id>/.

Exit codes: 0 done or unchanged, 1 our fault, 2 wrong usage or definition, 3 data refused,
4 disclosure control refused, 5 another run is under way.

First time here? Try:  stocktake run raw/taking-stock-2015
`
