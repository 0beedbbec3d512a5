import { CODING_DISAGREEMENTS } from '../../artefacts.ts'
import type { Definition } from '../../definition/index.ts'
import { type Engine, identifier } from '../../engine/index.ts'
import { NO_THEME } from './code-frame.ts'

/**
 * Makes the list of answers that coders coded differently, for a person to settle: response, question, answer, what
 * each coder said, `counts`: what counts now, and `codes`: what was agreed on, to be filled in. The next run reads
 * it back, and the definition can name a copy of it under `adjudication`. Words that a spreadsheet would take for a formula get an
 * apostrophe in front.
 */
export async function listDisagreements(engine: Engine, definition: Definition): Promise<void> {
  const coders = definition.openText?.coders ?? []
  const said = (coder: number) => inWords(`max(c.codes) FILTER (WHERE c.coder = ${coder})`)
  await engine.run(`CREATE OR REPLACE TABLE ${CODING_DISAGREEMENTS} AS
    SELECT ${harmless('d.reference')} AS response, d.question, ${harmless('any_value(a.answer)')} AS answer,
      ${coders.map(({ coder }, index) => `${said(index)} AS ${identifier(`codes of ${coder}`)},`).join(' ')}
      ${inWords('any_value(d.codes)')} AS counts,
      CASE WHEN bool_or(d.adjudicated) THEN ${inWords('any_value(d.codes)')} END AS codes
    FROM resolved_codings d JOIN open_answers a USING (reference, question)
    JOIN codings c ON c.reference = d.reference AND c.question = d.question
    WHERE NOT d.agreed GROUP BY d.reference, d.question ORDER BY d.question, d.reference`)
}

const inWords = (codes: string): string =>
  `CASE WHEN len(${codes}) = 0 THEN '${NO_THEME}' ELSE array_to_string(${codes}, ';') END`

const harmless = (text: string): string =>
  `CASE WHEN regexp_matches(${text}, '^[=+@\\t\\r-]') THEN '''' || ${text} ELSE ${text} END`
