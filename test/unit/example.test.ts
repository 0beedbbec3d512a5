import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { FRAME_COUNTS, REGIONS } from '../example/frame-counts.ts'
import { example, files, manifest, responses } from '../example/opened.ts'
import { PRINTED_QUESTIONS, roundedPercent } from '../example/printed-figures.ts'
import { headingOf, QUESTIONS } from '../example/questions.ts'
import { at } from '../example/random.ts'
import type { ReadResponse, Row } from '../example/reading.ts'
import { cell, nameKey, sortable } from '../example/reading.ts'

const raw = new URL('../../raw/taking-stock-2015/', import.meta.url)
const invited = responses.filter(({ file }) => file === 'responses.csv')
const responded = [...new Set(invited.flatMap(({ units }) => units))]

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

describe('the committed example', () => {
  it.each([...files.keys()])('%s is what the generator writes', (name) => {
    expect(Buffer.compare(readFileSync(new URL(name, raw)), files.get(name) ?? new Uint8Array())).toBe(0)
  })
})

describe('the frame and the invitations', () => {
  it('has the 399 authorities, by type and region, of 2015', () => {
    const cells = example.frame.map((unit) => `${cell(unit, 'Type')} / ${cell(unit, 'Region')}`)
    const intended = FRAME_COUNTS.flatMap(({ type, all }) =>
      REGIONS.flatMap((region, column) =>
        Array.from({ length: at(all, column) }, () => `${type} / ${region}`),
      ),
    )
    expect(tally(cells)).toEqual(tally(intended))
    expect(example.frame.map((unit) => unit['Authority code'])).toEqual(
      Array.from({ length: 399 }, (_, index) => String(index + 1).padStart(4, '0')),
    )
  })

  it('invites the numbers of Table 1, with shared and job-shared chief executives', () => {
    const roles = example.invitees.map((invitee) => cell(invitee, 'Role').toLowerCase())
    expect(tally(roles)).toEqual({
      'chief executive': 349,
      leader: 353,
      'chief fire officer': 46,
      'lead member for fire': 46,
    })
    const chiefs = example.invitees.filter((invitee) => cell(invitee, 'Role') === 'Chief executive')
    const served = chiefs.flatMap((chief) => cell(chief, 'Authority code').split(/; ?/))
    expect(chiefs.filter((chief) => cell(chief, 'Authority code').includes(';'))).toHaveLength(7)
    expect(Object.values(tally(served)).filter((count) => count === 2)).toHaveLength(3)
    expect(new Set(served).size).toBe(353)
    expect(new Set(example.invitees.map((invitee) => cell(invitee, 'Unique link'))).size).toBe(794)
  })

  it('has names that stay apart when normalised', () => {
    expect(new Set(example.frame.map((unit) => nameKey(cell(unit, 'Authority name')))).size).toBe(399)
  })
})

