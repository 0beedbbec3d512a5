/** Name of the ENUM type of an answer column: its labels and the kinds of nothing. */
export const answerType = (column: string): string => `answer_${column}`

/** Column of the first reading that holds an answer before routing, and the one with its coding rule. */
export const rawColumn = (column: string): string => `raw_${column}`
export const ruleColumn = (column: string): string => `rule_${column}`

/** Column computed before the others of a question: its label or number where it is written as expected. */
export const knownColumn = (column: string): string => `known_${column}`
