import type { GroupOfRespondents } from '../artefacts.ts'
import {
  type Definition,
  groupColumn,
  type Id,
  type Population,
  populationColumn,
  type Question,
  spokenValue,
} from '../definition/index.ts'
import { type Engine, identifier, literal } from '../engine/index.ts'

/** What a column of a question table shows, and the SQL condition of who is in it. */
export interface Group {
  readonly population: Population
  readonly member: string
  /** Coarser groups it is part of, by identifier: of "North, visitor" all of the north, and all visitors. */
  readonly within: readonly string[]
  readonly group: GroupOfRespondents
}

/** The populations of a question's table: as they are, or each without the ones before it. */
export function populationGroups(definition: Definition, question: Question): readonly Group[] {
  const populations = question.populations.flatMap(
    (id) => definition.populations.find((candidate) => candidate.id === id) ?? [],
  )
  const apart = definition.privacy.groups === 'partition'
  return populations.map((population, index) =>
    withoutOthers(population, apart ? populations.slice(0, index) : []),
  )
}

function withoutOthers(population: Population, others: readonly Population[]): Group {
  const flag = ({ id }: Population) => identifier(populationColumn(id))
  const named = (text: (one: Population) => string) =>
    others.length === 0 ? text(population) : `${text(population)} without ${others.map(text).join(' and ')}`
  return {
    population: {
      id: named(({ id }) => id),
      title: named(({ title }) => title),
      base: named(({ base }) => base),
      // Whom it is said of already need not be said of the base again; of a remainder nothing is sure.
      ...(population.where === undefined || others.length > 0 ? {} : { where: population.where }),
    },
    member: [flag(population), ...others.map((other) => `NOT ${flag(other)}`)].join(' AND '),
    within: [],
    group: { populations: [population.id], without: others.map(({ id }) => id), values: {} },
  }
}

/**
 * The groups of a breakdown: every combination of values that some response has, in the order of the code
 * lists. A population among the names narrows the groups to its members.
 */
export async function breakdownGroups(
  engine: Engine,
  definition: Definition,
  relation: string,
  names: readonly Id[],
): Promise<readonly Group[]> {
  const variables = names.filter((name) => definition.variables.some(({ id }) => id === name))
  const populations = definition.populations.filter(({ id }) => names.includes(id) && !variables.includes(id))
  const within = populations.map(({ id }) => identifier(populationColumn(id)))
  if (variables.length === 0) return [groupOf(definition, populations, [])]
  const columns = variables.map((id) => columnOf(id))
  const rows =
    await engine.rows(`SELECT ${columns.map((column, index) => `${column}::VARCHAR AS v${index}`).join(', ')}
    FROM ${identifier(relation)} WHERE ${within.join(' AND ') || 'true'}
    GROUP BY ALL ORDER BY ${columns.map((column) => `any_value(${column})`).join(', ')}`)
  return rows.map((row) =>
    groupOf(
      definition,
      populations,
      variables.map((id, index) => ({ id, value: String(row[`v${index}`]) })),
    ),
  )
}

function groupOf(definition: Definition, populations: readonly Population[], parts: readonly Part[]): Group {
  const titleOf = (id: Id) => definition.variables.find((one) => one.id === id)?.title ?? id
  const described = parts.map(({ id, value }) => spokenValue(titleOf(id), value))
  const who = populations.map(({ base }) => base).join(' and ') || 'respondents'
  return {
    within: coarser(parts).map((some) => idOf(populations, some)),
    group: {
      populations: populations.map(({ id }) => id),
      without: [],
      values: Object.fromEntries(parts.map(({ id, value }) => [id, value])),
    },
    population: {
      id: idOf(populations, parts),
      title: [...populations.map(({ title }) => title), ...parts.map(({ value }) => value)].join(', '),
      base: described.length === 0 ? who : `${who} with ${described.join(' and ')}`,
    },
    member: [
      ...populations.map(({ id }) => identifier(populationColumn(id))),
      ...parts.map(({ id, value }) => `${columnOf(id)} = ${literal(value)}`),
    ].join(' AND '),
  }
}

/**
 * The columns of a banner: all respondents, then the groups of each variable, and the members of each population, in
 * the order named. They are the groups of breakdowns by one variable, under the same identifiers, so that what protects
 * one protects the other; their headings say of which variable they are.
 */
export async function bannerGroups(
  engine: Engine,
  definition: Definition,
  relation: string,
  names: readonly Id[],
): Promise<readonly Group[]> {
  const groups = [everybody(definition)]
  for (const name of names) {
    const title = definition.variables.find(({ id }) => id === name)?.title
    for (const group of await breakdownGroups(engine, definition, relation, [name])) {
      const { population } = group
      const headed = title === undefined ? population.title : `${title}: ${population.title}`
      groups.push({ ...group, population: { ...population, title: headed } })
    }
  }
  // Who is asked for twice, as a population of all and as a variable's only value, stands once.
  return groups.filter(
    ({ population }, index) => groups.findIndex((one) => one.population.id === population.id) === index,
  )
}

/** All respondents: the population without a condition where there is one, else a group that nothing narrows. */
function everybody(definition: Definition): Group {
  const all = definition.populations.find(({ where }) => where === undefined)
  return all === undefined
    ? {
        population: { id: unusedId(definition), title: 'All', base: 'respondents' },
        member: 'true',
        within: [],
        group: { populations: [], without: [], values: {} },
      }
    : {
        population: all,
        member: identifier(populationColumn(all.id)),
        within: [],
        group: { populations: [all.id], without: [], values: {} },
      }
}

/** "all", or with underscores where a population is called so. */
function unusedId({ populations }: Definition): Id {
  let id = 'all'
  while (populations.some((one) => one.id === id)) id = `${id}_`
  return id
}

interface Part {
  readonly id: Id
  readonly value: string
}

const idOf = (populations: readonly Population[], parts: readonly Part[]): string =>
  [...populations.map(({ id }) => id), ...parts.map(({ id, value }) => `${id}: ${value}`)].join(', ')

/** Every choice of some, not all, of the parts. */
const coarser = (parts: readonly Part[]): readonly (readonly Part[])[] =>
  Array.from({ length: 2 ** parts.length - 2 }, (_, bits) =>
    parts.filter((__, index) => ((bits + 1) & (1 << index)) !== 0),
  )

/** The column with the true value of a variable, whatever rows show of it. */
export const columnOf = (id: Id): string => identifier(groupColumn(id))
