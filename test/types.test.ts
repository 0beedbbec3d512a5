import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROOT, workplace } from './support/stocktake.ts'

const PROBES = 'test/types/order-of-stages.test-d.ts'
const ARTEFACTS = 'pipeline/artefacts.d.ts'

/** A line that must not compile, by the directive above it. */
interface Probe {
  readonly line: number
  readonly code: string
  /** The artefact whose seal is missing, or `shape`. */
  readonly reason: string
}

/** The declarations of the stages, beside which the probes are compiled, as they are and with seals taken away. */
const home = workplace()
const probes = readFileSync(join(ROOT, PROBES), 'utf8')
const declared: readonly Probe[] = probes.split('\n').flatMap((text, index) => {
  const [, code, reason] = /@ts-expect-error \[(ts\d+), (\w+)\] \w/.exec(text) ?? []
  return code === undefined || reason === undefined ? [] : [{ line: index + 1, code, reason }]
})
let artefacts = ''

beforeAll(() => {
  const declarations = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    outDir: home,
    rootDir: ROOT,
  }
  expect(compiled(join(home, 'emit'), declarations, join(ROOT, PROBES))).toEqual([])
  symlinkSync(join(ROOT, 'node_modules'), join(home, 'node_modules'))
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }')
  artefacts = readFileSync(join(home, ARTEFACTS), 'utf8')
})

describe('what must not compile', { timeout: 120_000 }, () => {
  const brands = [...new Set(declared.map(({ reason }) => reason))].filter((reason) => reason !== 'shape')

  it('says its reason, and every artefact is one', () => {
    expect(declared.length).toBe(probes.split('// @ts-expect-error').length - 1)
    const sealed = [...artefacts.matchAll(/export type (\w+) = Branded<'(\w+)'>/g)]
    expect(sealed.map(([, name]) => name)).toEqual(sealed.map(([, , brand]) => brand))
    expect(sealed.map(([, name]) => name).sort()).toEqual([...brands].sort())
    expect(brands.length).toBeGreaterThan(7)
  })

  it('does not compile for that reason', () => {
    const errors = compiledProbes(probes.replaceAll('@ts-expect-error', ''), sealsOf())
    expect(errors.map(({ line, code }) => ({ line: line - 1, code }))).toEqual(
      declared.map(({ line, code }) => ({ line, code })),
    )
    const sealsNamed = errors.map(
      ({ words }) => /(?:required in|assignable to) type '(?:Sealed|Branded)<"(\w+)">'/.exec(words)?.[1],
    )
    // Of those that differ in shape as well, the compiler names either; without the seals they must fail all the same.
    const bySeal = declared.flatMap(({ reason }, index) => (reason === 'shape' ? [] : [{ reason, index }]))
    expect(bySeal.map(({ index }) => sealsNamed[index])).toEqual(bySeal.map(({ reason }) => reason))
  })

  it('compiles once the seals are away, but for what differs in shape', () => {
    const bySeal = declared.filter(({ reason }) => reason !== 'shape')
    expect(unusedWithout(...brands)).toEqual(bySeal.map(({ line }) => line))
  })

  it.each(brands.map((brand) => [brand]))(
    'compiles without the seal of %s where that is its reason',
    (brand) => {
      const own = declared.filter(({ reason }) => reason === brand)
      expect(unusedWithout(brand)).toEqual(own.map(({ line }) => line))
    },
  )
})

/** Lines of directives that are no longer needed without these seals; there must be no other error. */
function unusedWithout(...brands: readonly string[]): readonly number[] {
  const errors = compiledProbes(probes, sealsOf(...brands))
  expect(errors.filter(({ code }) => code !== 'ts2578')).toEqual([])
  return errors.map(({ line }) => line)
}

/** The declarations of the artefacts without the seals of some. */
function sealsOf(...without: readonly string[]): string {
  const line = /type Branded<Name extends string> = ([^;]+);/
  expect(artefacts).toMatch(line)
  const names = without.map((name) => `'${name}'`).join(' | ') || 'never'
  return artefacts.replace(line, `type Branded<Name extends string> = Name extends ${names} ? unknown : $1;`)
}

interface CompileError {
  readonly line: number
  readonly code: string
  readonly words: string
}

function compiledProbes(text: string, declarations: string): readonly CompileError[] {
  mkdirSync(join(home, 'test/types'), { recursive: true })
  writeFileSync(join(home, 'test/types/probes.ts'), text)
  writeFileSync(join(home, ARTEFACTS), declarations)
  return compiled(home, {}, 'test/types/probes.ts')
}

/** What the compiler says of one file, by the project's own rules. */
function compiled(folder: string, options: object, file: string): readonly CompileError[] {
  mkdirSync(folder, { recursive: true })
  const config = {
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: { typeRoots: [join(ROOT, 'node_modules/@types')], ...options },
    include: [],
    files: [file],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], {
    encoding: 'utf8',
  })
  const starts = [...stdout.matchAll(/^\S.*\((\d+),\d+\): error TS(\d+): /gm)]
  return starts.map(({ 1: line, 2: code, index }, at) => ({
    line: Number(line),
    code: `ts${code}`,
    words: stdout.slice(index, starts[at + 1]?.index),
  }))
}
