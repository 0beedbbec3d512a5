/**
 * Every threshold in one place, each with its reason and source. A definition may be stricter, never
 * laxer. The full disclosure engine (joint audit of tables, secondary suppression, the attack) reads
 * its numbers here too.
 */
export const POLICY = {
  /**
   * Fewest responses that may share one combination of published identifying values in the microdata.
   * 10 is the size that public-use files of surveys keep to when anybody may download them; with
   * fewer, a neighbour's guess is right too often (El Emam 2013, ch. 16, uses 11 for public release;
   * ONS Longitudinal Study and CMS use 10 and 11).
   */
  minimumClass: 10,
  /**
   * A blanked value must have been at least this many different values, or the blank betrays it
   * (minimality attack: Wong, Fu, Wang, Pei, VLDB 2007).
   */
  valuesBehindABlank: 2,
  /**
   * Fewest people who answered for a percentage to be shown. Below 10 one person moves it by more
   * than ten points, and arithmetic recovers every count (GP Patient Survey: 10 respondents).
   */
  minimumBase: 10,
  /**
   * Fewest people who answered in every group of a breakdown. Below 50 a margin of error is wider
   * than 14 points either way, so the columns cannot be told apart; the published report refuses
   * regional breakdowns for the same reason.
   */
  minimumGroup: 50,
} as const

/** Shortest way to say why, for the release: the reasons in words that may be published. */
export const REASONS = {
  base: `fewer than ${POLICY.minimumBase} people answered`,
  blanked: `fewer than ${POLICY.minimumGroup} people in them answered, or they would give away a group of which that is so`,
  group: `at least one group, or those who belong to none, has fewer than ${POLICY.minimumGroup} people who answered: too few to draw conclusions from or to keep them anonymous`,
} as const
