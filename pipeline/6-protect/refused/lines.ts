import type { RefusedBreakdown } from '../../artefacts.ts'
import type { Definition, Id } from '../../definition/index.ts'
import type { RiskModel } from '../../policy.ts'
import { enoughEach, type Merged } from './enough.ts'

interface Sizes {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly least: number
}

/**
 * What to write in the definition so that a breakdown can be shown, and what it does. By one variable: values put together, or
 * where that leaves one group, rounded counts, which need no other group to hide behind. By several: the same by fewer.
 */
export function linesFor(
  definition: Definition,
  by: readonly Id[],
  groups: readonly Sizes[],
  model: RiskModel,
): Pick<RefusedBreakdown, 'write' | 'does'> {
  const variables = definition.variables.filter(({ id }) => by.includes(id))
  const [variable] = variables
  if (variable === undefined) return NONE
  if (variables.length > 1) {
    const fewer = by.filter((id) => id !== by.at(-1))
    return {
      write: [`tables: { breakdowns: [${fewer.length === 1 ? fewer[0] : `[${fewer.join(', ')}]`}] }`],
      does: 'breaks down by fewer at once, so that groups are larger',
    }
  }
  const sizes = groups.flatMap(({ values, least }) =>
    [values[variable.id] ?? []].flat().map((value) => ({ value, people: least })),
  )
  // Who did not say has no value that could be put together with another.
  const said = sizes.filter(({ value }) => variable.values.includes(value))
  const enough = Math.max(model.minimum_base, model.unanimity_below)
  const merged =
    enoughEach(said, variable.groups, enough) ?? enoughEach(said, variable.groups, model.minimum_base)
  if (merged?.some(({ values }) => values.length > 1))
    return {
      write: merging(variable.id, variable.values, merged),
      does: `puts values together, so that at least ${model.minimum_base} people answered in each group; the first line in each file under responses`,
    }
  if (model.rounding === 1 && said.some(({ people }) => people >= model.minimum_base))
    return {
      write: ['privacy: { rules: { rounding: 5, microdata: false } }'],
      does: 'rounds every count, so that groups need nobody to hide behind; no responses are published then',
    }
  return NONE
}

const NONE = { write: [], does: 'nothing but to leave it out' }

function merging(id: Id, values: readonly string[], merged: readonly Merged[]): readonly string[] {
  const recoded = merged
    .filter(({ values: own }) => own.length > 1)
    .flatMap(({ label, values: own }) => own.map((value) => `${scalar(value)}: ${scalar(label)}`))
  const standsFor = (value: string) => merged.find((one) => one.values.includes(value))?.label ?? value
  const list = [...new Set(values.map(standsFor))]
  return [
    `recode: { ${id}: { ${recoded.join(', ')} } }`,
    `variables: { ${id}: { values: [${list.map(scalar).join(', ')}] } }`,
  ]
}

/** A text as YAML takes it for a text, in a flow. */
const scalar = (text: string): string =>
  /^[A-Za-z][A-Za-z ]*$/.test(text) && !/^(yes|no|y|n|true|false|on|off|null)$/i.test(text)
    ? text
    : JSON.stringify(text)
