import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareFormats } from '../../pipeline/attack/formats.ts'
import { ROOT } from '../support/stocktake.ts'

/** A golden release that hides two figures of its first table. */
const RELEASE = join(ROOT, 'test/golden/library-hours/dist')
const page = readFileSync(join(RELEASE, 'index.html'), 'utf8')

/** What the attack finds where the page of that release reads `text`. */
const attack = (text: string) =>
  compareFormats({
    name: 'release',
    path: RELEASE,
    read: async (path) => {
      if (path === 'index.html') return text
      const place = join(RELEASE, path)
      return existsSync(place) ? readFileSync(place, 'utf8') : undefined
    },
    has: async (path) => existsSync(join(RELEASE, path)),
    bytes: async () => undefined,
  })

const firstTable = /<table data-table="1">[\s\S]*?<\/table>/.exec(page)?.[0] ?? ''

describe('the attack on the page of a release', () => {
  it('finds nothing in the page as it was made, which does hide figures', async () => {
    expect(page).toContain('>[c]</td>')
    expect(page).toContain('>[c]</text>')
    expect(await attack(page)).toEqual([])
  })

  it.each([
    ['a table', page.replace('>[c]</td>', '>64</td>')],
    ['a chart', page.replace('>[c]</text>', '>64%</text>')],
    ['a bar without a word', page.replace('</svg>', '<rect width="64" data-figure="1 0 1"/></svg>')],
    ['a sentence', page.replace('<figure>', '<p data-figures="1 0 0, 1 1 1">Most said so.</p><figure>')],
    [
      'a part that is not seen',
      page.replace('</main>', `<div hidden>${firstTable.replace('>[c]</td>', '>64</td>')}</div></main>`),
    ],
  ])('finds a hidden figure that stands in %s', async (_, text) => {
    expect(text).not.toBe(page)
    expect(await attack(text)).toEqual([
      { rule: 'formats differ', group: 'data/tables/1.csv and index.html', derived: [] },
    ])
  })
})
