import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { Table } from 'tableschema'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectCountedAgain } from './figures/counted-again.ts'
import {
  copyExample,
  EXAMPLE,
  type Ran,
  ROOT,
  SHARED,
  stocktake,
  tree,
  workplace,
} from './support/stocktake.ts'

type Row = Readonly<Record<string, string>>

const table = (path: string): readonly Row[] => parse(readFileSync(path), { columns: true })
const home = workplace()
let run: Ran
const release = join(home, 'dist/taking-stock-2015/1.0.0')
const figures = () => new Map(table(join(release, 'data/tables.csv')).map((row) => [key(row), row]))
const key = (row: Row) => [row['table'], row['population'], row['row'], row['statistic']].join('|')

beforeAll(() => {
  run = stocktake(home, ['run', EXAMPLE])
})

describe('the release of Taking Stock 2015', () => {
  it('is made, with the account of every row', () => {
    expect(run.said).toContain('Done in')
    expect(run.exitCode).toBe(0)
    const rows = run.result['rows'] as { received: number; kept: number; setAside: { rows: number }[] }
    expect(rows.kept).toBe(201)
    expect(rows.received).toBe(rows.kept + rows.setAside.reduce((sum, one) => sum + one.rows, 0))
  })

  it('shows the figures of the cleaned responses', async () => {
    await expectCountedAgain('taking-stock-2015', EXAMPLE, release, 1000)
  })

  it('repeats every printed figure of the report', () => {
    const printed = table(join(EXAMPLE, 'printed-figures.csv'))
    expect(printed.length).toBe(152)
    const differing = printed.filter((row) => figures().get(key(row))?.['value'] !== row['value'])
    expect(differing).toEqual([])
  })

  it('repeats the figures and bases of the reference copy', (context) => {
    const path = join(SHARED, 'taking-stock/published-tables.csv')
    if (!existsSync(path)) {
      console.log('skipped: no reference data beside the project')
      context.skip()
    }
    const ours = figures()
    const printed = table(path)
    expect(printed.filter((row) => ours.get(key(row))?.['value'] !== row['value'])).toEqual([])
    expect(
      printed.filter(
        (row) =>
          row['base_description'] !== '' &&
          ours.get(key(row))?.['base_description'] !== row['base_description'],
      ),
    ).toEqual([])
    expect(printed.filter((row) => ours.get(key(row))?.['base'] !== row['base'])).toEqual([])
  })

  it('says that nothing differs from print, and nothing in print is impossible', () => {
    expect(run.result['reconciliation']).toMatchObject({
      figures: 152,
      equal: 152,
      bases: 20,
      differingBases: [],
      impossible: [],
    })
    expect(run.said).not.toContain('impossible in print')
  })

  it('states coverage, peer challenge and response rates', () => {
    const value = (name: string) => figures().get(name)?.['value']
    expect(
      value(
        'coverage|authorities|Covered by a response, its own or that of an organisation that speaks for it|response_rate_percent',
      ),
    ).toBe('65')
    expect(value('profile_peer_challenge|authorities|Yes|percent')).toBe('62')
    expect(value('1|people|Total|response_rate_percent')).toBe('20')
    expect(value('2|authorities|Total|response_rate_percent')).toBe('37')
    const readme = readFileSync(join(release, 'README.md'), 'utf8')
    for (const words of [
      '160 of 794 people invited responded (20 per cent)',
      '147 of 399 authorities responded (37 per cent)',
      "260 of 399 authorities are covered when organisations' responses count for those they speak for (65 per cent)",
      'Yes 62 per cent, No 38 per cent',
    ]) {
      expect(run.said).toContain(words)
      expect(readme).toContain(words)
    }
  })

  it('shows the regions that can be shown, marks those of few people, and hides no printed figure', () => {
    // Of the themes of one question every region would give away another of few people.
    const refused = run.result['refusals'] as readonly { readonly table: string }[]
    expect(refused.map(({ table: id }) => id)).toEqual(['themes_q19_by_region'])
    // Ten tables of answers and ten of themes.
    expect(readdirSync(join(release, 'data/tables')).filter((name) => name.includes('_by_')).length).toBe(20)
    const regional = table(join(release, 'data/tables.csv')).filter((row) => row['table']?.includes('_by_'))
    const statuses = new Set(regional.map((row) => row['status']))
    expect([...statuses].filter((status) => !['', 'low', 'c', 'u', 'x'].includes(status ?? ''))).toEqual([])
    for (const row of regional) {
      const shown = row['value'] !== ''
      if (shown && row['row'] !== 'Total') expect(Number(row['base'])).toBeGreaterThanOrEqual(10)
    }
    const hidden = table(join(release, 'data/tables.csv')).filter(
      (row) => !row['table']?.includes('_by_') && row['status'] === 'c',
    )
    expect(hidden).toEqual([])
  })

  it('publishes classes of at least ten, and kinds of nothing apart', () => {
    const rows = table(join(release, 'data/responses.csv'))
    // Eight asked for confidentiality, and two more are missing with them.
    expect(rows.length).toBe(191)
    const classes = new Map<string, number>()
    for (const row of rows) {
      const one = `${row['type']}|${row['region']}`
      classes.set(one, (classes.get(one) ?? 0) + 1)
    }
    expect(Math.min(...classes.values())).toBeGreaterThanOrEqual(10)
    const seen = new Set(rows.flatMap((row) => Object.values(row)))
    // Questions that others lead to are in no row, so none says that somebody was not asked; values are merged, not blanked.
    for (const mark of ['[no reply]', '[error]']) expect(seen).toContain(mark)
    for (const mark of ['[not asked]', '[not released]']) expect(seen).not.toContain(mark)
  })

  it('counts the themes of open answers, and says how common they are as the report does', () => {
    const themes = table(join(release, 'data/themes.csv'))
    const inWords = (question: string, theme: string) => {
      const row = themes.find(
        (one) =>
          one['question'] === question &&
          one['theme'] === theme &&
          one['population'] === 'all_consultation_responses',
      )
      return [row?.['share_in_words'], row?.['rank_in_words'], row?.['compared_in_words']]
    }
    expect(new Set(themes.map(({ table: id }) => id)).size).toBe(11)
    expect(inWords('q2', 'partnership')[1]).toBe('most commonly mentioned')
    expect(inWords('q6', 'training')[0]).toBe('around a third')
    expect(inWords('q11', 'show_benefits')[1]).toBe('by far the most commonly mentioned')
    expect(inWords('q12', 'no_change')[1]).toBe('most commonly mentioned')
    expect(inWords('q19', 'send')[0]).toBe('a small number')
    expect(inWords('q19', 'support_wanted')[2]).toMatch(/^almost four times as many as/)
    expect(figures().get('themes_q6|all_consultation_responses|Training|percent')?.['base']).toBe('79')
  })

  it('quotes what people wrote, attributed as in the report', () => {
    const quotes = table(join(release, 'data/quotes.csv'))
    const attributions = quotes.map(({ attribution = '' }) => attribution)
    expect(quotes.length).toBeGreaterThanOrEqual(30)
    for (const group of ['North West council', 'South East fire and rescue', 'London borough'])
      expect(attributions).toContain(group)
    // Whoever is named agreed to it; everybody else is a group of five or more.
    const groups = /^(.* council|.*borough|.*fire and rescue|Council officer|Councillor|.*rganisation)$/
    const named = attributions.filter((attribution) => !groups.test(attribution))
    expect(named.length).toBe(3)
    expect(
      quotes.filter(({ quote = '' }) => /\[(name|authority|telephone number)\]/.test(quote)).length,
    ).toBe(2)
    const { quotes: report } = run.result as { quotes: { withheld: { reason: string }[] } }
    expect(report.withheld.map(({ reason }) => reason)).toEqual([
      'its sender asked that his words be not published',
    ])
  })

  it('states the schema of a response that the project shows as the example', () => {
    // After a deliberate change: copy the file from a release of the example.
    const shown = readFileSync(join(ROOT, 'schemas/response.schema.json'), 'utf8')
    expect(readFileSync(join(release, 'schemas/response.schema.json'), 'utf8')).toBe(shown)
  })

  it('points latest at the release, and packs it whole', () => {
    expect(readlinkSync(join(home, 'dist/taking-stock-2015/latest'))).toBe('1.0.0')
    const packed = unzipSync(readFileSync(join(home, 'dist/taking-stock-2015/1.0.0.zip')))
    const files = tree(release)
    expect(Object.keys(packed).sort()).toEqual([...files.keys()])
    for (const [path, bytes] of files) expect(Buffer.from(packed[path] ?? []).equals(bytes)).toBe(true)
  })

  it('keeps its promise for every planted trouble', () => {
    interface Trouble {
      readonly kind: string
      readonly file: string
      readonly record: number | null
      readonly field: string | null
    }
    const manifest = JSON.parse(readFileSync(join(EXAMPLE, 'manifest.json'), 'utf8')) as {
      trouble: Trouble[]
    }
    const log = table(join(home, '.stocktake/taking-stock-2015/cleaning-log.csv'))
    const rulesOf = ({ file, record }: Trouble, field: string) =>
      log
        .filter((row) => row['file'] === file && row['row'] === String(record) && row['field'] === field)
        .map((row) => row['rule'] ?? '')
    const isAside = (one: Trouble) => rulesOf(one, '').some((rule) => rule.startsWith('set aside'))
    const responses = manifest.trouble.filter(
      ({ file, record }) => record !== null && /^(responses\.csv|additional-responses\.xlsx)$/.test(file),
    )
    const aside: Readonly<Record<string, string>> = {
      'test record': 'test row',
      'test record on a real link': 'test row',
      'replaced by a later complete': 'another response of the same person replaces it',
      'partial before complete': 'another response of the same person replaces it',
      'partial after complete': 'another response of the same person replaces it',
      partial: 'not sent in',
      'not from the frame': 'not from the frame',
    }
    const promised = new Set<string>()
    for (const one of responses) {
      const place = `${one.kind}, ${one.file}, record ${one.record}`
      const reason = aside[one.kind]
      if (reason !== undefined) {
        expect(rulesOf(one, ''), place).toEqual([`set aside: ${reason}`])
        promised.add(`${one.file} ${one.record}`)
      }
      if (/^(mistyped link|later complete|two people|shared chief)/.test(one.kind))
        expect(isAside(one), place).toBe(false)
      const question = /^(1|8|9|10|13|14|15|16|17|18)\. /.exec(one.field ?? '')?.[1]
      if (question === undefined || isAside(one)) continue
      const rules = rulesOf(one, `q${question}`).join()
      if (one.kind === 'unlisted answer') expect(rules, place).toContain('not in the code list')
      if (one.kind === 'answer not asked') expect(rules, place).toContain('routing did not ask')
      if (/apostrophe|dash|case|space/.test(one.kind)) expect(rules, place).not.toBe('')
    }
    const all = log
      .filter((row) => row['rule']?.startsWith('set aside'))
      .map((row) => `${row['file']} ${row['row']}`)
    expect(new Set(all)).toEqual(promised)
  })

  it('has a data package that is valid against the official profile', (context) => {
    const profile = join(SHARED, 'validators/datapackage/2.0/datapackage.json')
    if (!existsSync(profile)) {
      console.log('skipped: no official profile beside the project')
      context.skip()
    }
    const ajv = new Ajv({ strict: false, allErrors: true })
    addFormats.default(ajv)
    ajv.addFormat('textarea', true)
    const validate = ajv.compile(JSON.parse(readFileSync(profile, 'utf8')))
    validate(JSON.parse(readFileSync(join(release, 'datapackage.json'), 'utf8')))
    expect(validate.errors ?? []).toEqual([])
  })

  // The library is of version 1 of the standard: types, enums, keys and missing values, no categories.
  it('has CSV files that another library reads with their own schemas', async () => {
    const { resources } = JSON.parse(readFileSync(join(release, 'datapackage.json'), 'utf8')) as {
      resources: { format: string; path: string; schema: object; dialect: { delimiter: string } }[]
    }
    const files = resources.filter(({ format }) => format === 'csv')
    expect(files.length).toBe(57)
    for (const { path, schema, dialect } of files) {
      // It would guess, and guesses another where a heading has many commas.
      const read = await Table.load(join(release, path), { schema, delimiter: dialect.delimiter })
      const rows = await read.read({ keyed: true })
      expect(rows.length, path).toBe(table(join(release, path)).length)
    }
  })
})

