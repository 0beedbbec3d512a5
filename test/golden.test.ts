import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectCountedAgain } from './figures/counted-again.ts'
import { ROOT, stocktake, tree, workplace } from './support/stocktake.ts'

/**
 * Each folder with a `raw` in it is a case: raw in, release out. `UPDATE_GOLDEN=1` writes what came out;
 * read the difference before you commit it.
 */
const GOLDEN = join(ROOT, 'test/golden')
const cases = readdirSync(GOLDEN)
  .filter((name) => existsSync(join(GOLDEN, name, 'raw')))
  .sort()

/** Text is compared whole; binary files are pinned by SHA256SUMS, which is among the text. */
const isText = (path: string) => !/\.(zip|xlsx|parquet)$/.test(path)

describe('golden cases', () => {
  it.each(cases)('%s', async (name) => {
    const home = workplace()
    const ran = stocktake(home, ['run', join(GOLDEN, name, 'raw')])
    expect(ran.said).toContain('Done in')
    const version = readdirSync(join(home, 'dist/raw')).find((one) => /^\d+\.\d+\.\d+$/.test(one)) ?? ''
    await expectCountedAgain(name, join(GOLDEN, name, 'raw'), join(home, 'dist/raw', version), 60)
    const made = new Map([...tree(join(home, 'dist/raw', version))].filter(([path]) => isText(path)))
    const expected = join(GOLDEN, name, 'dist')
    if (process.env['UPDATE_GOLDEN'] !== undefined) {
      rmSync(expected, { recursive: true, force: true })
      for (const [path, bytes] of made) {
        mkdirSync(dirname(join(expected, path)), { recursive: true })
        writeFileSync(join(expected, path), bytes)
      }
    }
    const kept = tree(expected)
    expect([...made.keys()]).toEqual([...kept.keys()])
    for (const [path, bytes] of kept) expect(made.get(path)?.toString(), path).toBe(bytes.toString())
  })
})
