import { codedQuestions, type Definition } from '../../definition/index.ts'
import { type Engine, literal, literals, type Row } from '../../engine/index.ts'
import type { Issue } from '../../issues.ts'
import { NO_THEME } from './code-frame.ts'

/** Rows of one fault that are told one by one. */
const TOLD = 20

/**
 * What is wrong with a sheet of codes, `coding_parts`: rows that name no response or no question with a code
 * frame, codes that are not in the frame, `none` beside a code; and, as warnings, responses that nobody received.
 */
export async function codingFaults(
  engine: Engine,
  definition: Definition,
  file: string,
): Promise<readonly Issue[]> {
  const questions = codedQuestions(definition)
  const known = `question IN (${literals(questions.map(({ id }) => id))})`
  const rowsWhere = (condition: string) =>
    engine.rows(`SELECT row::INTEGER AS row, any_value(question) AS question FROM coding_parts p
      WHERE ${condition} GROUP BY row ORDER BY row LIMIT ${TOLD}`)
  const tell =
    (code: string, column: string, message: string, expected: (row: Row) => string, advice: string) =>
    (row: Row): Issue => ({
      ...{ code: `clean/${code}`, severity: 'error', concern: 'data', message, advice, file, column },
      row: Number(row['row']),
      expected: expected(row),
    })
  const codesOf = ({ question }: Row) =>
    [...(questions.find(({ id }) => id === question)?.themes.map(({ code }) => code) ?? []), NO_THEME].join(
      ', ',
    )
  return [
    ...(await rowsWhere('reference IS NULL')).map(
      tell(
        'coding-without-response',
        'response',
        'This row has codes and does not say of which response.',
        () => 'the reference of a response',
        'Fill it in, or empty the codes.',
      ),
    ),
    ...(await rowsWhere(`NOT coalesce(${known}, false)`)).map(
      tell(
        'unknown-question',
        'question',
        'This row has codes for a question that has no code frame.',
        () => questions.map(({ id }) => id).join(', '),
        'Correct the question, or write its code frame under themes.',
      ),
    ),
    ...(await rowsWhere(`${known} AND code IS NULL AND part <> ${literal(NO_THEME)}`)).map(
      tell(
        'unknown-code',
        'codes',
        'A code in this row is not in the code frame of its question.',
        codesOf,
        'Correct it, or add the theme to the code frame.',
      ),
    ),
    ...(
      await rowsWhere(`part = ${literal(NO_THEME)} AND EXISTS (SELECT 1 FROM coding_parts o
        WHERE o.row = p.row AND o.part <> ${literal(NO_THEME)})`)
    ).map(
      tell(
        'code-beside-none',
        'codes',
        `This row says ${NO_THEME}, and has a code.`,
        codesOf,
        'Keep one of the two.',
      ),
    ),
    ...(await notReceived(engine, file, known)),
  ]
}

/** Codes of responses that are in no file, or of answers that are blank: they would count nowhere. */
async function notReceived(engine: Engine, file: string, known: string): Promise<readonly Issue[]> {
  const [counts] = await engine.rows(`SELECT
    count(DISTINCT row) FILTER (WHERE s.reference IS NULL)::INTEGER AS unknown,
    min(row) FILTER (WHERE s.reference IS NULL)::INTEGER AS first,
    count(DISTINCT row) FILTER (WHERE k.reference IS NOT NULL AND a.reference IS NULL)::INTEGER AS blank
    FROM coding_parts p
    LEFT JOIN (SELECT DISTINCT reference FROM references_seen) s ON s.reference = p.reference
    LEFT JOIN (SELECT reference FROM references_seen WHERE kept) k ON k.reference = p.reference
    LEFT JOIN open_answers a ON a.reference = p.reference AND a.question = p.question
    WHERE p.reference IS NOT NULL AND p.${known}`)
  const unknown = Number(counts?.['unknown'])
  const blank = Number(counts?.['blank'])
  const warning = { severity: 'warning', concern: 'data', file } as const
  return [
    ...(unknown === 0
      ? []
      : [
          {
            ...{
              ...warning,
              code: 'clean/coding-of-nobody',
              row: Number(counts?.['first']),
              column: 'response',
            },
            message: `${unknown === 1 ? 'This row codes a response that is' : `${unknown} rows code responses that are`} in no file of responses, so ${unknown === 1 ? 'its codes count' : 'their codes count'} nowhere.`,
            advice: 'Correct the reference, or remove the row.',
          },
        ]),
    ...(blank === 0
      ? []
      : [
          {
            ...{ ...warning, code: 'clean/coding-of-nothing' },
            message: `${blank === 1 ? 'One row codes an answer' : `${blank} rows code answers`} where nothing was answered, or the question was not asked. ${blank === 1 ? 'It counts' : 'They count'} nowhere.`,
            advice: 'Look whether the rows belong to other responses.',
          },
        ]),
  ]
}
