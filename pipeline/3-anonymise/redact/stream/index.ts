/**
 * All open answers at once, in threads, without holding them. In: the relation of clean responses and that of
 * whoever they know. Out: `redacted_answers` (source, record, question, text), in which everything that was found is
 * redacted, sure or not; and `undecided_spans` (source, record, question, start, end, kind, layer, reason), which is
 * private: offsets are of UTF-16 units in the answer as written.
 */
import type { Relation } from '../../../artefacts.ts'
import { type Appender, type Engine, identifier, literal, type Row } from '../../../engine/index.ts'
import type { Entry } from '../frame/index.ts'
import type { Batch, RedactedBatch } from './batch.ts'
import { inlineRedactor, type Redactor, threadedRedactor } from './pool.ts'

export interface OpenAnswers {
  /** Clean responses: `source`, `record`, and a column of words for each question. */
  readonly responses: Relation
  /** Question -> its column of words. */
  readonly questions: ReadonlyMap<string, string>
  /** text, kind, names, own_only, source, record; nothing where nobody is known. */
  readonly identities?: Relation
}

export interface RedactedAnswers {
  readonly answers: Relation
  readonly undecided: Relation
  readonly counts: { readonly answers: number; readonly undecided: number }
}

/** Answers in a piece of work for a thread, and fewest for which threads are started. */
const BATCH = 2000
const FEW = 5000

/** Redacts every open answer. The same answers give the same relations, whatever the number of threads. */
export async function redactAnswers(
  engine: Engine,
  answers: OpenAnswers,
  threads: number,
): Promise<RedactedAnswers> {
  await engine.run(`CREATE OR REPLACE TABLE redacted_answers (source VARCHAR, record BIGINT, question VARCHAR, text VARCHAR);
    CREATE OR REPLACE TABLE undecided_spans (source VARCHAR, record BIGINT, question VARCHAR, "start" INTEGER, "end" INTEGER,
      kind VARCHAR, layer VARCHAR, reason VARCHAR)`)
  const [row] = await engine.rows(`SELECT count(*)::INTEGER AS answers FROM (${wordsSql(answers)})`)
  const count = Number(row?.['answers'])
  const entries = await everybody(engine, answers.identities)
  const redactor = count < FEW ? inlineRedactor(entries) : threadedRedactor(entries, threads)
  const texts = await engine.append('redacted_answers')
  const spans = await engine.append('undecided_spans')
  try {
    const undecided = await pump(engine, answers, redactor, texts, spans)
    return {
      answers: 'redacted_answers',
      undecided: 'undecided_spans',
      counts: { answers: count, undecided },
    }
  } finally {
    texts.close()
    spans.close()
    await redactor.close()
  }
}

/** Hands batches to the redactor and writes what comes back in the order of the answers. Returns the undecided spans. */
async function pump(
  engine: Engine,
  answers: OpenAnswers,
  redactor: Redactor,
  texts: Appender,
  spans: Appender,
): Promise<number> {
  const waiting: { readonly rows: readonly Row[]; readonly work: Promise<RedactedBatch> }[] = []
  let undecided = 0
  const writeFirst = async (): Promise<void> => {
    const first = waiting.shift()
    if (first !== undefined) undecided += write(first.rows, await first.work, texts, spans)
  }
  const start = async (rows: readonly Row[]): Promise<void> => {
    while (waiting.length >= redactor.capacity) await writeFirst()
    const work = redactor.redact(batchOf(rows))
    // Awaited in its turn; until then a failure is nobody's yet.
    work.catch(() => undefined)
    waiting.push({ rows, work })
  }
  let rows: Row[] = []
  for await (const piece of engine.pieces(answersSql(answers))) {
    rows.push(...piece)
    if (rows.length < BATCH) continue
    await start(rows)
    rows = []
  }
  if (rows.length > 0) await start(rows)
  while (waiting.length > 0) await writeFirst()
  return undecided
}

const batchOf = (rows: readonly Row[]): Batch => ({
  texts: rows.map(({ words }) => String(words)),
  own: rows.map(({ own }) => (own === null ? '' : String(own))),
})

function write(
  rows: readonly Row[],
  { texts, undecided }: RedactedBatch,
  answers: Appender,
  spans: Appender,
): number {
  let count = 0
  for (const [index, row] of rows.entries()) {
    const place = [String(row['source']), BigInt(String(row['record'])), String(row['question'])]
    answers.add([...place, texts[index] ?? ''])
    for (const { start, end, kind, layer, reason } of undecided[index] ?? []) {
      spans.add([...place, start, end, kind, layer, reason])
      count += 1
    }
  }
  return count
}

/** One row an answer. */
function wordsSql({ responses, questions }: OpenAnswers): string {
  const parts = [...questions].map(
    ([question, column], index) =>
      `SELECT source, record, ${index} AS place, ${literal(question)} AS question, ${identifier(column)} AS words
       FROM ${identifier(responses)} WHERE ${identifier(column)} IS NOT NULL`,
  )
  return parts.length === 0
    ? `SELECT '' AS source, 0 AS record, 0 AS place, '' AS question, '' AS words WHERE false`
    : parts.join(' UNION ALL ')
}

/** Every answer with what gives away its writer, answers of one writer together. */
function answersSql(answers: OpenAnswers): string {
  const own =
    answers.identities === undefined
      ? 'SELECT NULL::VARCHAR AS source, NULL::BIGINT AS record, NULL::VARCHAR AS own WHERE false'
      : `SELECT source, record, to_json(list_sort(list(DISTINCT struct_pack(text := text, kind := kind, names := names))))::VARCHAR AS own
         FROM ${identifier(answers.identities)} WHERE record IS NOT NULL GROUP BY source, record`
  return `SELECT a.source, a.record, a.question, a.words, o.own FROM (${wordsSql(answers)}) a
    LEFT JOIN (${own}) o ON a.source = o.source AND a.record = o.record ORDER BY a.source, a.record, a.place`
}

async function everybody(engine: Engine, identities: Relation | undefined): Promise<readonly Entry[]> {
  if (identities === undefined) return []
  const entries: Entry[] = []
  const sql = `SELECT DISTINCT text, kind, names FROM ${identifier(identities)} WHERE NOT own_only ORDER BY ALL`
  for await (const rows of engine.pieces(sql)) {
    for (const { text, kind, names } of rows)
      entries.push({ text: String(text), kind: String(kind), names: String(names) as 'person' })
  }
  return entries
}
