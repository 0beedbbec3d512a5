import type { Id } from '../../../definition/index.ts'
import { type Crossing, NO_REPLY, type PlannedQuestion, type RowRecord } from '../../../disclosure/index.ts'
import type { VisibleSide } from '../in-rows.ts'
import { partKey } from './conditions.ts'
import { partHolds } from './given.ts'
import type { Kind } from './kinds.ts'

/** Where a view has its letters: whether it was not asked, who is in the base, then each answer. */
const NOT_ASKED = 0
export const IN_BASE = 1
export const FIRST_ANSWER = 2

/** Tells whether somebody of a kind can have a record of the published rows. */
export function fitsOf(
  { cells }: Crossing,
  questions: readonly PlannedQuestion[],
  sides: readonly VisibleSide[],
  oneFile: boolean,
): (record: RowRecord, kind: Kind) => boolean {
  return (record, kind) =>
    isOnSide(sides, record, cells[kind.cell]?.values ?? []) &&
    questions.every((question) => {
      const view = record.views.get(question.id)
      return view === undefined || showsKind(question, view, kind, oneFile)
    })
}

/** Whether somebody with these values can have this record: who was asked is on the side, and who was not is not. */
const isOnSide = (sides: readonly VisibleSide[], { views }: RowRecord, values: readonly string[]): boolean =>
  sides.every(({ place, questions, exact }) => {
    const isThere = values[place] === 'true'
    const isAsked = (id: string) => views.get(id)?.[NOT_ASKED] === '0'
    const isNotAsked = (id: string) => views.get(id)?.[NOT_ASKED] === '1'
    return isThere ? !exact.some(isNotAsked) : !questions.some(isAsked)
  })

/** Whether a view of a question can be that of somebody of this kind. */
function showsKind(question: PlannedQuestion, view: string, kind: Kind, oneFile: boolean): boolean {
  const { id } = question
  const asked = kind.asked.get(id)
  const notAsked = view[NOT_ASKED] === '1'
  if (asked === 'no' && !notAsked) return false
  if (asked === 'yes' && notAsked && oneFile) return false
  const said = saidIn(question, view)
  const counts = view[IN_BASE] === '1'
  const counted = kind.counted.get(id)
  if (counted === 'no' && counts) return false
  if (counted === 'yes' && !counts && said.length > 0) return false
  const given = kind.given.get(id)
  if (given === undefined) return true
  if (given.silent || said.length === 0) return given.silent && said.length === 0
  // Of what is ranked only the first is seen here.
  if (question.rows === 'ranked') return true
  return given.parts.every((part) => partHolds(part, said) === given.holding.has(partKey(part)))
}

const saidIn = ({ answers }: PlannedQuestion, view: string): readonly Id[] =>
  answers.filter((label, index) => label !== NO_REPLY && view[FIRST_ANSWER + index] === '1')