describe('canaries', () => {
  it('of every identifying field are in no published byte, no message and no result', () => {
    const { canaries } = JSON.parse(readFileSync(join(EXAMPLE, 'manifest.json'), 'utf8')) as {
      canaries: string[]
    }
    expect(canaries.length).toBeGreaterThan(1000)
    const haystacks = published(join(home, 'dist')).concat([run.said, JSON.stringify(run.result)])
    const everything = haystacks.join('\n').toLowerCase()
    expect(everything).toContain('the principles on which sector-led improvement')
    expect(canaries.filter((canary) => everything.includes(canary.toLowerCase()))).toEqual([])
  })

  it('would be found if one were there', () => {
    const texts = published(join(home, 'dist')).join('\n')
    expect(texts).toContain('Children’s'.replace('Children’s', 'Taking stock'))
    // A word that stands in the workbook's parts and the zip alone proves that both were opened.
    expect(texts).toContain('<worksheet')
  })

  /** Every published byte as text, archives and workbooks unpacked. */
  function published(folder: string): string[] {
    return [...tree(folder)].flatMap(([path, bytes]) => [path, ...unpack(path, bytes)])
  }

  function unpack(path: string, bytes: Uint8Array): string[] {
    const text = [Buffer.from(bytes).toString('utf8'), Buffer.from(bytes).toString('latin1')]
    if (!/\.(zip|xlsx)$/.test(path)) return text
    return Object.entries(unzipSync(bytes)).flatMap(([name, inner]) => [name, ...unpack(name, inner)])
  }
})

