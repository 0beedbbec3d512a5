import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectCountedAgain } from './figures/counted-again.ts'
import { WALK_THROUGH, walkThroughExport } from './platforms/walk-through.ts'
import { type Ran, ROOT, stocktake, workplace } from './support/stocktake.ts'

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
const page = readme.slice(readme.indexOf('## From an export'), readme.indexOf('### Platforms'))

/** Blocks of the page in order: commands to be typed, lines to be corrected, what is to be seen. */
const blocks = [...page.matchAll(/^```(sh|yaml|text)\n([\s\S]*?)^```/gm)].map(([, kind, text = '']) => ({
  kind,
  lines: text.trimEnd().split('\n'),
}))

describe('the second page of the README', () => {
  it('has the export that the generator writes', () => {
    expect(readFileSync(WALK_THROUGH, 'utf8')).toBe(walkThroughExport())
  })

  it('does what it says, command by command', async () => {
    const home = workplace()
    const example = relative(ROOT, WALK_THROUGH)
    mkdirSync(dirname(join(home, example)), { recursive: true })
    cpSync(WALK_THROUGH, join(home, example))
    let last: Ran | undefined
    let commands = 0
    for (const { kind, lines } of blocks) {
      if (kind === 'text') for (const line of lines) expect(last?.said).toContain(line)
      if (kind === 'yaml') correct(join(home, 'raw/library-survey/consultation.yaml'), lines)
      for (const line of kind === 'sh' ? lines : []) {
        expect(line).toMatch(/^npx stocktake /)
        last = stocktake(home, line.split(' ').slice(2))
        expect(last.exitCode, last.said).toBe(0)
        commands += 1
      }
    }
    expect(commands).toBe(3)
    const release = join(home, 'dist/library-survey/1.0.0')
    await expectCountedAgain('library-survey', join(home, 'raw/library-survey'), release, 49)
    expect(readFileSync(join(release, 'README.md'), 'utf8')).toContain('# Library services, have your say')
    expect(readFileSync(join(release, 'data/responses.csv'), 'utf8').split('\n')[0]).toMatch(
      /^id,region,type,/,
    )
    expect(stocktake(home, ['run', 'raw/library-survey']).result['status']).toBe('unchanged')
  })
})

/** Puts each line in the place of the line with the same key, as a person with an editor would. */
function correct(path: string, lines: readonly string[]): void {
  let text = readFileSync(path, 'utf8')
  for (const line of lines) {
    const key = line.slice(0, line.indexOf(':') + 1)
    const found = text.split('\n').filter((other) => other.startsWith(key))
    expect(found.length, key).toBe(1)
    text = text.replace(found[0] ?? '', () => line)
  }
  writeFileSync(path, text)
}
