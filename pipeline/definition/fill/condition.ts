import { knownLabel } from '../label-key.ts'
import type { Condition, ConditionPart, Id } from '../model.ts'
import { listOf, mapRecord } from './given.ts'
import type { OneOrMore, WrittenCondition } from './written.ts'

/** The labels of each question and variable. */
export type Labels = ReadonlyMap<Id, readonly string[]>

/** A condition with every value as its question or variable spells it. */
export const fillCondition = (written: WrittenCondition, labels: Labels): Condition =>
  mapRecord(written, (name, part) => {
    const known = labels.get(name) ?? []
    const spelt = (values: OneOrMore<string>) => listOf(values).map((value) => knownLabel(value, known))
    return [name, partOf(part, spelt)]
  })

function partOf(
  part: WrittenCondition[string],
  spelt: (values: OneOrMore<string>) => readonly string[],
): ConditionPart {
  if (typeof part === 'string' || isList(part)) return { how: 'any', labels: spelt(part) }
  if ('all' in part) return { how: 'all', labels: spelt(part.all) }
  return 'none' in part ? { how: 'none', labels: spelt(part.none) } : { how: 'answered', labels: [] }
}

const isList = (part: WrittenCondition[string]): part is readonly string[] => Array.isArray(part)
