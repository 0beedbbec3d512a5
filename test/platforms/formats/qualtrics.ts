import { type AnswerColumn, answerColumns } from '../columns.ts'
import { csvFormat, type ExportColumn, ownColumns } from '../format.ts'
import { yearFirst } from '../notations.ts'

/** Three header rows, choices of a multiple question in columns of their own, a byte-order mark. */
export const qualtrics = () => {
  const own = ownColumns(
    {
      StartDate: ({ started }) => yearFirst(started),
      EndDate: ({ submitted }) => yearFirst(submitted),
      Status: ({ stray }) => (stray === 'preview' ? 'Survey Preview' : 'IP Address'),
      IPAddress: ({ address }) => address,
      Progress: ({ stray }) => (stray === 'unfinished' ? '40' : '100'),
      'Duration (in seconds)': ({ started, submitted }) => String((submitted - started) / 1000),
      Finished: ({ stray }) => (stray === 'unfinished' ? 'False' : 'True'),
      RecordedDate: ({ submitted }) => yearFirst(submitted + 1000),
      ResponseId: ({ number }) => `R_${String(number).padStart(15, '0')}`,
      RecipientLastName: ({ number }) => `Person ${number}`,
      RecipientFirstName: ({ name }) => name.split(' ')[0] ?? '',
      RecipientEmail: ({ email }) => email,
      ExternalReference: () => '',
      LocationLatitude: ({ number }) => `53.${1000 + number}`,
      LocationLongitude: ({ number }) => `-1.${1000 + number}`,
      DistributionChannel: ({ stray }) => (stray === 'preview' ? 'preview' : 'email'),
      UserLanguage: () => 'EN-GB',
    },
    (name) => [name, IN_WORDS[name] ?? name, importId(ID[name] ?? lowerFirst(name))],
  )
  const columns = answerColumns({
    spread: ['multiple', 'ranking'],
    otherWords: 'own column',
    date: (iso) => iso,
  })
  return csvFormat('qualtrics.csv', [...own, ...columns.map(withHeadings)], { mark: true, lineEnd: '\n' }, [
    'preview',
    'unfinished',
  ])
}

const lowerFirst = (name: string): string => `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`
const importId = (id: string, more = ''): string => `{"ImportId":"${id}"${more}}`

const ID: Readonly<Record<string, string>> = {
  IPAddress: 'ipAddress',
  'Duration (in seconds)': 'duration',
  ResponseId: '_recordId',
  ExternalReference: 'externalDataReference',
}

const IN_WORDS: Readonly<Record<string, string>> = {
  StartDate: 'Start Date',
  EndDate: 'End Date',
  Status: 'Response Type',
  IPAddress: 'IP Address',
  RecordedDate: 'Recorded Date',
  ResponseId: 'Response ID',
  RecipientLastName: 'Recipient Last Name',
  RecipientFirstName: 'Recipient First Name',
  RecipientEmail: 'Recipient Email',
  ExternalReference: 'External Data Reference',
  LocationLatitude: 'Location Latitude',
  LocationLongitude: 'Location Longitude',
  DistributionChannel: 'Distribution Channel',
  UserLanguage: 'User Language',
}

function withHeadings({ question, number, part, place, isTyped, cell }: AnswerColumn): ExportColumn {
  const { text, kind } = question
  const [name, id] = [`Q${number}`, `QID${number}`]
  if (part === undefined) {
    const typed = kind === 'open' || kind === 'number' || kind === 'date'
    return { headings: [name, text, importId(typed ? `${id}_TEXT` : id)], cell }
  }
  if (isTyped) {
    const suffix = `_${place}_TEXT`
    return { headings: [name + suffix, `${text} - ${part} - Text`, importId(id + suffix)], cell }
  }
  const heading =
    kind === 'multiple'
      ? [`${text} - Selected Choice - ${part}`, importId(id, `,"choiceId":"${place}"`)]
      : [`${text} - ${part}`, importId(`${id}_${place}`)]
  return { headings: [`${name}_${place}`, ...heading], cell }
}
