import { createHmac } from 'node:crypto'

/**
 * The number under which a decision on part of an answer stands in the review sheet: a keyed hash whose key is
 * the answer. Who does not hold the exact answer can neither make nor check it; when the answer, or what the
 * decision is about, changes, it is another number, and the decision is void. Nothing needs to be kept secret,
 * and the same answer has the same number on any machine.
 */
export const decisionId = (answer: string, ...about: readonly (string | number)[]): string =>
  createHmac('sha256', answer).update(JSON.stringify(about)).digest('hex').slice(0, 24)
