import type { Engine } from '../../engine/index.ts'

/** What keeps the work in proportion to the number of names, and what makes a proposal worth reading. */
export const PROPOSALS = {
  /** How many entries of the index may be looked at for one name: its rarest trigrams first. */
  entries: 300,
  /** How many names of units are compared with one name, letter by letter. */
  candidates: 12,
  /** Units proposed for one name. */
  most: 3,
  /** Below this two names only happen to share letters. */
  similarity: 0.75,
  /** Of a longer name no more is compared: nothing is called so. */
  letters: 100,
} as const

/**
 * Proposes units for names that no rule could match. In: `unmatched_names` (words, as `loose_words` makes
 * them; form, the same sorted). Makes `asked_trigrams` (number, trigram, entries), what is looked up in the
 * index; `name_candidates` (asked, form), the pairs that are compared; and `name_proposals` (asked, rank, key, similarity, why). Candidates come from an inverted index of
 * trigrams, so nothing is compared with everything. Similarity, 0 to 1, is that of Jaro and Winkler (W. E.
 * Winkler, String comparator metrics, 1990), without the bonus for a common beginning where words were put
 * in alphabetical order; or nine tenths of the share of the shorter name's letters that stand in words of
 * both, whichever is more.
 */
export async function propose(engine: Engine): Promise<void> {
  const { entries, candidates, most, similarity } = PROPOSALS
  await engine.run(`CREATE OR REPLACE TEMP TABLE asked_names AS
    SELECT DISTINCT left(form, ${PROPOSALS.letters}) AS asked, min(left(words, ${PROPOSALS.letters})) AS words
    FROM unmatched_names WHERE form <> '' GROUP BY asked`)
  // Names go by numbers here, which group faster than words.
  await engine.run(`CREATE OR REPLACE TEMP TABLE unit_numbers AS
    SELECT row_number() OVER (ORDER BY form)::INTEGER AS unit, form FROM unit_forms`)
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE unit_trigrams AS ${trigrams('unit_numbers', 'unit', 'form')}`,
  )
  await engine.run(`CREATE OR REPLACE TEMP TABLE asked_numbers AS
    SELECT row_number() OVER (ORDER BY asked)::INTEGER AS number, asked FROM asked_names`)
  await engine.run(`CREATE OR REPLACE TEMP TABLE asked_trigrams AS
    WITH frequency AS (SELECT trigram, count(*)::INTEGER AS entries FROM unit_trigrams GROUP BY trigram)
    SELECT number, trigram, entries FROM (${trigrams('asked_numbers', 'number', 'asked')}) JOIN frequency USING (trigram)
    QUALIFY sum(entries) OVER (PARTITION BY number ORDER BY entries, trigram ROWS UNBOUNDED PRECEDING) <= ${entries}`)
  await engine.run(`CREATE OR REPLACE TEMP TABLE name_candidates AS
    WITH shared AS (SELECT number, unit, count(*)::INTEGER AS trigrams
      FROM asked_trigrams JOIN unit_trigrams USING (trigram) GROUP BY number, unit),
    nearest AS (SELECT number, unnest(max({'trigrams': trigrams, 'unit': -unit}, ${candidates})) AS candidate
      FROM shared GROUP BY number)
    SELECT asked, form FROM nearest JOIN asked_numbers USING (number) JOIN unit_numbers ON unit = -candidate.unit`)
  await engine.run(`CREATE OR REPLACE TEMP TABLE name_proposals AS
    WITH compared AS (
      SELECT asked, form, f.keys, f.units, f.own, ${SPELLING} AS spelling, ${WITHIN} AS within
      FROM name_candidates JOIN asked_names a USING (asked) JOIN unit_forms f USING (form)),
    proposed AS (
      SELECT asked, unnest(keys) AS key, ${SIMILARITY} AS similarity, ${WHY} AS why FROM compared
      WHERE ${SIMILARITY} >= ${similarity}),
    best AS (SELECT asked, key, max(similarity) AS similarity, arg_max(why, (similarity, why)) AS why
      FROM proposed GROUP BY asked, key)
    SELECT asked, row_number() OVER (PARTITION BY asked ORDER BY similarity DESC, key) AS rank, key, similarity, why
    FROM best QUALIFY rank <= ${most}`)
}

const trigrams = (relation: string, number: string, text: string): string => `SELECT DISTINCT ${number},
  unnest(list_transform(range(1, length(${text}) + 1), lambda i: substr(' ' || ${text} || ' ', i, 3))) AS trigram
  FROM ${relation}`

const SPELLING = 'greatest(jaro_similarity(asked, form), jaro_winkler_similarity(a.words, f.words))'
const LETTERS = (words: string): string => `length(replace(${words}, ' ', ''))`
const WITHIN = `length(array_to_string(list_intersect(string_split(asked, ' '), string_split(form, ' ')), ''))
  / least(${LETTERS('asked')}, ${LETTERS('form')})`
const SIMILARITY = 'greatest(spelling, 0.9 * within)'
const WHY = `CASE
  WHEN asked = form AND units > 1 THEN 'the same name but for words such as council; ' || units || ' units share it'
  WHEN asked = form THEN 'the same name but for words such as county and city'
  WHEN within = 1 THEN 'one name is within the other'
  WHEN spelling < ${SIMILARITY} THEN 'has words in common'
  WHEN own THEN 'spelt alike' ELSE 'spelt like another name of it' END`
