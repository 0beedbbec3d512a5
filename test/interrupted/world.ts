import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { copyExampleWhole, ROOT, stocktake, tree, workplace } from '../support/stocktake.ts'

/** A folder in which a release stands whose input has changed since: the next run makes 1.0.1. */
export interface World {
  readonly id: string
  readonly home: string
  /** What stood in `dist` before that run. */
  readonly before: Releases
}

/** Path below `dist` -> bytes. */
export type Releases = ReadonlyMap<string, Buffer>

/** A moment at which a run is cut off: before a change to the disk, or half way through it. */
export interface Moment {
  readonly kind: string
  readonly path: string
  readonly nth: number
  readonly part: 'before' | 'half'
}

/** What a run leaves behind when it is cut off, and the moments at which it leaves just this. */
export interface State {
  readonly folder: string
  readonly moments: readonly Moment[]
}

export const inWords = ({ part, kind, path, nth }: Moment): string =>
  `${part === 'half' ? 'half way through' : 'before'} ${kind} ${path}${nth === 0 ? '' : `, time ${nth + 1}`}`

const SITE = `url: https://data.testing.example
title: Open data of the Borough of Testing
description: What people told the Borough of Testing.
publisher: { name: Borough of Testing, email: data@testing.example }
`
const NOTE = 'changes: { 1.0.1: { kind: correction, note: Answers had been mistyped. } }\n'

/** A survey of one question, which is seen at no site. */
export function smallWorld(): World {
  const home = workplace()
  const raw = join(home, 'raw/survey')
  mkdirSync(raw, { recursive: true })
  const answers = (yes: number, no: number) =>
    writeFileSync(join(raw, 'a.csv'), `Well?\n${'Yes\n'.repeat(yes)}${'No\n'.repeat(no)}`)
  answers(40, 30)
  writeFileSync(
    join(raw, 'consultation.yaml'),
    `title: A survey
publisher: { name: Borough of Testing }
licence: CC-BY-4.0
fieldwork: { start: 2026-03-01, end: 2026-03-31 }
responses: { file: a.csv, columns: {} }
questions: { q1: { text: "Well?", answers: ["Yes", "No"] } }
`,
  )
  return published(home, 'survey', () => answers(20, 50))
}

/** The example, seen at a site; many have changed their minds about one question. */
export function exampleWorld(): World {
  const home = workplace()
  const raw = copyExampleWhole(home)
  const responses = join(raw, 'responses.csv')
  writeFileSync(join(home, 'raw/site.yaml'), SITE)
  return published(home, 'taking-stock-2015', () => {
    const text = readFileSync(responses, 'latin1')
    const said = 'A new inspectorate'
    if (!text.includes(said)) throw new Error('the example has other answers now')
    writeFileSync(responses, text.replaceAll(said, 'Ofsted'), 'latin1')
  })
}

function published(home: string, id: string, change: () => void): World {
  const { exitCode, said } = stocktake(home, ['run', `raw/${id}`])
  if (exitCode !== 0) throw new Error(said)
  const before = releases(home)
  change()
  const definition = join(home, 'raw', id, 'consultation.yaml')
  writeFileSync(definition, `${readFileSync(definition, 'utf8')}\n${NOTE}`)
  return { id, home, before }
}

/** All that stands in `dist`; where `latest` points to is looked at by itself. */
const releases = (home: string): Releases =>
  new Map([...tree(join(home, 'dist'))].filter(([path]) => !path.includes('/latest/')))

/** A home of its own for one more run, with what that run left which was cut off in this state. */
function copyOf({ home }: World, left = home): string {
  const copy = workplace()
  cpSync(join(home, 'raw'), join(copy, 'raw'), { recursive: true })
  for (const folder of ['dist', '.stocktake'])
    cpSync(join(left, folder), join(copy, folder), { recursive: true, verbatimSymlinks: true })
  return copy
}

