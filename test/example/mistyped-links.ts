import type { Authority, ExportRow } from './model.ts'
import { withCell, withTrouble } from './model.ts'
import { platformRow } from './platform.ts'
import { at } from './random.ts'
import type { CountedVisit } from './visits.ts'

interface Case {
  readonly suits: (authority: Authority) => boolean
  readonly typed: (name: string) => string
  readonly link: (link: string) => string
}

const CASES: readonly Case[] = [
  {
    suits: ({ name }) => / District Council$/.test(name) && !/[&']|and/.test(name),
    typed: (name) => name.toUpperCase(),
    link: (link) => link.slice(0, -1),
  },
  {
    suits: ({ name }) => name.endsWith('shire County Council'),
    typed: (name) => name.replace(' Council', ''),
    link: (link) => `${link}.`,
  },
  {
    suits: ({ name }) => name.endsWith('Metropolitan Borough Council'),
    typed: (name) => `The ${name.toLowerCase()}`,
    link: (link) => link.slice(0, -2) + link.slice(-1),
  },
  {
    suits: ({ name }) => / and .* Council$/.test(name) && !name.includes(','),
    typed: (name) => name.replace(' and ', ' & '),
    link: (link) => link.toLowerCase(),
  },
  {
    suits: ({ name }) => name.includes(' & '),
    typed: (name) => ` ${name.replace(' & ', '  and ')} `,
    link: () => '',
  },
  {
    suits: ({ name }) => name.startsWith("Abbot's "),
    typed: (name) => name.replace("'", '’').replace(' ', '\u00a0'),
    link: (link) => link.slice(0, -1),
  },
]

/**
 * Respondents whose link is wrong but whose authority name can be recognised: their rows, and the
 * visits of everybody else. None of them shares a post, so that authority and role name one person.
 */
export function mistypedLinks(counted: readonly CountedVisit[]): {
  readonly rows: readonly ExportRow[]
  readonly others: readonly CountedVisit[]
} {
  const alone = counted.filter((one) => counted.filter((other) => sameAuthority(one, other)).length === 1)
  const chosen = CASES.map(({ suits }) =>
    at(
      alone.filter(({ respondent }) => suits(home(respondent))),
      0,
    ),
  )
  const rows = CASES.map((mistake, index) => mistypedRow(mistake, at(chosen, index)))
  return { rows, others: counted.filter((one) => !chosen.includes(one)) }
}

function mistypedRow(mistake: Case, { respondent, visit }: CountedVisit): ExportRow {
  const row = platformRow({ ...visit, link: mistake.link(visit.link) })
  const typed = mistake.typed(home(respondent).name)
  return withCell(withTrouble(row, 'mistyped link'), 'Your authority', typed, 'authority name as typed')
}

const home = (respondent: CountedVisit['respondent']): Authority => respondent.invitee.authorities[0]

const sameAuthority = (one: CountedVisit, other: CountedVisit): boolean =>
  one.respondent.invitee.authorities.some((authority) =>
    other.respondent.invitee.authorities.includes(authority),
  )
