import { closedAnswers } from './closed-answers.ts'
import type { Answers, Group, Invitee } from './model.ts'
import { withOpenAnswers } from './open-answers.ts'
import { at, randomStream } from './random.ts'

export interface Respondent {
  readonly invitee: Invitee
  readonly group: Group
  readonly answers: Answers
}

/** The 160 invitees who respond, with their answers, in an order of no meaning. */
export function buildRespondents(invitees: readonly Invitee[]): readonly Respondent[] {
  const responding = randomStream('respondents').shuffle(invitees.filter((invitee) => invitee.responds))
  const groups: Group[] = ['single and upper tier', 'other chief executives and leaders']
  const answered = groups.flatMap((group) => {
    const members = responding.filter((invitee) => groupOf(invitee) === group)
    const closed = closedAnswers(group, members.length)
    return members.map((invitee, index) => ({
      invitee,
      group,
      answers: withOpenAnswers(invitee.link, at(closed, index)),
    }))
  })
  return randomStream('respondents/order').shuffle(answered)
}

function groupOf(invitee: Invitee): Group {
  const { tier } = invitee.authorities[0]
  return tier === 'Single tier' || tier === 'Upper tier'
    ? 'single and upper tier'
    : 'other chief executives and leaders'
}
