import { type Respondent, wasAsked } from './answers.ts'
import { SURVEY, type SurveyQuestion } from './questions.ts'

/** A column that holds answers, before a platform gives it its headings. */
export interface AnswerColumn {
  readonly question: SurveyQuestion
  /** Place of the question in the questionnaire, from 1. */
  readonly number: number
  /** Option or item it is about, and its place among them, from 1. */
  readonly part?: string
  readonly place?: number
  /** Holds the words typed beside "other", and nothing else. */
  readonly isTyped?: true
  readonly cell: (respondent: Respondent) => string
}

/** How a platform writes answers. */
export interface Convention {
  /**
   * Kinds of questions that have a column an answer or item; a matrix always has one an item. Variables
   * were asked as drop-down lists, which stay in one column everywhere.
   */
  readonly spread: readonly SurveyQuestion['kind'][]
  /** Where the words beside "other" go. */
  readonly otherWords: 'own column' | 'its option' | 'the cell'
  /** One label in a cell. */
  readonly label?: (label: string, question: SurveyQuestion) => string
  /** The cell of an option that was ticked, and of one that was not while others were. */
  readonly ticked?: (label: string) => string
  readonly unticked?: string
  readonly join?: (labels: readonly string[], question: SurveyQuestion) => string
  readonly date: (iso: string) => string
  /** What stands for an answer that was not given, and for one that was not asked for. */
  readonly noReply?: string
  readonly notAsked?: string
}

/** The answer columns of the whole survey, in order, as one platform has them. */
export const answerColumns = (convention: Convention): readonly AnswerColumn[] =>
  SURVEY.flatMap((question, index) => columnsOf(question, index + 1, convention))

function columnsOf(
  question: SurveyQuestion,
  number: number,
  convention: Convention,
): readonly AnswerColumn[] {
  const { spread, otherWords } = convention
  const { kind, answers, items, id, other } = question
  const nothing = (respondent: Respondent) =>
    (wasAsked(question, respondent) ? convention.noReply : (convention.notAsked ?? convention.noReply)) ?? ''
  const make = (
    written: (respondent: Respondent) => string | undefined,
    more: Partial<AnswerColumn> = {},
  ): AnswerColumn => ({
    question,
    number,
    ...more,
    cell: (respondent) => written(respondent) ?? nothing(respondent),
  })
  const label = (text: string) => convention.label?.(text, question) ?? text
  const typed =
    other === undefined || otherWords !== 'own column'
      ? []
      : [
          make(({ otherWords: words }) => words ?? convention.notAsked ?? '', {
            part: other,
            place: answers.length,
            isTyped: true,
          }),
        ]

  if (kind === 'matrix') {
    return items.map((part, index) =>
      make(({ answers: given }) => labelIn(given[id], part, label), { part, place: index + 1 }),
    )
  }
  if (!spread.includes(kind) || question.use === 'variable') {
    return [make((respondent) => cellOf(question, respondent, convention, label)), ...typed]
  }
  const columns = answers.map((part, index) =>
    make((respondent) => partCell(question, part, respondent, convention), { part, place: index + 1 }),
  )
  return [...columns, ...typed]
}

function labelIn(answer: unknown, item: string, label: (text: string) => string): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  const text: unknown = Object.entries(answer).find(([key]) => key === item)?.[1]
  return typeof text === 'string' ? label(text) : undefined
}

function partCell(
  { id, kind, other }: SurveyQuestion,
  part: string,
  { answers, otherWords }: Respondent,
  { ticked, unticked, otherWords: place }: Convention,
): string | undefined {
  const answer = answers[id]
  if (answer === undefined) return undefined
  if (kind === 'ranking') return Array.isArray(answer) ? String(answer.indexOf(part) + 1) : undefined
  const isTicked = Array.isArray(answer) ? answer.includes(part) : answer === part
  if (!isTicked) return unticked ?? ''
  if (part === other && place === 'its option') return otherWords ?? ''
  return ticked?.(part) ?? part
}

function cellOf(
  question: SurveyQuestion,
  { answers, otherWords }: Respondent,
  { join, date, otherWords: place }: Convention,
  label: (text: string) => string,
): string | undefined {
  const answer = answers[question.id]
  if (answer === undefined) return undefined
  if (Array.isArray(answer)) {
    const written = answer.map((one: string) =>
      one === question.other && place === 'the cell' ? (otherWords ?? one) : label(one),
    )
    return join?.(written, question) ?? written.join(';')
  }
  if (typeof answer !== 'string') return undefined
  if (question.kind === 'date') return date(answer)
  return question.answers.length > 0 ? label(answer) : answer
}
