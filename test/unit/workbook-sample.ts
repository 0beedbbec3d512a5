import type { Workbook, WorkbookTable } from '../../pipeline/7-package/workbook/index.ts'

const ROLES = ['Chief executive', 'Leader', 'Chief fire officer', 'Lead member for fire and rescue', 'Total']
const LONG_LABEL =
  'Inspections of each agency should stay separate, but be timed so that every agency in a place is visited once, by teams that share what they have found out'
const LONG_TITLE =
  'Given what you have told us about the challenges facing the sector, and about the improvement work that is already under way, to what extent should councils remain responsible for their own performance?'

/** A consultation's workbook with what is awkward to lay out: long titles and labels, marks, line ends. */
export function sampleWorkbook(changes: Partial<Workbook> = {}): Workbook {
  return {
    title: 'Consultation on local inspection and improvement: tables of responses',
    subtitle: 'England, 1 June 2015 to 17 July 2015',
    language: 'en-GB',
    creator: 'Example Research Team',
    cover: [
      {
        heading: 'About these tables',
        paragraphs: [
          'Every council and fire and rescue authority in England was asked about inspection, peer challenge and improvement. These tables count the answers of 160 people from 147 authorities.',
          'Percentages rest on those who answered the question. They may not add up to 100 because of rounding.',
        ],
      },
      {
        heading: 'More information',
        paragraphs: [
          {
            text: 'Report of the consultation (web page)',
            href: 'https://example.org/report?year=2015&part=1#tables',
          },
          { text: 'Email the research team', href: 'mailto:research@example.org' },
        ],
      },
    ],
    shorthand: [
      { mark: '[low]', meaning: 'a percentage above 0 that rounds to 0' },
      { mark: '[c]', meaning: 'not shown, to protect confidentiality.' },
      { mark: '[z]', meaning: 'not applicable' },
    ],
    notes: [
      'An authority responded when at least one person answered on its behalf.',
      'Where several people answered for one authority, each of them counts in the table of people, and the authority counts once in the table of authorities. Answers received after the closing date are not included.',
    ],
    tables: [rateTable(), ...questionTables(), coverageTable()],
    ...changes,
  }
}

/** A table with the least that is allowed, changed as the test needs. */
export function smallTable(changes: Partial<WorkbookTable> = {}): WorkbookTable {
  return {
    id: '1',
    title: 'Responses',
    lines: [],
    columns: [
      { header: 'Region', kind: 'text' },
      { header: 'Responses', kind: 'number' },
    ],
    rows: [['London', 10]],
    ...changes,
  }
}

function rateTable(): WorkbookTable {
  return {
    id: '1',
    title: 'Response breakdown by role',
    lines: ['Base: everyone who was invited.'],
    columns: [
      { header: 'Role', kind: 'text' },
      { header: 'Responded\n(number)', kind: 'number' },
      { header: 'In frame\n(number)\n[note 1]', kind: 'number' },
      { header: 'Response rate\n(%)', kind: 'number', decimals: 1 },
    ],
    rows: ROLES.map((role, index) => [role, 108 + index, 1_234_567 * index + 349, 31.5]),
  }
}

function questionTables(): WorkbookTable[] {
  return Array.from({ length: 12 }, (_, index) => ({
    id: String(index + 2),
    title: index % 3 === 0 ? LONG_TITLE : 'Should every authority have a peer challenge on a regular basis?',
    lines: [
      'Base: all chief executives and leaders (147 people); all fire and rescue authorities (13 people).',
      'Source: consultation responses. More than one answer could be given, so percentages may add up to more than 100. [note 2]',
    ],
    columns: [
      { header: 'Answer', kind: 'text' },
      { header: 'Chief executives and leaders\n(%)', kind: 'number' },
      { header: 'Fire and rescue authorities\n(%)', kind: 'number' },
      { header: 'All respondents\n(number)', kind: 'number' },
    ],
    rows: [
      ['To a great extent', 74, 85, 1120],
      ['To a moderate extent', 24, '[c]', 36],
      [LONG_LABEL, 1, '[c]', 1],
      ['-5 or less', '[low]', 0, 1],
      ["Don't know", 0, '[z]', 0],
    ],
  }))
}

function coverageTable(): WorkbookTable {
  const regions = ['East Midlands', 'East of England', 'London', 'North East', 'North West', 'South East']
  const types = [
    'Shire county',
    'Shire district',
    'English unitary',
    'Metropolitan district',
    'London borough',
  ]
  return {
    id: 'coverage',
    title: 'Coverage of the frame by region and type of authority',
    lines: ['Authorities that responded or were spoken for by another response.'],
    columns: [
      { header: 'Region', kind: 'text' },
      { header: 'Type of authority', kind: 'text' },
      { header: 'Authorities', kind: 'number' },
      { header: 'Covered', kind: 'number' },
      { header: 'Covered\n(%)', kind: 'number', decimals: 2 },
    ],
    rows: regions.flatMap((region) => types.map((type, index) => [region, type, 33 + index, 10, 30.25])),
  }
}
