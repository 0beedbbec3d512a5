import type { Id } from '../definition/index.ts'
import type { SensitiveQuestion } from './sensitive.ts'

/** Column of the recoding that says whether the answers to a sensitive question are withheld. */
export const withheldColumn = (question: number): string => `withheld_${question}`

/** SQL: whether the answers to any of these questions are withheld from a response; undefined where never. */
export type Withheld = (questions: readonly Id[]) => string | undefined

/** Reads the columns of `relation`, the recoding. */
export const withheldSql =
  (relation: string, sensitive: readonly SensitiveQuestion[]): Withheld =>
  (questions) => {
    const flags = sensitive.flatMap(({ withheld }, index) =>
      questions.some((id) => withheld.has(id)) ? [`${relation}.${withheldColumn(index)}`] : [],
    )
    return flags.length === 0 ? undefined : flags.join(' OR ')
  }
