import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyExampleWhole, ROOT, tree, workplace } from './support/stocktake.ts'

/** Programs `node` of other versions, one after the other as in PATH. `.ci/run` gives some. */
const OTHERS = (process.env['OTHER_NODES'] ?? '').split(delimiter).filter((path) => path !== '')

describe('the example, released by other versions of Node', () => {
  if (OTHERS.length === 0) console.log('not run: OTHER_NODES names no other Node')

  it.skipIf(OTHERS.length === 0)('is the same files, byte for byte', () => {
    const { version, files } = released(process.execPath)
    expect(files.size).toBeGreaterThan(50)
    const versions = [version]
    for (const node of OTHERS) {
      const other = released(node)
      versions.push(other.version)
      expect([...other.files.keys()], other.version).toEqual([...files.keys()])
      for (const [path, bytes] of files)
        expect(other.files.get(path)?.equals(bytes), `${path}, Node ${other.version}`).toBe(true)
    }
    const majors = new Set(versions.map((one) => one.split('.')[0]))
    expect(majors.size, versions.join(', ')).toBe(versions.length)
  })
})

/** What this Node publishes of the example, archive and all; its version as it says it itself. */
function released(node: string): { readonly version: string; readonly files: ReadonlyMap<string, Buffer> } {
  const home = workplace()
  copyExampleWhole(home)
  const program = join(ROOT, 'pipeline/edge/stocktake.mjs')
  const ran = spawnSync(node, [program, 'run', 'raw/taking-stock-2015'], { cwd: home, encoding: 'utf8' })
  expect(ran.stderr, node).toContain('Done in')
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()
  return { version, files: tree(join(home, 'dist')) }
}
