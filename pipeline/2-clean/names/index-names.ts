import type { Engine } from '../../engine/index.ts'

/**
 * Makes, from `units` (key, name), `former_units` (name) and `unit_aliases` (name, key):
 * `unit_names` (step, form, tiers, key), every form of a name that points to exactly one unit, by the
 * step of matching at which it counts; `unit_forms` (form, words, own, keys), every loose form and up to
 * three of its units, for proposals; `former_names` (form), names that only units now gone have borne.
 */
export async function indexNames(engine: Engine): Promise<void> {
  await engine.run(`CREATE OR REPLACE TEMP TABLE called AS
    SELECT name, strict, loose_words(strict) AS words, name_tier(strict) AS tier, key, own
    FROM (SELECT name, strict_name(name) AS strict, key, true AS own FROM units WHERE key IS NOT NULL
      UNION ALL SELECT name, strict_name(name), key, false FROM unit_aliases)
    WHERE strict <> ''`)
  await engine.run(`CREATE OR REPLACE TABLE unit_names AS
    SELECT step, form, list(DISTINCT tier) AS tiers, min(key) AS key FROM (
      SELECT 'exact' AS step, name AS form, '' AS tier, key FROM called WHERE own
      UNION ALL SELECT 'strict', strict, '', key FROM called WHERE own
      UNION ALL SELECT 'alias', strict, '', key FROM called WHERE NOT own
      UNION ALL SELECT 'loose', sorted_words(words), tier, key FROM called)
    GROUP BY step, form HAVING min(key) = max(key)`)
  await engine.run(`CREATE OR REPLACE TABLE unit_forms AS
    SELECT form, min(words) AS words, bool_or(own) AS own, count(DISTINCT key)::INTEGER AS units,
      list_sort(list(DISTINCT key))[1:3] AS keys
    FROM (SELECT sorted_words(words) AS form, words, own, key FROM called)
    GROUP BY form`)
  await engine.run(`CREATE OR REPLACE TABLE former_names AS
    SELECT DISTINCT strict_name(name) AS form FROM former_units ANTI JOIN called ON strict = strict_name(former_units.name)`)
}
