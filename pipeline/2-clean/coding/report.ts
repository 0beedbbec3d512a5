import type { CodingReport, QuestionCoding } from '../../coding-report.ts'
import { type CodedQuestion, codedQuestions, type Definition } from '../../definition/index.ts'
import { type Engine, literal, type Row } from '../../engine/index.ts'
import { measureAgreement } from './agreement/measure.ts'
import type { Units } from './agreement/units.ts'

/** What coding came to: how much was coded, how alike, and how differences were settled. */
export async function codingReport(engine: Engine, definition: Definition): Promise<CodingReport> {
  const coders = (definition.openText?.coders ?? []).map(({ coder }) => coder)
  const questions: QuestionCoding[] = []
  for (const question of codedQuestions(definition)) {
    questions.push(await questionCoding(engine, coders, question))
  }
  return { coders, questions }
}

async function questionCoding(
  engine: Engine,
  coders: readonly string[],
  { id, themes }: CodedQuestion,
): Promise<QuestionCoding> {
  const [counts] = await engine.rows(`SELECT
    (SELECT count(*) FROM open_answers WHERE question = ${literal(id)})::INTEGER AS answers,
    count(*)::INTEGER AS coded, count(codes)::INTEGER AS counted,
    (count(*) FILTER (WHERE coders > 1))::INTEGER AS twice, (count(*) FILTER (WHERE NOT agreed))::INTEGER AS differing,
    (count(*) FILTER (WHERE NOT agreed AND adjudicated))::INTEGER AS adjudicated,
    (count(*) FILTER (WHERE codes IS NULL))::INTEGER AS undecided
    FROM resolved_codings WHERE question = ${literal(id)}`)
  const count = (name: string) => Number(counts?.[name])
  const common = {
    question: id,
    ...{ answers: count('answers'), coded: count('coded'), counted: count('counted') },
    ...{ codedTwice: count('twice'), disagreeing: count('differing') },
    ...{ adjudicated: count('adjudicated'), undecided: count('undecided') },
  }
  if (coders.length < 2) return { ...common, themes: [] }
  return { ...common, ...measureAgreement(coders, themes, await unitsOf(engine, coders, id)) }
}

/** Answers that are there and two coders or more coded, those coded alike together. */
async function unitsOf(
  engine: Engine,
  coders: readonly string[],
  question: string,
): Promise<readonly Units[]> {
  const said = coders.map(
    (_, coder) => `max(array_to_string(codes, ';')) FILTER (WHERE coder = ${coder}) AS c${coder}`,
  )
  const rows = await engine.rows(`SELECT * EXCLUDE (reference), count(*)::INTEGER AS answers FROM (
      SELECT reference, ${said.join(', ')} FROM codings JOIN open_answers a USING (reference, question)
      WHERE question = ${literal(question)} AND coder >= 0 GROUP BY reference HAVING count(*) > 1)
    GROUP BY ALL ORDER BY ALL`)
  const value = (row: Row, coder: number) => {
    const codes = row[`c${coder}`]
    return typeof codes === 'string' ? codes : null
  }
  return rows.map((row) => ({
    values: coders.map((_, coder) => value(row, coder)),
    count: Number(row['answers']),
  }))
}
