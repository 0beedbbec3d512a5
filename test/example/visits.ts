import { startTimes } from './export-times.ts'
import type { Authority } from './model.ts'
import type { Visit } from './platform.ts'
import type { Random } from './random.ts'
import { at, randomStream } from './random.ts'
import type { Respondent } from './respondents.ts'

/** A respondent together with the visit that counts. */
export interface CountedVisit {
  readonly respondent: Respondent
  readonly visit: Visit
}

/** The visit of each respondent that counts, before anything goes wrong. */
export function countedVisits(respondents: readonly Respondent[]): readonly CountedVisit[] {
  const times = startTimes(respondents.length)
  return respondents.map((respondent, index) => {
    const { invitee, answers } = respondent
    const random = randomStream(`visit/${invitee.link}`)
    const visit: Visit = {
      start: at(times, index),
      length: 6 + random.int(50),
      status: 'Complete',
      notation: random.chance(65) ? 'year first' : 'day first',
      link: invitee.link,
      name: random.chance(8) ? '' : `${invitee.firstName} ${invitee.lastName}`,
      email: random.chance(12) ? '' : invitee.email,
      authority: typedName(invitee.authorities[0], random),
      role: invitee.role,
      answers,
      counted: true,
    }
    return { respondent, visit }
  })
}

/** The authority as a busy person types it; not always enough to recognise it by. */
export function typedName(authority: Authority, random: Random): string {
  const { name, stem } = authority
  const initials = name.slice(name.indexOf(stem) + stem.length).replace(/[^A-Z]/g, '')
  return random.pick([name, name, name, name.replace(' Council', ''), stem, `${stem} ${initials}`.trim()])
}
