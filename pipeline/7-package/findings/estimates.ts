import type { Definition, Question } from '../../definition/index.ts'
import { intervalOf, type ReleasedTable, type Shown, shownIn } from './columns.ts'
import type { Phrases } from './phrases.ts'
import { MOST_POPULATIONS } from './rules.ts'
import type { Told } from './told.ts'
import { whoIn } from './who.ts'

/** What a table of means, medians, totals or mean ranks says, a sentence a population, and its question. */
export interface Estimates {
  readonly question: Question
  readonly sentences: readonly Told[]
}

const ESTIMATE = 'estimate'

/** Nothing for tables of anything else, for breakdowns, and for dates, whose means are days since 1970. */
export function estimatesIn(
  definition: Definition,
  say: Phrases,
  table: ReleasedTable,
): Estimates | undefined {
  const question = definition.questions.find(({ id }) => id === table.question)
  const isOurs = table.kind === 'question' && table.columns.some(({ statistic }) => statistic === ESTIMATE)
  if (question === undefined || !isOurs || (question.kind === 'number' && question.dates)) return undefined
  const [first, ...others] = shownIn(table)
  if (first === undefined) return undefined
  const groups = [first, ...others.slice(0, MOST_POPULATIONS)]
  const sentences = groups.flatMap((shown) => {
    const who = whoIn(definition, shown)[shown === first ? 'some' : 'all']
    const sentence =
      question.kind === 'ranking' ? ranks(say, shown, who) : measures(say, question, shown, who)
    if (sentence === undefined) return []
    return definition.weighting === undefined ? [sentence] : [say.weighted(sentence)]
  })
  return sentences.length === 0 ? undefined : { question, sentences }
}

function measures(say: Phrases, question: Question, shown: Shown, who: string): Told | undefined {
  const told = (['Mean', 'Median', 'Total'] as const).flatMap((name) => {
    const figure = shown.figure(name, ESTIMATE)
    return figure === undefined ? [] : [{ name, figure, interval: intervalOf(shown, name, 'interval') }]
  })
  return told.length === 0 ? undefined : say.estimates(who, question.kind === 'single', told)
}

/** Which item came first on average and which last, where every mean may be seen and no two share these places. */
function ranks(say: Phrases, shown: Shown, who: string): Told | undefined {
  const items = shown.table.rows.flatMap(({ label }) => {
    const figure = shown.figure(label, ESTIMATE)
    return figure === undefined ? [] : [{ label, figure }]
  })
  const sorted = [...items].sort((a, b) => a.figure.value - b.figure.value)
  const [first, second] = sorted
  const [beforeLast, last] = sorted.slice(-2)
  if (items.length < shown.table.rows.length || first === undefined || last === undefined) return undefined
  if (first.figure.value === second?.figure.value || last.figure.value === beforeLast?.figure.value)
    return undefined
  return say.meanRanks(who, first, last)
}
