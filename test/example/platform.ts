import { written } from './export-times.ts'
import { token } from './invitees.ts'
import type { Answers, ExportRow } from './model.ts'
import { headingOf, QUESTIONS, questionHeadings } from './questions.ts'
import { randomStream } from './random.ts'

/** Ticked by those who do not want their words published. */
export const DO_NOT_PUBLISH = 'Please do not publish my comments'

export const PLATFORM_HEADINGS = [
  'Response ID',
  'Unique link',
  'Status',
  'Start time',
  'End time',
  'IP address',
  'Name',
  'Email address',
  'Your authority',
  'Your role',
  ...questionHeadings(),
  DO_NOT_PUBLISH,
]

/** One visit to the online form. */
export interface Visit {
  readonly start: number
  /** Minutes until submitted; null when it never was. */
  readonly length: number | null
  readonly status: 'Complete' | 'Partial' | 'Test' | 'Preview'
  readonly notation: ExportRow['notation']
  readonly link: string
  readonly name: string
  readonly email: string
  readonly authority: string
  readonly role: string
  readonly answers: Answers
  readonly counted: boolean
}

/** The visit as the platform exports it. Its id and address depend only on when it started and by whom. */
export function platformRow(visit: Visit): ExportRow {
  const random = randomStream(`platform/${visit.start}/${visit.link}/${visit.status}`)
  const end = visit.length === null ? null : visit.start + visit.length
  const network = random.pick(['192.0.2', '198.51.100', '203.0.113'])
  const id = `R_${token(random).slice(0, 15)}`
  const address = `${network}.${1 + random.int(254)}`
  return {
    start: visit.start,
    end,
    notation: visit.notation,
    counted: visit.counted,
    trouble: [],
    cells: {
      'Response ID': id,
      'Unique link': visit.link,
      Status: visit.status,
      'Start time': written(visit.start, visit.notation),
      'End time': end === null ? '' : written(end, visit.notation),
      'IP address': address,
      Name: visit.name,
      'Email address': visit.email,
      'Your authority': visit.authority,
      'Your role': visit.role,
      ...answerCells(visit.answers),
      [DO_NOT_PUBLISH]: random.chance(7) ? 'Yes' : '',
    },
  }
}

/** Answers by heading. */
export function answerCells(answers: Answers): Record<string, string> {
  return Object.fromEntries(QUESTIONS.map((question) => [headingOf(question), answers[question.id] ?? '']))
}
