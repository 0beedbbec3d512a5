import { NOTHING, type SubmissionSource } from '../artefacts.ts'
import { answerColumns, type Definition } from '../definition/index.ts'
import { type Engine, identifier, literal } from '../engine/index.ts'
import { answerProjections, rawColumn } from './answer-projections.ts'

/** Marks, in `matched`, rows that were never sent in, and rows that answer nothing. */
export async function setAsideUnfinished(
  engine: Engine,
  definition: Definition,
  source: SubmissionSource,
  staged: string,
  matched: string,
): Promise<void> {
  if (definition.cleaning.partial === 'set aside') {
    await engine.run(`UPDATE ${matched} SET reason = 'not sent in' WHERE reason IS NULL AND NOT complete`)
  }
  await engine.run(`UPDATE ${matched} SET reason = 'no question answered' WHERE reason IS NULL
    AND record IN (SELECT rowid FROM ${staged} WHERE NOT (${anyAnswer(definition, source)}))`)
}

function anyAnswer(definition: Definition, source: SubmissionSource): string {
  const answered = definition.questions
    .filter((question) => answerProjections(question, source).length > 0)
    .flatMap((question) => {
      const columns = answerColumns(question)
      if (question.kind === 'single' || (question.kind === 'number' && columns.length > 0)) {
        return [`${identifier(rawColumn(question.id))} <> ${literal(NOTHING.noReply)}`]
      }
      const names = columns.length > 0 ? columns.map(({ name }) => name) : [question.id]
      return names
        .filter(
          (name) =>
            question.kind !== 'multiple' || source.columns.has(name) || source.columns.has(question.id),
        )
        .map((name) => identifier(rawColumn(name)))
    })
  return answered.join(' OR ') || 'false'
}
