import { describe, expect, test } from 'vitest'
import { checkHeadings, columnLetter, quoteHeading } from '../../pipeline/1-collect/headings.ts'
import { HEAD_LENGTH } from '../../pipeline/1-collect/read-head.ts'
import { sniffDialect } from '../../pipeline/1-collect/sniff-dialect.ts'

const codes = (head: string) => sniffDialect(head).issues.map(({ code }) => code)

describe('sniffDialect', () => {
  test.each([
    ['comma, LF', 'a,b,c\n1,2,3\n', ',', 'LF', ['a', 'b', 'c']],
    ['semicolon, CRLF', 'a;b;c\r\n1,5;2,5;3\r\n', ';', 'CRLF', ['a', 'b', 'c']],
    ['tab, CR', 'a\tb\r1\t2\r', '\t', 'CR', ['a', 'b']],
    ['bar', 'a|b\n1|2\n', '|', 'LF', ['a', 'b']],
    ['header only', 'a,b', ',', 'LF', ['a', 'b']],
    ['one column', 'comment\n"a, b"\nc\n', ',', 'LF', ['comment']],
    ['line ends that differ', 'a,b\r\n1,2\n3,4\n', ',', 'mixed', ['a', 'b']],
    ['line ends inside quotes do not count', 'a,b\r\n1,"x\ny"\r\n', ',', 'CRLF', ['a', 'b']],
    ['other delimiters in the headings', 'a; b| c,d; e| f\n1,2\n3,4\n', ',', 'LF', ['a; b| c', 'd; e| f']],
    ['other delimiters in every answer', 'id,roles\n1,A;B\n2,A;C\n3,B;C\n', ',', 'LF', ['id', 'roles']],
    ['quoted delimiters', '"a;b;c";"d"\n"1;2";3\n', ';', 'LF', ['a;b;c', 'd']],
    [
      'prose with commas between tabs',
      'id\tsay\n1\tone, two, three\n2\tfour, five\n',
      '\t',
      'LF',
      ['id', 'say'],
    ],
  ])('%s', (_, head, delimiter, lineEnd, header) => {
    const { value, issues } = sniffDialect(head)
    expect(issues).toEqual([])
    expect(value).toMatchObject({ delimiter, quote: '"', lineEnd, header, headerLines: 1 })
  })

  test('the headings weigh more than rows that are broken', () => {
    const rows = ['1,A;B,x', '2,A;B,y,z', '3,A;C,x', '4,B;C,y,w', '5,A;B,x'].join('\n')
    expect(sniffDialect(`id,roles,say\n${rows}\n`).value?.delimiter).toBe(',')
  })

  test('headings may hold delimiters, quotes and line breaks', () => {
    const { value } = sniffDialect('id,"Do you, ""personally"",\nagree?",b\n1,"yes\nno",2\n')
    expect(value?.header).toEqual(['id', 'Do you, "personally",\nagree?', 'b'])
    expect(value?.headerLines).toBe(2)
  })

  test('a head cut in a record is judged by the records before', () => {
    const head = `a,b\n${'1,"x, y; z"\n'.repeat(HEAD_LENGTH)}`.slice(0, HEAD_LENGTH)
    expect(sniffDialect(head).value?.delimiter).toBe(',')
    const oneLongCell = `a,b\n1,"${';'.repeat(HEAD_LENGTH)}`.slice(0, HEAD_LENGTH)
    expect(sniffDialect(oneLongCell).value).toMatchObject({ delimiter: ',', header: ['a', 'b'] })
  })

  test.each([
    ['nothing', '', 'collect/empty-file'],
    ['blank lines', '\n \n', 'collect/empty-file'],
    ['HTML', '\n<!DOCTYPE html>\n<html><body>Sign in</body></html>', 'collect/not-csv'],
    ['an HTML table', '<table><tr><td>1</td></tr></table>', 'collect/not-csv'],
    ['XML', '<?xml version="1.0"?><a/>', 'collect/not-csv'],
    ['a JSON object', '{"responses": [1, 2]}', 'collect/not-csv'],
    ['a JSON list', '[\n {"id": 1},\n {"id": 2}\n]', 'collect/not-csv'],
    ['RTF', '{\\rtf1\\ansi Dear all,}', 'collect/not-csv'],
    [
      'prose',
      'Dear Sir, I write,\nas I said, to you, again, about\nthis\nand, that, and, more, of it\n',
      'collect/not-csv',
    ],
    ['a sep= line', 'sep=;\na;b\n1;2\n', 'collect/not-csv'],
    ['a title above the headings', 'Results of 2015\na,b\n1,2\n3,4\n', 'collect/heading-count'],
    ['a delimiter too many in every row', 'a,b\n1,2,\n3,4,\n', 'collect/heading-count'],
    ['a blank line above the headings', '\na,b\n1,2\n', 'collect/blank-heading'],
    ['a heading never closed', 'a,"b\n1,2\n3,4\n', 'collect/broken-quote'],
    ['a heading with a stray quote', 'a,"b" c\n1,2\n3,4\n', 'collect/broken-quote'],
    ['one endless line', 'a,'.repeat(HEAD_LENGTH), 'collect/not-csv'],
  ])('%s is refused', (_, head, code) => {
    expect(codes(head.slice(0, HEAD_LENGTH))).toEqual([code])
  })

  test.each(['<18,18-24\n1,2\n', '[1] Age,[2] Sex\n1,2\n', '{a},b\n1,2\n', 'separate,b\n1,2\n'])(
    '%j is a table',
    (head) => {
      expect(codes(head)).toEqual([])
    },
  )
})

describe('checkHeadings', () => {
  test('names blank ones by number and letter', () => {
    expect(checkHeadings(['a', ' ', 'b', ''])).toMatchObject([
      {
        code: 'collect/blank-heading',
        severity: 'error',
        row: 1,
        message: 'No heading in column 2 (B), 4 (D).',
      },
    ])
  })

  test('names those that are the same, and lets them pass', () => {
    expect(checkHeadings(['Comments', 'x', 'Comments ', 'y'])).toMatchObject([
      {
        code: 'collect/duplicate-heading',
        severity: 'warning',
        column: 'Comments',
        message: 'Columns 1 (A), 3 (C) have the same heading, “Comments”.',
      },
    ])
  })

  test.each(['ann@example.org', '2015-03-20', '20/03/2015 10:00', '192.0.2.7', 'NW1 5DB', '07700 900123'])(
    'a first row with %s holds answers, and they are not repeated',
    (cell) => {
      const issues = checkHeadings(['id', cell, 'id', ''])
      expect(issues).toMatchObject([{ code: 'collect/no-headings', severity: 'error' }])
      expect(JSON.stringify(issues)).not.toContain(cell)
    },
  )

  test.each(['2015', 'Email address', 'Q1', '1. 20/03/2015 meeting', 'a @ b'])(
    '%s is a heading',
    (heading) => {
      expect(checkHeadings([heading])).toEqual([])
    },
  )
})

test('columnLetter counts as spreadsheets do', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 16383].map(columnLetter)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
    'XFD',
  ])
})

test('quoteHeading keeps messages short and on one line', () => {
  expect(quoteHeading(' a\n b ')).toBe('“a b”')
  expect(quoteHeading('word '.repeat(100)).length).toBeLessThanOrEqual(82)
})
