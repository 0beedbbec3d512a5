import type { GroupOfRespondents, TableColumn } from '../../artefacts.ts'
import { type Definition, type Id, spokenValue } from '../../definition/index.ts'
import { listed } from '../../listed.ts'

/**
 * The column of several groups that the value of a variable tells apart, named after them: "North and East". `column` is one
 * of the first of them, of which it has the statistic.
 */
export function columnTogether(
  definition: Definition,
  variable: Id,
  members: readonly TableColumn[],
  { weightedBase: _, group, within = [], ...column }: TableColumn,
): TableColumn {
  if (group === undefined) throw new Error('only groups of respondents are shown together')
  const all = members.flatMap((one) => one.group?.values[variable] ?? [])
  const values = { ...group.values, [variable]: all }
  const titleOf = (id: Id) => definition.variables.find((one) => one.id === id)?.title ?? id
  const said = (of: GroupOfRespondents['values'], join: string, say: (id: Id, value: Values) => string) =>
    Object.entries(of)
      .map(([id, value]) => say(id, [value].flat()))
      .join(join)
  const both = (join: string, say: (id: Id, value: Values) => string) =>
    [said(group.values, join, say), said(values, join, say)] as const
  return {
    ...column,
    population: endingIn(column.population, ...both(', ', (id, value) => `${id}: ${listed(value)}`)),
    title: endingIn(column.title, ...both(', ', (_id, value) => listed(value))),
    // Whom a question was asked of may be said in the same words behind.
    baseDescription: replaced(
      column.baseDescription,
      ...both(' and ', (id, value) => spokenValue(titleOf(id), value)),
    ),
    within: within.filter((id) => members.every((one) => one.within?.includes(id))),
    group: { ...group, values },
  }
}

type Values = readonly string[]

/** A text that ends in what names a group, with the name of another in its place. */
const endingIn = (text: string, own: string, name: string): string =>
  text.endsWith(own) ? `${text.slice(0, text.length - own.length)}${name}` : name

/** The first place of some words taken by others; a dollar in them stands for nothing. */
const replaced = (text: string, own: string, other: string): string => text.replace(own, () => other)
