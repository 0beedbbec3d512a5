import { randomClosedAnswers } from './closed-answers.ts'
import type { ExportRow } from './model.ts'
import { withTrouble } from './model.ts'
import { withOpenAnswers } from './open-answers.ts'
import type { Visit } from './platform.ts'
import { platformRow } from './platform.ts'
import { at } from './random.ts'
import type { CountedVisit } from './visits.ts'

export const REPEATED = 9

const DAY = 24 * 60

/**
 * The rows of `REPEATED` respondents who came twice: four left and came back, three answered again,
 * one left after having answered, and one form was tried out by staff on a respondent's link.
 */
export function repeatedVisits(counted: readonly CountedVisit[]): readonly ExportRow[] {
  const visits = counted.map(({ visit }) => visit)
  return [
    ...[0, 1, 2, 3].flatMap((index) => cameBack(at(visits, index), index)),
    // 28 January, 3 February and 5 March, written day first, against dates written year first.
    ...answeredAgain(at(visits, 4), 8 * DAY + 610, 20 * DAY + 585),
    ...answeredAgain(at(visits, 5), 14 * DAY + 845, 21 * DAY + 690),
    ...answeredAgain(at(visits, 6), 44 * DAY + 540, 51 * DAY + 905),
    ...leftAgain(at(visits, 7)),
    ...triedOut(at(visits, 8)),
  ]
}

function cameBack(visit: Visit, index: number): ExportRow[] {
  const start = (9 + 11 * index) * DAY + 555 + 40 * index
  const later: Visit = { ...visit, start: start + (2 + index) * DAY + 75 }
  const earlier = discarded(later, { start, length: null, status: 'Partial' })
  return [
    withTrouble(platformRow(earlier), 'partial before complete', visit.link),
    withTrouble(platformRow(later), 'later complete of one link', visit.link),
  ]
}

function answeredAgain(visit: Visit, first: number, second: number): ExportRow[] {
  const later: Visit = { ...visit, start: second, notation: 'year first' }
  const earlier = discarded(later, { start: first, length: 19, status: 'Complete', notation: 'day first' })
  return [
    withTrouble(platformRow(earlier), 'replaced by a later complete', visit.link),
    withTrouble(platformRow(later), 'later complete of one link', visit.link),
  ]
}

function leftAgain(visit: Visit): ExportRow[] {
  const first: Visit = { ...visit, start: 24 * DAY + 660 }
  const second = discarded(first, { start: 27 * DAY + 615, length: null, status: 'Partial' })
  return [
    withTrouble(platformRow(first), 'later complete of one link', visit.link),
    withTrouble(platformRow(second), 'partial after complete', visit.link),
  ]
}

function triedOut(visit: Visit): ExportRow[] {
  const real: Visit = { ...visit, start: 30 * DAY + 930 }
  const test = discarded(real, { start: 33 * DAY + 570, length: 4, status: 'Test' })
  return [platformRow(real), withTrouble(platformRow(test), 'test record on a real link', visit.link)]
}

/** A visit of the same person with other answers, cut short where it was never submitted. */
function discarded(visit: Visit, change: Pick<Visit, 'start' | 'length' | 'status'> & Partial<Visit>): Visit {
  const drawn = randomClosedAnswers(`${visit.link}/${change.start}`, visit.answers)
  const answers = withOpenAnswers(`${visit.link}/${change.start}`, drawn)
  const reached = change.length === null ? Object.entries(answers).slice(0, 6) : Object.entries(answers)
  return { ...visit, ...change, answers: Object.fromEntries(reached), counted: false }
}
