import type { OpenText } from '../../definition/index.ts'
import type { Engine } from '../../engine/index.ts'

/** Who `coder` is for what was agreed on: the sheet that the definition names comes before the list of an earlier run. */
export const ADJUDICATED = { named: -1, listed: -2 } as const

/**
 * Makes `resolved_codings` (reference, question, codes, coders: how many coded it, agreed: whether they said the
 * same, adjudicated): for each answer that is there and somebody coded, the codes that count. What coders agree on
 * counts; where they do not, what was agreed on afterwards, else what the stated rule makes of it. NULL where
 * the rule is `nobody`: undecided.
 */
export const resolveCodings = (engine: Engine, rule: OpenText['resolve']): Promise<void> =>
  engine.run(`CREATE TABLE resolved_codings AS
    SELECT s.reference, s.question, s.coders, s.agreed, d.codes IS NOT NULL AS adjudicated,
      CASE WHEN d.codes IS NOT NULL THEN d.codes WHEN s.agreed THEN s.sets[1] ELSE ${RULES[rule]} END AS codes
    FROM (
      SELECT c.reference, c.question, list(c.codes ORDER BY c.coder) AS sets, count(*)::INTEGER AS coders,
        count(DISTINCT c.codes) = 1 AS agreed
      FROM codings c JOIN open_answers a USING (reference, question)
      WHERE c.coder >= 0 GROUP BY c.reference, c.question) s
    LEFT JOIN (SELECT reference, question, arg_max(codes, coder) AS codes FROM codings WHERE coder < 0
      GROUP BY reference, question) d USING (reference, question)`)

/** SQL: which codes count of the lists in `sets`, the coders' in their order. */
const RULES: Readonly<Record<OpenText['resolve'], string>> = {
  'first coder': 's.sets[1]',
  'any coder': 'list_distinct(flatten(s.sets))',
  'every coder': 'list_reduce(s.sets, lambda one, other: list_intersect(one, other))',
  nobody: 'NULL',
}
