import { NOTHING } from '../artefacts.ts'
import type { Definition, Id } from '../definition/index.ts'
import { type Engine, identifier, literals } from '../engine/index.ts'
import type { Group } from './classes.ts'
import type { Candidate } from './partition/index.ts'
import { ROW_CLASS, valueColumn } from './placing.ts'
import { isBlank } from './suppression/index.ts'
import { type Withholding, withheldColumn } from './withhold/index.ts'

/** Relation of what is published instead of each combination of true values. */
export const RECODING = 'recoding'

/**
 * Writes `recoding`: for each combination of true values (positions in the code lists) its class, the labels that are
 * published instead, and which answers are withheld.
 */
export async function writeRecoding(
  engine: Engine,
  definition: Definition,
  groups: readonly Group[],
  { labels, masks, classes }: Candidate,
  { withheld }: Pick<Withholding, 'withheld'>,
): Promise<void> {
  const { publish } = definition.privacy
  const numbers = new Map<string, readonly number[]>([[ROW_CLASS, classes]])
  for (const [variable, id] of publish.entries()) {
    const own = labels[variable] ?? []
    const list = publishedList(own)
    await engine.run(`CREATE TYPE ${typeOf(id)} AS ENUM (${literals(list)})`)
    const positions = own.map((label) => list.indexOf(label) + 1)
    const position = ({ values }: Group, group: number) =>
      isBlank(masks?.[group] ?? 0, variable) ? list.length : (positions[values[variable] ?? 0] ?? 0)
    numbers.set(
      valueColumn(variable),
      groups.map(({ values }) => values[variable] ?? 0),
    )
    numbers.set(`position ${variable}`, groups.map(position))
  }
  const flags = [...withheld.values()]
  for (const [question, own] of flags.entries())
    numbers.set(
      withheldColumn(question),
      classes.map((one) => (own.has(one) ? 1 : 0)),
    )
  const columns = [
    identifier(ROW_CLASS),
    ...publish.flatMap((id, index) => [
      identifier(valueColumn(index)),
      `enum_range(NULL::${typeOf(id)})["position ${index}"]::${typeOf(id)} AS ${typeOf(id)}`,
    ]),
    ...flags.map((_, question) => `${withheldColumn(question)} = 1 AS ${withheldColumn(question)}`),
  ]
  await engine.table('recoding_numbers', numbers)
  await engine.run(`CREATE TABLE ${RECODING} AS SELECT ${columns.join(', ')} FROM recoding_numbers`)
}

/** Name of the type of a published variable, and of its column in the recoding. */
export const typeOf = (id: Id): string => identifier(`published_${id}`)

/** The labels of a published variable in the order of their first values, and last what stands for a blank. */
export const publishedList = (labels: readonly string[]): readonly string[] => [
  ...new Set(labels.filter((label) => label !== NOTHING.notReleased)),
  NOTHING.notReleased,
]
