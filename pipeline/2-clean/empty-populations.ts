import { type Definition, populationColumn } from '../definition/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import type { Issue } from '../issues.ts'

/** Populations that no response belongs to: their columns would be blank from top to bottom. */
export async function emptyPopulations(engine: Engine, definition: Definition): Promise<readonly Issue[]> {
  const items = definition.populations.map(
    ({ id }, index) => `(count(*) FILTER (WHERE ${identifier(populationColumn(id))}))::INTEGER AS p${index}`,
  )
  const [row] = await engine.rows(`SELECT ${items.join(', ')} FROM responses`)
  return definition.populations.flatMap(({ id, title }, index): readonly Issue[] =>
    Number(row?.[`p${index}`]) > 0
      ? []
      : [
          {
            code: 'clean/empty-population',
            severity: 'warning',
            concern: 'definition',
            message: `No response belongs to the population “${title}”: its columns will have no figures.`,
            advice: 'Look at its rule, or remove it.',
            file: 'consultation.yaml',
            column: `populations.${id}`,
          },
        ],
  )
}
