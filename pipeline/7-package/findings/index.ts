/**
 * Findings in words. In: a definition and released tables. Out: sentences about released figures, by table and the few
 * that matter most. Does not belong here: what may be seen (6-protect), how a page shows it. The rules stand in
 * `rules.ts`, the words in `phrases-en.ts` and `words-of-size.ts`.
 */
import type { ReleasedTables } from '../../artefacts.ts'
import type { Definition } from '../../definition/index.ts'
import { answersFinding } from './answers.ts'
import { keyFindings } from './key.ts'
import type { Finding, Findings } from './model.ts'
import { phrasesOf } from './phrases.ts'
import { rateFindings } from './rates.ts'

export type { Finding, FindingFigure, Findings } from './model.ts'

/** What the released figures say, in words; nothing where the language of the definition has no phrases yet. */
export function findings(definition: Definition, { tables }: ReleasedTables): Findings {
  const say = phrasesOf(definition.language)
  if (say === undefined) return { key: [], byTable: new Map() }
  const found = tables.map((table) => ({
    table,
    rates: rateFindings(say, table),
    answers: answersFinding(definition, say, table),
  }))
  const byTable = found.flatMap(
    ({ table, rates, answers }): readonly (readonly [string, readonly Finding[]])[] => {
      const all = [...rates, ...(answers === undefined ? [] : [answers.finding])]
      return all.length === 0 ? [] : [[table.id, all]]
    },
  )
  return { key: keyFindings(found), byTable: new Map(byTable) }
}
