import { randomClosedAnswers } from './closed-answers.ts'
import { token } from './invitees.ts'
import type { ExportRow, Invitee, Person } from './model.ts'
import { withTrouble } from './model.ts'
import { withOpenAnswers } from './open-answers.ts'
import { placeNames } from './place-names.ts'
import type { Visit } from './platform.ts'
import { platformRow } from './platform.ts'
import { at, randomStream } from './random.ts'
import { typedName } from './visits.ts'

const DAY = 24 * 60

/**
 * Rows that are no responses: tests, visits never finished, people the frame does not know. Some
 * carry the link of somebody invited who never answered, so that counting them shows.
 */
export function strayRows(invitees: readonly Invitee[], person: () => Person): readonly ExportRow[] {
  const silent = randomStream('strays').shuffle(
    invitees.filter(({ responds, authorities }) => !responds && !authorities.some((a) => a.responded)),
  )
  return [
    test(fromInvitee(at(silent, 0), 2), 'Preview'),
    test({ ...fromStranger(person(), 0), authority: '' }, 'Test'),
    test({ ...fromStranger(person(), 1), link: '', authority: '' }, 'Preview'),
    ...[1, 2, 3, 4, 5].map((index) => left(fromInvitee(at(silent, index), 9 * index))),
    ...unknownAuthorities().map((authority, index) => {
      const stranger = { ...fromStranger(person(), 12 + 9 * index), authority }
      return withTrouble(
        platformRow(index === 3 ? { ...stranger, link: '' } : stranger),
        'not from the frame',
      )
    }),
  ]
}

/** Authority names as typed by people outside the frame: places the frame does not use, or nothing. */
function unknownAuthorities(): string[] {
  const { towns } = placeNames()
  const unused = (fromEnd: number): string => at(towns, towns.length - fromEnd)
  return [`${unused(1)} Town Council`, `University of ${unused(2)}`, '', `${unused(3)} Parish Council`]
}

function fromInvitee(invitee: Invitee, day: number): Visit {
  const random = randomStream(`stray/${invitee.link}`)
  return {
    ...visitOn(day, invitee.link),
    link: invitee.link,
    name: `${invitee.firstName} ${invitee.lastName}`,
    email: invitee.email,
    authority: typedName(invitee.authorities[0], random),
    role: invitee.role,
  }
}

function fromStranger({ firstName, lastName }: Person, day: number): Visit {
  const random = randomStream(`stranger/${lastName}`)
  return {
    ...visitOn(day, lastName),
    link: `https://consult.example.org/ts2015/?id=${token(random)}`,
    name: `${firstName} ${lastName}`,
    email: `${firstName}.${lastName}@mail.example.net`.toLowerCase(),
    authority: '',
    role: random.pick(['Chief executive', 'Leader']),
  }
}

type WhenAndWhat = Pick<Visit, 'start' | 'length' | 'status' | 'notation' | 'answers' | 'counted'>

function visitOn(day: number, seed: string): WhenAndWhat {
  const random = randomStream(`stray/time/${seed}`)
  return {
    start: day * DAY + 9 * 60 + random.int(8 * 60),
    length: 5 + random.int(25),
    status: 'Complete',
    notation: random.chance(50) ? 'year first' : 'day first',
    answers: withOpenAnswers(seed, randomClosedAnswers(seed)),
    counted: false,
  }
}

function test(visit: Visit, status: 'Test' | 'Preview'): ExportRow {
  return withTrouble(platformRow({ ...visit, status }), 'test record')
}

function left(visit: Visit): ExportRow {
  const answers = Object.fromEntries(Object.entries(visit.answers).slice(0, 5))
  return withTrouble(platformRow({ ...visit, answers, length: null, status: 'Partial' }), 'partial')
}
