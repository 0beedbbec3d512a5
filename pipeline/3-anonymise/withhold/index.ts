/**
 * What rows may not show although they leave, a room of its own within the stage. In: rows in classes, and the
 * conditions that they make visible. Out: for each question the classes whose answers are withheld, and the
 * questions that no row shows. Does not belong here: which classes there are (partition).
 */
import { answerColumns, type Definition, type Id, routingOrder } from '../../definition/index.ts'
import type { Engine } from '../../engine/index.ts'
import { leavesRows } from '../../personal-facts/index.ts'
import type { RowLimits } from '../limits.ts'
import type { Placing } from '../placing.ts'
import { following } from '../sensitive.ts'
import { closeWithheld } from './close.ts'
import { toldByEverybody } from './everybody.ts'
import type { Telling, Withholding } from './model.ts'
import { hiddenSides } from './sides.ts'
import { toldAnswers } from './told.ts'

export { withheldColumn } from './columns.ts'
export type { Telling, Withholding } from './model.ts'
export { tellingsOf } from './tellings.ts'

/** What the rows of a candidate would have to withhold. */
export async function withholding(
  engine: Engine,
  definition: Definition,
  placing: Placing,
  tellings: readonly Telling[],
  limits: RowLimits,
): Promise<Withholding> {
  const { publish } = definition.privacy
  const questions = routingOrder(definition).filter(
    (question) =>
      leavesRows(definition, question) &&
      answerColumns(question).length > 0 &&
      !publish.includes(question.id),
  )
  const withheld = new Map(questions.map(({ id }) => [id, new Set<number>()]))
  const leftOut = new Set<Id>()
  const spread = (from: Id, classes: Iterable<number>) => {
    for (const one of classes)
      for (const id of following(from, definition.questions)) withheld.get(id)?.add(one)
  }
  const hidden = await hiddenSides(engine, placing, tellings, limits.minimumClass)
  for (const [index, { questions: own }] of tellings.entries())
    for (const id of own) for (const one of hidden[index] ?? []) withheld.get(id)?.add(one)
  for (const { question, group } of await toldAnswers(engine, placing, questions, tellings, hidden, limits)) {
    if (group > 0) spread(question, [group])
    else for (const id of following(question, definition.questions)) leftOut.add(id)
  }
  for (const { id } of await toldByEverybody(engine, placing, questions, limits))
    for (const one of following(id, definition.questions)) leftOut.add(one)
  const byQuestion: Withholding['byQuestion'][number][] = []
  // In routing order: what a question withholds, those that follow from it withhold too.
  for (const question of questions) {
    const own = withheld.get(question.id) ?? new Set()
    if (own.size === 0 && !leftOut.has(question.id)) continue
    const closed = await closeWithheld(engine, placing, question, own, limits)
    if (closed.everywhere) for (const id of following(question.id, definition.questions)) leftOut.add(id)
    else spread(question.id, closed.classes)
    byQuestion.push({ question: question.id, answers: closed.answers, responses: closed.responses })
  }
  for (const id of leftOut) withheld.delete(id)
  return {
    withheld: new Map([...withheld].filter(([, classes]) => classes.size > 0)),
    leftOut: new Set(questions.map(({ id }) => id).filter((id) => leftOut.has(id))),
    answers: byQuestion.reduce((sum, { answers }) => sum + answers, 0),
    byQuestion,
  }
}
