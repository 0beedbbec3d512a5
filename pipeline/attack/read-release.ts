import { NOTHING } from '../artefacts.ts'
import type { TabulationPlan } from '../disclosure/index.ts'
import { type Engine, identifier, literal, literals } from '../engine/index.ts'
import { type Issue, Refused } from '../issues.ts'
import type { PublishedFigure } from './published.ts'
import { readFigures } from './read-figures.ts'

/** A release as anybody has it; the edge reads the files. */
export interface PublishedFolder {
  /** As people call it: its version, or its file name. */
  readonly name: string
  /** Where it is, for the engine. */
  readonly path: string
  /** Whether it has a file. */
  readonly has: (path: string) => Promise<boolean>
  /** Text of a file of it; undefined where there is none. */
  readonly read: (path: string) => Promise<string | undefined>
  /** Bytes of a file of it. */
  readonly bytes: (path: string) => Promise<Uint8Array | undefined>
}

/** File that says how the tables of a release hang together. */
export const PLAN = 'tabulation-plan.json'
const TABLES = 'data/tables.csv'
const RESPONSES = 'data/responses.csv'

/** The plan of a release. Throws `Refused` where there is none that can be read. */
export async function readPlan(release: PublishedFolder): Promise<TabulationPlan> {
  const text = await release.read(PLAN)
  if (text === undefined) throw refused(release, PLAN, 'is not there')
  try {
    const plan: unknown = JSON.parse(text)
    if (isPlan(plan)) return plan
  } catch {}
  throw refused(release, PLAN, 'is no plan of a release')
}

const isPlan = (value: unknown): value is TabulationPlan =>
  typeof value === 'object' &&
  value !== null &&
  ['questions', 'groups', 'populations', 'tables', 'published'].every((key) =>
    Array.isArray(Reflect.get(value, key)),
  ) &&
  typeof Reflect.get(value, 'rules') === 'object'

/** Every published figure. Throws `Refused` where they cannot be read. */
export async function readTables(release: PublishedFolder): Promise<readonly PublishedFigure[]> {
  const text = await release.read(TABLES)
  if (text === undefined) throw refused(release, TABLES, 'is not there')
  const read = readFigures(text)
  if ('fault' in read) throw refused(release, TABLES, read.fault)
  return read.figures
}

/**
 * Loads the published responses into `relation`; undefined where the release has none. Answers come as values of the
 * lists that the plan names, a byte each where a million of them are kept; all cells as text where any is in no list.
 */
export async function loadMicrodata(
  engine: Engine,
  release: PublishedFolder,
  relation: string,
  plan: TabulationPlan,
): Promise<string | undefined> {
  if (!(await release.has(RESPONSES))) return undefined
  const file = literal(`${release.path}/${RESPONSES}`)
  const load = (cells: string) =>
    engine.run(`CREATE OR REPLACE TABLE ${relation} AS SELECT ${cells}
      FROM read_csv(${file}, header = true, all_varchar = true, nullstr = '')`)
  const listed = listedCells(plan)
  if (listed.length === 0) await load('*')
  else await load(`* REPLACE (${listed.join(', ')})`).catch(() => load('*'))
  return relation
}

/** SQL of each column that answers stand in, as a value of its list. */
function listedCells({ questions }: TabulationPlan): readonly string[] {
  const values = new Map<string, Set<string>>()
  for (const { columns, replies } of questions) {
    for (const { name, value } of columns) {
      const list = values.get(name) ?? new Set(Object.values(NOTHING))
      values.set(name, new Set([...list, value, ...replies]))
    }
  }
  return [...values].map(
    ([name, list]) => `${identifier(name)}::ENUM(${literals([...list])}) AS ${identifier(name)}`,
  )
}

function refused({ name }: PublishedFolder, file: string, what: string): Refused {
  const issue: Issue = {
    code: 'attack/unreadable-release',
    severity: 'error',
    concern: 'data',
    message: `${name}: ${file} ${what}, so the release cannot be attacked, nor compared with.`,
    file,
    advice: 'Name a whole release that Stocktake made: its folder or its ZIP file.',
  }
  return new Refused([issue])
}
