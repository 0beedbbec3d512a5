import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyFolder } from '../pipeline/edge/verify-command.ts'
import { CORRUPTIONS, seeded, sumAnew } from './support/corruptions.ts'
import { copyOpenExample, stocktake, tree, workplace } from './support/stocktake.ts'

const home = workplace()
const release = join(home, 'dist/taking-stock-2015/1.0.0')

// Tables count those who asked for confidentiality, and rows do not: only of a release with everybody's rows can figures
// be computed anew.
beforeAll(() => {
  copyOpenExample(home)
  expect(stocktake(home, ['run', 'raw/taking-stock-2015']).exitCode).toBe(0)
})

describe('stocktake verify', () => {
  it('accepts a release, its folder and its archive, and changes nothing', { timeout: 600_000 }, () => {
    const before = tree(join(home, 'dist'))
    for (const name of [release, `${release}.zip`, join(home, 'dist/taking-stock-2015/latest')]) {
      const { exitCode, result, said } = stocktake(home, ['verify', name])
      expect(exitCode, said).toBe(0)
      expect(result['checked']).toMatchObject({ recomputed: 24 })
    }
    expect(tree(join(home, 'dist'))).toEqual(before)
  })

  it('rejects fifty corruptions, each for its own reason', { timeout: 600_000 }, async () => {
    expect(CORRUPTIONS.length).toBeGreaterThanOrEqual(50)
    const work = workplace()
    let rejected = 0
    for (const [seed, { name, code, spoil }] of CORRUPTIONS.entries()) {
      const folder = join(work, String(seed))
      cpSync(release, folder, { recursive: true })
      spoil(folder, seeded(seed + 1))
      const { issues } = await verifyFolder(folder, join(work, `${seed}.work`))
      const codes = issues.map((issue) => issue.code.split('/')[1])
      expect(codes, name).toContain(code)
      rejected += 1
      rmSync(folder, { recursive: true })
    }
    console.log(`corruptions: ${rejected} of ${CORRUPTIONS.length} rejected`)
  })

  it('accepts what was summed anew and not changed', async () => {
    const folder = join(workplace(), 'same')
    cpSync(release, folder, { recursive: true })
    sumAnew(folder)
    expect((await verifyFolder(folder, workplace())).issues).toEqual([])
  })

  it('exits 3 for an altered byte, and names the file', () => {
    const folder = join(workplace(), 'altered')
    cpSync(release, folder, { recursive: true })
    writeFileSync(join(folder, 'README.md'), `${readFileSync(join(folder, 'README.md'), 'utf8')} `)
    const { exitCode, said } = stocktake(home, ['verify', folder])
    expect(exitCode).toBe(3)
    expect(said).toContain('README.md: The file is not what was published')
  })

  it('exits 3 for archives that are cut short, or none, or nothing', () => {
    const folder = workplace()
    const bytes = readFileSync(`${release}.zip`)
    writeFileSync(join(folder, 'cut.zip'), bytes.subarray(0, bytes.length / 2))
    writeFileSync(join(folder, 'page.zip'), '<!DOCTYPE html>')
    mkdirSync(join(folder, 'empty'))
    for (const name of ['cut.zip', 'page.zip', 'empty', 'nowhere']) {
      const { exitCode, said } = stocktake(home, ['verify', join(folder, name)])
      expect(exitCode, said).toBe(3)
      expect(said).not.toMatch(/\n\s+at /)
    }
  })
})
