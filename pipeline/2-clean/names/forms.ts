import { literal, literals } from '../../engine/index.ts'

/** What one person types for what another types: letters that many keyboards lack, signs, an abbreviation. */
const SPELT_OUT = { '&': ' and ', '+': ' and ', 'st.': 'st ', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' }
const LIKE = ['øđłðıς', 'odldiσ'] as const

/** Words that people leave out of the name of a public body, or add to it. */
const DROPPED = [
  ...['the', 'of', 'and', 'council', 'councils', 'borough', 'boro', 'district', 'county', 'city'],
  ...['metropolitan', 'metro', 'royal', 'unitary', 'authority', 'corporation', 'service'],
  ...['bc', 'cbc', 'cc', 'dc', 'lb', 'lbc', 'mbc', 'mdc', 'rb', 'ua'],
  ...['cyngor', 'bwrdeistref', 'sirol', 'dinas', 'comhairle'],
]

/** Words of an upper and of a lower tier: "Cambridge County Council" is not Cambridge City Council. */
const UPPER_TIER = ['county']
const LOWER_TIER = ['city', 'borough', 'district', 'boro', 'bc', 'dc', 'lb', 'lbc', 'mbc', 'mdc', 'rb']

/**
 * Phrases that are dropped whole; and the one city that is called otherwise without "City of", for
 * London is another place.
 */
const PHRASES = {
  ' london borough ': ' borough ',
  ' london boro ': ' borough ',
  ' cyngor sir ': ' cyngor ',
  ' city of london ': ' city-of-london ',
}

const replaced = (sql: string, replacements: Readonly<Record<string, string>>): string =>
  Object.entries(replacements).reduce(
    (inner, [from, to]) => `replace(${inner}, ${literal(from)}, ${literal(to)})`,
    sql,
  )

/**
 * SQL macros that say when two names of an organisation are one; they need those of labels.ts.
 * `strict_name` forgets capitals, accents, punctuation, "&" and "Saint". Of such a name, `loose_words`
 * also forgets words such as council and borough, be "council" off by one letter, and `sorted_words` the
 * order of words; `name_tier` is upper, lower or '' where the name does not tell. `review_form` is the
 * form that a decision of a person holds for: `strict_name`, or a name of marks alone as it stands.
 */
export const NAME_MACROS = [
  `CREATE MACRO strict_name(x) AS trim(replace(' ' || regexp_replace(regexp_replace(
    ${replaced(`translate(lower(strip_accents(x)), '${LIKE[0]}', '${LIKE[1]}')`, SPELT_OUT)},
    '[''\u2019\u2018\`\u00b4.]', '', 'g'), '[^\\p{L}\\p{M}\\p{N}]+', ' ', 'g') || ' ', ' saint ', ' st '))`,
  `CREATE MACRO loose_words(strict) AS coalesce(nullif(array_to_string(list_filter(
    string_split(trim(${replaced(`' ' || strict || ' '`, PHRASES)}), ' '),
    lambda word: NOT list_contains([${literals(DROPPED)}], word)
      AND CASE WHEN length(word) BETWEEN 6 AND 8 THEN damerau_levenshtein(word, 'council') > 1 ELSE true END),
    ' '), ''), strict)`,
  `CREATE MACRO sorted_words(words) AS array_to_string(list_sort(string_split(words, ' ')), ' ')`,
  `CREATE MACRO name_tier(strict) AS CASE list_has_any(string_split(strict, ' '), [${literals(UPPER_TIER)}])::INTEGER
    - list_has_any(string_split(strict, ' '), [${literals(LOWER_TIER)}])::INTEGER
    WHEN 1 THEN 'upper' WHEN -1 THEN 'lower' ELSE '' END`,
  `CREATE MACRO review_form(x) AS coalesce(nullif(strict_name(x), ''), ltrim(without_blanks(x), ' '''))`,
]
