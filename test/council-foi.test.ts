import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { expectCountedAgain } from './figures/counted-again.ts'
import { ROOT, SHARED, stocktake, workplace } from './support/stocktake.ts'

type Row = Readonly<Record<string, string>>
const SURVEY = join(SHARED, 'surveys/mysociety_foi_2018')
const REGISTER = join(SHARED, 'register')

/** Authorities that answered, and all that were there on 27 November 2018, by type: 384 of 419. */
const RATES: Readonly<Record<string, readonly [responded: string, inFrame: string, rate: string]>> = {
  'Non-metropolitan district': ['184', '201', '92'],
  'Unitary authority': ['52', '56', '93'],
  'London borough': ['29', '32', '91'],
  'Metropolitan district': ['31', '36', '86'],
  County: ['24', '27', '89'],
  'City corporation': ['1', '1', '100'],
  'Strategic Regional Authority': ['1', '1', '100'],
  'Scottish unitary authority': ['32', '32', '100'],
  'Welsh unitary authority': ['21', '22', '95'],
  'NI district': ['9', '11', '82'],
}

/** A workplace with the survey as received, its definition changed by `change`. */
function prepared(context: { skip: () => void }, change = (text: string): string => text): string {
  if (!existsSync(SURVEY) || !existsSync(REGISTER)) {
    console.log('skipped: no reference data beside the project')
    context.skip()
  }
  const home = workplace()
  const raw = join(home, 'raw/council-foi')
  mkdirSync(raw, { recursive: true })
  copyFileSync(join(SURVEY, 'foi_admin_responses.csv'), join(raw, 'foi_admin_responses.csv'))
  copyFileSync(join(REGISTER, 'uk_local_authorities.csv'), join(raw, 'uk_local_authorities.csv'))
  copyFileSync(join(REGISTER, 'lookup_name_to_registry.csv'), join(raw, 'lookup_name_to_registry.csv'))
  const text = readFileSync(join(ROOT, 'test/golden/council-foi/consultation.yaml'), 'utf8')
  writeFileSync(join(raw, 'consultation.yaml'), change(text))
  return home
}

const run = (home: string) => stocktake(home, ['run', 'raw/council-foi'])
const ALL = 'Responses  384, each row received is accounted for'

/** The register's short names, which no respondent typed. */
const shortNames = (text: string): string =>
  text.replace('name: official-name', 'name: nice-name').replace('- nice-name', '- official-name')

describe('a real survey of councils whose names were typed', () => {
  it('finds all 384 in a register of authorities past and present', async (context) => {
    const home = prepared(context)
    const ran = run(home)
    expect(ran.said).toContain('Done in')
    expect(ran.said).toContain(ALL)
    expect(existsSync(join(home, '.stocktake/council-foi/names-to-review.csv'))).toBe(false)

    const release = join(home, 'dist/council-foi/1.0.0')
    await expectCountedAgain('council-foi', join(home, 'raw/council-foi'), release, 100)
    const tables: readonly Row[] = parse(readFileSync(join(release, 'data/tables.csv')), { columns: true })
    const values = (title: string, row: string) =>
      tables.filter((one) => one['title']?.startsWith(title) && one['row'] === row).map((one) => one['value'])
    for (const [type, rate] of Object.entries(RATES))
      expect(values('Response breakdown', type), type).toEqual(rate)
    const sum = (column: 0 | 1) => Object.values(RATES).reduce((total, row) => total + Number(row[column]), 0)
    expect([sum(0), sum(1)]).toEqual([384, 419])
    expect(values('Response breakdown', 'Total')).toEqual(['384', '419', '92'])

    const published: readonly Row[] = parse(readFileSync(join(SURVEY, 'published.csv')), { columns: true })
    const places: Readonly<Record<string, readonly [title: string, row: string]>> = {
      'uses some case management system': ['Which case-management', 'Uses some system'],
      'does not publish a disclosure log': ['Do you publish', 'no'],
    }
    expect(published.map(({ statement }) => statement)).toEqual(Object.keys(places))
    for (const { statement = '', published_pct: percent, numerator, base } of published) {
      const [title, row] = places[statement] ?? ['', '']
      expect(values(title, row), statement).toEqual([numerator, percent])
      expect(tables.find((one) => one['title']?.startsWith(title) && one['row'] === row)?.['base']).toBe(base)
    }
  })

  it('leaves to a person what no rule finds, and applies what the person decided', (context) => {
    const home = prepared(context, shortNames)
    // Names are decided before anything is published: from then on a change needs a word of why.
    const first = stocktake(home, ['run', 'raw/council-foi', '--draft'])
    expect(first.said).toContain('Set aside  2 rows: not from the frame')
    expect(first.said).toContain('2 different names of 2 responses are not in the frame')
    const path = join(home, '.stocktake/council-foi/names-to-review.csv')
    const sheet: readonly Row[] = parse(readFileSync(path), { columns: true })
    expect(sheet.map((row) => [row['name'], row['responses'], row['proposed_key'], row['decision']])).toEqual(
      [
        ['Comhairle nan Eilean Siar', '1', 'ELS', ''],
        ['Hull City Council', '1', 'KHL', ''],
      ],
    )
    // As a spreadsheet saves it: the decision typed into the last column.
    writeFileSync(
      path,
      readFileSync(path, 'utf8')
        .replace(/,\n(?=Hull)/, ',ELS\n')
        .replace(/(Hull.*,)\n/, '$1KHL\n'),
    )
    const second = run(home)
    expect(second.said).toContain(ALL)
    expect(second.said).not.toContain('not in the frame')
    const decided: readonly Row[] = parse(readFileSync(path), { columns: true })
    expect(decided.map(({ decision }) => decision)).toEqual(['ELS', 'KHL'])
    expect(run(home).result['status']).toBe('unchanged')
  })

  it('finds all of them by a list of other names as well', (context) => {
    const aliases = `  aliases:
    file: lookup_name_to_registry.csv
    columns: { name: la-name, key: local-authority-code }
  columns:`
    const home = prepared(context, (text) => shortNames(text).replace('  columns:', aliases))
    expect(run(home).said).toContain(ALL)
  })
})
