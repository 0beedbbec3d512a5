import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fitting,
  type Layout,
  type LayoutColumn,
  layoutOf,
  PLATFORMS,
  type Platform,
  recognise,
} from '../../pipeline/1-collect/platforms/index.ts'
import { SHARED } from '../support/stocktake.ts'

type Records = readonly (readonly string[])[]

/** Layout of records that must be recognised. */
function layout(records: Records): Layout {
  const found = recognise(records)
  if (found === undefined) throw new Error('not recognised')
  return found
}

const stated = (platform: Platform, records: Records): readonly LayoutColumn[] =>
  layoutOf(platform, records)?.columns ?? []

/** "role: heading" of each column. */
const summary = (columns: readonly LayoutColumn[]): readonly string[] =>
  columns.map(({ role, heading }) => `${role}: ${heading}`)

const SAMPLES: Readonly<Record<string, readonly [platform: Platform, records: Records]>> = {
  qualtrics: [
    'qualtrics',
    [
      ['StartDate', 'Status', 'Finished', 'ResponseId', 'Q1', 'Q2_1', 'Q2_2'],
      ['Start Date', 'Response Type', 'Finished', 'Response ID', 'Why?', 'Which? - A', 'Which? - B'],
      [
        '{"ImportId":"startDate"}',
        '{"ImportId":"status"}',
        '{"ImportId":"finished"}',
        '{"ImportId":"_recordId"}',
        '{"ImportId":"QID1"}',
        '{"ImportId":"QID2_1"}',
        '{"ImportId":"QID2_2"}',
      ],
      ['2026-03-01 10:00:00', 'IP Address', 'True', 'R_1', 'Because', 'A', ''],
    ],
  ],
  'qualtrics, older': [
    'qualtrics',
    [
      ['\ufeffV1', 'V3', 'V5', 'V6', 'V10', 'Q1', 'Q2'],
      ['ResponseID', 'Name', 'EmailAddress', 'IPAddress', 'Finished', 'Why?', 'Which?'],
      ['R_1', '', '', '203.0.113.1', '1', 'Because', 'A'],
    ],
  ],
  'surveymonkey, one row': [
    'surveymonkey',
    [
      [
        'Respondent ID',
        'Collector ID',
        'Start Date',
        'End Date',
        'IP Address',
        'Email Address',
        'First Name',
        'Last Name',
        'Custom Data 1',
        'Why?',
      ],
      ['1', '2', '7/10/14 18:37', '7/10/14 18:40', '', '', '', '', '', 'Because'],
    ],
  ],
  surveymonkey: [
    'surveymonkey',
    [
      ['RespondentID', 'Why?', 'Which?', '', '', 'What else?'],
      ['', 'Response', 'A', 'B', 'Other (please specify)', 'Open-Ended Response'],
      ['1', 'Because', 'A', '', '', ''],
    ],
  ],
  smartsurvey: [
    'smartsurvey',
    [
      ['UserID', 'IP Address', 'Ended', 'Q1. Don@SQ@t you?', 'Q2. How good are these?', '', '', ''],
      ['', '', '', '', 'Trains', '', 'Buses', ''],
      ['', '', '', '', 'Speed', 'Price', 'Speed', 'Price'],
      ['7', '203.0.113.1', '14/03/2026', 'No', 'Good', 'Bad', 'Good', 'Bad'],
    ],
  ],
  'smartsurvey, one row': [
    'smartsurvey',
    [
      ['UserID', 'Q_1_Why?', 'Q_2_Which?'],
      ['7', 'Because', 'A; B'],
    ],
  ],
  'citizen space': [
    'citizen space',
    [
      [
        'Response ID',
        'What is your name? - Name',
        'What is your organisation? - Organisation',
        '1: Do you agree? - Answer',
        '1: Do you agree? - Why',
        'May we publish your response?',
      ],
      ['ANON-1', 'x', '', 'Yes', 'Because', 'Yes'],
    ],
  ],
  'limesurvey, code and text': [
    'limesurvey',
    [
      [
        'id. Response ID',
        'submitdate. Date submitted',
        'lastpage. Last page',
        'startlanguage. Start language',
        'ipaddr. IP address',
        'Q01. Why?',
        'Q02[SQ001]. Which? [A]',
        'Q02[other]. Which? [Other]',
        'groupTime3. Group time: First',
      ],
      ['1', '', '2', 'en', '', 'Because', 'Yes', '', '3.1'],
    ],
  ],
  'limesurvey, codes': [
    'limesurvey',
    [
      [
        'id',
        'submitdate',
        'lastpage',
        'startlanguage',
        'seed',
        'token',
        'Q01',
        'Q02[SQ001]',
        'Q02[other]',
        'Q01Time',
      ],
    ],
  ],
  'limesurvey, text': [
    'limesurvey',
    [
      [
        'Response ID',
        'Date submitted',
        'Last page',
        'Start language',
        'Why?',
        'Which? [A]',
        'Which? [Other]',
        'How much [GBP]',
      ],
    ],
  ],
  'microsoft forms': [
    'microsoft forms',
    [
      [
        'ID',
        'Start time',
        'Completion time',
        'Email',
        'Name',
        'Why?\u00a0',
        'Why?2',
        'Why?3',
        'How good?.Trains',
        'How good?.Buses',
        'Name2',
        'In 2015',
        'Points - In 2015',
        'Language',
      ],
      [
        '1',
        '7/27/26 19:06:23',
        '7/27/26 19:08:01',
        'anonymous',
        '',
        'A;B;',
        '',
        '',
        'Good',
        'Bad',
        '',
        '',
        '',
      ],
    ],
  ],
  'google forms': [
    'google forms',
    [
      ['Timestamp', 'Email Address', 'Why?', 'How good? [Trains]', 'How good? [Buses]', 'Price [GBP]'],
      ['11/28/2018 13:30:51', '', 'Because', 'Good', 'Bad', '3'],
    ],
  ],
  kobotoolbox: [
    'kobotoolbox',
    [
      [
        'start',
        'end',
        'deviceid',
        'village/hh/water',
        'why',
        'why/cost',
        'why/time',
        'why_other',
        '_place_latitude',
        'Status',
        '_id',
        '_uuid',
        '_submission_time',
        '_status',
      ],
      [
        '2026-03-01T10:00:00.000+00:00',
        '',
        '',
        'well',
        'cost time',
        '1',
        '1',
        '',
        '51.5',
        'x',
        '1',
        'u',
        '2026-03-01T10:05:00',
        'submitted_via_web',
      ],
    ],
  ],
  snap: [
    'snap',
    [
      [
        'ID.name',
        'ID.date',
        'Q1. Why?',
        'Q1a. Other (please state)',
        'Q2.a. How good? - Trains',
        'Q2.b. How good? - Buses',
        'Q3',
      ],
      ['x', '14/03/2026', '1', 'Not Asked', '2', 'No Reply', '3'],
    ],
  ],
  'snap without case data': [
    'snap',
    [
      ['Q1. Why?', 'Q2'],
      ['1', 'No Reply'],
    ],
  ],
  surveyjs: ['surveyjs', [['id', 'Why?', 'Which?', 'Which?-Comment', 'How good?.Trains', 'How good?.Buses']]],
}

