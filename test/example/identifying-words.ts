import { emailOf } from './invitees.ts'
import type { Authority, Invitee, Person } from './model.ts'
import type { Plant } from './planted-answers.ts'
import { identifying } from './planted-answers.ts'
import { at, randomStream } from './random.ts'

/** Plants for open answers, and the strings in them that must not leave. */
export interface IdentifyingWords {
  readonly inExport: readonly Plant[]
  readonly inFurther: readonly Plant[]
  readonly canaries: readonly string[]
}

/**
 * Names, numbers and addresses that respondents put into open answers. Telephone numbers are of the
 * ranges that Ofcom keeps for drama.
 */
export function identifyingWords(
  authorities: readonly Authority[],
  invitees: readonly Invitee[],
  person: () => Person,
): IdentifyingWords {
  const random = randomStream('identifying words')
  const [first, second, third] = [
    random.pick(authorities),
    random.pick(authorities),
    random.pick(authorities),
  ]
  const [councillor, officer, signatory] = [person(), person(), person()]
  const invited = at(invitees, random.int(invitees.length))
  const address = emailOf(officer, second)
  const page = `www.${third.stem.toLowerCase()}.example.org/peer-challenge`
  return {
    inExport: [
      identifying('q6', `Councillor ${full(councillor)} has shown what a good chair can do.`),
      identifying('q12', `Please write to ${address} for our notes.`),
      identifying('q5', 'Ring our data team on 01632 960417 for the figures.'),
      identifying('q21', `I agree with what ${full(invited)} has sent you.`),
      identifying('q3', `At ${first.name} we tried this two years ago.`),
      identifying('q7', `Our papers are at ${page} for anybody to read.`),
      identifying('q11', 'Text me on 07700 900842 if that is not clear.'),
      identifying('q19', `In ${second.stem} the schools already do this.`),
    ],
    inFurther: [
      identifying('q21', `Regards,\n${full(signatory)}\n+44 1632 960 233\n${emailOf(signatory, third)}`),
      identifying('q4', `Ask Ms ${officer.lastName} how the open days went.`),
    ],
    canaries: [
      ...[councillor, officer, invited, signatory].flatMap((who) => [who.firstName, who.lastName, full(who)]),
      ...[address, emailOf(signatory, third), page, '01632 960417', '07700 900842', '+44 1632 960 233'],
      ...[first.name, second.stem],
    ],
  }
}

const full = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`
