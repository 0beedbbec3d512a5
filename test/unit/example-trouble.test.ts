import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SENTENCES } from '../example/open-text/index.ts'
import { example, files, manifest, responses } from '../example/opened.ts'
import { headingOf, QUESTIONS } from '../example/questions.ts'
import type { Row } from '../example/reading.ts'
import { cell } from '../example/reading.ts'
import { TROUBLE_RULES } from '../example/trouble-rules.ts'

const raw = new URL('../../raw/taking-stock-2015/', import.meta.url)

describe('the planted trouble', () => {
  const rowsOf: Readonly<Record<string, readonly Row[]>> = {
    'authorities.csv': example.frame,
    'invitees.csv': example.invitees,
    'responses.csv': example.platform,
    'additional-responses.xlsx': example.further,
  }

  it('shows each kind at least once', () => {
    expect(new Set(manifest.trouble.map(({ kind }) => kind))).toEqual(new Set(Object.keys(TROUBLE_RULES)))
  })

  it('stands where the manifest says', () => {
    const marks: Readonly<Record<string, RegExp>> = {
      'curly apostrophe': /’/,
      'en dash': /–/,
      'non-breaking space': /\u00a0/,
      'outer spaces': /^ | $/,
      'line break in answer': /\n/,
      'CRLF in answer': /\r\n/,
      'space at separator': /; /,
      'unlisted answer': /\S/,
      'answer not asked': /./,
    }
    for (const { kind, file, record, field } of manifest.trouble) {
      const row = record === null ? {} : rowsOf[file]?.[record - 2]
      expect(row, `${file} ${record}`).toBeDefined()
      const mark = marks[kind]
      if (mark !== undefined) expect(row?.[field ?? ''], `${kind}, ${file} ${record}`).toMatch(mark)
    }
  })

  it('makes links, roles and regions untidy too, not only answers', () => {
    const fields = manifest.trouble.map(({ file, field }) => `${file} ${field}`)
    expect(fields).toEqual(expect.arrayContaining(['responses.csv Unique link', 'responses.csv Your role']))
    expect(fields).toContain('additional-responses.xlsx Region')
  })
})

describe('the canaries', () => {
  it('hold every cell that identifies somebody', () => {
    const known = new Set(manifest.canaries)
    const identifying: [readonly Row[], readonly string[]][] = [
      [example.frame, ['Authority name']],
      [example.invitees, ['Unique link', 'First name', 'Last name', 'Email']],
      [
        example.platform,
        ['Response ID', 'Unique link', 'IP address', 'Name', 'Email address', 'Your authority'],
      ],
      [example.further, ['Reference', 'Organisation', 'Contact name', 'Contact email']],
    ]
    for (const [rows, columns] of identifying)
      for (const row of rows)
        for (const column of columns) {
          const content = (row[column] ?? '').trim()
          // An organisation that agreed to be named may stand beside its words.
          const named = column === 'Organisation' && row['Consent to be named'] === 'Yes'
          if (content !== '' && !named) expect(known.has(content), column).toBe(true)
        }
  })

  it('occur nowhere in what may be published', () => {
    const definition = readFileSync(new URL('consultation.yaml', raw), 'utf8')
    const ordinary = [definition, ...SENTENCES, ...QUESTIONS.map(headingOf)].join('\n')
    const figures = new TextDecoder().decode(files.get('printed-figures.csv'))
    const text = `${ordinary}\n${figures}`.toLowerCase()
    expect(manifest.canaries.filter((canary) => text.includes(canary.toLowerCase()))).toEqual([])
    expect(manifest.canaries.filter((canary) => canary.length < 6)).toEqual([])
  })

  it('stand in open answers that count, where the manifest says', () => {
    const planted = manifest.trouble.filter(({ kind }) => kind === 'identifying words in an open answer')
    for (const { file, record, field } of planted) {
      const response = responses.find((one) => one.file === file && one.record === record)
      const answer = response?.answers[`q${field?.split('.')[0]}`] ?? ''
      expect(manifest.canaries.some((canary) => answer.includes(canary))).toBe(true)
    }
    expect(planted).toHaveLength(22)
  })

  it('use only addresses kept for examples', () => {
    for (const row of example.platform) {
      expect(cell(row, 'IP address')).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$/)
      expect(cell(row, 'Email address')).toMatch(/^$|\.example\.(org|net)$/)
    }
  })
})
