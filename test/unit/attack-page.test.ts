import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { compareFormats } from '../../pipeline/attack/formats.ts'
import { ROOT, stocktake, workplace } from '../support/stocktake.ts'

/** So few are from the north that what they answered is hidden in each table. */
const NORTH = '\n  north: { title: North, base: all from the north, where: { ward: North } }'

let release = ''
let page = ''
beforeAll(() => {
  const home = workplace()
  const raw = join(home, 'raw/library')
  cpSync(join(ROOT, 'test/golden/library-hours/raw'), raw, { recursive: true })
  const definition = join(raw, 'consultation.yaml')
  const text = readFileSync(definition, 'utf8')
  writeFileSync(
    definition,
    text.replace(/^ {2}visitors: .*$/m, `$&${NORTH}`).replace('breakdowns: [ward]', 'breakdowns: []'),
  )
  const ran = stocktake(home, ['run', 'raw/library'])
  expect(ran.exitCode, ran.said).toBe(0)
  release = join(home, 'dist/library/2.1.0')
  page = readFileSync(join(release, 'index.html'), 'utf8')
})

/** What the attack finds where the page of that release reads `text`. */
const attack = (text: string) =>
  compareFormats({
    name: 'release',
    path: release,
    read: async (path) => {
      if (path === 'index.html') return text
      const place = join(release, path)
      return existsSync(place) ? readFileSync(place, 'utf8') : undefined
    },
    has: async (path) => existsSync(join(release, path)),
    bytes: async () => undefined,
  })

const firstTable = (text: string) => /<table data-table="1">[\s\S]*?<\/table>/.exec(text)?.[0] ?? ''

describe('the attack on the page of a release', () => {
  it('finds nothing in the page as it was made, which does hide figures', async () => {
    expect(readFileSync(join(release, 'data/tables/1.csv'), 'utf8')).toMatch(
      /^Yes,64,100,\[c\]\nNo,36,0,\[c\]$/m,
    )
    expect(firstTable(page)).toContain('>[c]</td>')
    expect(page).toMatch(/<text data-figure="1 0 2"[^>]*>\[c\]<\/text>/)
    expect(await attack(page)).toEqual([])
  })

  it.each<[string, (text: string) => string]>([
    ['a table', (text) => text.replace('>[c]</td>', '>64</td>')],
    ['a chart', (text) => text.replace('>[c]</text>', '>64%</text>')],
    [
      'a bar without a word',
      (text) => text.replace('</svg>', '<rect width="64" data-figure="1 0 2"/></svg>'),
    ],
    [
      'a sentence',
      (text) => text.replace('<figure>', '<p data-figures="1 0 0, 1 1 2">Most said so.</p><figure>'),
    ],
    [
      'a part that is not seen',
      (text) =>
        text.replace(
          '</main>',
          `<div hidden>${firstTable(text).replace('>[c]</td>', '>64</td>')}</div></main>`,
        ),
    ],
  ])('finds a hidden figure that stands in %s', async (_, spoil) => {
    const text = spoil(page)
    expect(text).not.toBe(page)
    expect(await attack(text)).toEqual([
      { rule: 'formats differ', group: 'data/tables/1.csv and index.html', derived: [] },
    ])
  })
})
