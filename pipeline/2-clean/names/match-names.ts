import { literal } from '../../engine/index.ts'

/** How a name was found in the frame, as written to the cleaning log. */
export const NAME_METHODS = {
  decision: 'found in the frame as decided in the review sheet',
  exact: 'found in the frame by its name',
  strict: 'found in the frame by its name but for capitals, accents and punctuation',
  alias: 'found in the frame by another name it is known by',
  loose: 'found in the frame by its name but for words such as council and their order',
} as const

const STEPS = ['exact', 'strict', 'alias', 'loose'] as const

/**
 * SELECT that matches each distinct `unit_name` of `staged` to at most one unit: name, form (that a
 * decision would hold for), decided, key, method. A person's decision comes before every rule; then each
 * rule in turn, and a name that two units share counts for neither. A loose name does not count across tiers,
 * nor for the full name of a unit that is no more.
 */
export const nameMatchesSql = (staged: string): string => `
  WITH typed AS (
    SELECT name, form, strict, sorted_words(loose_words(strict)) AS loose, name_tier(strict) AS tier
    FROM (SELECT name, review_form(name) AS form, strict_name(name) AS strict
      FROM (SELECT DISTINCT unit_name AS name FROM ${staged} WHERE unit_name IS NOT NULL))
  )
  SELECT typed.name, typed.form, decision.form IS NOT NULL AS decided,
    CASE WHEN decision.form IS NOT NULL THEN decision.key ELSE coalesce(${STEPS.map((step) => `${step}.key`).join(', ')}) END AS key,
    CASE WHEN decision.key IS NOT NULL THEN ${literal(NAME_METHODS.decision)}
      WHEN decision.form IS NOT NULL THEN NULL
      ${STEPS.map((step) => `WHEN ${step}.key IS NOT NULL THEN ${literal(NAME_METHODS[step])}`).join(' ')} END AS method
  FROM typed
  LEFT JOIN name_decisions decision ON decision.form = typed.form
  LEFT JOIN former_names former ON former.form = typed.strict
  ${STEPS.map((step) => `LEFT JOIN ${named(step)} ${step} ON ${ON[step]}`).join('\n  ')}`

const named = (step: string): string =>
  `(SELECT form, tiers, key FROM unit_names WHERE step = ${literal(step)})`

const ON: Readonly<Record<(typeof STEPS)[number], string>> = {
  exact: 'exact.form = typed.name',
  strict: 'strict.form = typed.strict',
  alias: 'alias.form = typed.strict',
  loose: `loose.form = typed.loose AND former.form IS NULL
    AND (typed.tier = '' OR list_has_any(loose.tiers, ['', typed.tier]))`,
}
