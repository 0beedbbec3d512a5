/** What a command takes: the names it is given, and its options. One entry a command; `--json` is for all. */
export interface Command {
  /** Fewest and most names after the command. */
  readonly names: readonly [number, number]
  /** Options with a value after them. */
  readonly values: readonly string[]
  /** Options without. */
  readonly flags: readonly string[]
  /** What to say when a name is missing, and when there are too many. */
  readonly which: string
  readonly tooMany: string
}

const ONE = 'One consultation at a time.'

export const COMMANDS = {
  init: {
    names: [1, 1],
    values: ['frame', 'out', 'sheet', 'encoding'],
    flags: [],
    which: 'Which export? Write: stocktake init export.csv',
    tooMany: 'One export at a time.',
  },
  run: {
    names: [1, 1],
    values: ['out', 'clock'],
    flags: ['all', 'draft', 'wait'],
    which: 'Which consultation? Write: stocktake run raw/<id>',
    tooMany: `${ONE} For all of them, write: stocktake run --all`,
  },
  check: {
    names: [1, 1],
    values: ['out'],
    flags: [],
    which: 'Which consultation? Write: stocktake check raw/<id>',
    tooMany: ONE,
  },
  review: {
    names: [1, 1],
    values: [],
    flags: [],
    which: 'Which consultation? Write: stocktake review raw/<id>',
    tooMany: ONE,
  },
  attack: {
    names: [1, 1],
    values: ['with'],
    flags: [],
    which: 'Which release, or which printed figures? Write: stocktake attack dist/<id>/<version>',
    tooMany: 'One release at a time; name earlier ones with --with.',
  },
  diff: {
    names: [2, 2],
    values: [],
    flags: [],
    which: 'Which two releases? Write: stocktake diff dist/<id>/1.0.0 dist/<id>/1.1.0',
    tooMany: 'Two releases at a time.',
  },
  publish: {
    names: [1, 1],
    values: ['to', 'targets', 'at'],
    flags: ['dry-run', 'wait'],
    which: 'Which release? Write: stocktake publish dist/<id>/latest --to <target>',
    tooMany: 'One release at a time.',
  },
  verify: {
    names: [1, 1],
    values: [],
    flags: [],
    which: 'Which release? Write: stocktake verify dist/<id>/<version>, or its ZIP file',
    tooMany: 'One release at a time.',
  },
  withdraw: {
    names: [1, 1],
    values: ['reason'],
    flags: [],
    which: 'Which release? Write: stocktake withdraw dist/<id>/<version> --reason "…"',
    tooMany: 'One release at a time.',
  },
} as const satisfies Readonly<Record<string, Command>>

export type CommandName = keyof typeof COMMANDS

/** "init, run and check". */
export const commandNames = (): string => {
  const names = Object.keys(COMMANDS)
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
