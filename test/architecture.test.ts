import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const HOUSE = join(ROOT, 'pipeline')

const files = readdirSync(HOUSE, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .sort()

const text = (file: string): string => readFileSync(join(HOUSE, file), 'utf8')

/** What a file imports, relative paths resolved to the house. */
function imports(file: string): readonly string[] {
  const specifiers = [...text(file).matchAll(/(?:from|import)\s+'([^']+)'/g)].map(
    ([, specifier = '']) => specifier,
  )
  return specifiers.map((specifier) =>
    specifier.startsWith('.') ? relative(HOUSE, resolve(HOUSE, dirname(file), specifier)) : specifier,
  )
}

const room = (path: string): string => path.split('/')[0] ?? path
const isStage = (path: string): boolean => /^[1-8]-/.test(path)

/** Everything that breaks a rule, as `file -> import`. */
const breaches = (rule: (file: string, imported: string) => boolean): readonly string[] =>
  files.flatMap((file) =>
    imports(file)
      .filter((one) => rule(file, one))
      .map((one) => `${file} -> ${one}`),
  )

describe('the house', () => {
  it('reads some files at all', () => {
    expect(files.length).toBeGreaterThan(40)
    expect(files.flatMap(imports).length).toBeGreaterThan(100)
  })

  it('has stages that import no other stage', () => {
    expect(breaches((file, one) => isStage(file) && isStage(one) && room(file) !== room(one))).toEqual([])
  })

  it('is entered by the doors alone', () => {
    const inner = (one: string) =>
      /^([1-8]-[a-z]+|definition|engine|html|solver)\//.test(one) && !one.endsWith('/index.ts')
    expect(breaches((file, one) => inner(one) && room(file) !== room(one))).toEqual([])
  })

  it('knows disk, clock, terminal and network at the edge alone', () => {
    // Readers of files as received and the archive stream from disk, and the redactor reads the word list
    // that a package of ours is made of; nothing else does.
    const reads = ['1-collect', '3-anonymise/redact/vocabulary', '7-package/zip']
    const edge = /^(node:(fs|fs\/promises|child_process|http|https|net|os|readline)|zx)$/
    const rule = (file: string, one: string) =>
      edge.test(one) && room(file) !== 'edge' && !reads.some((place) => file.startsWith(place))
    expect(breaches(rule)).toEqual([])
  })

  it('takes no clock and no chance', () => {
    const pure = files.filter((file) => room(file) !== 'edge')
    const guilty = pure.filter((file) =>
      /Date\.now\(|new Date\(\)|Math\.random\(|randomUUID|localeCompare|toLocale/.test(text(file)),
    )
    expect(guilty).toEqual([])
  })

  it('makes artefacts only at the doors of stages', () => {
    const sealing = files.filter((file) => /\bseal\b/.test(text(file)) && file !== 'artefacts.ts')
    expect(sealing.length).toBeGreaterThan(6)
    expect(sealing.filter((file) => !/^[1-8]-[a-z]+\/index\.ts$/.test(file))).toEqual([])
    const artefacts = [...text('artefacts.ts').matchAll(/export type (\w+) = Branded</g)].map(
      ([, name]) => name,
    )
    expect(artefacts.length).toBeGreaterThan(7)
    const cast = new RegExp(`\\bas (${artefacts.join('|')})\\b`)
    expect(files.filter((file) => cast.test(text(file)))).toEqual([])
  })

  it('lets the lower floors import nothing above them', () => {
    expect(
      breaches(
        (file, one) =>
          /^(engine|solver|html)$/.test(room(file)) &&
          room(file) !== room(one) &&
          !/^(@duckdb|highs|node:)/.test(one),
      ),
    ).toEqual([])
    expect(
      breaches(
        (file, one) =>
          room(file) === 'definition' && (isStage(one) || /^(edge|engine|pipeline\.ts)/.test(one)),
      ),
    ).toEqual([])
  })

  it('keeps files small enough to see whole', () => {
    const long = files.filter((file) => text(file).split('\n').length > 201)
    expect(long).toEqual([])
  })
})
