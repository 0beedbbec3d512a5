import type { AnonymousResponses } from '../artefacts.ts'
import type { Definition, Id } from '../definition/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import { countUniques, PUBLISHED, writeNobody } from './published.ts'
import { following } from './sensitive.ts'

/** What of anonymous responses is another when questions are left out of their rows. */
type Changed = Pick<AnonymousResponses, 'fields' | 'rows' | 'classes' | 'report'>

/**
 * Takes the answers to some questions, and to those asked because of them, out of the rows that leave, and sorts these anew by
 * what is left; no row leaves of which nothing is left. Tables count them as before.
 */
export async function leaveOut(
  engine: Engine,
  { questions }: Definition,
  { fields, rows, classes, report }: Changed,
  named: readonly Id[],
): Promise<Changed> {
  const gone = new Set(named.flatMap((id) => [...following(id, questions)]))
  const left = fields.filter(({ question }) => question === undefined || !gone.has(question))
  const columns = left.filter(({ name }) => name !== 'id').map(({ name }) => identifier(name))
  if (columns.length === 0) await writeNobody(engine)
  else {
    const order = columns.map((column) => `${column}::VARCHAR`).join(', ')
    await engine.run(`CREATE OR REPLACE TABLE ${PUBLISHED} AS SELECT row_number() OVER () AS id, * FROM (
      SELECT ${columns.join(', ')} FROM ${PUBLISHED} ORDER BY ${order})`)
  }
  const lost = fields.filter((field) => !left.includes(field)).map(({ question }) => question)
  return {
    fields: left,
    rows: columns.length === 0 ? 0 : rows,
    classes: {
      ...classes,
      withheld: new Map([...classes.withheld].filter(([id]) => !gone.has(id))),
      leftOut: new Set([...classes.leftOut, ...gone]),
    },
    report: {
      ...report,
      uniques: await countUniques(
        engine,
        left.filter(({ name }) => name !== 'id'),
      ),
      withheld: [
        ...report.withheld.filter(({ question }) => !gone.has(question)),
        ...[...gone]
          .filter((id) => lost.includes(id))
          .map((question) => ({ question, answers: 0, responses: 0, everywhere: true })),
      ],
    },
  }
}
