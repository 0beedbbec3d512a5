import { randomStream } from '../example/random.ts'
import { SURVEY, type SurveyQuestion } from './questions.ts'

/** What every text of a respondent begins with; none of it may leave the pipeline. */
export const CANARY = 'CANARY'
/** Network of the addresses: reserved for documentation, and nobody's. */
export const CANARY_NETWORK = '203.0.113.'

/** A label, number, ISO date or words; several labels, in order of rank for a ranking; item -> label for a matrix. */
export type Answer = string | readonly string[] | Readonly<Record<string, string>>

export interface Respondent {
  /** From 1. */
  readonly number: number
  readonly name: string
  readonly email: string
  readonly address: string
  /** Milliseconds since 1970 began, UTC, whole seconds. */
  readonly started: number
  readonly submitted: number
  /** By question; absent where not asked or not answered. */
  readonly answers: Readonly<Record<string, Answer>>
  /** Typed beside "other". */
  readonly otherWords?: string
  /** A row that is no response, on the platforms that keep such rows. */
  readonly stray?: 'preview' | 'unfinished'
}

/** The same respondents every time. */
export const respondents = (count = 240): readonly Respondent[] =>
  Array.from({ length: count }, (_, index) => respondent(index + 1))

/** Rows to be set aside: answers of nobody. */
export const strays = (first = 9001): readonly Respondent[] =>
  (['preview', 'unfinished', 'preview', 'unfinished'] as const).map((stray, index) => ({
    ...respondent(first + index),
    stray,
  }))

/** Whether the routing let the respondent see the question. */
export const wasAsked = ({ askedIf }: SurveyQuestion, { answers }: Respondent): boolean =>
  askedIf === undefined || answers[askedIf.id] === askedIf.answer

const SECOND = 1000
const DAY = 86_400 * SECOND

function respondent(number: number): Respondent {
  const random = randomStream(`platforms/${number}`)
  const started = Date.UTC(2026, 2, 1) + random.int(28 * 86_400) * SECOND
  const answers: Record<string, Answer> = {}
  for (const question of SURVEY) {
    const { id, askedIf } = question
    if (askedIf !== undefined && answers[askedIf.id] !== askedIf.answer) continue
    // Region and type are known of everybody; one in ten leaves a question out.
    if (question.use === 'question' && random.chance(10)) continue
    answers[id] = answerTo(question, number, random)
  }
  const services = answers['services']
  const isOther = Array.isArray(services) && services.includes('Other (please specify)')
  return {
    number,
    name: `${CANARY} Person ${number}`,
    email: `${CANARY}.${number}@example.org`,
    address: `${CANARY_NETWORK}${1 + (number % 254)}`,
    started,
    submitted: started + (60 + random.int(1800)) * SECOND,
    answers,
    ...(isOther ? { otherWords: `${CANARY} wish ${number}` } : {}),
  }
}

type Random = ReturnType<typeof randomStream>

function answerTo({ kind, answers, items }: SurveyQuestion, number: number, random: Random): Answer {
  switch (kind) {
    case 'single':
    case 'scale':
      return random.pick(answers)
    case 'multiple': {
      const ticked = answers.filter(() => random.chance(40))
      return ticked.length > 0 ? ticked : [random.pick(answers)]
    }
    case 'matrix': {
      const rows = items.filter(() => random.chance(92)).map((item) => [item, random.pick(answers)] as const)
      return Object.fromEntries(rows.length > 0 ? rows : [[items[0] ?? '', random.pick(answers)]])
    }
    case 'ranking':
      return random.shuffle(answers)
    case 'number':
      return String(16 + random.int(75))
    case 'date':
      return new Date(Date.UTC(2025, 2, 1) + random.int(365) * DAY).toISOString().slice(0, 10)
    case 'open':
      return random.pick([
        `${CANARY} comment ${number}`,
        `${CANARY} comment ${number}: longer hours, "quiet" rooms; more staff`,
        `${CANARY} comment ${number}\nin two lines`,
      ])
  }
}
