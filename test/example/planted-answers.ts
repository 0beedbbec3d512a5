import type { RawRecord } from './model.ts'
import { withCell } from './model.ts'
import { openAnswer } from './open-text/index.ts'
import { headingOf, QUESTIONS } from './questions.ts'
import { randomStream } from './random.ts'
import type { TroubleKind } from './trouble-rules.ts'

export interface Plant {
  readonly question: string
  readonly kind: TroubleKind
  /** Where it may go: `answer` gives the record's answer to a question, blank when there is none. */
  readonly where: (answer: (question: string) => string) => boolean
  readonly becomes: (now: string) => string
}

/**
 * The records with each plant in the first eligible record that suits it and has none yet. A plant
 * that finds no place is a fault of the generator.
 */
export function plantAnswers<R extends RawRecord>(
  records: readonly R[],
  plants: readonly Plant[],
  eligible: (record: R) => boolean,
): readonly R[] {
  const planted = [...records]
  const used = new Set<number>()
  for (const { question, kind, where, becomes } of plants) {
    const fits = (record: R): boolean => eligible(record) && where((id) => record.cells[heading(id)] ?? '')
    const index = planted.findIndex((record, place) => !used.has(place) && fits(record))
    const record = planted[index]
    if (record === undefined) throw new Error(`No place for ${kind} in ${question}`)
    used.add(index)
    planted[index] = withCell(record, heading(question), becomes(record.cells[heading(question)] ?? ''), kind)
  }
  return planted
}

/** An answer that is no label of the code list, where the question was left blank. */
export function unlisted(question: string, words: string): Plant {
  return {
    question,
    kind: 'unlisted answer',
    where: (answer) => answer(question) === '',
    becomes: () => words,
  }
}

/** An answer to `question` although `router`, answered `reply`, does not lead there. */
export function notAsked(question: string, router: string, reply: string, words?: string): Plant {
  return {
    question,
    kind: 'answer not asked',
    where: (answer) => answer(router) === reply && answer(question) === '',
    becomes: () => words ?? openAnswer(question, randomStream(`not asked/${question}/${reply}`)),
  }
}

/** Words that identify somebody, after an answer already there. */
export function identifying(question: string, words: string): Plant {
  return {
    question,
    kind: 'identifying words in an open answer',
    where: (answer) => answer(question) !== '' && !answer(question).includes('\n'),
    becomes: (now) => `${now}${words.includes('\n') ? '\n' : ' '}${words}`,
  }
}

function heading(id: string): string {
  const question = QUESTIONS.find((asked) => asked.id === id)
  if (question === undefined) throw new Error(`No question ${id}`)
  return headingOf(question)
}
