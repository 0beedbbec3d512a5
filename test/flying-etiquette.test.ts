import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { expectCountedAgain } from './figures/counted-again.ts'
import { ROOT, SHARED, stocktake, workplace } from './support/stocktake.ts'

type Row = Readonly<Record<string, string>>
const SURVEY = join(SHARED, 'surveys/fte_flying')

describe('a real survey that nobody here wrote', () => {
  it('gives its nine published figures, on the bases of the data', async (context) => {
    if (!existsSync(SURVEY)) {
      console.log('skipped: no reference data beside the project')
      context.skip()
    }
    const home = workplace()
    const raw = join(home, 'raw/flying-etiquette')
    mkdirSync(raw, { recursive: true })
    copyFileSync(join(SURVEY, 'flying-etiquette.csv'), join(raw, 'flying-etiquette.csv'))
    copyFileSync(join(ROOT, 'test/golden/flying-etiquette/consultation.yaml'), join(raw, 'consultation.yaml'))
    const ran = stocktake(home, ['run', 'raw/flying-etiquette'])
    expect(ran.said).toContain('Done in')

    const release = join(home, 'dist/flying-etiquette/1.0.0')
    await expectCountedAgain('flying-etiquette', raw, release, 900)
    const tables: readonly Row[] = parse(readFileSync(join(release, 'data/tables.csv')), { columns: true })
    const figure = (title: string, row: string, statistic: string) => {
      const found = tables.filter(
        (one) =>
          one['title']?.startsWith(title) &&
          one['row'] === row &&
          one['statistic'] === statistic &&
          !one['table']?.includes('_by_'),
      )
      expect(found.length, `${title}, ${row}`).toBe(1)
      return [found[0]?.['value'], found[0]?.['base']]
    }
    const published: readonly Row[] = parse(readFileSync(join(SURVEY, 'published.csv')), { columns: true })
    expect(published.length).toBe(9)
    const places: Readonly<Record<string, readonly [title: string, row: string, statistic: string]>> = {
      'respondents|all': ['How often do you travel', 'Total', 'count'],
      'respondents|flown': ['How often do you travel', 'Has flown', 'count'],
      'rude to recline|very+somewhat': ['Is it rude to recline', 'Rude', 'percent'],
      'eliminate reclining|No': ['Given the opportunity', 'No', 'percent'],
    }
    for (const { question, option = '', published: value, base_in_data: base } of published) {
      const place = places[`${question}|${option}`] ?? (['Do you ever recline', option, 'percent'] as const)
      const ours = figure(...place)
      expect(ours[0], `${question}, ${option}`).toBe(value)
      if (base !== '') expect(ours[1], `${question}, ${option}`).toBe(base)
    }
  })
})
