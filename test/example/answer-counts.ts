import type { Group } from './model.ts'

/**
 * How many of each group gave each answer, in the order of the labels. Chosen once, by search, so
 * that the sums give every percentage and base the report prints in Tables 4 to 13; where several
 * solutions exist, one in the middle.
 */
export const ANSWER_COUNTS: Readonly<Record<string, Readonly<Record<Group, readonly number[]>>>> = {
  q1: counts([39, 47, 1, 1], [29, 36, 0, 0], [12, 23, 0, 0]),
  q8: counts([64, 22, 3], [47, 15, 3], [26, 5, 2]),
  q9: counts([41, 30, 18, 0], [31, 20, 14, 0], [19, 10, 3, 1]),
  q10: counts([74, 12, 3], [53, 10, 2], [30, 2, 1]),
  q13: counts([82, 3, 2], [47, 0, 19], [27, 0, 6]),
  q14: counts([37, 25, 20], [12, 15, 17], [8, 9, 9]),
  q15: counts([53, 27, 6], [29, 9, 27], [16, 4, 12]),
  q16: counts([28, 14, 11], [13, 7, 8], [7, 4, 5]),
  q17: counts([70, 6, 11], [41, 3, 21], [22, 2, 9]),
  q18: counts([20, 2, 43, 21], [3, 5, 22, 34], [2, 3, 13, 14]),
}

/** The groups of each population of the report. */
export const POPULATIONS: Readonly<Record<string, readonly Group[]>> = {
  chief_executives_and_leaders: ['single and upper tier', 'other chief executives and leaders'],
  chief_executives_and_leaders_single_and_upper_tier: ['single and upper tier'],
  all_consultation_responses: ['single and upper tier', 'other chief executives and leaders', 'further'],
}

/** Counts of one question in one population, in the order of its labels. */
export function countsIn(question: string, population: string): readonly number[] {
  const byGroup = ANSWER_COUNTS[question]
  const groups = POPULATIONS[population]
  if (byGroup === undefined || groups === undefined) throw new Error(`No counts: ${question}, ${population}`)
  const sum = (index: number): number =>
    groups.reduce((total, group) => total + (byGroup[group][index] ?? 0), 0)
  return byGroup.further.map((_, index) => sum(index))
}

function counts(upper: number[], other: number[], further: number[]): Record<Group, readonly number[]> {
  return { 'single and upper tier': upper, 'other chief executives and leaders': other, further }
}
