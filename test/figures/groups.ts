/** The groups that tables have columns of, by their identifiers. */
import type { Asked, Plan } from './plan.ts'
import { groupTogether } from './several.ts'
import { type Groups, holds, type Member, SILENT, text } from './who.ts'

/** The groups that stand side by side in the table of a question; apart where the definition wants a partition. */
export function populationGroups(plan: Plan, question: Asked): Groups {
  const own = question.populations.flatMap((name) => plan.populations.find(({ id }) => id === name) ?? [])
  return new Map(
    own.map(({ id, where }, index) => {
      const before = plan.partition ? own.slice(0, index) : []
      const name = before.length === 0 ? id : `${id} without ${before.map((one) => one.id).join(' and ')}`
      return [
        name,
        (cells) => holds(plan, where, cells) && !before.some((one) => holds(plan, one.where, cells)),
      ]
    }),
  )
}

/** Every combination of values of the variables among some names, within the populations among them, and several as one. */
export const breakdownGroups = (plan: Plan, names: readonly string[]): Groups => {
  const groups = combinationsOf(plan, names)
  return { get: (name) => groups.get(name) ?? groupTogether(plan, names, name) }
}

function combinationsOf(plan: Plan, names: readonly string[]): ReadonlyMap<string, Member> {
  const variables = names.filter((name) => plan.variables[name] !== undefined)
  const populations = plan.populations.filter(({ id }) => names.includes(id) && !variables.includes(id))
  let combinations: readonly (readonly (readonly [string, string])[])[] = [[]]
  for (const name of variables)
    combinations = combinations.flatMap((one) =>
      [...(plan.variables[name] ?? []), SILENT].map((value) => [...one, [name, value] as const]),
    )
  return new Map(
    combinations.map((parts) => [
      [...populations.map(({ id }) => id), ...parts.map(([name, value]) => `${name}: ${value}`)].join(', '),
      (cells) =>
        populations.every(({ where }) => holds(plan, where, cells)) &&
        parts.every(([name, value]) => text(cells, name) === value),
    ]),
  )
}

/** All respondents, and the groups of each name of a banner. */
export function bannerGroups(plan: Plan, names: readonly string[]): Groups {
  const everybody = plan.populations.find(({ where }) => where.length === 0)
  let unused = 'all'
  while (plan.populations.some(({ id }) => id === unused)) unused += '_'
  const all: Groups = new Map([[everybody?.id ?? unused, () => true]])
  const groups = [...names.map((name) => breakdownGroups(plan, [name])), all]
  return { get: (name) => groups.map((one) => one.get(name)).find((member) => member !== undefined) }
}
