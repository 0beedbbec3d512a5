import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { zipFiles } from '../../pipeline/7-package/zip/index.ts'
import { diskFolder } from '../../pipeline/edge/disk.ts'
import { type Engine, openEngine } from '../../pipeline/engine/index.ts'
import { definition, packageWhole, RELATION_SQL, RESPONSES_CSV, releasedTables } from './package-fixture.ts'

let folder = ''
let engine: Engine | undefined
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stocktake-release-'))
  engine = await openEngine({ memoryLimit: '200MB', spill: join(folder, 'spill'), folders: [folder] })
  await engine.run(RELATION_SQL)
})
afterAll(async () => {
  engine?.close()
  await rm(folder, { recursive: true, force: true })
})

async function build(name: string) {
  if (engine === undefined) throw new Error('the engine did not open')
  const root = join(folder, name)
  const { files } = await packageWhole(definition, releasedTables(), diskFolder(engine, root))
  return { root, files }
}

it('is written by the real engine, twice the same, checksums and archive included', async () => {
  const [one, two] = [await build('one'), await build('two')]
  expect(one.files).toEqual(two.files)
  expect(await readFile(join(one.root, 'data/responses.csv'), 'utf8')).toBe(RESPONSES_CSV)

  const sums = (await readFile(join(one.root, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n')
  expect(sums).toHaveLength(one.files.length - 1)
  for (const line of sums) {
    const [sum = '', path = ''] = line.split('  ')
    const content = await readFile(join(one.root, path))
    expect(createHash('sha256').update(content).digest('hex')).toBe(sum)
  }

  for (const { root, files } of [one, two]) {
    const entries = files.map(({ path }) => ({ path, source: join(root, path) }))
    await zipFiles(entries, `${root}.zip`)
  }
  expect(await readFile(`${one.root}.zip`)).toEqual(await readFile(`${two.root}.zip`))
})

it('holds the same responses as Parquet', async () => {
  const { root } = await build('three')
  const rows = await engine?.rows(`SELECT * FROM '${join(root, 'data/responses.parquet')}'`)
  const [header = '', ...lines] = RESPONSES_CSV.trimEnd().split('\n')
  expect(Object.keys(rows?.[0] ?? {})).toEqual(header.split(','))
  expect(rows?.map((row) => Object.values(row).join(','))).toEqual(lines)
})
