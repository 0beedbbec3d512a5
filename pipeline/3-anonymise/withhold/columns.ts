/** Column of the recoding that says whether the answers to a question are withheld. */
export const withheldColumn = (question: number): string => `withheld_${question}`
