/**
 * The risk model: every threshold of disclosure control in one place, each with its reason and source. A profile is a set
 * of them. A definition may be stricter; it is laxer only by a named waiver, which the release prints. Its principles:
 * 1. A published figure is true: counted from the cleaned responses, or hidden, or rounded by a stated method. No table is
 *    counted from rows that were changed to protect people (Fischetti and Salazar 2001: what suppression leaves is exact).
 * 2. Persons are counted, not rows. What only one person can have counts once though it stands there twice; rows that are merely
 *    alike are people who agree. Fewer rows than three classes do not leave; who asks for confidentiality is in none.
 * 3. Whatever is published is one system of facts about the same people: tables, bases, populations, routing, means, rows. Each
 *    condition that tells people apart is part of it (Fischetti and Salazar 2001: linear constraints on the same cells).
 * 4. Every group that follows is protected, not a list of shapes: whatever sum or difference of published columns has few
 *    people, or one answer, is searched for (differencing: the Handbook, 5.2). All respondents together are a group too.
 * 5. What others can know of somebody is a quasi-identifier wherever it stands, among variables or questions (the Handbook).
 *    It leaves row by row only as what equivalence classes of k or more share (each with more than one answer: Machanavajjhala
 *    et al. 2006), or by a waiver; how many rows are like no other is told.
 * 6. Order and numbers say nothing: rows are sorted by what is published. Nothing in a release is made from what is not
 *    published, but for the statements of how much was hidden.
 * 7. Quality is not confidentiality. What rests on few people is shown and marked [u], what is left out for quality is [x], and
 *    [c] is said of nothing but what protects people (Analysis Function).
 *
 * Sources: Handbook on Statistical Disclosure Control, 2nd ed. (the Handbook); Fischetti, Salazar, Solving the cell
 * suppression problem on tabular data with linear constraints, Management Science 47(7), 2001; Machanavajjhala et al.,
 * l-Diversity: privacy beyond k-anonymity, ICDE 2006; Analysis Function, guidance on symbols in tables.
 */
export type ProfileName = 'consultation' | 'health' | 'special-category' | 'as-published'

export interface RiskModel {
  /** Fewest responses of an equivalence class: alike in all published quasi-identifiers, and in who was seen to be asked. */
  readonly minimum_class: number
  /** Fewest different answers to a sensitive question within such a class, however large. */
  readonly diversity: number
  /** Fewest true values behind each blank of the microdata; only what no table tells people apart by is blanked. */
  readonly values_behind_a_blank: number
  /** Fewest people who answered for figures of a group to be shown, or to follow from whatever is shown. */
  readonly minimum_base: number
  /**
   * Figures of fewer people than this are marked as of low reliability. It is about quality and not about people: it hides
   * nothing, so a definition may set it to any number.
   */
  readonly small_base: number
  /** In a group of fewer than this nobody may learn that all gave the same answer, or, where it is sensitive, all but one. */
  readonly unanimity_below: number
  /** Counts from one up to this are protected wherever they stand; 0: none for being small alone. */
  readonly small_counts: number
  /** Fewest values that a protected count must be able to have, for one who knows all that is published. */
  readonly values_left: number
  /** Counts are rounded to multiples of this, percentages worked out from them; 1: not rounded. */
  readonly rounding: number
  /** Fewest responses by which two releases of one consultation may differ. */
  readonly release_difference: number
  /** Fewest records that one person's may be, for one who joins microdata and tables. */
  readonly linked_class: number
  /** Fewest respondents who share the attribution of a quote. */
  readonly attribution_class: number
  /** Whether a row a response is published: 1 or 0. */
  readonly microdata: number
}

export type Rule = keyof RiskModel

/**
 * Why each threshold stands where it stands.
 *
 * `minimum_class` 10: the size that public-use files keep to when anybody may download them; with fewer, a
 * neighbour's guess is right too often (El Emam 2013, ch. 16, uses 11 for public release; ONS Longitudinal
 * Study and CMS use 10 and 11). 20 for health and special categories: files of hospital stays hold to 0.05 (El Emam et al. 2011).
 * `diversity` 2: with one answer in a class, belonging to it says the answer (Machanavajjhala et al., ICDE 2006).
 * `values_behind_a_blank` 2: or the blank betrays its value (minimality attack: Wong, Fu, Wang, Pei, VLDB 2007). Blanks beside
 * tables of the same variable can be solved for, so what tables use is recoded, the same in all rows.
 * `minimum_base` 10: below it one person moves a percentage by more than ten points and arithmetic recovers
 * every count (GP Patient Survey: 10 respondents). The same of groups that only sums and differences show (the
 * Handbook, 5.2), but for those who left a detail unstated: nobody else knows who they are.
 * `small_base` 50: below it a margin of error at a half is wider than 14 points either way, so columns can hardly be told
 * apart. Surveys mark such figures and show them: the Scottish Health Survey puts bases under 50 in brackets, British
 * Social Attitudes says so under 100, and the Analysis Function has a mark for it, [u]. What is hidden below
 * `minimum_base` is another matter. 0 for figures that are public already: they stay as they were printed.
 * `unanimity_below` 20: a share of 0 or 100 per cent says each member's answer; in a group of 20 or more
 * nobody can be sure who belongs to those who answered (the Handbook's group disclosure, 4.2). One who differs knows it of
 * the others, so two must where answers are sensitive.
 * `small_counts` 0 for consultations: a count of opinions over a large population singles nobody out, and
 * small groups are protected as groups. 7 for health: NHS Digital's rule below national level; 4 for
 * special categories: fewer than 5 (Ofqual, GP Patient Survey).
 * `values_left` 3: an interval of two values is as good as the count to who knows one of the people.
 * `rounding` 5 for health: NHS Digital rounds to the nearest 5 what it does not hide, and OpenSAFELY asks that
 * percentages be made from rounded counts, because rounded percentages alone hide nothing.
 * `release_difference` 10: two releases that differ by fewer give the answers of those few.
 * `linked_class` 3: joining may narrow a class, never to the one or two that a person must be.
 * `attribution_class` 5: one of five cannot be told by a neighbour, nor by another of the five; fewer than in
 * microdata, because a quote is one opinion and not a row of answers, and belongs to no row. The report this tool
 * grew from attributes to groups of that size. 10 for health and special categories.
 * `microdata` 0 for health: a row a person says every count that the tables hide.
 */
