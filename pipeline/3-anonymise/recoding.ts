import { NOTHING } from '../artefacts.ts'
import type { Definition, Id } from '../definition/index.ts'
import { type Engine, identifier, literals } from '../engine/index.ts'
import { draw } from './draw.ts'
import type { Generalised } from './generalise.ts'
import { codeList } from './identifying.ts'
import { type Line, linesOf } from './lines.ts'
import { isBlank, keysOf } from './suppression/index.ts'
import { withheldColumn } from './withheld.ts'

/** Relation of what is published instead of each combination of true values. */
export const RECODING = 'recoding'

/**
 * Writes `recoding`: for each combination of true values (positions in the code lists, `value_0`, ...) and each
 * piece of it the labels that are published instead, and which sensitive answers are withheld; and `drawn`, where
 * there are pieces. Returns whether there are.
 */
export async function writeRecoding(
  engine: Engine,
  definition: Definition,
  relation: string,
  generalised: Generalised,
): Promise<boolean> {
  const { levels, best } = generalised
  const { level, problem } = best.node
  const { publish } = definition.privacy
  const lines = linesOf(generalised)
  const numbers = new Map([['piece', lines.map(({ piece }) => piece)]])
  for (const [variable, id] of publish.entries()) {
    const labels = await publishedType(engine, definition, id, level[variable] ?? 0)
    const positions = (levels[variable]?.[level[variable] ?? 0]?.labels ?? []).map(
      (label) => labels.indexOf(label) + 1,
    )
    const position = ({ place, part }: Line) =>
      isBlank(part.mask, variable)
        ? labels.length
        : (positions[problem.labels[place * problem.variables + variable] ?? 0] ?? 0)
    const values = lines.map(({ group }) => group.values[variable] ?? 0)
    numbers.set(`value_${variable}`, values).set(`position_${variable}`, lines.map(position))
  }
  const keyOf = keysOf(problem)
  for (const [question, keys] of best.plan.withheld.entries()) {
    const withheld = lines.map(({ part }) => (keys.has(keyOf(part.group, part.mask)) ? 1 : 0))
    numbers.set(withheldColumn(question), withheld)
  }
  const columns = [
    'piece',
    ...publish.flatMap((id, index) => [
      `value_${index}`,
      `enum_range(NULL::${typeOf(id)})[position_${index}]::${typeOf(id)} AS ${typeOf(id)}`,
    ]),
    ...best.plan.withheld.map(
      (_, question) => `${withheldColumn(question)} = 1 AS ${withheldColumn(question)}`,
    ),
  ]
  await engine.table('recoding_numbers', numbers)
  await engine.run(`CREATE TABLE ${RECODING} AS SELECT ${columns.join(', ')} FROM recoding_numbers`)
  const divided = lines.some(({ piece }) => piece > 0)
  if (divided) await draw(engine, relation, publish, lines)
  return divided
}

/** Name of the type of a published variable, and of its column in the recoding. */
export const typeOf = (id: Id): string => identifier(`published_${id}`)

/** Makes the type of a published variable: coarser labels, its values, what stands for a blank. */
async function publishedType(
  engine: Engine,
  definition: Definition,
  id: Id,
  level: number,
): Promise<readonly string[]> {
  const variable = definition.variables.find((candidate) => candidate.id === id)
  if (variable === undefined) throw new Error(`variable ${id} is not declared`)
  const coarse = Object.keys(variable.groups[level - 1] ?? {})
  const labels = [...new Set([...coarse, ...codeList(variable)]), NOTHING.notReleased]
  await engine.run(`CREATE TYPE ${typeOf(id)} AS ENUM (${literals(labels)})`)
  return labels
}