/** Runs the real command line; resolves with its code or the signal that ended it. */
function runIn(
  { id }: World,
  home: string,
  env?: Readonly<Record<string, string>>,
): Promise<{ readonly ended: number | NodeJS.Signals | null; readonly said: string }> {
  const points =
    env === undefined ? [] : ['--import', pathToFileURL(join(import.meta.dirname, 'points.mjs')).href]
  const program = join(ROOT, 'pipeline/edge/stocktake.mjs')
  const child = spawn(process.execPath, [...points, program, 'run', `raw/${id}`], {
    cwd: home,
    env: { ...process.env, ...env, KILL_HOME: home },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return new Promise((resolve) =>
    child.on('close', (code, signal) => resolve({ ended: signal ?? code, said })),
  )
}

export interface Recorded {
  readonly expected: Releases
  readonly moments: readonly Moment[]
  readonly states: readonly State[]
}

/** What comes of a run that nobody disturbs, and every state in which it could have been cut off. */
export async function recorded(world: World): Promise<Recorded> {
  const home = copyOf(world)
  const record = workplace()
  const { ended, said } = await runIn(world, home, { KILL_RECORD: record })
  if (ended !== 0) throw new Error(`the run that was looked at ended with ${ended}: ${said}`)
  const text = readFileSync(join(record, 'moments.json'), 'utf8')
  const all = JSON.parse(text) as readonly (Moment & { readonly state: number })[]
  // The owner of a lock says every half minute that it lives: on a slow machine there is more of that.
  const moments = all.filter(({ path }) => !path.includes('/.clock-'))
  const numbers = [...new Set(moments.map(({ state }) => state))]
  const states = numbers.map(
    (number): State => ({
      folder: join(record, String(number)),
      moments: moments.filter(({ state }) => state === number).map(({ state: _, ...moment }) => moment),
    }),
  )
  const expected = releases(home)
  rmSync(home, { recursive: true })
  return { expected, moments: states.flatMap((state) => state.moments), states }
}

/** "312 moments (60 writes, 14 renames, ...)". */
export function counted(moments: readonly Moment[]): string {
  const whole = moments.filter(({ part }) => part === 'before')
  const of = (...kinds: string[]) => whole.filter(({ kind }) => kinds.includes(kind)).length
  const writes = of('create', 'write', 'engine')
  const others = whole.length - writes - of('rename')
  return `${moments.length} (before each of ${writes} writes, ${of('rename')} renames and ${others} other changes, and half way through ${moments.length - whole.length})`
}

/**
 * What is wrong with what people see of a run that was cut off. Nothing where each file is as it was or as it is to be,
 * none is gone, and `latest` leads to a whole release.
 */
export function faultsOf({ id, before }: World, left: string, expected: Releases): readonly string[] {
  const now = releases(left)
  const latest = readlinkSync(join(left, 'dist', id, 'latest'))
  const seen = [...now].filter(([path]) => !path.split('/').some((part) => part.startsWith('.')))
  const isOneOf = (bytes: Buffer, ...wanted: readonly (Buffer | undefined)[]) =>
    wanted.some((one) => one?.equals(bytes))
  return [
    ...[...before.keys()].flatMap((path) => (now.has(path) ? [] : [`${path} is gone`])),
    ...seen.flatMap(([path, bytes]) =>
      isOneOf(bytes, before.get(path), expected.get(path)) ? [] : [`${path} is neither old nor new`],
    ),
    ...[...expected.keys()].flatMap((path) =>
      path.startsWith(`${id}/${latest}/`) && !now.has(path) ? [`latest lacks ${path}`] : [],
    ),
  ]
}

/** Kills a run at a moment; what is wrong with what it leaves, and the home it leaves it in. */
export async function killedAt(world: World, moment: Moment, expected: Releases) {
  const home = copyOf(world)
  const { ended } = await runIn(world, home, { KILL_AT: JSON.stringify(moment) })
  const faults =
    ended === 'SIGKILL' ? faultsOf(world, home, expected) : [`it was not killed, but ended with ${ended}`]
  return { home, faults }
}

/** Runs again where a run was cut off; what is wrong with what comes of it. */
export async function runAgain(world: World, left: string, expected: Releases): Promise<readonly string[]> {
  const home = copyOf(world, left)
  const { ended, said } = await runIn(world, home)
  const made = releases(home)
  const remains = readdirSync(join(home, '.stocktake', world.id)).filter((name) =>
    /^\.|^work$|lock/.test(name),
  )
  const latest = readlinkSync(join(home, 'dist', world.id, 'latest'))
  const paths = [...new Set([...made.keys(), ...expected.keys()])]
  rmSync(home, { recursive: true })
  return [
    ...(ended === 0 ? [] : [`the next run ended with ${ended}: ${said}`]),
    ...paths.flatMap((path) => {
      const [here, there] = [made.get(path), expected.get(path)]
      return here !== undefined && there !== undefined && here.equals(there) ? [] : [`${path} is different`]
    }),
    ...(latest === '1.0.1' ? [] : [`latest points to ${latest}`]),
    ...remains.map((name) => `${name} was left behind`),
  ]
}