const PLAIN: Readonly<Record<string, Records>> = {
  'a plain table': [
    ['Name', 'Q1. Why?', 'Q2. Which? - A', 'Version', 'UUID', 'Status'],
    ['x', 'Because', 'A', '1', 'u', 'Yes'],
  ],
  'an export with its own columns': [
    ['Response ID', 'Unique link', 'Status', 'Start time', 'End time', 'IP address', 'Name', '1. Why?'],
    ['R_1', 'x', 'Complete', '14/03/2026', '', '', '', 'Because'],
  ],
  'a log with a timestamp': [
    ['Timestamp', 'Level'],
    ['2026-03-01 10:00:00', 'info'],
  ],
  'an identifier and a start': [
    ['ID', 'Start', 'End'],
    ['1', '2', '3'],
  ],
  'a form with "id" and "seed"': [
    ['id', 'seed', 'token'],
    ['1', '2', '3'],
  ],
  'names with stops': [
    ['sch.wide', 'sch.size', 'comp.imp'],
    ['1', '2', '3'],
  ],
  'a comment on something else': [['Why?', 'How?-Comment']],
  nothing: [],
  'a blank row': [['', '']],
}

describe('platforms', () => {
  it.each(Object.entries(SAMPLES))(
    '%s is recognised as itself and as nothing else',
    (_, [platform, records]) => {
      expect(fitting(records)).toEqual([platform])
      expect(recognise(records)?.platform).toBe(platform)
      expect(layoutOf(platform, records)).toEqual(recognise(records))
      expect(layout(records).columns.length).toBe(records[0]?.length)
    },
  )

  it.each(Object.entries(PLAIN))('%s is no export of a platform', (_, records) => {
    expect(fitting(records)).toEqual([])
    expect(recognise(records)).toBeUndefined()
  })

  it('are all known, and refuse files that cannot be theirs', () => {
    expect(new Set(Object.values(SAMPLES).map(([platform]) => platform))).toEqual(new Set(PLATFORMS))
    for (const platform of PLATFORMS.filter((one) => one !== 'surveyjs' && one !== 'snap')) {
      expect(layoutOf(platform, PLAIN['a plain table'] ?? []), platform).toBeUndefined()
    }
  })

  it('keep the number of columns, and name each column once, whatever the headings are', () => {
    const cell = fc.oneof(
      fc.constantFrom('Q1. Why?', 'Why?', 'Why? - A', 'Why?.A', 'Why? [A]', 'Why?/A', ' ', 'Why?-Comment'),
      fc.string(),
    )
    const starts = Object.values(SAMPLES)
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.array(cell, { maxLength: 8 }),
        ([platform, records], added) => {
          const [header = [], ...rest] = records
          const found = layoutOf(platform, [[...header, ...added], ...rest])
          const headings = (found?.columns ?? [])
            .map(({ heading }) => heading)
            .filter((heading) => heading !== '')
          expect(found?.columns.length).toBe(header.length + added.length)
          expect(new Set(headings).size).toBe(headings.length)
        },
      ),
    )
  })

  it('read headings with odd blanks as if they were written well', () => {
    for (const [platform, records] of Object.values(SAMPLES)) {
      const odd = records.map((record, row) =>
        record.map((text, column) =>
          text === '' || text.startsWith('{')
            ? text
            : `${row + column === 0 ? '\ufeff' : ''} ${text.replaceAll(' ', '\u00a0 \n')}\t`,
        ),
      )
      const known = layoutOf(platform, records)
      if (known === undefined || known.headerRows < 1) throw new Error('no layout')
      expect(
        stated(platform, [...odd.slice(0, known.headerRows), ...records.slice(known.headerRows)]),
      ).toEqual(known.columns)
    }
  })
})

