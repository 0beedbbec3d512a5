import type { Definition } from '../../definition/index.ts'
import { type RiskModel, riskModel } from '../../policy.ts'

/**
 * By which rules findings are made. In: what a release shows. Out: whether something may be said of it. The words of
 * size themselves, and from where on each holds, stand in `words-of-size.ts`; how sentences are built, in
 * `phrases-en.ts`.
 *
 * 1. Findings read released figures alone. Nothing is said of a figure that has no value, nor is one worked out: every
 *    number in a sentence is a figure of `data/tables.csv`, and words of size are of the number beside them.
 * 2. Nothing is said of groups in which fewer than `FEWEST_RESPONDENTS` answered, nor of whole populations below it, nor
 *    of a column in which any figure is marked `u`, low reliability.
 * 3. What is most, least or common is said only where every figure it is compared with may be seen.
 * 4. Groups are said to differ only where the difference is real, as `isReal` in `compare.ts` tells: by the test that the
 *    tables print, if they print one; else by one that is made of printed percentages and bases, and errs on the side of
 *    silence. A consultation is no random sample, so the question is not what others would have said, but whether so
 *    large a difference among those who answered would often come about if it did not matter who belongs to which
 *    group. Who says "a higher proportion" of less invites readers to explain what chance explains.
 * 5. Sentences are about those who answered and say so: respondents of a consultation chose to answer, and stand for
 *    nobody else. Where a sample was drawn, the interval stands beside the estimate.
 */

/**
 * Below this one person moves a percentage by more than three points, and a margin of error at a half is wider than
 * eighteen either way: words of size would say more than there is (the customary floor of research reports).
 */
export const FEWEST_RESPONDENTS = 30

/**
 * A frame is counted whole: its response rates have no margin of error, so a group may be smaller. Below this one
 * unit moves a rate by more than five points, and the policy holds that few are left to hide among (`unanimity_below`).
 */
export const FEWEST_IN_FRAME = 20

/** Answers below this many per cent are left to the table, but for the one given most. */
export const WORTH_TELLING = 10

/** Answers told of one question: a third sentence of figures is read by nobody. */
export const MOST_ANSWERS = 3

/** Other populations told beside the first; more are left to the table. */
export const MOST_POPULATIONS = 2

/** Fewest answers on either side for one to be so many times the other: of fewer, one more would change the word. */
export const FEWEST_OPPOSED = 10

/** Findings at the top of the page. */
export const MOST_KEY = 7

/** Of a test that the tables print, whose p-values are adjusted for all tests of the table. */
export const LEVEL = 0.05

/**
 * Of a test made of printed figures, before it is divided by the number of comparisons in the table (Bonferroni).
 * Stricter, because it knows neither exact counts nor who is in several groups, and because a page shows many tables.
 */
export const OWN_LEVEL = 0.01

/** Differences of fewer printed points than this are too small to be told, however sure. */
export const LEAST_POINTS = 5

/** Differences told of one table. */
export const MOST_DIFFERENCES = 2

/**
 * Fewest respondents of a group that is compared: those below the policy's small base are marked as of low reliability,
 * because columns can hardly be told apart; never below what anything may be said of.
 */
export const fewestCompared = ({ small_base }: RiskModel): number => Math.max(FEWEST_RESPONDENTS, small_base)

/** Whether counts are rounded before they are released. */
export const isRounded = ({ privacy }: Definition): boolean => riskModel(privacy).rounding > 1