const CONSULTATION: RiskModel = {
  minimum_class: 10,
  diversity: 2,
  values_behind_a_blank: 2,
  minimum_base: 10,
  small_base: 50,
  unanimity_below: 20,
  small_counts: 0,
  values_left: 3,
  rounding: 1,
  release_difference: 10,
  linked_class: 3,
  attribution_class: 5,
  microdata: 1,
}

export const PROFILES: Readonly<Record<ProfileName, RiskModel>> = {
  consultation: CONSULTATION,
  health: {
    ...CONSULTATION,
    minimum_class: 20,
    small_counts: 7,
    rounding: 5,
    attribution_class: 10,
    microdata: 0,
  },
  'special-category': {
    ...CONSULTATION,
    minimum_class: 20,
    small_counts: 4,
    minimum_base: 20,
    unanimity_below: 50,
    release_difference: 20,
    attribution_class: 10,
    microdata: 0,
  },
  // For figures that are public already: nothing in tables is hidden, the attack reports and does not stop.
  'as-published': {
    ...CONSULTATION,
    minimum_base: 0,
    small_base: 0,
    unanimity_below: 0,
    values_left: 0,
    release_difference: 0,
    linked_class: 0,
  },
}

/** What a definition says about privacy, as far as thresholds go. */
export interface Choices {
  readonly profile: ProfileName
  readonly rules: Readonly<Partial<Record<Rule, number>>>
  readonly waivers: readonly {
    readonly rule: Rule | 'profile' | 'personal_facts'
    readonly value?: number
  }[]
}

/** The thresholds of one consultation: the profile's, those the definition states, those waived. */
export function riskModel({ profile, rules, waivers }: Choices): RiskModel {
  const waived = waivers.flatMap(({ rule, value }) =>
    rule === 'profile' || rule === 'personal_facts' || value === undefined ? [] : [[rule, value] as const],
  )
  return { ...PROFILES[profile], ...rules, ...Object.fromEntries(waived) }
}

/**
 * Whether `value` protects at least as well as `other`: more is stricter, but for publishing microdata at all. What marks
 * quality protects nobody, whatever its value.
 */
export const isAsStrict = (rule: Rule, value: number, other: number): boolean =>
  rule === 'small_base' || (rule === 'microdata' ? value <= other : value >= other)

/** The shortest way to say why, for the release: the reasons in words that may be published. */
export function reasons({ minimum_base }: RiskModel) {
  return {
    base: `fewer than ${minimum_base} people answered`,
    derived: 'they, or what would follow from them, say what few people answered',
  }
}

/**
 * What may be in no published byte, however it is written: names of people invited or answering and of the frame's units,
 * of two words or more; and of every other cell that identifies, of either, what has a word that is no English
 * word and no place. A single "Reading", "Green" or "Yes" is in any release, and gives nobody away there.
 * Allowed is what the definition itself says of the publisher, contributors, contact and sources; and, but for people,
 * addresses and numbers, in its title, description, questions and labels. Not in its notes.
 */
export const IDENTIFIERS = {
  /** Letters of a name: with three, an abbreviation such as "BBC" of some organisation would stop a release. */
  fewest_letters: 4,
  /**
   * Digits of a number without letters. Nine is the shortest that people go by (a telephone number without its
   * nought is ten); below, figures of tables would meet some reference by chance.
   */
  fewest_digits: 9,
  /** Letters and digits of what has both, such as a link or a key of a register ("E07000004"). */
  fewest_mixed: 8,
} as const

/** When a release may come out. */
export const PUBLICATION = {
  /**
   * Seconds by which the clock may differ from a web server's before an hour of publication is kept by it. Time
   * servers keep machines within one; a minute is what a release may be early without anybody profiting,
   * and far below the hour by which clocks are wrong after a change of summer time.
   */
  clockTolerance: 60,
} as const
