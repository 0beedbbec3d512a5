/**
 * Findings in words. In: a definition and released tables. Out: sentences about released figures, by table and the few
 * that matter most. Does not belong here: what may be seen (6-protect), how a page shows it. The rules stand in
 * `rules.ts`, the words in `phrases-en.ts` and `words-of-size.ts`.
 */
import type { ReleasedTables } from '../../artefacts.ts'
import type { Definition } from '../../definition/index.ts'
import { answersFinding } from './answers.ts'
import { differencesIn } from './differences.ts'
import { estimatesIn } from './estimates.ts'
import { gridFindings } from './grids.ts'
import { type Found, keyFindings } from './key.ts'
import type { Finding, Findings } from './model.ts'
import { phrasesOf } from './phrases.ts'
import { rateFindings } from './rates.ts'
import { findingOf } from './told.ts'
import { changesIn } from './waves.ts'

export type { Finding, FindingFigure, Findings } from './model.ts'

/** What the released figures say, in words; nothing where the language of the definition has no phrases yet. */
export function findings(definition: Definition, released: ReleasedTables): Findings {
  const say = phrasesOf(definition.language)
  if (say === undefined) return { key: [], byTable: new Map() }
  const grids = gridFindings(definition, say, released)
  const found = released.tables.map((table): Found => {
    const estimates = estimatesIn(definition, say, table)
    return {
      table: table.id,
      rates: rateFindings(definition, say, table),
      answers: answersFinding(definition, say, table),
      grids: grids.filter(({ finding }) => finding.table === table.id),
      ...(estimates === undefined ? {} : { estimates }),
      differences: differencesIn(definition, say, released, table),
      changes: changesIn(definition, say, table),
    }
  })
  const byTable = found.map((one) => [one.table, allOf(one)] as const)
  return { key: keyFindings(say, found), byTable: new Map(byTable.filter(([, all]) => all.length > 0)) }
}

/** Everything that was found of a table, the most important first. */
const allOf = ({
  table,
  rates,
  answers,
  grids,
  estimates,
  differences,
  changes,
}: Found): readonly Finding[] => [
  ...rates,
  ...grids.map(({ finding }) => finding),
  ...(answers === undefined ? [] : [answers.finding]),
  ...(estimates === undefined ? [] : [findingOf(table, estimates.sentences)]),
  ...[...differences.map(({ sentence }) => sentence), ...changes].map((sentence) =>
    findingOf(table, [sentence]),
  ),
]
