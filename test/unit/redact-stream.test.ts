import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { redactAnswers } from '../../pipeline/3-anonymise/redact/index.ts'
import { type Engine, literal } from '../../pipeline/engine/index.ts'
import { testEngine } from '../support/engine.ts'

const questions = new Map([
  ['why', 'text_why'],
  ['more', 'text_more'],
])
const plan = { responses: 'responses', questions, identities: 'identities' }

describe('redaction of all open answers', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = (await testEngine()).engine
    await engine.run(`CREATE TABLE responses AS SELECT 'a.csv' AS source, i::BIGINT AS record,
        'Answer ' || i || ': ring 07700 900' || lpad((i % 1000)::VARCHAR, 3, '0') AS text_why,
        CASE i % 3 WHEN 0 THEN 'As Senior Planner in Thornsea I agree with Oswin Thackerley.'
          WHEN 1 THEN ${literal('Blenkinsop never came to \ud83d\ude00 see us.')} END AS text_more
      FROM range(6000) t(i)`)
    await engine.run(`CREATE TABLE identities AS
      SELECT 'Oswin Thackerley' AS text, 'name' AS kind, 'person' AS names, false AS own_only, NULL AS source, NULL::BIGINT AS record
      UNION ALL SELECT 'Senior Planner', 'job title', 'words', true, 'a.csv', 3
      UNION ALL SELECT 'Thornsea Borough Council', 'council', 'organisation', false, 'a.csv', 3`)
  })
  afterAll(() => engine.close())

  it('makes a row an answer, in which all that was found is redacted', async () => {
    const { counts } = await redactAnswers(engine, plan, 2)
    expect(counts.answers).toBe(10_000)
    const rows = await engine.rows(
      `SELECT record::INTEGER AS record, question, text FROM redacted_answers WHERE record IN (3, 6, 7) ORDER BY record, question DESC`,
    )
    expect(rows).toEqual([
      { record: 3, question: 'why', text: 'Answer 3: ring [telephone number]' },
      { record: 3, question: 'more', text: 'As [job title] in [council] I agree with [name].' },
      { record: 6, question: 'why', text: 'Answer 6: ring [telephone number]' },
      { record: 6, question: 'more', text: 'As Senior Planner in [council] I agree with [name].' },
      { record: 7, question: 'why', text: 'Answer 7: ring [telephone number]' },
      { record: 7, question: 'more', text: '[name] never came to \ud83d\ude00 see us.' },
    ])
  })

  it('keeps what is undecided apart, with offsets of the answer as written', async () => {
    const [row] = await engine.rows(
      `SELECT "start", "end", kind, layer, reason FROM undecided_spans WHERE record = 7 AND question = 'more'`,
    )
    expect(row).toEqual({ start: 0, end: 10, kind: 'name', layer: 'names', reason: 'no English word' })
  })

  it('gives the same whatever the number of threads', async () => {
    const digest = async () =>
      (
        await engine.rows(`SELECT md5(string_agg(concat_ws('|', source, record, question, text), chr(10) ORDER BY rowid)) AS a,
          (SELECT md5(string_agg(concat_ws('|', record, question, "start", "end", reason), chr(10) ORDER BY rowid)) FROM undecided_spans) AS b
          FROM redacted_answers`)
      )[0]
    const two = await digest()
    await redactAnswers(engine, plan, 1)
    expect(await digest()).toEqual(two)
  })

  it('redacts nothing where there are no answers', async () => {
    const none = await redactAnswers(engine, { responses: 'responses', questions: new Map() }, 2)
    expect(none.counts).toEqual({ answers: 0, undecided: 0 })
  })
})
