/** How much more a loss in the first-named variable costs than in the last-named: authors list the most important first. */
const PREFERENCE = 0.25

/** What a value lost costs, by the place of its variable among so many. */
export const weightOf = (variable: number, variables: number): number =>
  1 + (PREFERENCE * (variables - 1 - variable)) / Math.max(variables - 1, 1)
