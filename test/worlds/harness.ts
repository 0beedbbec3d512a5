/**
 * Runs the product on a world, up to the tables and rows that leave, without its attack. The only file of the worlds that
 * knows the product; what it hands on is what anybody may read in the release.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { collect, inspectSources } from '../../pipeline/1-collect/index.ts'
import { clean } from '../../pipeline/2-clean/index.ts'
import { anonymise } from '../../pipeline/3-anonymise/index.ts'
import { validate } from '../../pipeline/4-validate/index.ts'
import { aggregate } from '../../pipeline/5-aggregate/index.ts'
import { protect } from '../../pipeline/6-protect/index.ts'
import type { AnonymousResponses, Table, TableColumn, Tables } from '../../pipeline/artefacts.ts'
import { type Definition, readDefinition } from '../../pipeline/definition/index.ts'
import { type Engine, identifier, openEngine } from '../../pipeline/engine/index.ts'
import { protectTogether } from '../../pipeline/give-way.ts'
import { hasErrors, Refused } from '../../pipeline/issues.ts'
import { riskModel } from '../../pipeline/policy.ts'
import { valuesOf } from './intruder/rows.ts'
import type { World } from './model.ts'
import type { Figure, Members, Release } from './published.ts'
import { ofCopies, type Switch, withNets, withoutCoupling, withoutRule } from './switched-off.ts'
import { writtenFiles } from './write.ts'

export type Outcome =
  | { readonly status: 'released'; readonly release: Release; readonly refusedTables: number }
  /** Nothing leaves; the codes of the issues say why. */
  | { readonly status: 'refused'; readonly codes: readonly string[] }

export interface Options {
  /** Publishes tables as they were counted: to show that the worlds have something to find. */
  readonly unprotected?: boolean
  /** Protects tables without being told of a coupling: to show that protection needs each. */
  readonly off?: Switch
}

/** What comes of a world. Throws what is a fault of the product. */
export async function release(world: World, { unprotected = false, off }: Options = {}): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'world-'))
  const raw = join(folder, 'raw')
  mkdirSync(raw)
  const files = writtenFiles(off === 'same people under two labels' ? ofCopies(world) : world)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(raw, name), content)
  const engine = await openEngine({ memoryLimit: '1GB', spill: join(folder, 'spill'), folders: [folder] })
  try {
    const definition = definitionOf(files['consultation.yaml'] ?? '')
    const inspections = await inspectSources(definition, raw)
    const submissions = await collect(engine, definition, inspections, { work: join(folder, 'work') })
    const responses = await clean(engine, definition, submissions.value)
    const recoded = await anonymise(engine, definition, responses.value)
    const valid = await validate(engine, definition, recoded)
    const tables = await aggregate(engine, definition, valid, [])
    const { anonymous, made } = unprotected
      ? { anonymous: recoded, made: { tables: tables.tables, plan: tables.plan, refusals: [] } }
      : await protectedOf(engine, definition, recoded, tables, off)
    const rows = await rowsOf(engine, definition, anonymous)
    return {
      status: 'released',
      refusedTables: made.refusals.length,
      release: {
        figures: made.tables.flatMap((table: AnyTable) => figuresOf(world, table)),
        roundedWithin: made.plan.roundedWithin,
        rounding: unprotected ? 1 : riskModel(definition.privacy).rounding,
        ...(rows === undefined ? {} : { rows }),
        ...(!unprotected && riskModel(definition.privacy).rounding > 1
          ? {}
          : { responses: anonymous.responses }),
      },
    }
  } catch (error) {
    if (error instanceof Refused)
      return { status: 'refused', codes: [...new Set(error.issues.map(({ code }) => code))] }
    throw error
  } finally {
    engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As the command does it, without telling what it does. */
async function protectedOf(
  engine: Engine,
  definition: Definition,
  recoded: AnonymousResponses,
  tables: Tables,
  off: Switch | undefined,
) {
  const heard = off === undefined ? definition : withoutRule(off, definition)
  const seen = (beside: Tables) => (off === undefined ? beside : withoutCoupling(off, beside))
  const { anonymous, released } = await protectTogether(
    engine,
    definition,
    recoded,
    tables,
    async (_, work) => work(),
    (_, beside, before) => protect(heard, seen(beside), before),
  )
  const made = off === 'nets' ? { ...released, tables: withNets(tables, released.tables) } : released
  return { anonymous, made }
}

function definitionOf(text: string): Definition {
  const { value, issues } = readDefinition(text, 'consultation.yaml', 'world')
  if (value === undefined || hasErrors(issues)) throw new Refused(issues)
  return value
}

/** The rows as they leave; none where the rules or the product let none leave. */
async function rowsOf(
  engine: Engine,
  definition: Definition,
  { relation, fields, rows }: AnonymousResponses,
): Promise<Release['rows']> {
  if (riskModel(definition.privacy).microdata === 0 || rows === 0) return undefined
  const columns = fields.map(({ name }) => name).filter((name) => name !== 'id')
  if (columns.length === 0) return undefined
  const items = columns.map((name, place) => `${identifier(name)}::VARCHAR AS c${place}`)
  const found = await engine.rows(`SELECT ${items.join(', ')} FROM ${identifier(relation)}`)
  return {
    columns,
    records: found.map((record) => columns.map((_, place) => String(record[`c${place}`] ?? ''))),
  }
}

type AnyTable = Table<{ readonly value: number | null; readonly status: string; readonly base?: number }>

function figuresOf(world: World, { id, question, kind, columns, rows, title }: AnyTable): readonly Figure[] {
  return rows.flatMap(({ label, cells }) =>
    cells.flatMap((cell, index): readonly Figure[] => {
      const column = columns[index]
      // How many ranked an item is the base of the mean that stands beside it.
      if (column === undefined || column.statistic === 'respondents') return []
      const members = kind === 'response rate' ? rated(title, label) : membersOf(world, column)
      if (members === undefined) return []
      const hidden = cell.status !== '' && cell.status !== 'u'
      return [
        {
          table: id,
          ...(question === undefined ? {} : { question }),
          members,
          row: label,
          statistic: column.statistic,
          value: hidden ? null : cell.value,
          status: cell.status,
          base: cell.base ?? column.base,
          decimals: column.decimals,
        },
      ]
    }),
  )
}

const membersOf = (world: World, { group }: TableColumn): Members | undefined =>
  group === undefined
    ? undefined
    : {
        populations: group.populations,
        without: group.without,
        values: Object.fromEntries(
          Object.entries(group.values).map(([name, value]) => [
            name,
            [value].flat().flatMap((label) => valuesCalled(world, name, label)),
          ]),
        ),
      }

/** The values that a printed label stands for: its own, those of a group, those merged under one name. */
const valuesCalled = (world: World, name: string, label: string): readonly string[] => {
  const variable = world.variables.find(({ id }) => id === name)
  return variable === undefined ? [label] : valuesOf(variable, label)
}

/** A row of response rates is everybody with that value; its table says by its title which variable. */
function rated(title: string, label: string): Members | undefined {
  const variable = /^Response breakdown by (.*)$/.exec(title)?.[1]
  if (variable === undefined) return undefined
  return { populations: [], without: [], values: label === 'Total' ? {} : { [variable]: [label] } }
}
