import { createHash } from 'node:crypto'
import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { read, utils, write } from 'xlsx'
import { CLUB, club } from './support/club.ts'
import { consult, type Outcome, publish } from './support/consultation.ts'
import { stocktake, tree, workplace } from './support/stocktake.ts'

const EARLY = [
  [12, 'North', 'Yes', 'Too high', 'Too few'],
  [15, 'North', 'No', 'Fair', 'Enough'],
  [14, 'South', 'Yes', 'Fair', 'Too few'],
  [13, 'South', 'No', 'Too high', 'Enough'],
  [11, 'South', 'No', 'Too high', 'Too few'],
  [10, 'North', 'Yes', 'Fair', 'Enough'],
] as const
const LATE = ['North', 'Yes', 'Fair', 'Too few'] as const

const REVISION = 'changes: { 1.1.0: { kind: planned revision, note: Some came by post. } }\n'
const CORRECTION = 'changes: { 1.0.1: { kind: correction, note: One was mistyped. } }\n'
const WAIVED = CLUB.replace(
  'publish: [ward]',
  'publish: [ward], waivers: [{ rule: release_difference, value: 0, reason: All of it is made up. }]',
)

let first: Outcome
const at = (home: string, version = '1.0.0') => join(home, 'dist/survey', version)

beforeAll(() => {
  first = publish(CLUB, { 'club.csv': club(...EARLY) })
})

/** A copy of the first release and of all that belongs to it. */
const copied = (): string => {
  const home = workplace()
  cpSync(first.home, home, { recursive: true, verbatimSymlinks: true })
  return home
}

/** The second run, with so many late responses. */
const later = (count: number, definition = CLUB, home = copied()): Outcome =>
  consult(definition + REVISION, { 'club.csv': club(...EARLY, [count, ...LATE]) }, home)

describe('a release beside the one before it', { timeout: 300_000 }, () => {
  it('is refused where one late response is all that is new, and nothing is touched', () => {
    const home = copied()
    const before = tree(join(home, 'dist'))
    const { exitCode, said } = later(1, CLUB, home)
    expect(exitCode).toBe(4)
    expect(said).toContain('Two releases differ by 1 person only')
    expect(said).toContain('Wait until more responses have come in')
    expect(said).not.toContain('1.1.0 published')
    expect(tree(join(home, 'dist'))).toEqual(before)
  })

  it('comes out where ten more answered, and is safe beside it for everybody who holds both', () => {
    const { exitCode, said, home } = later(10)
    expect(exitCode, said).toBe(0)
    const ran = stocktake(home, ['attack', at(home, '1.1.0'), '--with', `${at(home)}.zip`])
    expect(ran.exitCode, ran.said).toBe(0)
    expect(ran.said).toContain('1.0.0.zip')
    expect(ran.said).toContain('nothing that the rules of this release forbid')
  })

  it('comes out under a waiver', () => {
    const { exitCode, said } = later(1, WAIVED)
    expect(exitCode, said).toBe(0)
  })

  it('gives away who changed one answer, however many answered', () => {
    const [[, ...answers], ...others] = EARLY
    const changed = [[11, ...answers], [1, 'North', 'Yes', 'Fair', 'Too few'], ...others] as const
    const home = copied()
    const { exitCode, said } = consult(CLUB + CORRECTION, { 'club.csv': club(...changed) }, home)
    expect(exitCode).toBe(4)
    expect(said).toContain('Two releases differ by 1 person only')
  })

  it('gives him away by the tables alone, where no responses are published', () => {
    const tablesOnly = CLUB.replace('publish: [ward]', 'publish: [ward], profile: special-category')
    const many = EARLY.map(([count, ...answers]) => [3 * count, ...answers] as const)
    const [[count, ...answers], ...others] = many as unknown as typeof EARLY
    const { home, exitCode, said } = consult(tablesOnly, { 'club.csv': club(...many) })
    expect(exitCode, said).toBe(0)
    const changed = [[count - 1, ...answers], [1, 'North', 'Yes', 'Fair', 'Too few'], ...others] as const
    const again = consult(tablesOnly + CORRECTION, { 'club.csv': club(...changed) }, home)
    expect(again.exitCode, again.said).toBe(4)
    expect(again.said).toContain('Two releases differ by 1 person only')
  })

  it('is attacked together with one that was made elsewhere', () => {
    const other = publish(CLUB, { 'club.csv': club(...EARLY, [1, ...LATE]) })
    const ran = stocktake(other.home, ['attack', at(other.home), '--with', at(first.home)])
    expect(ran.exitCode).toBe(4)
    expect(ran.said).toContain('Two releases differ by 1 person only')
    const alone = stocktake(other.home, ['attack', at(other.home)])
    expect(alone.exitCode, alone.said).toBe(0)
  })
})

