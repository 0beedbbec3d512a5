import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTargets } from '../pipeline/8-publish/targets/index.ts'
import { readDefinition } from '../pipeline/definition/index.ts'
import { EXIT } from '../pipeline/edge/exit-codes.ts'
import { readSite } from '../pipeline/site/index.ts'
import { ROOT } from './support/stocktake.ts'

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
  dependencies: Record<string, string>
}

describe('the README', () => {
  it('shows a definition that reads without a fault', () => {
    const block = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(readme)?.[1] ?? ''
    const { value, issues } = readDefinition(block, 'consultation.yaml', 'library-hours')
    expect(issues).toEqual([])
    expect(value?.questions.length).toBe(2)
  })

  it('shows targets that read without a fault, one of every kind', () => {
    const block = /```yaml\n(# yaml-language-server[^\n]*targets[\s\S]*?)```/.exec(readme)?.[1] ?? ''
    const { value, issues } = readTargets(block, 'targets.yaml')
    expect(issues).toEqual([])
    expect(value.map(({ kind }) => kind)).toEqual(['folder', 'ckan', 'invenio', 'dataverse'])
  })

  it('shows a site that reads without a fault', () => {
    const block = /```yaml\n(# yaml-language-server[^\n]*site[\s\S]*?)```/.exec(readme)?.[1] ?? ''
    const { value, issues } = readSite(block, 'site.yaml')
    expect(issues).toEqual([])
    expect(value?.url).toMatch(/\/$/)
  })

  it('names scripts that exist', () => {
    const named = [
      ...readme.matchAll(/npm (?:run )?(start|test|check|bench|example|format|worlds|kill-points)\b/g),
    ].map(([, name = '']) => name)
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => manifest.scripts[name] === undefined)).toEqual([])
  })

  it('gives each dependency its line, and no other', () => {
    const table = readme.slice(readme.indexOf('| package | why |'))
    const named = [...table.slice(0, table.indexOf('\n\n')).matchAll(/^\| `([^`]+)`/gm)].map(
      ([, name]) => name,
    )
    expect(named.sort()).toEqual(Object.keys(manifest.dependencies).sort())
  })

  it('names files and folders that are there', () => {
    const paths = [...readme.matchAll(/`((?:pipeline|raw|schemas|test)\/[a-z0-9./-]+)`/g)].map(
      ([, path = '']) => path,
    )
    expect(paths.length).toBeGreaterThan(2)
    // The walk-through makes its folder; `walk-through.test.ts` sees that it does. Targets and sites are everybody's own.
    const missing = paths.filter((path) => !existsSync(join(ROOT, path)))
    const own = (path: string) =>
      path.startsWith('raw/library-survey/') || ['raw/targets.yaml', 'raw/site.yaml'].includes(path)
    expect(missing.filter((path) => !own(path))).toEqual([])
  })

  it('lists every exit code', () => {
    const line = readme.slice(readme.indexOf('Exit codes:'), readme.indexOf('A refusal says'))
    for (const code of Object.values(EXIT)) expect(line).toMatch(new RegExp(`\\b${code} `))
  })
})
