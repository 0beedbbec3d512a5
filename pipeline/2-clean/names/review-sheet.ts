import { NAMES_TO_REVIEW, REVIEW_SHEET } from '../../artefacts.ts'
import type { Engine } from '../../engine/index.ts'
import type { Issue } from '../../issues.ts'
import { PROPOSALS, propose } from './propose.ts'
import { NOT_OURS } from './read-decisions.ts'

/**
 * Makes `names_to_review` for a person to fill in: name (as most often typed), responses, proposed_key,
 * proposed_name, similarity, why, further_proposals, decision. It has every name that no rule matched,
 * and every name decided before. Returns a warning where names are still undecided. A name that a
 * spreadsheet would take for a formula gets an apostrophe in front, which matching forgets.
 */
export async function reviewSheet(engine: Engine): Promise<readonly Issue[]> {
  const [met] = await engine.rows(`SELECT (SELECT count(*) FROM names_seen)::INTEGER AS seen,
    (SELECT count(*) FROM decided_names)::INTEGER AS decided`)
  if (Number(met?.['seen']) + Number(met?.['decided']) === 0) {
    await engine.run(`CREATE OR REPLACE TABLE ${NAMES_TO_REVIEW} (name VARCHAR)`)
    return []
  }
  await engine.run(`CREATE OR REPLACE TEMP TABLE names_met AS
    SELECT form, arg_min(name, (-responses, name)) AS name, sum(responses) AS responses
    FROM (SELECT form, name, sum(responses) AS responses FROM names_seen GROUP BY form, name) GROUP BY form`)
  await engine.run(`CREATE OR REPLACE TEMP TABLE unmatched_names AS
    SELECT met, sorted_words(words) AS form, words
    FROM (SELECT form AS met, loose_words(strict_name(name)) AS words FROM names_met)
    WHERE met NOT IN (SELECT d.form FROM name_decisions d)`)
  await propose(engine)
  await engine.run(`CREATE OR REPLACE TABLE ${NAMES_TO_REVIEW} AS
    SELECT CASE WHEN regexp_matches(shown, '^[=+@-]') THEN '''' || shown ELSE shown END AS name,
      responses, proposed_key, proposed_name, similarity, why, further_proposals, decision
    FROM (
      SELECT without_blanks(coalesce(m.name, d.name)) AS shown, coalesce(m.responses, 0)::BIGINT AS responses,
        p.key AS proposed_key, p.name AS proposed_name, p.similarity, p.why, p.further AS further_proposals, d.decision
      FROM names_met m FULL JOIN decided_names d ON m.form = d.form
      LEFT JOIN unmatched_names u ON u.met = m.form
      LEFT JOIN (${PROPOSED}) p ON p.asked = left(u.form, ${PROPOSALS.letters}))
    ORDER BY responses DESC, name`)
  return stillUndecided(engine)
}

/** The first proposal for a name in columns, the others in words. */
const PROPOSED = `SELECT asked, max(key) FILTER (WHERE rank = 1) AS key, max(name) FILTER (WHERE rank = 1) AS name,
    max(printf('%.2f', similarity)) FILTER (WHERE rank = 1) AS similarity, max(why) FILTER (WHERE rank = 1) AS why,
    string_agg(printf('%s (%s, %.2f, %s)', name, key, similarity, why), '; ' ORDER BY rank) FILTER (WHERE rank > 1) AS further
  FROM name_proposals JOIN (SELECT key, min(name) AS name FROM units GROUP BY key) USING (key) GROUP BY asked`

async function stillUndecided(engine: Engine): Promise<readonly Issue[]> {
  const [row] =
    await engine.rows(`SELECT count(*)::INTEGER AS names, coalesce(sum(m.responses), 0)::INTEGER AS responses,
    count(p.asked)::INTEGER AS proposed
    FROM unmatched_names u JOIN names_met m ON u.met = m.form
    LEFT JOIN (SELECT DISTINCT asked FROM name_proposals) p ON p.asked = left(u.form, ${PROPOSALS.letters})`)
  const names = Number(row?.['names'])
  if (names === 0) return []
  const responses = Number(row?.['responses'])
  const proposed = Number(row?.['proposed'])
  return [
    {
      code: 'clean/unmatched-names',
      severity: 'warning',
      concern: 'data',
      message: `${count(names, 'name', 'different names')} of ${count(responses, 'response', 'responses')} ${names === 1 ? 'is' : 'are'} not in the frame; units are proposed for ${proposed}.`,
      advice: `Write the key of the unit that is meant, or "${NOT_OURS}", under "decision" in ${REVIEW_SHEET}, and run again.`,
    },
  ]
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`
