import { withBlemishes } from './blemishes.ts'
import { closedAnswers } from './closed-answers.ts'
import { FIELDWORK_DAYS } from './export-times.ts'
import type { FurtherRespondent } from './further-respondents.ts'
import { furtherRespondents } from './further-respondents.ts'
import type { Authority, Person, RawRecord } from './model.ts'
import { withCell, withTrouble } from './model.ts'
import { withOpenAnswers } from './open-answers.ts'
import type { Plant } from './planted-answers.ts'
import { notAsked, plantAnswers, unlisted } from './planted-answers.ts'
import { answerCells } from './platform.ts'
import { questionHeadings } from './questions.ts'
import { at, randomStream } from './random.ts'

export const FURTHER_HEADINGS = [
  'Reference',
  'Received',
  'Respondent type',
  'Organisation',
  'Contact name',
  'Contact email',
  'Region',
  'Consent to be named',
  'Authorities covered',
  ...questionHeadings(),
]

/** The 41 further responses, in the order received; `Received` is an ISO date here. */
export function buildFurtherRows(
  authorities: readonly Authority[],
  plants: readonly Plant[],
  person: () => Person,
): readonly RawRecord[] {
  const respondents = randomStream('further/order').shuffle(furtherRespondents(authorities, person))
  const closed = closedAnswers('further', respondents.length)
  const random = randomStream('further/received')
  const days = respondents.map(() => 3 + random.int(FIELDWORK_DAYS - 3)).sort((a, b) => a - b)
  const rows = respondents.map((respondent, index) => {
    const reference = `FURTHER-2015-${String(index + 1).padStart(4, '0')}`
    const answers = withOpenAnswers(reference, at(closed, index))
    const received = new Date(Date.UTC(2015, 0, 20 + at(days, index))).toISOString().slice(0, 10)
    const cells = {
      Reference: reference,
      Received: received,
      ...respondentCells(respondent),
      ...answerCells(answers),
    }
    return { cells, trouble: [] }
  })
  return plantAnswers(rows, [...PLANTS, ...plants], () => true).map(spoiled)
}

const PLANTS: readonly Plant[] = [
  unlisted('q10', 'Sometimes'),
  unlisted('q17', 'Yes, in time'),
  notAsked('q16', 'q15', 'No', 'No'),
  notAsked('q14', 'q13', "Don't know", 'Yes'),
]

function respondentCells(respondent: FurtherRespondent): Record<string, string> {
  const { type, organisation, contact, region, consent, covers } = respondent
  return {
    'Respondent type': type,
    Organisation: organisation,
    'Contact name': `${contact.firstName} ${contact.lastName}`,
    'Contact email': respondent.email,
    Region: region,
    'Consent to be named': consent,
    'Authorities covered': covers.map(({ code }) => code).join(';'),
  }
}

function spoiled(record: RawRecord, index: number): RawRecord {
  const {
    Region: region = '',
    'Respondent type': type = '',
    'Authorities covered': covers = '',
  } = record.cells
  const blemished = withBlemishes(record, record.cells['Reference'] ?? '', { labels: [], exact: [] })
  const noted = type === 'Organisation' ? blemished : withTrouble(blemished, 'officers of the frame')
  if (index === 6) return withCell(noted, 'Region', `${region}\u00a0`, 'non-breaking space')
  if (index === 11) {
    const shouted = withCell(noted, 'Region', region.toUpperCase(), 'letter case')
    return withCell(shouted, 'Region', ` ${region.toUpperCase()}`, 'outer spaces')
  }
  if (index === 17) return withCell(noted, 'Respondent type', type.toLowerCase(), 'letter case')
  if (covers.length < 200) return noted
  return withCell(noted, 'Authorities covered', covers.replaceAll(';', '; '), 'space at separator')
}
