import { csvText } from '../csv.ts'
import type { RawRecord } from '../model.ts'
import { headingOf, QUESTIONS } from '../questions.ts'
import { randomStream } from '../random.ts'
import { codesOf, frameOf, OPEN_TEXT } from './index.ts'

/** An answer to be coded: whose, to what, and what it is really about. */
export interface Coded {
  readonly response: string
  readonly question: string
  readonly codes: readonly string[]
}

/** Every answer to an open question that counts, under its reference; answers that were not asked for are left out. */
export function codedAnswers(records: readonly RawRecord[], reference: string): readonly Coded[] {
  return records.flatMap(({ cells, trouble }) =>
    QUESTIONS.filter(({ id }) => OPEN_TEXT[id] !== undefined).flatMap((question): readonly Coded[] => {
      const heading = headingOf(question)
      const answer = cells[heading] ?? ''
      const unasked = trouble.some(({ kind, field }) => kind === 'answer not asked' && field === heading)
      if (answer.trim() === '' || unasked) return []
      return [
        { response: cells[reference] ?? '', question: question.id, codes: codesOf(question.id, answer) },
      ]
    }),
  )
}

/** Of a hundred codes: how many a coder overlooks, and how many of a hundred answers get one too many. */
interface Habits {
  readonly overlooks: number
  readonly adds: number
}

const FIRST: Habits = { overlooks: 3, adds: 2 }
const SECOND: Habits = { overlooks: 7, adds: 5 }
/** Disagreements that nobody settled. */
const UNSETTLED = 4

/** The sheets of two coders, who work one by answer and one by question, and what they agreed on afterwards. */
export function codingSheets(answers: readonly Coded[]): ReadonlyMap<string, string> {
  const one = answers.map((answer) => coded('first coder', FIRST, answer))
  const other = answers.map((answer) => coded('second coder', SECOND, answer))
  const differing = answers.filter((_, index) => String(one[index]?.codes) !== String(other[index]?.codes))
  const byQuestion = QUESTIONS.flatMap(({ id }) => other.filter(({ question }) => question === id))
  return new Map([
    ['coding-1.csv', sheet(one)],
    ['coding-2.csv', sheet(byQuestion)],
    ['coding-agreed.csv', sheet(differing.slice(UNSETTLED))],
  ])
}

function coded(coder: string, { overlooks, adds }: Habits, answer: Coded): Coded {
  const random = randomStream(`${coder}/${answer.response}/${answer.question}`)
  const seen = answer.codes.filter(() => !random.chance(overlooks))
  const frame = frameOf(answer.question)
  const extra = random.chance(adds) ? [random.pick(frame)] : []
  return { ...answer, codes: frame.filter((code) => [...seen, ...extra].includes(code)) }
}

const sheet = (rows: readonly Coded[]): string =>
  csvText(
    ['response', 'question', 'codes'],
    rows.map(({ response, question, codes }) => ({
      cells: { response, question, codes: codes.length === 0 ? 'none' : codes.join(';') },
      trouble: [],
    })),
    '\n',
  )
