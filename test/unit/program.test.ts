import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, workplace } from '../support/stocktake.ts'

describe('the program, compiled before it runs', () => {
  it('runs what the sources say now, and compiles nothing twice', () => {
    const home = smallProgram()
    expect(run(home)).toBe('first, beside greeting.ts')
    expect(run(home)).toBe('first, beside greeting.ts')
    expect(states(home)).toHaveLength(1)
    writeFileSync(join(home, 'pipeline/greeting.ts'), greeting('second'))
    expect(run(home)).toBe('second, beside greeting.ts')
    expect(states(home)).toHaveLength(2)
    writeFileSync(join(home, 'package-lock.json'), '{ "lockfileVersion": 3 }')
    expect(run(home)).toBe('second, beside greeting.ts')
    expect(states(home)).toHaveLength(3)
  })

  it('reads schemas as they are now', () => {
    const home = smallProgram()
    const schema = (word: string) =>
      writeFileSync(join(home, 'schemas/word.schema.json'), JSON.stringify({ word }))
    mkdirSync(join(home, 'schemas'))
    writeFileSync(
      join(home, 'pipeline/main.ts'),
      "import schema from '../schemas/word.schema.json' with { type: 'json' }\nconsole.log(schema.word)\n",
    )
    for (const word of ['first', 'second']) {
      schema(word)
      expect(run(home)).toBe(word)
    }
  })

  it('keeps the newest states alone', () => {
    const home = smallProgram()
    for (let state = 0; state < 10; state += 1) {
      writeFileSync(join(home, 'pipeline/greeting.ts'), greeting(String(state)))
      expect(run(home)).toBe(`${state}, beside greeting.ts`)
    }
    expect(states(home)).toHaveLength(8)
  })

  it('runs where compiled files cannot be kept', () => {
    const home = smallProgram()
    writeFileSync(join(home, 'node_modules/.cache'), 'no folder')
    expect(run(home)).toBe('first, beside greeting.ts')
  })

  it('says where in the sources a fault is', () => {
    const home = smallProgram()
    writeFileSync(
      join(home, 'pipeline/greeting.ts'),
      "export const said: string = ''\n\nthrow new Error('no')\n",
    )
    expect(run(home)).toMatch(/pipeline\/greeting\.ts:3/)
  })
})

const greeting = (word: string): string => `
import { basename } from 'node:path'
import { readdirSync } from 'node:fs'
const beside = readdirSync(import.meta.dirname).find((name) => name === basename(new URL(import.meta.url).pathname))
export const said: string = \`${word}, beside \${beside}\`
`

/** A program of two sources that is started as this one is. */
function smallProgram(): string {
  const home = workplace()
  mkdirSync(join(home, 'pipeline'))
  mkdirSync(join(home, 'node_modules'))
  for (const name of ['esbuild', 'tsx'])
    symlinkSync(join(ROOT, 'node_modules', name), join(home, 'node_modules', name))
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(home, 'package-lock.json'), '{}')
  cpSync(join(ROOT, 'pipeline/program.mjs'), join(home, 'pipeline/program.mjs'))
  writeFileSync(
    join(home, 'pipeline/start.mjs'),
    "import { load } from './program.mjs'\nawait load(new URL('./main.ts', import.meta.url))\n",
  )
  writeFileSync(
    join(home, 'pipeline/main.ts'),
    "import { said } from './greeting.ts'\nconsole.log(said satisfies string)\n",
  )
  writeFileSync(join(home, 'pipeline/greeting.ts'), greeting('first'))
  return home
}

const run = (home: string): string => {
  const { stdout, stderr } = spawnSync(process.execPath, [join(home, 'pipeline/start.mjs')], {
    encoding: 'utf8',
  })
  return `${stdout}${stderr}`.trim()
}

const states = (home: string): readonly string[] => readdirSync(join(home, 'node_modules/.cache/stocktake'))
