import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectCountedAgain } from './figures/counted-again.ts'
import { CANARY, CANARY_NETWORK, respondents, strays } from './platforms/answers.ts'
import { definitionFor } from './platforms/definition.ts'
import { EXPORTS, type ExportName, writeExport } from './platforms/write.ts'
import { stocktake, tree, workplace } from './support/stocktake.ts'

/**
 * One set of answers, exported by every platform: the definition says the same of all but the platform,
 * and so must every figure.
 */
describe('the same answers from every platform', () => {
  const answers = [...respondents(), ...strays()]
  const home = workplace()
  const releases = new Map<ExportName, string>()

  it.each(EXPORTS)('%s makes a release in which nobody can be found', async (name) => {
    const id = name.replaceAll(' ', '-')
    const raw = join(home, 'raw', id)
    mkdirSync(raw, { recursive: true })
    const { file, bytes } = writeExport(name, answers)
    writeFileSync(join(raw, file), bytes)
    writeFileSync(join(raw, 'consultation.yaml'), definitionFor(name, file))
    const ran = stocktake(home, ['run', `raw/${id}`])
    expect(ran.said).toContain('Done in')
    const release = join(home, 'dist', id, '1.0.0')
    await expectCountedAgain(name, raw, release, 162)
    for (const [path, content] of tree(release)) {
      expect(content.includes(CANARY), path).toBe(false)
      expect(content.includes(CANARY_NETWORK), path).toBe(false)
    }
    expect(ran.said).not.toContain(CANARY)
    releases.set(name, release)
  })

  it('has byte-identical tables for all of them', () => {
    expect(releases.size).toBe(EXPORTS.length)
    const [first = '', ...others] = EXPORTS.map((name) =>
      readFileSync(join(releases.get(name) ?? '', 'data/tables.csv'), 'utf8'),
    )
    expect(first.split('\n').length).toBeGreaterThan(60)
    for (const [index, tables] of others.entries()) expect(tables, EXPORTS[index + 1]).toBe(first)
  })
})
