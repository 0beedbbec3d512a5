import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { jsonToCsv } from '../../pipeline/1-collect/json-table.ts'
import {
  fitting,
  type Layout,
  type LayoutColumn,
  recognise,
} from '../../pipeline/1-collect/platforms/index.ts'
import { testEngine } from '../support/engine.ts'
import { CANARY, CANARY_NETWORK, respondents, strays, wasAsked } from './answers.ts'
import { SURVEY, type SurveyQuestion } from './questions.ts'
import { EXPORTS, type ExportName, platformOf, writeExport } from './write.ts'

const { engine, folder } = await testEngine()
afterAll(() => engine.close())

const everybody = respondents()

/** Every record of an export as text, headings first. */
async function recordsOf(name: ExportName): Promise<string[][]> {
  const { file, bytes } = writeExport(name, everybody)
  const path = join(folder, file)
  writeFileSync(path, bytes)
  if (file.endsWith('.xlsx')) {
    const sheet = read(bytes, { cellDates: true }).Sheets['Sheet1']
    return utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1, raw: false, defval: '' })
  }
  if (file.endsWith('.json')) {
    await jsonToCsv(engine, path, `${path}.csv`)
    const [{ content = '' } = {}] = await engine.rows(`SELECT content FROM read_text('${path}.csv')`)
    return parse(String(content))
  }
  return parse(Buffer.from(bytes), { bom: true, delimiter: name === 'kobotoolbox' ? ';' : ',' })
}

const exports = new Map<ExportName, { readonly records: string[][]; readonly layout: Layout }>()
for (const name of EXPORTS) {
  const records = await recordsOf(name)
  const layout = recognise(records.slice(0, 5))
  if (layout !== undefined) exports.set(name, { records, layout })
}
const opened = (name: ExportName) => {
  const one = exports.get(name)
  if (one === undefined) throw new Error(`${name} was not recognised`)
  return one
}

/** What a definition would look for: one column, or one for each part. */
const IN_ONE_CELL: Partial<Record<ExportName, readonly SurveyQuestion['kind'][]>> = {
  'google forms': ['multiple'],
  'microsoft forms': ['multiple', 'ranking'],
  kobotoolbox: ['ranking'],
  snap: ['multiple'],
  surveyjs: ['multiple', 'ranking'],
}
/** Where the text box of "other" is its option's column, and where there is no box. */
const TYPED_IN_OPTION: readonly ExportName[] = [
  ...(['surveymonkey', 'surveymonkey condensed', 'smartsurvey', 'citizen space', 'limesurvey'] as const),
]
const TYPED_IN_CELL: readonly ExportName[] = ['google forms', 'microsoft forms']
function partsOf(name: ExportName, { kind, use, answers, items }: SurveyQuestion): readonly string[] {
  if (kind === 'matrix') return items
  if (IN_ONE_CELL[name]?.includes(kind)) return []
  if (kind === 'multiple' || kind === 'ranking') return answers
  return name === 'surveymonkey' && use === 'question' && (kind === 'single' || kind === 'scale')
    ? answers
    : []
}