describe('Qualtrics', () => {
  const ids = (...list: string[]) => list.map((id) => `{"ImportId":"${id}"}`)
  const columns = stated('qualtrics', [
    [
      'EndDate',
      'RecipientEmail',
      'Q1',
      'Q1_3_TEXT',
      'Q2_1',
      'Q2_4',
      'Q2_4_TEXT',
      'Q3_1',
      'Q3_2',
      'Q4',
      'Q5_First Click',
      'region',
    ],
    [
      ...[
        'End Date',
        'Recipient Email',
        'Rail - which? - Selected Choice',
        'Rail - which? - Other (please specify) - Text',
      ],
      ...['Why? - Selected Choice - Cost', 'Why? - Selected Choice - Other', 'Why? - Other - Text'],
      ...[
        'How good? - Trains - local',
        'How good? - Trains - fast',
        'What is your name?',
        'Timing - First Click',
        'region',
      ],
    ],
    ids(
      'endDate',
      'recipientEmail',
      'QID1',
      'QID1_3_TEXT',
      'QID2',
      'QID2',
      'QID2_4_TEXT',
      'QID3_1',
      'QID3_2',
      'QID4_TEXT',
      'QID5_FIRST_CLICK',
      'region',
    ),
  ])

  it('tells questions, options and text boxes apart', () => {
    expect(summary(columns)).toEqual([
      'submitted: EndDate',
      'identifying: RecipientEmail',
      'answer: Rail - which?',
      'other text: Rail - which? - Other (please specify) - Text',
      'answer: Why? - Cost',
      'answer: Why? - Other',
      'other text: Why? - Other - Text',
      'answer: How good? - Trains - local',
      'answer: How good? - Trains - fast',
      'identifying: What is your name?',
      'technical: Q5_First Click',
      'answer: region',
    ])
    expect(columns.map(({ question, part }) => [question, part]).slice(2, 9)).toEqual([
      ['Rail - which?', undefined],
      ['Rail - which?', 'Other (please specify)'],
      ['Why?', 'Cost'],
      ['Why?', 'Other'],
      ['Why?', 'Other'],
      ['How good?', 'Trains - local'],
      ['How good?', 'Trains - fast'],
    ])
  })

  it('sets previews and tests aside, and knows the unfinished', () => {
    const { setAside, unfinished, headerRows, dates } = layout(SAMPLES['qualtrics']?.[1] ?? [])
    expect(headerRows).toBe(3)
    expect(dates).toBe('year first')
    expect(setAside.find(({ equals }) => equals.includes('Survey Preview'))?.column).toBe('Status')
    expect(setAside.some(({ equals }) => equals.includes('2'))).toBe(true)
    expect(unfinished).toMatchObject({ column: 'Finished', equals: expect.arrayContaining(['False', '0']) })
  })

  it('reads the older format with two rows', () => {
    const older = layout(SAMPLES['qualtrics, older']?.[1] ?? [])
    expect(older.headerRows).toBe(2)
    expect(summary(older.columns)).toEqual([
      'identifier: ResponseID',
      'identifying: Name',
      'identifying: EmailAddress',
      'identifying: IPAddress',
      'technical: Finished',
      'answer: Why?',
      'answer: Which?',
    ])
    expect(older.unfinished?.column).toBe('Finished')
  })
})

