import { withBlemishes } from './blemishes.ts'
import { mistypedLinks } from './mistyped-links.ts'
import type { ExportRow, Invitee, Person } from './model.ts'
import { withTrouble } from './model.ts'
import type { Plant } from './planted-answers.ts'
import { notAsked, plantAnswers, unlisted } from './planted-answers.ts'
import { platformRow } from './platform.ts'
import { REPEATED, repeatedVisits } from './repeated-visits.ts'
import type { Respondent } from './respondents.ts'
import { strayRows } from './strays.ts'
import type { CountedVisit } from './visits.ts'
import { countedVisits } from './visits.ts'

/** The rows of the platform's export in its order, by start time, with everything that went wrong. */
export function buildExportRows(
  invitees: readonly Invitee[],
  respondents: readonly Respondent[],
  plants: readonly Plant[],
  person: () => Person,
): readonly ExportRow[] {
  const visits = countedVisits(respondents)
  const { rows, others } = mistypedLinks(visits)
  const clean = [
    ...rows,
    ...repeatedVisits(others),
    ...others.slice(REPEATED).map(({ visit }) => platformRow(visit)),
    ...strayRows(invitees, person),
  ].sort((a, b) => a.start - b.start)
  const planted = plantAnswers(
    withSharedPosts(clean, visits),
    [...PLANTS, ...plants],
    (row) => row.counted && row.trouble.length === 0,
  )
  return planted.map((row) =>
    withBlemishes(row, row.cells['Response ID'] ?? '', { labels: ['Your role'], exact: ['Unique link'] }),
  )
}

const EXACTLY_AS_THEY_ARE = 'Yes, they are still all relevant exactly as they are'

const PLANTS: readonly Plant[] = [
  unlisted('q1', 'Some of them'),
  unlisted('q8', 'Maybe'),
  unlisted('q9', 'Yes and no'),
  unlisted('q13', 'Not sure'),
  unlisted('q17', 'Depends'),
  unlisted('q18', 'A joint inspectorate'),
  notAsked('q2', 'q1', EXACTLY_AS_THEY_ARE),
  notAsked('q2', 'q1', "Don't know"),
  notAsked('q14', 'q13', 'No', 'No'),
  notAsked('q14', 'q13', "Don't know", 'Yes'),
  notAsked('q14', 'q13', '', 'Yes'),
  notAsked('q16', 'q15', 'No', 'Yes'),
  notAsked('q16', 'q15', "Don't know", "Don't know"),
  {
    question: 'q20',
    kind: 'CRLF in answer',
    where: (answer) => answer('q20') !== '' && !answer('q20').includes('\n'),
    becomes: (now) => `${now}\r\nSee also what we say under question 3.`,
  },
]

/** Notes on rows of people who share a chief executive's post or answer for one authority. */
function withSharedPosts(rows: readonly ExportRow[], visits: readonly CountedVisit[]): readonly ExportRow[] {
  const invitees = new Map(visits.map(({ respondent, visit }) => [visit.link, respondent.invitee]))
  const answering = new Map<string, number>()
  for (const { authorities } of invitees.values())
    for (const { code } of authorities) answering.set(code, (answering.get(code) ?? 0) + 1)
  return rows.map((row) => {
    const invitee = row.counted ? invitees.get(row.cells['Unique link'] ?? '') : undefined
    if (invitee === undefined) return row
    const doubled = invitee.authorities.filter(({ code }) => (answering.get(code) ?? 0) > 1)
    const noted = doubled.reduce(
      (now, { code }) => withTrouble(now, 'two people of one authority', code),
      row,
    )
    return invitee.authorities.length > 1 ? withTrouble(noted, 'shared chief executive') : noted
  })
}
