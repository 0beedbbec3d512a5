import type { Plan } from './plan.ts'
import { type Cells, holds, type Member, SILENT, text } from './who.ts'

/** The members of a column that stands for several hidden groups, by its name: "ward: North, East and [no reply]". */
export function groupTogether(plan: Plan, names: readonly string[], name: string): Member | undefined {
  const variables = names.filter((one) => plan.variables[one] !== undefined)
  const populations = plan.populations.filter(({ id }) => names.includes(id) && !variables.includes(id))
  let rest = [...populations.map(({ id }) => id), ''].join(', ')
  if (!name.startsWith(rest)) return undefined
  rest = name.slice(rest.length)
  const parts: (readonly [variable: string, values: readonly string[]])[] = []
  for (const [place, variable] of variables.entries()) {
    const next = variables[place + 1]
    const end = next === undefined ? rest.length : rest.indexOf(`, ${next}: `)
    const values = valuesIn(plan, variable, rest.slice(`${variable}: `.length, end))
    if (values === undefined || !rest.startsWith(`${variable}: `)) return undefined
    parts.push([variable, values])
    rest = rest.slice(end + 2)
  }
  return (cells: Cells) =>
    populations.every(({ where }) => holds(plan, where, cells)) &&
    parts.every(([variable, values]) => values.includes(text(cells, variable)))
}

/** The values that a list in words is of. */
function valuesIn(plan: Plan, variable: string, text: string): readonly string[] | undefined {
  const own = [...(plan.variables[variable] ?? []), SILENT].filter((value) => text.includes(value))
  const [last = '', ...others] = [...own].reverse()
  const listed = others.length === 0 ? last : `${[...others].reverse().join(', ')} and ${last}`
  return own.length > 0 && listed === text ? own : undefined
}