describe('SurveyMonkey', () => {
  it('joins a question and what stands below it', () => {
    const { columns, headerRows } = layout(SAMPLES['surveymonkey']?.[1] ?? [])
    expect(headerRows).toBe(2)
    expect(summary(columns)).toEqual([
      'identifier: RespondentID',
      'answer: Why?',
      'answer: Which? - A',
      'answer: Which? - B',
      'other text: Which? - Other (please specify)',
      'answer: What else?',
    ])
  })

  it('knows who answered in the form with one row', () => {
    const { columns, headerRows } = layout(SAMPLES['surveymonkey, one row']?.[1] ?? [])
    expect(headerRows).toBe(1)
    expect(columns.map(({ role }) => role)).toEqual([
      ...[
        'identifier',
        'technical',
        'started',
        'submitted',
        'identifying',
        'identifying',
        'identifying',
        'identifying',
      ],
      ...['identifying', 'answer'],
    ])
  })

  it('knows the parts of a contact question, but not "Email" among options', () => {
    const columns = stated('surveymonkey', [
      ['Respondent ID', 'Contact information', '', 'How should we write to you?', ''],
      ['', 'Name', 'Email Address', 'Email', 'Post'],
    ])
    expect(columns.map(({ role }) => role)).toEqual([
      'identifier',
      'identifying',
      'identifying',
      'answer',
      'answer',
    ])
  })

  it('reads an untouched export', (context) => {
    const file = join(SHARED, 'surveys/fte_starwars/StarWars.csv')
    if (!existsSync(file)) {
      console.log('skipped: no reference data beside the project')
      context.skip()
    }
    const records: string[][] = parse(readFileSync(file, 'latin1'), { to: 5 })
    expect(fitting(records)).toEqual(['surveymonkey'])
    const { columns, headerRows } = layout(records)
    expect(headerRows).toBe(2)
    expect(columns.length).toBe(38)
    expect(columns[0]).toEqual({ heading: 'RespondentID', question: 'RespondentID', role: 'identifier' })
    expect(columns[3]).toMatchObject({
      heading:
        'Which of the following Star Wars films have you seen? Please select all that apply. - Star Wars: Episode I The Phantom Menace',
      part: 'Star Wars: Episode I The Phantom Menace',
    })
    const sizes = new Map<string, number>()
    for (const { question } of columns) sizes.set(question, (sizes.get(question) ?? 0) + 1)
    expect([...sizes.values()].filter((size) => size > 1)).toEqual([6, 6, 14])
    expect(columns.slice(1).every(({ role }) => role === 'answer')).toBe(true)
  })

  it('does not take an export for its own that lost all its signs', (context) => {
    const file = join(SHARED, 'surveys/fte_flying/flying-etiquette.csv')
    if (!existsSync(file)) {
      console.log('skipped: no reference data beside the project')
      context.skip()
    }
    const records: string[][] = parse(readFileSync(file), { to: 5 })
    expect(fitting(records)).toEqual([])
    const columns = stated('surveymonkey', records)
    expect(columns.map(({ heading }) => heading)).toEqual(
      records[0]?.map((heading) => heading.replace(/\s+/gu, ' ').trim()),
    )
    expect(columns.slice(1).every(({ role }) => role === 'answer')).toBe(true)
  })
})

