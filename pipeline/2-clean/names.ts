/**
 * When two names of an organisation are one. `strict_name` forgets capitals, accents, punctuation and
 * "&"; `loose_name` also forgets the words that people leave out or add. A loose name counts only
 * where no two units of the frame share it.
 */
export const NAME_MACROS = [
  `CREATE MACRO strict_name(x) AS trim(regexp_replace(
    regexp_replace(lower(strip_accents(replace(x, '&', ' and '))), '[''\u2019\u2018\`.]', '', 'g'),
    '[^\\p{L}\\p{N}]+', ' ', 'g'))`,
  `CREATE MACRO loose_name(x) AS trim(regexp_replace(regexp_replace(strict_name(x),
    '\\b(the|council|borough|district|county|city|metropolitan|royal|london|unitary|authority|service|of)\\b', ' ', 'g'),
    ' +', ' ', 'g'))`,
]

/** SQL for the relation `form, key`: every form of a name that points to exactly one unit. */
export const NAME_FORMS = `SELECT form, min(key) AS key FROM (
    SELECT strict_name(name) AS form, key FROM units UNION SELECT loose_name(name), key FROM units)
  WHERE form <> '' GROUP BY form HAVING count(DISTINCT key) = 1`
