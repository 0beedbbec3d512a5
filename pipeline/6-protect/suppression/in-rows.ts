import { type Crossing, type PlannedQuestion, sideVariable } from '../../disclosure/index.ts'
import type { SuppressionInput } from './model.ts'

/** Whether published rows show what was answered to a question. Themes are coded of words, of which no row shows any. */
export const isInRows = ({ plan, classes }: Rows, question: string): boolean =>
  plan.rules.microdata !== 0 &&
  plan.questions.some(({ id, columns }) => id === question && columns.length > 0) &&
  !classes.leftOut.has(question)

type Rows = Pick<SuppressionInput, 'classes' | 'plan'>

/** A side that rows make visible, in the cells of a crossing. */
export interface VisibleSide {
  /** Its place among the variables of the crossing. */
  readonly place: number
  /** Questions that rows show and that are put to those on it. */
  readonly questions: readonly string[]
  /** Those of them that are put to everybody on it: who is not asked is not on it. */
  readonly exact: readonly string[]
}

/** The sides by which cells of a crossing are told apart and that the rows show. */
export function sidesIn(input: Rows, { variables }: Crossing): readonly VisibleSide[] {
  const { classes, plan } = input
  const known = new Map(plan.questions.map((question) => [question.id, question]))
  const isAlone = (id: string) => classes.sides.filter(({ questions }) => questions.includes(id)).length === 1
  const isExact = (question: PlannedQuestion | undefined) =>
    question !== undefined && question.askedIf.length === 0 && isAlone(question.id)
  return classes.sides.flatMap(({ questions }): readonly VisibleSide[] => {
    const place = variables.indexOf(sideVariable(questions))
    const shown = questions.filter((id) => isInRows(input, id))
    if (place < 0 || shown.length === 0) return []
    return [{ place, questions: shown, exact: shown.filter((id) => isExact(known.get(id))) }]
  })
}