describe('other platforms', () => {
  const headingsOf = (name: string) => summary(layout(SAMPLES[name]?.[1] ?? []).columns)

  it('SmartSurvey: fills blanks forward over three rows and undoes escapes', () => {
    expect(headingsOf('smartsurvey')).toEqual([
      ...['identifier: UserID', 'identifying: IP Address', 'submitted: Ended', "answer: Don't you?"],
      ...['answer: How good are these? - Trains - Speed', 'answer: How good are these? - Trains - Price'],
      ...['answer: How good are these? - Buses - Speed', 'answer: How good are these? - Buses - Price'],
    ])
    const { escapes, dates, unfinished, headerRows } = layout(SAMPLES['smartsurvey']?.[1] ?? [])
    expect({ escapes, dates, unfinished, headerRows }).toEqual({
      escapes: [['@SQ@', "'"]],
      dates: 'day first',
      unfinished: { column: 'Ended', equals: [''] },
      headerRows: 3,
    })
    expect(layout(SAMPLES['smartsurvey, one row']?.[1] ?? []).columns[1]).toMatchObject({
      heading: 'Why?',
      code: 'Q1',
    })
  })

  it('Citizen Space: question and component; consent stays to be decided', () => {
    expect(headingsOf('citizen space')).toEqual([
      ...['identifier: Response ID', 'identifying: What is your name? - Name'],
      ...['identifying: What is your organisation? - Organisation', 'answer: Do you agree? - Answer'],
      ...['answer: Do you agree? - Why', 'answer: May we publish your response?'],
    ])
  })

  it('LimeSurvey: codes, texts and labels in any form', () => {
    expect(headingsOf('limesurvey, code and text')).toEqual([
      ...['identifier: id', 'submitted: submitdate', 'technical: lastpage', 'technical: startlanguage'],
      ...[
        'identifying: ipaddr',
        'answer: Why?',
        'answer: Which? - A',
        'other text: Which? - Other',
        'technical: groupTime3',
      ],
    ])
    expect(headingsOf('limesurvey, codes').slice(4)).toEqual([
      ...[
        'technical: seed',
        'identifying: token',
        'answer: Q01',
        'answer: Q02 - SQ001',
        'other text: Q02 - other',
      ],
      'technical: Q01Time',
    ])
    expect(headingsOf('limesurvey, text').slice(4)).toEqual([
      ...['answer: Why?', 'answer: Which? - A', 'other text: Which? - Other', 'answer: How much [GBP]'],
    ])
    expect(layout(SAMPLES['limesurvey, text']?.[1] ?? []).unfinished).toEqual({
      column: 'Date submitted',
      equals: [''],
    })
  })

  it('Microsoft Forms: repeated wordings, statements, and questions that end in a number', () => {
    const { columns } = layout(SAMPLES['microsoft forms']?.[1] ?? [])
    expect(summary(columns).slice(3)).toEqual([
      ...['identifying: Email', 'identifying: Name', 'answer: Why?', 'answer: Why?2', 'answer: Why?3'],
      ...['answer: How good? - Trains', 'answer: How good? - Buses', 'identifying: Name2', 'answer: In 2015'],
      ...['technical: Points - In 2015', 'answer: Language'],
    ])
    expect(columns.slice(5, 8).map(({ question }) => question)).toEqual(['Why?', 'Why?', 'Why?'])
  })

  it('Google Forms: grids, and dates as the country of the sheet writes them', () => {
    const [header = []] = SAMPLES['google forms']?.[1] ?? []
    expect(headingsOf('google forms')).toEqual([
      ...['submitted: Timestamp', 'identifying: Email Address', 'answer: Why?', 'answer: How good? - Trains'],
      ...['answer: How good? - Buses', 'answer: Price [GBP]'],
    ])
    const dates = (...stamps: string[]) => layout([header, ...stamps.map((stamp) => [stamp])]).dates
    expect(dates('11/28/2018 13:30:51')).toBe('month first')
    expect(dates('1/2/2018 13:30:51', '28/11/2018 13:30:51')).toBe('day first')
    expect(dates('2018/11/28 1:30:51 PM GMT+1')).toBe('year first')
  })

  it('KoboToolbox: groups, options beside their summary, and the server\u2019s columns letter for letter', () => {
    expect(headingsOf('kobotoolbox')).toEqual([
      ...['started: start', 'technical: end', 'identifying: deviceid', 'answer: water', 'summary: why'],
      ...[
        'answer: why - cost',
        'answer: why - time',
        'other text: why - Other - Text',
        'identifying: _place_latitude',
      ],
      ...[
        'answer: Status',
        'identifier: _id',
        'technical: _uuid',
        'submitted: _submission_time',
        'technical: _status',
      ],
    ])
  })

  it('KoboToolbox: slashes in wordings, options without a summary, a row of tags', () => {
    const own = ['_id', '_uuid', '_submission_time']
    const header = [
      'Do you agree/disagree with A?',
      'Do you agree/disagree with B?',
      'Pick/A',
      'Pick/B',
      'Part A/Why?',
      'Part A/Since when?',
      ...own,
    ]
    const tags = ['#agree', '', '', '', '', '', '', '', '']
    const found = layout([header, tags, ['x', 'y', '1', '0', 'y', 'z', '1', 'u', '2026-03-01']])
    expect(found.headerRows).toBe(2)
    expect(found.columns.slice(0, 6).map(({ heading }) => heading)).toEqual([
      'Do you agree/disagree with A?',
      'Do you agree/disagree with B?',
      'Pick - A',
      'Pick - B',
      'Why?',
      'Since when?',
    ])
  })

  it('Snap: numbers before wordings, case data, and two of its three kinds of nothing', () => {
    const { columns, missing } = layout(SAMPLES['snap']?.[1] ?? [])
    expect(summary(columns)).toEqual([
      ...[
        'identifying: ID.name',
        'submitted: ID.date',
        'answer: Why?',
        'other text: Why? - Other (please state)',
      ],
      ...['answer: How good? - Trains', 'answer: How good? - Buses', 'answer: Q3'],
    ])
    expect(missing).toEqual(['No Reply', 'Not Asked'])
  })

  it('SurveyJS: rows of a matrix and comments', () => {
    expect(headingsOf('surveyjs')).toEqual([
      ...['identifier: id', 'answer: Why?', 'answer: Which?', 'other text: Which? - Comment'],
      ...['answer: How good? - Trains', 'answer: How good? - Buses'],
    ])
  })

  it('split a question that holds a dash itself after its end', () => {
    const columns = stated('citizen space', [
      ['Response ID', 'Rail - how good? - Trains', 'Rail - how good? - Stations', 'Rail - why', 'Bus - why'],
    ])
    expect(columns.map(({ question }) => question)).toEqual([
      ...['Response ID', 'Rail - how good?', 'Rail - how good?', 'Rail', 'Bus - why'],
    ])
  })

  it('tell questions of the same wording apart by their codes, else by a count', () => {
    const records = [['ID.name', 'ID.date', 'Q1. Why?', 'Q2. How?', 'Q3. Why?', 'Age', 'Age']]
    expect(stated('snap', records).map(({ heading }) => heading)).toEqual([
      ...['ID.name', 'ID.date', 'Q1. Why?', 'How?', 'Q3. Why?', 'Age', 'Age (2)'],
    ])
  })

  it('never take "N/A" for no reply', () => {
    for (const [platform, records] of Object.values(SAMPLES)) {
      const { missing = [], unticked = [] } = layoutOf(platform, records) ?? {}
      expect([...missing, ...unticked]).not.toContain('N/A')
    }
  })
})
