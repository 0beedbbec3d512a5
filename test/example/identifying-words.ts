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
 * Names, numbers and addresses that respondents put into open answers: one of every kind. Telephone numbers are of
 * the ranges that Ofcom keeps for drama; the postcode, the National Insurance and NHS numbers are of forms that nobody has.
 */
export function identifyingWords(
  authorities: readonly Authority[],
  invitees: readonly Invitee[],
  person: () => Person,
): IdentifyingWords {
  const random = randomStream('identifying words')
  const [first, second, third, fourth] = [
    random.pick(authorities),
    random.pick(authorities),
    random.pick(authorities),
    random.pick(authorities),
  ]
  const [councillor, officer, signatory] = [person(), person(), person()]
  const [invited, other, another] = [
    at(invitees, random.int(invitees.length)),
    at(invitees, random.int(invitees.length)),
    at(invitees, random.int(invitees.length)),
  ]
  const address = emailOf(officer, second)
  const page = `www.${third.stem.toLowerCase()}.example.org/peer-challenge`
  const numbers = NUMBERS.map(({ words }) => words)
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
      ...NUMBERS.map(({ question, before, words, after }) =>
        identifying(question, `${before}${words}${after}`),
      ),
      identifying('q4', `Ask ${fourth.name} how their forums went.`),
      identifying('q21', `${initialled(other)} said as much at the conference.`),
      identifying('q12', `${full(another)}\u2019s team would agree.`),
    ],
    inFurther: [
      identifying('q21', `Regards,\n${full(signatory)}\n+44 1632 960 233\n${emailOf(signatory, third)}`),
      identifying('q4', `Ask Ms ${officer.lastName} how the open days went.`),
    ],
    canaries: [
      ...[councillor, officer, invited, signatory, another].flatMap((who) => [
        who.firstName,
        who.lastName,
        full(who),
      ]),
      other.lastName,
      ...[address, emailOf(signatory, third), page, '01632 960417', '07700 900842', '+44 1632 960 233'],
      ...[first.name, second.stem, fourth.name],
      ...numbers,
    ],
  }
}

const full = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`
const initialled = ({ firstName, lastName }: Person): string => `${firstName.charAt(0)}. ${lastName}`

/** Words of every other kind that identifies, and what stands around them. */
const NUMBERS = [
  {
    question: 'q2',
    before: 'My National Insurance number is ',
    words: 'QQ 12 34 56 C',
    after: ', if you need it.',
  },
  {
    question: 'q20',
    before: 'My own NHS number is ',
    words: '943 476 5919',
    after: ' and they still lost the letter.',
  },
  { question: 'q4', before: 'Write to me at ', words: '14 Larkspur Crescent, ZZ99 3VZ', after: '.' },
  { question: 'q6', before: 'I tweet as ', words: '@cllr_larkspur_ward', after: '.' },
  {
    question: 'q7',
    before: 'My date of birth is ',
    words: '3 April 1957',
    after: ', so I remember the old regime.',
  },
  {
    question: 'q11',
    before: 'The inspector took my parking space, registration ',
    words: 'QX15 ZZZ',
    after: '.',
  },
  {
    question: 'q12',
    before: 'Refund the fee to sort code ',
    words: '00-00-00, account 12345678',
    after: ', please.',
  },
  {
    question: 'q3',
    before: 'See ',
    words: 'https://forum.example.org/larkspur/471',
    after: ' for the discussion.',
  },
  { question: 'q5', before: 'Our finance desk is on ', words: '(01632) 960 552', after: '.' },
] as const
