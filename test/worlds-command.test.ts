import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { stocktake, workplace } from './support/stocktake.ts'
import { readCsv } from './support/survey.ts'
import { worldOf } from './worlds/generate.ts'
import { release } from './worlds/harness.ts'
import { writtenFiles } from './worlds/write.ts'

/** Worlds with rows and without, of each profile; the command may refuse what its own attack finds. */
const SEEDS = [7, 16, 23, 25] as const

it('what worlds are judged by is what the command publishes', async () => {
  let published = 0
  for (const seed of SEEDS) {
    const world = worldOf(seed)
    const home = workplace()
    const raw = join(home, 'raw', 'world')
    mkdirSync(raw, { recursive: true })
    for (const [name, content] of Object.entries(writtenFiles(world))) writeFileSync(join(raw, name), content)
    const { exitCode, said } = stocktake(home, ['run', 'raw/world'])
    const data = join(home, 'dist', 'world', '1.0.0', 'data')
    if (exitCode === 4) continue
    expect(exitCode, said).toBe(0)
    published += 1
    const outcome = await release(world)
    if (outcome.status === 'refused') throw new Error(outcome.codes.join())
    const { figures, rows } = outcome.release
    const told = figures.map(({ table, row, statistic, value, status, base }) =>
      JSON.stringify([table, row, statistic, value === null ? '' : value, status, base ?? '']),
    )
    const read = readCsv(join(data, 'tables.csv')).map((line) =>
      JSON.stringify([
        line['table'],
        line['row'],
        line['statistic'],
        numberOf(line['value']),
        line['status'],
        numberOf(line['base']),
      ]),
    )
    expect(told.sort(), `seed ${seed}`).toEqual(read.sort())
    const file = join(data, 'responses.csv')
    const records = existsSync(file)
      ? readCsv(file).map((line) => JSON.stringify((rows?.columns ?? []).map((name) => line[name])))
      : []
    expect((rows?.records ?? []).map((one) => JSON.stringify(one)).sort(), `seed ${seed}`).toEqual(
      records.sort(),
    )
  }
  expect(published).toBeGreaterThan(1)
})

const numberOf = (cell: string | undefined): number | '' =>
  cell === undefined || cell === '' ? '' : Number(cell)