describe('the responses, read by the rules of the manifest', () => {
  it('give Tables 1 to 3', () => {
    expect(tally(invited.map(({ role }) => role))).toEqual({
      'Chief executive': 108,
      Leader: 39,
      'Chief fire officer': 8,
      'Lead member for fire': 5,
    })
    const rates = example.figures.filter(({ table, statistic }) => table !== '1' && statistic === 'responded')
    const counts = { ...tally(responded.map((unit) => cell(unit, 'Type'))), Total: responded.length }
    const byRegion = tally(responded.map((unit) => cell(unit, 'Region')))
    for (const { row = '', value } of rates) expect({ ...counts, ...byRegion }[row], row).toBe(Number(value))
  })

  it('cover 65 per cent of authorities, 62 per cent of the responding with a peer challenge', () => {
    const covered = new Set([
      ...responded.map((unit) => cell(unit, 'Authority code')),
      ...responses.flatMap(({ covers }) => covers),
    ])
    expect(covered.size).toBe(260)
    expect(roundedPercent(covered.size, 399)).toBe(65)
    expect(tally(responded.map((unit) => cell(unit, 'Peer challenge')))).toEqual({ Yes: 91, No: 56 })
  })

  it.each(PRINTED_QUESTIONS)('give Table $table', ({ question, columns }) => {
    const labels = QUESTIONS.find(({ id }) => id === question)?.answers ?? []
    for (const { population, percent, base } of columns) {
      const given = responses.filter(isOf(population)).flatMap(({ answers }) => answers[question] ?? [])
      const counts = labels.map((label) => given.filter((answer) => answer === label).length)
      expect(given).toHaveLength(base)
      expect(counts.map((count) => roundedPercent(count, given.length))).toEqual(percent)
      counts.forEach((count, index) => {
        if (percent[index] === 0) expect(count).toBe(0)
      })
    }
  })

  it('are the ones the manifest expects, and no row is unaccounted for', () => {
    const aside = [
      'partial',
      'partial before complete',
      'partial after complete',
      'not from the frame',
    ].concat(['replaced by a later complete', 'test record', 'test record on a real link'])
    const setAside = manifest.trouble.filter(({ kind }) => aside.includes(kind)).map(({ record }) => record)
    const counted = invited.map(({ record }) => record)
    const everyRecord = example.platform.map((_, index) => index + 2)
    expect([...counted, ...setAside].sort((a, b) => Number(a) - Number(b))).toEqual(everyRecord)
    expect(manifest.expected).toMatchObject({ responses: 201, 'authorities responded': 147 })
    expect(responses).toHaveLength(201)
  })

  it('name one person where the link is mistyped', () => {
    const mistyped = manifest.trouble.filter(({ kind }) => kind === 'mistyped link')
    expect(mistyped).toHaveLength(6)
    for (const { record } of mistyped) {
      const { units, role } = invited.find((response) => response.record === record) ?? at(invited, 0)
      const code = cell(at(units, 0), 'Authority code')
      const suits = (invitee: Row): boolean =>
        cell(invitee, 'Role') === role && cell(invitee, 'Authority code').split(/; ?/).includes(code)
      expect(example.invitees.filter(suits)).toHaveLength(1)
      const others = invited.filter((response) => response.record !== record && response.role === role)
      expect(others.flatMap((response) => response.units)).not.toContain(units[0])
    }
  })

  it('stand in export order, in both notations, within the fieldwork', () => {
    const starts = example.platform.map((row) => sortable(cell(row, 'Start time')).slice(0, 16))
    expect([...starts].sort()).toEqual(starts)
    expect(at(starts, 0) >= '2015-01-20').toBe(true)
    const ends = example.platform.map((row) => sortable(cell(row, 'End time'))).filter((end) => end > ' ')
    expect([...ends].sort().at(-1)?.slice(0, 10)).toMatch(/^2015-03-(1\d|20)$/)
    const dayFirst = example.platform.filter((row) => cell(row, 'Start time').includes('/'))
    expect(dayFirst.length).toBeGreaterThan(30)
    expect(dayFirst.length).toBeLessThan(100)
  })
})

function isOf(population: string): (response: ReadResponse) => boolean {
  const ofChiefs = ({ file }: ReadResponse): boolean => file === 'responses.csv'
  const upper = ({ units }: ReadResponse): boolean =>
    units.some((unit) => /^(Single|Upper) tier$/.test(cell(unit, 'Tier')))
  if (population === 'chief_executives_and_leaders') return ofChiefs
  if (population === 'all_consultation_responses') return () => true
  return (response) => ofChiefs(response) && upper(response)
}

describe('the fit to consultation.yaml', () => {
  const definition = parseYaml(readFileSync(new URL('consultation.yaml', raw), 'utf8'))

  it('asks the questions of the definition', () => {
    for (const { id, text, answers, askedIf } of QUESTIONS) {
      const asked = definition.questions[id]
      expect(asked.text.trim()).toBe(text)
      expect(asked.answers ?? []).toEqual(answers ?? [])
      const rule = askedIf === undefined ? {} : { [askedIf.id]: askedIf.answers }
      const written = Object.entries(asked.asked_if ?? {}).map(([key, value]) => [key, [value].flat()])
      expect(Object.fromEntries(written)).toEqual(rule)
    }
    expect(Object.keys(definition.questions)).toEqual(QUESTIONS.map(({ id }) => id))
  })

  it('has no heading that is not mapped, identifying, ignored or a question', () => {
    const sources = [
      [definition.frame, example.frame],
      [definition.invitees, example.invitees],
      [definition.responses[0], example.platform],
      [definition.responses[1], example.further],
    ]
    for (const [source, rows] of sources) {
      const named = [
        ...Object.values(source.columns),
        ...(source.identifying ?? []),
        ...(source.ignore ?? []),
      ]
      const questions = source.file.includes('responses') ? QUESTIONS.map(headingOf) : []
      expect(Object.keys(rows[0]).sort()).toEqual([...named, ...questions].sort())
    }
  })
})
