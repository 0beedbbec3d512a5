import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { copyExampleWhole, ROOT, stocktake, tree, workplace } from './support/stocktake.ts'

interface Case {
  readonly name: string
  /** Spoils the example; `folder` is its raw folder. */
  readonly spoil: (folder: string) => void
  readonly exitCode: number
  /** What must be said: file, place and words. */
  readonly says: readonly string[]
}

const edit = (path: string, change: (text: string) => string, encoding: BufferEncoding = 'latin1') =>
  writeFileSync(path, change(readFileSync(path, encoding)), encoding)
const csv = (folder: string) => join(folder, 'responses.csv')
const yaml = (folder: string) => join(folder, 'consultation.yaml')
const xlsx = (folder: string) => join(folder, 'additional-responses.xlsx')

const CASES: readonly Case[] = [
  {
    name: 'a missing file',
    spoil: (folder) => rmSync(csv(folder)),
    exitCode: 3,
    says: ['responses.csv', 'not there'],
  },
  {
    name: 'an empty file',
    spoil: (folder) => writeFileSync(csv(folder), ''),
    exitCode: 3,
    says: ['responses.csv', 'empty'],
  },
  {
    name: 'a header and no rows',
    spoil: (folder) => edit(csv(folder), (text) => `${text.split('\r\n')[0]}\r\n`),
    exitCode: 3,
    says: ['responses.csv', 'no rows'],
  },
  {
    name: 'something that is not a CSV',
    spoil: (folder) =>
      writeFileSync(csv(folder), '<!DOCTYPE html><html><body><p>Please sign in</p></body></html>\n'),
    exitCode: 3,
    says: ['responses.csv'],
  },
  {
    name: 'a truncated workbook',
    spoil: (folder) => writeFileSync(xlsx(folder), readFileSync(xlsx(folder)).subarray(0, 3000)),
    exitCode: 3,
    says: ['additional-responses.xlsx'],
  },
  {
    name: 'a zip bomb',
    spoil: (folder) =>
      writeFileSync(xlsx(folder), zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(300 * 1024 * 1024) })),
    exitCode: 3,
    says: ['additional-responses.xlsx'],
  },
  {
    name: 'the wrong encoding',
    spoil: (folder) =>
      edit(
        yaml(folder),
        (text) => text.replace('- file: responses.csv', '- file: responses.csv\n    encoding: utf-8'),
        'utf8',
      ),
    exitCode: 3,
    says: ['responses.csv'],
  },
  {
    name: 'duplicate headings',
    spoil: (folder) => edit(csv(folder), (text) => text.replace('Start time', 'End time')),
    exitCode: 3,
    says: ['responses.csv', 'End time'],
  },
  {
    name: 'a column nobody accounted for',
    spoil: (folder) => edit(csv(folder), (text) => text.replace('IP address', 'Home address')),
    exitCode: 3,
    says: ['responses.csv', 'Home address'],
  },
  {
    name: 'ragged rows',
    spoil: (folder) => edit(csv(folder), (text) => `${text}one,two,three\r\n`),
    exitCode: 3,
    says: ['responses.csv', 'row ', 'fewer cells'],
  },
  {
    name: 'a cell of 10 MB',
    spoil: (folder) => edit(csv(folder), (text) => `${text}${','.repeat(30)}"${'x'.repeat(10_000_000)}"\r\n`),
    exitCode: 3,
    says: ['responses.csv', 'MiB'],
  },
  {
    name: 'a typo in the definition',
    spoil: (folder) => edit(yaml(folder), (text) => text.replace('questions:', 'qestions:'), 'utf8'),
    exitCode: 2,
    says: ['consultation.yaml', 'line ', 'qestions', 'questions'],
  },
  {
    name: 'routing in a circle',
    spoil: (folder) =>
      edit(
        yaml(folder),
        (text) =>
          text.replace(
            '    populations: &children',
            '    asked_if: { q14: "Yes" }\n    populations: &children',
          ),
        'utf8',
      ),
    exitCode: 2,
    says: ['consultation.yaml', 'q13', 'q14'],
  },
  {
    name: 'an unknown population',
    spoil: (folder) =>
      edit(
        yaml(folder),
        (text) =>
          text.replace(
            '  populations: [chief_executives_and_leaders,',
            '  populations: [chief_executive_and_leaders,',
          ),
        'utf8',
      ),
    exitCode: 2,
    says: ['consultation.yaml', 'chief_executive_and_leaders', 'chief_executives_and_leaders'],
  },
  {
    name: 'an answer outside the code list, where that is refused',
    spoil: (folder) =>
      edit(
        yaml(folder),
        (text) => text.replace('unlisted_answers: error', 'unlisted_answers: refuse'),
        'utf8',
      ),
    exitCode: 3,
    says: ['responses.csv', 'row ', 'code list'],
  },
]

const CANARIES = (folder: string): readonly string[] =>
  (JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { canaries: string[] }).canaries

