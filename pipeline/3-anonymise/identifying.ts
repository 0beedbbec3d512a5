import { NOTHING } from '../artefacts.ts'
import type { Definition, Variable } from '../definition/index.ts'
import type { Identifying } from './classes.ts'

/** The variables that the definition lets out, with their levels: labels, then coarser groups. */
export function identifyingVariables(definition: Definition): readonly Identifying[] {
  return definition.privacy.publish.map((id) => {
    const variable = definition.variables.find((candidate) => candidate.id === id)
    if (variable === undefined) throw new Error(`variable ${id} is not declared`)
    const values = codeList(variable)
    return {
      id,
      levels: [values, ...variable.groups.map((groups) => values.map((value) => groupOf(groups, value)))],
    }
  })
}

/** A variable's values and what stands where it has none; both identify, so both count as values. */
export const codeList = (variable: Variable): readonly string[] => [
  ...variable.values,
  NOTHING.noReply,
  NOTHING.error,
]

/** The coarser label of a value, or itself where no group has it. */
export function groupOf(groups: Readonly<Record<string, readonly string[]>>, value: string): string {
  const found = Object.entries(groups).find(([, members]) => members.includes(value))
  return found?.[0] ?? value
}
