import type { ReleasedFigure, ReleasedTables, Table } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { grouped } from '../grouped.ts'
import { listed } from '../listed.ts'
import { counted } from './words.ts'

/**
 * How many responded of how many, in sentences for people: invited people, units of the frame, units
 * covered through organisations, and what the units that responded are like. Figures are those of the
 * released tables; a figure without a value makes no sentence.
 */
export function responseStatements(definition: Definition, { tables }: ReleasedTables): readonly string[] {
  const rates = tables.filter(({ kind }) => kind === 'response rate')
  const first = new Map<string, Table<ReleasedFigure>>()
  for (const table of rates.filter(({ id }) => /^\d+$/.test(id))) {
    const population = table.columns[0]?.population ?? ''
    if (!first.has(population)) first.set(population, table)
  }
  const covered = rates.find(({ id }) => id === 'coverage')
  const many = definition.frame?.unit.many ?? 'units'
  return [
    ...[...first].flatMap(([population, table]) =>
      share(table, (of) => `${of} ${population === 'people' ? 'people invited' : population} responded`),
    ),
    ...(covered === undefined
      ? []
      : share(
          covered,
          (of) => `${of} ${many} are covered when organisations' responses count for those they speak for`,
        )),
    ...definition.tables.profile.flatMap((id) => profile(definition, id, rates)),
  ]
}

/** A sentence from the last row of a response-rate table. */
function share(table: Table<ReleasedFigure>, words: (of: string) => string): readonly string[] {
  const [responded, frame, rate] = table.rows.at(-1)?.cells.map(({ value }) => value) ?? []
  if (typeof responded !== 'number' || typeof frame !== 'number' || typeof rate !== 'number') return []
  return [`${words(`${grouped(responded)} of ${grouped(frame)}`)} (${rate} per cent).`]
}

function profile(
  definition: Definition,
  id: string,
  rates: readonly Table<ReleasedFigure>[],
): readonly string[] {
  const table = rates.find((candidate) => candidate.id === `profile_${id}`)
  const variable = definition.variables.find((candidate) => candidate.id === id)
  const shares = (table?.rows ?? []).flatMap(({ label, cells }) => {
    const value = cells[1]?.value
    return label === 'Total' || typeof value !== 'number' ? [] : [`${label} ${value} per cent`]
  })
  if (shares.length === 0) return []
  return [
    `${variable?.title ?? id}, of the ${definition.frame?.unit.many ?? 'units'} that responded: ${shares.join(', ')}.`,
  ]
}

/** How many responses a release rests on, whether a row of theirs leaves or not, rounded as its tables are. */
export const responsesShown = ({ plan, responses }: Pick<ReleasedTables, 'plan' | 'responses'>): number =>
  plan.rules.rounding * Math.round(responses.responses.responses / plan.rules.rounding)

/** How many responses a release rests on in words, as exactly as its tables may say it. */
export function responsesCounted({ plan, responses: of }: ReleasedTables): string {
  const { rows, responses } = of.responses
  if (plan.rules.rounding > 1)
    return `About ${counted(responsesShown({ plan, responses: of }), 'response is', 'responses are')} counted here.`
  return rows === responses
    ? `${counted(responses, 'response is', 'responses are')} in this release.`
    : `${counted(responses, 'response is', 'responses are')} counted here.`
}

/** Refusals that share a reason, said once: what was refused, and why. */
export function refusalStatements({ refusals }: ReleasedTables): readonly string[] {
  const byReason = new Map<string, string[]>()
  for (const { table, reason } of refusals) byReason.set(reason, [...(byReason.get(reason) ?? []), table])
  return [...byReason].map(([reason, tables]) => `${refusedTables(tables)}: ${reason}.`)
}

/** "Breakdowns of 10 tables by region"; a table refused alone is named. */
function refusedTables(tables: readonly string[]): string {
  const byVariable = new Map<string, string[]>()
  const alone: string[] = []
  for (const table of tables) {
    const [, ...variables] = table.split('_by_')
    const variable = variables.length === 0 ? undefined : variables.join(' and ')
    if (variable === undefined) alone.push(`Table ${table}`)
    else byVariable.set(variable, [...(byVariable.get(variable) ?? []), table])
  }
  const breakdowns: string[] = []
  for (const [variable, names] of byVariable) {
    // The variables of a banner have hyphens between them.
    const words = listed(variable.replaceAll('_', ' ').split('-'))
    if (names.length > 1) breakdowns.push(`${counted(names.length, 'table', 'tables')} by ${words}`)
    else alone.push(`Table ${names[0]?.split('_by_')[0]} by ${words}`)
  }
  return listed([...alone, ...(breakdowns.length === 0 ? [] : [`Breakdowns of ${listed(breakdowns)}`])])
}

/**
 * How many figures rest on few people, and what is made of that; nothing where there are none. Few is what the rules of the
 * release call so. The margin is that of a share of a half at 95 per cent, of as many people as are no longer few.
 */
export function qualityStatements({ tables, plan }: ReleasedTables): readonly string[] {
  const marked = tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.filter(({ status }) => status === 'u')),
  ).length
  if (marked === 0) return []
  const few = plan.rules.small_base
  const margin = Math.round(98 / Math.sqrt(few))
  return [
    `${counted(marked, 'figure rests', 'figures rest')} on fewer than ${few} people each, so that a percentage near a half has a margin of error of ${margin} points or more either way. Such figures are shown and marked [u], for low reliability; no finding in words rests on them.`,
  ]
}
