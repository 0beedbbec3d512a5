import { existsSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CANARY, CANARY_NETWORK, respondents, strays } from './platforms/answers.ts'
import { EXPORTS, writeExport } from './platforms/write.ts'
import { SHARED, stocktake, tree, workplace } from './support/stocktake.ts'

/** Drafts a definition and runs it as it stands; the folder of the release. */
function draftAndRun(home: string, file: string, options: readonly string[] = []): string {
  const drafted = stocktake(home, ['init', file, '--out', 'raw/drafted', ...options])
  expect(drafted.exitCode, drafted.said).toBe(0)
  const ran = stocktake(home, ['run', 'raw/drafted'])
  expect(ran.exitCode, ran.said).toBe(0)
  expect(Number(ran.result['tables'])).toBeGreaterThan(2)
  for (const said of [drafted.said, ran.said]) expect(said).not.toContain(CANARY)
  return join(home, 'dist/drafted/1.0.0')
}

describe('init followed by run, with no edits', () => {
  it.each(EXPORTS)('succeeds on an export of %s, and lets nobody out', (name) => {
    const home = workplace()
    const { file, bytes } = writeExport(name, [...respondents(), ...strays()])
    writeFileSync(join(home, file), bytes)
    const release = draftAndRun(home, file)
    for (const [path, content] of tree(release)) {
      expect(content.includes(CANARY), path).toBe(false)
      expect(content.includes(CANARY_NETWORK), path).toBe(false)
    }
  })

  it.for([
    ['fte_flying/flying-etiquette.csv', []],
    // Two bytes of its headings are damaged, so nobody can say what they are written in.
    ['fte_starwars/StarWars.csv', ['--encoding', 'windows-1252']],
    ['mysociety_foi_2018/foi_admin_responses.csv', []],
    ['r_survey_api/apistrat.csv', []],
  ] as const)('succeeds on %s', ([path, options], context) => {
    const file = join(SHARED, 'surveys', path)
    if (!existsSync(file)) {
      console.log(`skipped: no reference data beside the project (${basename(path)})`)
      return context.skip()
    }
    draftAndRun(workplace(), file, options)
  })
})