describe('the same inputs', () => {
  it('give the same bytes in any row order, time zone and on any day', () => {
    const other = workplace()
    const raw = copyExample(other)
    for (const file of ['responses.csv', 'invitees.csv', 'authorities.csv']) shuffleRows(join(raw, file))
    const clock = `data:text/javascript,${encodeURIComponent('const D=Date;globalThis.Date=class extends D{constructor(...a){a.length?super(...a):super(D.now()+864e9)}static now(){return D.now()+864e9}}')}`
    const ran = stocktake(other, ['run', 'raw/taking-stock-2015'], {
      TZ: 'Pacific/Auckland',
      LANG: 'tr_TR.UTF-8',
      NODE_OPTIONS: `--import "${clock}"`,
    })
    expect(ran.said).toContain('Done in')
    const [ours, theirs] = [tree(join(home, 'dist')), tree(join(other, 'dist'))]
    expect([...theirs.keys()]).toEqual([...ours.keys()])
    const differing = [...ours]
      .filter(([path, bytes]) => !theirs.get(path)?.equals(bytes))
      .map(([path]) => path)
    expect(differing).toEqual([])
  })

  it('touch nothing when nothing changed', () => {
    const before = tree(join(home, 'dist'))
    const again = stocktake(home, ['run', EXAMPLE])
    expect(again.result['status']).toBe('unchanged')
    expect(again.said).toContain('unchanged')
    expect(tree(join(home, 'dist'))).toEqual(before)
  })

  it('mend a release that somebody changed', () => {
    const victim = join(release, 'data/tables.csv')
    const before = readFileSync(victim)
    writeFileSync(victim, 'table\n')
    expect(stocktake(home, ['run', EXAMPLE]).exitCode).toBe(0)
    expect(readFileSync(victim).equals(before)).toBe(true)
  })

  /** Reverses the records of a CSV, keeping its header and its bytes. */
  function shuffleRows(path: string): void {
    const bytes = readFileSync(path, 'latin1')
    const records: string[] = []
    let start = 0
    let quoted = false
    for (let at = 0; at < bytes.length; at += 1) {
      if (bytes[at] === '"') quoted = !quoted
      if (bytes[at] === '\n' && !quoted) {
        records.push(bytes.slice(start, at + 1))
        start = at + 1
      }
    }
    const [header = '', ...rows] = records
    writeFileSync(path, header + rows.reverse().join(''), 'latin1')
  }
})