describe.each(EXPORTS)('the synthetic export of %s', (name) => {
  it('is recognised as what it is, and as nothing else', async () => {
    const { records, layout } = opened(name)
    expect(layout.platform).toBe(platformOf(name))
    expect(fitting(records.slice(0, 5))).toEqual([platformOf(name)])
    expect(records.length).toBe(layout.headerRows + everybody.length)
    expect(records.every(({ length }) => length === layout.columns.length)).toBe(true)
  })

  it('has every question under its wording, and each heading once', () => {
    const { columns } = opened(name).layout
    const headings = columns.map(({ heading }) => heading)
    expect(new Set(headings).size).toBe(headings.length)
    for (const question of SURVEY) {
      const { text, other } = question
      const own = columns.filter((column) => column.question === text)
      const answers = own.filter(({ role }) => role === 'answer')
      const typed = own.filter(({ role }) => role === 'other text')
      const parts = partsOf(name, question)
      const options = TYPED_IN_OPTION.includes(name) ? parts.filter((part) => part !== other) : parts
      expect(
        answers.map(({ part }) => part),
        text,
      ).toEqual(parts.length === 0 ? [undefined] : options)
      for (const { part, heading } of answers) {
        expect(heading).toBe(part === undefined ? text : `${text} - ${part}`)
      }
      expect(typed.length, text).toBe(other === undefined || TYPED_IN_CELL.includes(name) ? 0 : 1)
      if (TYPED_IN_OPTION.includes(name) && typed[0] !== undefined) {
        expect(typed[0].heading).toBe(`${text} - ${name === 'limesurvey' ? 'Other' : other}`)
      }
    }
  })

  it('leaves no column that is neither asked nor accounted for', () => {
    const texts = new Set(SURVEY.map(({ text }) => text))
    const strange = opened(name).layout.columns.filter(
      ({ role, question }) => role === 'answer' && !texts.has(question),
    )
    expect(strange).toEqual([])
  })

  it('tells who answered in columns that say so, or in the words of open questions', () => {
    const { records, layout } = opened(name)
    const open = SURVEY.find(({ kind }) => kind === 'open')?.text
    const typed = SURVEY.find(({ other }) => other !== undefined)?.text
    const mayHold = ({ role, question }: LayoutColumn) =>
      role === 'identifying' ||
      role === 'other text' ||
      question === open ||
      (question === typed && TYPED_IN_CELL.includes(name))
    const found = layout.columns.filter((_, column) =>
      records.slice(layout.headerRows).some((record) => {
        const cell = record[column] ?? ''
        return cell.includes(CANARY) || cell.includes(CANARY_NETWORK)
      }),
    )
    expect(found.length).toBeGreaterThan(1)
    expect(found.filter((column) => !mayHold(column))).toEqual([])
  })

  it('has the same bytes every time', () => {
    const again = writeExport(name, respondents())
    expect(Buffer.from(again.bytes).equals(Buffer.from(writeExport(name, everybody).bytes))).toBe(true)
  })
})

describe('the synthetic answers', () => {
  it('have gaps, follow the routing, and use every answer', () => {
    const reason = SURVEY.find(({ id }) => id === 'reason')
    if (reason === undefined) throw new Error('no routed question')
    const asked = everybody.filter((one) => wasAsked(reason, one))
    expect(asked.length).toBeGreaterThan(40)
    expect(asked.length).toBeLessThan(everybody.length - 40)
    expect(everybody.filter((one) => !wasAsked(reason, one) && one.answers['reason'] !== undefined)).toEqual(
      [],
    )
    const given = new Set(
      everybody.flatMap(({ answers }) =>
        Object.values(answers).flatMap((one) => Object.values(typeof one === 'string' ? [one] : one)),
      ),
    )
    expect(SURVEY.flatMap(({ answers }) => answers).filter((label) => !given.has(label))).toEqual([])
    for (const { id, use } of SURVEY.filter((one) => one.use === 'question')) {
      expect(
        everybody.some(({ answers }) => answers[id] === undefined),
        `${id} ${use}`,
      ).toBe(true)
    }
  })

  it('reach the layouts of the platforms that keep strays, which set them aside', () => {
    const all = [...everybody, ...strays()]
    const rows = EXPORTS.map(
      (name) =>
        [name, writeExport(name, all).bytes.length > writeExport(name, everybody).bytes.length] as const,
    )
    expect(rows.filter(([, more]) => more).map(([name]) => name)).toEqual([
      'qualtrics',
      'smartsurvey',
      'limesurvey',
    ])
    for (const name of ['qualtrics', 'smartsurvey', 'limesurvey'] as const) {
      const { layout } = opened(name)
      const records: string[][] = parse(Buffer.from(writeExport(name, all).bytes), { bom: true })
      const column = (heading: string | undefined) =>
        layout.columns.findIndex((one) => one.heading === heading)
      const aside = records
        .slice(layout.headerRows)
        .filter(
          (record) =>
            layout.unfinished?.equals.includes(record[column(layout.unfinished.column)] ?? '?') === true ||
            layout.setAside.some((rule) => rule.equals.includes(record[column(rule.column)] ?? '?')),
        )
      expect(aside.length, name).toBe(name === 'qualtrics' ? 4 : 2)
      expect(records.length - layout.headerRows - aside.length).toBe(everybody.length)
    }
  })
})
