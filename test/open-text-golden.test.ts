import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectCountedAgain } from './figures/counted-again.ts'
import { type Ran, ROOT, stocktake, workplace } from './support/stocktake.ts'
import { readCsv } from './support/survey.ts'

/**
 * What a run and a review of the golden case `open-text` publish of open text, and leave in the private folder.
 * `UPDATE_GOLDEN=1` writes what came out; read the difference before you commit it.
 */
const CASE = join(ROOT, 'test/golden/open-text')

describe('open text, coded, reviewed and quoted', () => {
  const home = workplace()
  const folder = join(home, '.stocktake/received')
  let run: Ran
  let review: Ran
  let uncoded: string
  beforeAll(() => {
    run = stocktake(home, ['run', join(CASE, 'received')])
    review = stocktake(home, ['review', join(CASE, 'received')])
    // The same before anybody has coded: answers are proposed codes, and a person is to decide.
    const before = join(workplace(), 'received')
    cpSync(join(CASE, 'received'), before, { recursive: true })
    const definition = readFileSync(join(before, 'consultation.yaml'), 'utf8')
    const withoutCoders = definition.replace(/^ {2}coders:\n(?: {4}- .*\n)+ {2}adjudication:.*\n/m, '')
    expect(withoutCoders).not.toBe(definition)
    writeFileSync(join(before, 'consultation.yaml'), withoutCoders)
    stocktake(dirname(before), ['review', before])
    uncoded = join(dirname(before), '.stocktake/received')
  })

  it.each([
    ...['published/quotes.csv', 'published/themes.csv', 'published/tables/themes_change.csv'],
    ...['private/coding-disagreements.csv', 'private/review.csv', 'private/coding-to-do.csv'],
    ...['private/coding.json', 'private/quotes.json'],
  ])('%s', (name) => {
    const made = contentOf(name)
    const path = join(CASE, name)
    if (process.env['UPDATE_GOLDEN'] !== undefined) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, made)
    }
    const kept = existsSync(path) ? readFileSync(path, 'utf8') : ''
    if (name.endsWith('.json')) expect(JSON.parse(made)).toEqual(JSON.parse(kept))
    else expect(made).toBe(kept)
  })

  it('shows the figures of the cleaned responses and of the codes agreed on', async () => {
    await expectCountedAgain('open-text', join(CASE, 'received'), join(home, 'dist/received/1.0.0'), 13)
  })

  it('is a round trip: reviewing again changes nothing, and every decision is still there', () => {
    expect(run.exitCode, run.said).toBe(0)
    expect(review.said).toContain('0 passages that may identify somebody, 0 quotes to approve')
    const choices = (path: string) =>
      new Map(readCsv(path).map(({ id = '', choice = '' }) => [id, choice] as const))
    expect(choices(join(folder, 'review.csv'))).toEqual(choices(join(CASE, 'received/review.csv')))
    const before = readFileSync(join(folder, 'review.csv'))
    stocktake(home, ['review', join(CASE, 'received')])
    expect(readFileSync(join(folder, 'review.csv'))).toEqual(before)
  })

  /** A file of the release or a private one; of the report only the part that is about open text. */
  function contentOf(name: string): string {
    const [place, ...path] = name.split('/')
    if (place === 'published') return readFileSync(join(home, 'dist/received/1.0.0/data', ...path), 'utf8')
    if (name === 'private/coding-to-do.csv') return readFileSync(join(uncoded, 'coding-to-do.csv'), 'utf8')
    const part = /^(.*)\.json$/.exec(path[0] ?? '')?.[1]
    if (part === undefined) return readFileSync(join(folder, ...path), 'utf8')
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
    return `${JSON.stringify(report[part], null, 2)}\n`
  }
})
