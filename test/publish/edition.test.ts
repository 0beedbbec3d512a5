import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { editionsOf } from '../../pipeline/edge/edition.ts'
import { openRelease } from '../../pipeline/edge/whole-release.ts'
import { csvOf, publish, times } from '../support/consultation.ts'

const DOI = '10.5072/zenodo.12345'
const definition = (more = '') => `${more}published: 2026-04-01
description: 'Hours & "days" of <our> libraries'
responses: { file: export.csv, columns: { ward: Ward } }
variables: { ward: { title: Ward, values: [North, South] } }
questions: { visit: { text: Did you visit?, answers: ["Yes", "No"] } }
privacy: { publish: [ward] }
`
const FILES = {
  'export.csv': csvOf([
    ...times(40, { Ward: 'North', 'Did you visit?': 'Yes' }),
    ...times(40, { Ward: 'South', 'Did you visit?': 'No' }),
  ]),
}
const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('an edition with a DOI', () => {
  it('reads as if the definition had named the DOI, and is a whole release and a whole bag', async () => {
    const without = publish(definition(), FILES)
    const named = publish(definition(`doi: ${DOI}\n`), FILES)
    const folder = join(without.home, 'dist/survey/1.0.0')
    const opened = await openRelease(folder)
    const editions = editionsOf(opened, join(without.home, 'work'))
    const edition = await editions.of(DOI)
    const texts = new Map(edition.files.map((file) => [file.path, readFileSync(editions.locate(file))]))
    // The workbook is not written anew, so what gives its size and digest differs; and the README has no line
    // about a file that was not there.
    const spared = ['tables.xlsx', 'README.md', 'SHA256SUMS', 'tagmanifest-sha256.txt']
    const gives = ['datapackage.json', 'index.html']
    expect([...texts.keys()].sort()).toEqual([...named.release.keys()].sort())
    const others = [...named.release].filter(
      ([path]) => !spared.includes(path) && !gives.includes(path) && !path.startsWith('metadata/'),
    )
    expect(others.length).toBeGreaterThan(8)
    for (const [path, bytes] of others) expect(texts.get(path)?.toString(), path).toBe(bytes.toString())
    const workbookIs = (release: ReadonlyMap<string, Buffer>) => {
      const bytes = release.get('tables.xlsx') ?? Buffer.alloc(0)
      return (text: string) =>
        text.replaceAll(sum(bytes), 'digest').replace(new RegExp(`\\b${bytes.length}\\b`, 'g'), 'size')
    }
    const rendered = [...named.release].filter(
      ([path]) => path.startsWith('metadata/') || gives.includes(path),
    )
    expect(rendered.length).toBeGreaterThan(5)
    for (const [path, bytes] of rendered) {
      const ours = workbookIs(without.release)(texts.get(path)?.toString() ?? '')
      expect(ours, path).toBe(workbookIs(named.release)(bytes.toString()))
    }
    expect(texts.get('README.md')?.toString()).toContain(`https://doi.org/${DOI}`)
    for (const list of ['SHA256SUMS', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'])
      for (const line of String(texts.get(list)).trim().split('\n'))
        expect(sum(texts.get(line.slice(66)) ?? Buffer.alloc(0)), line).toBe(line.slice(0, 64))
    const archive = unzipSync(readFileSync(editions.locate(edition.archive)))
    expect(Object.keys(archive).sort()).toEqual([...texts.keys()].sort())
    for (const [path, bytes] of texts) expect(sum(archive[path] ?? new Uint8Array()), path).toBe(sum(bytes))
    // The release itself is as it was.
    await openRelease(folder)
  })
})
