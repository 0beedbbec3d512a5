import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { looksLikeHeader } from '../../pipeline/1-collect/second-header.ts'
import { EXAMPLE, SHARED } from '../support/stocktake.ts'

const recordsOf = (path: string): readonly (readonly string[])[] =>
  parse(readFileSync(path, 'latin1'), { relax_column_count: true, relax_quotes: true })

describe('looksLikeHeader', () => {
  test.each([
    [
      'SurveyMonkey',
      [
        ['Respondent ID', 'Do you agree?', 'Which of these?', '', '', 'Anything else?'],
        ['', 'Response', 'Books', 'Events', 'Other (please specify)', 'Open-Ended Response'],
        ['3292879998', 'Yes', 'Books', '', '', 'no'],
      ],
    ],
    [
      'Qualtrics',
      [
        ['StartDate', 'Q1'],
        ['Start Date', 'How often?'],
        ['{"ImportId":"startDate","timeZone":"Europe/London"}', '{"ImportId":"QID1"}'],
        ['2026-03-01 10:00:00', 'Often'],
      ],
    ],
    [
      'Qualtrics, its second row taken out',
      [
        ['StartDate', 'Q1'],
        ['{"ImportId":"startDate"}', '{"ImportId":"QID1"}'],
        ['2026-03-01 10:00:00', 'Often'],
      ],
    ],
    [
      'Qualtrics of old',
      [
        ['V1', 'Q1', 'Q2', 'Q3_1'],
        ['ResponseID', 'How often do you visit?', 'Do you live here?', 'What for?'],
        ['R_3kZ0aBcDeFgHiJk', '3', 'Yes', ''],
      ],
    ],
    [
      'options under blank headings, and no words of a platform',
      [
        ['UserID', 'Which services?', '', ''],
        ['', 'Libraries', 'Parks', 'Roads'],
        ['28137577', 'Libraries', '', 'Roads'],
      ],
    ],
    [
      'tags of HXL',
      [
        ['Region', 'Affected'],
        ['#adm1', '#affected+f'],
        ['North', '3'],
      ],
    ],
    [
      'nothing but headings',
      [
        ['A?', 'B?', 'C?'],
        ['Response', 'Response', 'Open-Ended Response'],
      ],
    ],
  ])('%s: yes', (_, records) => expect(looksLikeHeader(records)).toBe(true))

  test.each([
    [
      'answers in words',
      [
        ['Area', 'Why?'],
        ['North', 'Because'],
        ['South', 'Why not?'],
      ],
    ],
    [
      'answers that ask',
      [
        ['Q1', 'Q2', 'Q3'],
        ['Why?', 'Really?', 'What for?'],
        ['Because', 'yes', 'no'],
      ],
    ],
    [
      'a row number under a blank heading',
      [
        ['', 'Area'],
        ['1', 'North'],
        ['2', 'South'],
      ],
    ],
    [
      'blank headings, answers alike in every row',
      [
        ['Area', '', ''],
        ['North', 'Good', 'Good'],
        ['South', 'Bad', '3'],
      ],
    ],
    [
      'a date',
      [
        ['When', '', ''],
        ['01/03/2026', 'Books', 'Events'],
        ['02/03/2026', 'Books', ''],
      ],
    ],
    [
      'an e-mail address',
      [
        ['Who', '', ''],
        ['a@example.org', 'Books', 'Events'],
        ['b@example.org', '', ''],
      ],
    ],
    [
      'blank headings, and a third row of the same kind',
      [
        ['Area', '', ''],
        ['North', 'Books', 'Events'],
        ['South', 'Parks', 'Roads'],
      ],
    ],
    [
      'the answer “Response”',
      [
        ['Type', 'Text'],
        ['Response', 'Thank you'],
        ['Enquiry', '3'],
      ],
    ],
    ['one column', [['Comment'], ['Response'], ['1']]],
    ['no rows', [['Area', 'Why?']]],
    ['nothing', []],
  ])('%s: no', (_, records) => expect(looksLikeHeader(records)).toBe(false))

  test('the responses of the example: no', () => {
    expect(looksLikeHeader(recordsOf(join(EXAMPLE, 'responses.csv')))).toBe(false)
    expect(looksLikeHeader(recordsOf(join(EXAMPLE, 'invitees.csv')))).toBe(false)
    expect(looksLikeHeader(recordsOf(join(EXAMPLE, 'authorities.csv')))).toBe(false)
  })

  test.each([
    ['fte_starwars/StarWars.csv', true],
    ['fte_flying/flying-etiquette.csv', false],
    ['mysociety_foi_2018/foi_admin_responses.csv', false],
    ['r_survey_api/apistrat.csv', false],
    ['r_survey_api/apipop.csv', false],
  ])('%s: %s', (file, answer) => {
    const path = join(SHARED, 'surveys', file)
    if (!existsSync(path)) {
      console.log('skipped: no reference data beside the project')
      return
    }
    const records = recordsOf(path)
    expect(looksLikeHeader(records)).toBe(answer)
    expect(looksLikeHeader(records.slice(0, 5))).toBe(answer)
    // Wherever the file is cut, rows of answers are none of headings.
    for (let row = 2; row < Math.min(records.length - 3, 300); row++) {
      expect(looksLikeHeader([records[0] ?? [], ...records.slice(row, row + 4)]), `${file}, ${row}`).toBe(
        false,
      )
    }
  })
})
