import { countsIn, POPULATIONS } from './answer-counts.ts'
import { SPOKEN_FOR } from './frame-counts.ts'
import type { Authority, ExportRow, Invitee, RawRecord } from './model.ts'
import { PRINTED_QUESTIONS } from './printed-figures.ts'
import { QUESTIONS } from './questions.ts'

/** What a right run finds, for the manifest. */
export function expectedNumbers(
  authorities: readonly Authority[],
  invitees: readonly Invitee[],
  rows: readonly ExportRow[],
  further: readonly RawRecord[],
): Readonly<Record<string, unknown>> {
  const counted = rows.filter((row) => row.counted).length
  const covered = authorities.filter(
    ({ responded, region, type }) =>
      responded || (type !== 'Fire and rescue' && SPOKEN_FOR.some((name) => name === region)),
  )
  const responded = authorities.filter((authority) => authority.responded)
  return {
    authorities: authorities.length,
    invitees: invitees.length,
    'records of responses.csv': rows.length,
    'records counted of responses.csv': counted,
    'records set aside of responses.csv': rows.length - counted,
    'records of additional-responses.xlsx': further.length,
    responses: counted + further.length,
    'authorities responded': responded.length,
    'authorities responded with a peer challenge': responded.filter((one) => one.peerChallenge === 'Yes')
      .length,
    'authorities responded or covered': covered.length,
    questions: Object.fromEntries(PRINTED_QUESTIONS.map(({ question }) => [question, countsOf(question)])),
  }
}

function countsOf(question: string): Readonly<Record<string, unknown>> {
  const labels = QUESTIONS.find(({ id }) => id === question)?.answers ?? []
  return Object.fromEntries(
    Object.keys(POPULATIONS).map((population) => {
      const counts = countsIn(question, population)
      const base = counts.reduce((sum, count) => sum + count, 0)
      return [
        population,
        { base, ...Object.fromEntries(labels.map((label, index) => [label, counts[index]])) },
      ]
    }),
  )
}
