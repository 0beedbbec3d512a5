import { csvText } from '../csv.ts'
import type { RawRecord } from '../model.ts'
import { headingOf, QUESTIONS } from '../questions.ts'
import { randomStream } from '../random.ts'
import { type Found, frameOf, passagesIn } from './index.ts'

/** A response that can be quoted, and how its sender is described. */
export interface Quotable {
  readonly record: RawRecord
  readonly reference: string
  /** Region and kind, such as "North West council"; of an organisation that agreed to be named, `named`. */
  readonly group: string
}

/** What is quoted: the question, the theme, and whose words are looked for. */
type Wanted = readonly [question: string, theme: string, group: string, how?: How]
/** How the words are cut: a passage whole, its first sentence left out, two passages, a word put in. */
type How = 'shortened' | 'joined' | 'with a word put in'

const WANTED: readonly Wanted[] = [
  ['q2', 'partnership', 'North West council'],
  ['q2', 'partnership', 'South East council', 'shortened'],
  ['q2', 'governments_role', 'South East council'],
  ['q2', 'financial_resilience', 'London borough'],
  ['q2', 'poor_performance', 'East of England council'],
  ['q2', 'evolve', 'West Midlands council'],
  ['q3', 'partners_on_teams', 'Yorkshire and the Humber council'],
  ['q3', 'partners_on_teams', 'South East fire and rescue'],
  ['q3', 'embed_partnership', 'East Midlands council', 'shortened'],
  ['q3', 'already_happening', 'South West council'],
  ['q3', 'caution', 'London borough'],
  ['q4', 'communication', 'North West council'],
  ['q4', 'communication', 'South East council', 'joined'],
  ['q4', 'transparency', 'East of England council'],
  ['q4', 'engagement', 'South West council'],
  ['q4', 'local_choice', 'North East council'],
  ['q5', 'accessibility', 'South East council'],
  ['q5', 'comparability', 'East of England council', 'shortened'],
  ['q5', 'lg_inform', 'North West council'],
  ['q5', 'benchmarking_questioned', 'West Midlands council'],
  ['q6', 'training', 'South East council'],
  ['q6', 'training', 'named'],
  ['q6', 'best_practice', 'Yorkshire and the Humber council'],
  ['q6', 'large_majority', 'North West council'],
  ['q7', 'flexibility', 'West Midlands council'],
  ['q7', 'partnerships', 'North West council', 'joined'],
  ['q7', 'performance', 'East Midlands council'],
  ['q11', 'show_benefits', 'London borough'],
  ['q11', 'show_benefits', 'South East council', 'shortened'],
  ['q11', 'cost', 'North West council'],
  ['q11', 'more_robust', 'South East fire and rescue'],
  ['q11', 'place_for_inspection', 'South East council'],
  ['q12', 'no_change', 'South West council'],
  ['q12', 'peer_quality', 'South East council'],
  ['q12', 'notable_practice', 'named'],
  ['q19', 'child_safety', 'Yorkshire and the Humber council'],
  ['q19', 'wider_remit', 'South East council'],
  ['q19', 'no_support', 'North West council'],
  ['q20', 'welcomed', 'East of England council'],
  ['q20', 'integration', 'South East fire and rescue'],
  ['q20', 'programmes_criticised', 'South East council'],
  ['q21', 'support', 'North West council', 'with a word put in'],
  ['q21', 'reach', 'South West council'],
  ['q21', 'evidence', 'named'],
  // Asked not to be published: chosen by mistake, and kept back.
  ['q21', 'support', 'silent'],
  // Too few fire authorities of this region responded: attributed more coarsely.
  ...(['q3', 'q4', 'q6', 'q7'] as const).flatMap((question): Wanted[] =>
    frameOf(question).map((theme) => [question, theme, 'North West fire and rescue']),
  ),
  ['q11', 'show_benefits', 'not named'],
  ['q4', 'communication', 'not named'],
]

/** Quotes of words that identify somebody, so that there is something to redact; of any answer that has them. */
const IDENTIFYING = [
  {
    question: 'q6',
    theme: 'culture',
    words: /Councillor \p{L}+ \p{L}+ has shown what a good chair can do\./u,
  },
  { question: 'q5', theme: 'accessibility', words: /Ring our data team on [\d ]+ for the figures\./ },
  { question: 'q3', theme: 'already_happening', words: /At [^.]+ we tried this two years ago\./ },
]

/** The sheet of quotes that the research team chose: one each that is wanted and somebody said, and a few that cannot be. */
export function quotesSheet(quotable: readonly Quotable[]): string {
  const used = new Set<string>()
  const random = randomStream('quotes')
  const wanted = WANTED.flatMap(([question, theme, group, how]) => {
    const all = random.shuffle(quotable.filter((one) => one.group === group))
    for (const { record, reference } of all) {
      const words = wordsOf(answerOf(record, question), question, theme, how)
      // The same passage twice would look like an answer that was copied.
      const beginning = words?.slice(0, 16) ?? ''
      if (words === undefined || used.has(reference) || used.has(beginning)) continue
      used.add(reference).add(beginning)
      return [{ response: reference, question, theme, quote: words }]
    }
    return []
  })
  const identifying = IDENTIFYING.flatMap(({ question, theme, words }) =>
    quotable.flatMap(({ record, reference }) => {
      const found = words.exec(answerOf(record, question))
      return found === null ? [] : [{ response: reference, question, theme, quote: found[0] }]
    }),
  )
  const rows = [...wanted, ...identifying].map((cells) => ({ cells, trouble: [] }))
  return csvText(['response', 'question', 'theme', 'quote'], rows, '\n')
}

function answerOf({ cells }: RawRecord, question: string): string {
  const asked = QUESTIONS.find(({ id }) => id === question)
  return asked === undefined ? '' : (cells[headingOf(asked)] ?? '')
}

/** The words of an answer on a theme, cut as wanted; nothing where it has none, or they cannot be cut so. */
function wordsOf(answer: string, question: string, theme: string, how: How | undefined): string | undefined {
  const found = passagesIn(question, answer)
  const index = found.findIndex((one) => one.theme === theme)
  const one = found[index]
  if (one === undefined) return undefined
  switch (how) {
    case undefined:
      return one.passage
    case 'shortened':
      return shortened(one)
    case 'joined': {
      const other = found[index + 1] ?? found[index - 1]
      if (other === undefined) return undefined
      const [first, second] = index < found.indexOf(other) ? [one, other] : [other, one]
      return `${first.passage} [...] ${second.passage}`
    }
    case 'with a word put in':
      return one.passage.startsWith('It ') ? `[Sector-led improvement] ${one.passage.slice(3)}` : undefined
  }
}

/** The first words up to a comma, and the last sentence. */
function shortened({ passage }: Found): string | undefined {
  const sentences = passage.split(/(?<=[.?]) /)
  const last = sentences.at(-1)
  const start = /^[^,.:]+/.exec(passage)?.[0]
  return sentences.length < 2 || last === undefined || start === undefined
    ? undefined
    : `${start} [...] ${last}`
}