describe('what cannot be attacked', { timeout: 300_000 }, () => {
  const refused = (home: string, args: readonly string[], words: string) => {
    const { exitCode, said } = stocktake(home, ['attack', ...args])
    expect(said).toContain(words)
    expect(said).not.toMatch(/\n\s+at |Stocktake itself/)
    expect(exitCode, said).toBe(3)
  }

  it('is a folder that is incomplete, altered, or no release, and says so', () => {
    const home = copied()
    rmSync(join(at(home), 'data/tables.csv'))
    refused(home, [at(home)], 'data/tables.csv is missing')
    writeFileSync(join(at(home), 'data/tables.csv'), 'table\n')
    refused(home, [at(home)], 'data/tables.csv is not as it was published')
    refused(home, [at(first.home), '--with', at(home)], 'data/tables.csv is not as it was published')
    refused(home, ['raw'], 'datapackage.json')
    refused(home, ['nowhere'], 'There is nothing at')
    refused(home, [at(first.home), '--with', 'nowhere'], 'There is nothing at')
  })

  it('is an archive that was cut short', () => {
    const home = copied()
    const archive = `${at(home)}.zip`
    truncateSync(archive, 2_000)
    refused(home, [archive], '1.0.0.zip')
    refused(home, [at(home), '--with', archive], '1.0.0.zip')
  })

  it('is a release without a plan, or with one that is none', () => {
    const home = copied()
    spoil(at(home), 'tabulation-plan.json', () => Buffer.from('{"questions": []}'))
    refused(home, [at(home)], 'tabulation-plan.json is no plan of a release')
    spoil(at(home), 'tabulation-plan.json', () => undefined)
    refused(home, [at(home)], 'tabulation-plan.json is not there')
    refused(home, [at(first.home), '--with', at(home)], 'tabulation-plan.json is not there')
  })

  it('stops the next run, since nobody knows what it would give away', () => {
    const home = copied()
    spoil(at(home), 'tabulation-plan.json', () => undefined)
    const before = tree(join(home, 'dist'))
    const { exitCode, said } = later(10, CLUB, home)
    expect(exitCode, said).toBe(3)
    expect(tree(join(home, 'dist'))).toEqual(before)
  })
})

describe('responses and tables together', { timeout: 300_000 }, () => {
  // All members said the same, which is no secret of thirty; but only one of them is from North.
  const members = [
    [1, 'North', 'Yes', 'Too high', 'Enough'],
    [29, 'South', 'Yes', 'Too high', 'Enough'],
  ] as const
  const others = [
    [13, 'North', 'No', 'Fair', 'Too few'],
    [15, 'South', 'No', 'Too high', 'Too few'],
  ] as const

  it('show no answers that would tell records apart', () => {
    const { exitCode, said } = consult(CLUB, { 'club.csv': club(...members, ...others) })
    expect(exitCode, said).toBe(0)
    // In the rows these answers would say which of those from North is the only member.
    expect(said).toContain('hours left out')
  })

  it('come out where others answered like them', () => {
    const alike = [
      [9, 'North', 'No', 'Too high', 'Enough'],
      [9, 'South', 'No', 'Too high', 'Enough'],
    ] as const
    const { exitCode, said } = consult(CLUB, { 'club.csv': club(...members, ...others, ...alike) })
    expect(exitCode, said).toBe(0)
  })
})

describe('a workbook', { timeout: 300_000 }, () => {
  it('that shows what the tables hide is found out', () => {
    // Six members are too few to be shown.
    const small = [
      [6, 'North', 'Yes', 'Too high', 'Enough'],
      ...EARLY.filter((one) => one[2] === 'No'),
    ] as const
    const { home, said, exitCode } = consult(CLUB, { 'club.csv': club(...small) })
    expect(exitCode, said).toBe(0)
    expect(stocktake(home, ['attack', at(home)]).exitCode).toBe(0)
    spoil(at(home), 'tables.xlsx', showing)
    const { exitCode: found, said: words } = stocktake(home, ['attack', at(home)])
    expect(words).toContain('A figure that one file hides stands in another')
    expect(found).toBe(4)
  })
})

/** The same workbook with a number in place of each mark. */
function showing(bytes: Buffer): Buffer {
  const book = read(bytes, { type: 'buffer' })
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name]
    if (sheet === undefined) continue
    const rows: unknown[][] = utils.sheet_to_json(sheet, { header: 1, defval: '' })
    utils.sheet_add_aoa(
      sheet,
      rows.map((row) => row.map((cell) => (cell === '[c]' ? 5 : cell))),
    )
  }
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

/** Changes or removes a file of a release, and its checksum with it. */
function spoil(folder: string, path: string, change: (bytes: Buffer) => Buffer | undefined): void {
  const file = join(folder, path)
  const changed = change(readFileSync(file))
  if (changed === undefined) rmSync(file)
  else writeFileSync(file, changed)
  const sums = join(folder, 'SHA256SUMS')
  const lines = readFileSync(sums, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (!line.endsWith(path)) return [line]
      return changed === undefined
        ? []
        : [`${createHash('sha256').update(changed).digest('hex')}${line.slice(64)}`]
    })
  writeFileSync(sums, lines.join('\n'))
}
