export type * from './model.ts'
export type { AnswerColumn } from './answer-columns.ts'
export { allAnswerColumns, answerColumns, optionColumn } from './answer-columns.ts'
export { routingOrder } from './routing-order.ts'
