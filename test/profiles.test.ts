import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectCountedAgain } from './figures/counted-again.ts'
import { copyExample, type Ran, stocktake, workplace } from './support/stocktake.ts'
import { type Row, readCsv } from './support/survey.ts'

interface Release {
  readonly home: string
  readonly ran: Ran
  readonly figures: ReadonlyMap<string, Row>
}

const FOLDER = 'dist/taking-stock-2015/1.0.0'

/** The example under a profile, and more of its privacy. */
function released(profile: string, more = ''): Release {
  const home = workplace()
  const definition = join(copyExample(home), 'consultation.yaml')
  const text = readFileSync(definition, 'utf8')
  writeFileSync(definition, text.replace(/^privacy:$/m, `privacy:\n  profile: ${profile}${more}`))
  const ran = stocktake(home, ['run', 'raw/taking-stock-2015'])
  expect(ran.said).toContain('Done in')
  const rows = readCsv(join(home, FOLDER, 'data/tables.csv'))
  return { home, ran, figures: new Map(rows.map((row) => [key(row), row])) }
}

const key = ({ table, population, row, statistic }: Row) => [table, population, row, statistic].join('|')

/** Nothing is hidden here, and each figure is true. */
let plain: Release
beforeAll(() => {
  plain = released('as-published', '\n  waivers: [{ rule: profile, reason: All of it is made up. }]')
}, 600_000)

/** Counts the figures of a release again; those of `health` may lie less than five off. */
const countedAgain = (name: string, { home }: Release, atLeast: number) =>
  expectCountedAgain(name, join(home, 'raw/taking-stock-2015'), join(home, FOLDER), atLeast)

/** Of all figures that could be shown: how many are hidden, have another value, or are in a table that is left out. */
function loss({ figures }: Release): {
  readonly hidden: number
  readonly changed: number
  readonly gone: number
} {
  let [hidden, changed, gone] = [0, 0, 0]
  for (const [name, { value }] of plain.figures) {
    const now = figures.get(name)
    if (now === undefined) gone += 1
    else if (now['status'] === 'c') hidden += 1
    else if (now['value'] !== value) changed += 1
  }
  return { hidden, changed, gone }
}

interface Protection {
  readonly hidden: Readonly<Record<string, number>>
  readonly changed: { readonly figures: number; readonly meanPercent: number }
}

describe.each(['health', 'special-category'])('Taking Stock under %s', (profile) => {
  let release: Release
  const protection = () => release.ran.result['protection'] as Protection
  beforeAll(() => {
    release = released(profile)
  }, 600_000)

  it('is released, without responses, and passes its own attack', () => {
    expect(release.ran.exitCode).toBe(0)
    expect(release.ran.said).toContain('Microdata  none')
    expect(stocktake(release.home, ['attack', FOLDER]).exitCode).toBe(0)
  }, 300_000)

  it('shows the figures of the cleaned responses, or rounds them as stated', async () => {
    await countedAgain(profile, release, 300)
  })

  it('loses what it says it loses', () => {
    const { hidden, changed, gone } = loss(release)
    const told = protection()
    expect(gone).toBe(told.hidden['refused'])
    expect(hidden).toBeGreaterThan(0)
    expect(hidden).toBe((told.hidden['base'] ?? 0) + (told.hidden['derived'] ?? 0))
    expect(changed > 0).toBe(profile === 'health')
    expect(changed).toBe(told.changed.figures)
    const words = (count: number) => count.toLocaleString('en-GB')
    const added = [...release.figures].filter(([name]) => !plain.figures.has(name))
    expect(release.figures.size - added.length).toBe(plain.figures.size - gone)
    // Hidden groups shown together are more columns of breakdowns, where counts are not rounded.
    expect(added.length > 0).toBe(profile === 'special-category')
    expect(added.filter(([, { population = '' }]) => !/^region: .* and /.test(population))).toEqual([])
    expect(release.ran.said).toContain(
      `Protected  ${words(hidden)} of ${words(plain.figures.size - gone)} figures in the tables are hidden`,
    )
    const report = JSON.parse(
      readFileSync(join(release.home, '.stocktake/taking-stock-2015/disclosure.json'), 'utf8'),
    )
    expect(report.tables).toEqual(told)
    const readme = readFileSync(join(release.home, FOLDER, 'README.md'), 'utf8')
    expect(readme).toContain(`the profile \u201c${profile}\u201d`)
    expect(readme).toContain(`${words(told.hidden['base'] ?? 0)} figures because too few people answered`)
    expect(readme).toContain(
      `${words(told.hidden['derived'] ?? 0)} figures because they, or what follows from them`,
    )
    expect(readme).toContain(`Left out as a whole: ${words(gone)} figures in breakdowns that were refused`)
  })

  it('marks what is hidden, and shows no small count', () => {
    const most = profile === 'health' ? 7 : 4
    const small = [...release.figures.values()].filter(
      ({ table = '', statistic, value }) =>
        /^themes/.test(table) &&
        statistic === 'count' &&
        value !== '' &&
        Number(value) > 0 &&
        Number(value) <= most,
    )
    // Rounded, 8 is 10 and more: what is shown as 5 would have been hidden.
    expect(small.filter(({ value }) => profile !== 'health' || value !== '5')).toEqual([])
    const hidden = [...release.figures.values()].filter(({ status }) => status === 'c')
    expect(hidden.every(({ value }) => value === '')).toBe(true)
  })
})

describe('figures under as-published', () => {
  it('are those of the cleaned responses, none hidden', async () => {
    await countedAgain('as-published', plain, 2000)
  })
})

describe('figures under health', () => {
  it('are multiples of five, and percentages of them', () => {
    const { figures } = released('health')
    const answers = [...figures.values()].filter(({ base }) => base !== '')
    expect(answers.length).toBeGreaterThan(100)
    expect(answers.filter(({ base }) => Number(base) % 5 !== 0)).toEqual([])
    const counts = answers.filter(({ statistic, value }) => statistic === 'count' && value !== '')
    expect(counts.filter(({ value }) => Number(value) % 5 !== 0)).toEqual([])
    const percents = answers.filter(({ statistic, value }) => statistic === 'percent' && value !== '')
    // Some multiple of five of the base gives each percentage.
    const possible = percents.filter(({ value, base }) =>
      Array.from({ length: Number(base) / 5 + 1 }, (_, unit) =>
        Math.floor((500 * unit) / Number(base) + 0.5),
      ).includes(Number(value)),
    )
    expect(possible.length).toBe(percents.length)
  }, 600_000)
})