describe('bad input', () => {
  for (const { name, spoil, exitCode, says } of CASES) {
    it(`${name}: says so, exits ${exitCode}, and leaves dist alone`, () => {
      const home = workplace()
      const folder = copyExampleWhole(home)
      spoil(folder)
      const ran = stocktake(home, ['run', 'raw/taking-stock-2015'])
      for (const words of says) expect(ran.said).toContain(words)
      expect(ran.exitCode).toBe(exitCode)
      expect(ran.said).not.toMatch(/\n\s+at /)
      expect(existsSync(join(home, 'dist'))).toBe(false)
      const said = ran.said.toLowerCase()
      expect(CANARIES(folder).filter((canary) => said.includes(canary.toLowerCase()))).toEqual([])
      rmSync(home, { recursive: true, force: true })
    })
  }

  it('leaves an earlier release as it was', () => {
    const home = workplace()
    const folder = copyExampleWhole(home)
    expect(stocktake(home, ['run', 'raw/taking-stock-2015']).exitCode).toBe(0)
    const before = tree(join(home, 'dist'))
    writeFileSync(csv(folder), '')
    expect(stocktake(home, ['run', 'raw/taking-stock-2015']).exitCode).toBe(3)
    expect(tree(join(home, 'dist'))).toEqual(before)
  })
})

describe('wrong usage', () => {
  const usage: readonly (readonly [readonly string[], string])[] = [
    [['tabulate', 'raw/x'], 'no command'],
    [['run'], 'Which consultation'],
    [['run', 'raw/nowhere'], 'no consultation.yaml'],
    [['run', 'raw/a', '--fast'], '--fast'],
  ]
  for (const [args, words] of usage) {
    it(`stocktake ${args.join(' ')}: exit 2`, () => {
      const ran = stocktake(workplace(), args)
      expect(ran.said).toContain(words)
      expect(ran.exitCode).toBe(2)
    })
  }
})

describe('stocktake check', () => {
  it('looks at definition and headings, and writes nothing', () => {
    const home = workplace()
    const folder = copyExampleWhole(home)
    const before = tree(home)
    expect(stocktake(home, ['check', 'raw/taking-stock-2015']).exitCode).toBe(0)
    expect(tree(home)).toEqual(before)
    edit(csv(folder), (text) => text.replace('IP address', 'Home address'))
    const refused = stocktake(home, ['check', 'raw/taking-stock-2015'])
    expect(refused.exitCode).toBe(3)
    expect(refused.said).toContain('Home address')
  })
})

describe('a machine in trouble', () => {
  it('a disk that takes no more: says so, exits 1, and leaves no half release', () => {
    const home = workplace()
    copyExampleWhole(home)
    // A limit on file sizes stops writing part of the way, as a full disk does, and needs no rights.
    const command = `ulimit -f 16; exec node ${join(ROOT, 'pipeline/edge/stocktake.mjs')} run raw/taking-stock-2015 2>&1; true`
    let said = ''
    let status = 0
    try {
      said = execFileSync('bash', ['-c', `trap '' XFSZ; ${command}`], { cwd: home, encoding: 'utf8' })
    } catch (error) {
      const failed = error as { status: number; stdout: string }
      status = failed.status
      said = failed.stdout
    }
    expect(said).toContain('Nothing was published')
    expect(status).toBe(1)
    expect(existsSync(join(home, 'dist/taking-stock-2015/1.0.0'))).toBe(false)
    expect(existsSync(join(home, 'dist/taking-stock-2015/.building'))).toBe(false)
  })

  it('a place for releases that cannot be written: says so and exits 1', () => {
    const home = workplace()
    copyExampleWhole(home)
    // A file where the folder should be stops every user, root too, as a read-only disk does.
    writeFileSync(join(home, 'dist'), 'in the way')
    const ran = stocktake(home, ['run', 'raw/taking-stock-2015'])
    expect(ran.said).toContain('Nothing was published')
    expect(ran.exitCode).toBe(1)
    expect(readFileSync(join(home, 'dist'), 'utf8')).toBe('in the way')
  })

  it('two runs at once: one works, the other exits 5; a dead run blocks nobody', async () => {
    const home = workplace()
    copyExampleWhole(home)
    const sleeper = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    const lock = join(home, '.stocktake/taking-stock-2015/lock')
    mkdirSync(join(home, '.stocktake/taking-stock-2015'), { recursive: true })
    writeFileSync(lock, String(sleeper.pid))
    const held = stocktake(home, ['run', 'raw/taking-stock-2015'])
    expect(held.exitCode).toBe(5)
    expect(existsSync(join(home, 'dist'))).toBe(false)
    const gone = new Promise((resolve) => sleeper.on('exit', resolve))
    sleeper.kill('SIGKILL')
    await gone
    expect(stocktake(home, ['run', 'raw/taking-stock-2015']).exitCode).toBe(0)
    expect(existsSync(lock)).toBe(false)
  })
})
