import { type Crossing, NO_REPLY, partHolds, type TabulationPlan } from '../disclosure/index.ts'
import { NOTHING } from '../fields.ts'
import type { RecordClass } from './load-records.ts'

/**
 * Populations of a crossing of which a record itself says whether it belongs to them: their rule is about variables and answers
 * that it shows. Whoever reads the definition of the population and the record knows as much.
 */
export function settledPopulations(
  plan: TabulationPlan,
  { populations }: Pick<Crossing, 'populations'>,
): (record: Pick<RecordClass, 'values' | 'rows' | 'withheld'>) => ReadonlyMap<string, boolean> {
  const rules = plan.populations
    .filter(({ id }) => populations.includes(id))
    .map(({ id, where }) => ({ id, parts: Object.entries(where) }))
  return (record) =>
    new Map(
      rules.flatMap(({ id, parts }): readonly (readonly [string, boolean])[] => {
        const held = parts.map(([name, part]) => {
          const labels = labelsShown(plan, record, name)
          if (labels === undefined) return undefined
          const meets = new Set(labels.map((label) => partHolds(part, label)))
          return meets.size === 1 ? [...meets][0] : undefined
        })
        if (held.includes(false)) return [[id, false]]
        return held.includes(undefined) ? [] : [[id, true]]
      }),
    )
}

/** What the label of a record may be for a name, of which a respondent has one label; undefined where it shows none, '' where it says that there is none. */
function labelsShown(
  { recoded = {}, questions }: TabulationPlan,
  { values, rows, withheld }: Pick<RecordClass, 'values' | 'rows' | 'withheld'>,
  name: string,
): readonly string[] | undefined {
  const label = values[name]
  if (label !== undefined)
    return label === NOTHING.notReleased ? undefined : (recoded[name]?.[label] ?? [label])
  const question = questions.find(({ id }) => id === name)
  if (question?.rows !== 'one' || question.columns.length === 0 || withheld.includes(name)) return undefined
  const [answer] = rows[name] ?? ['']
  return answer === undefined ? undefined : [answer === NO_REPLY ? '' : answer]
}
