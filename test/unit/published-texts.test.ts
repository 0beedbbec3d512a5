import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exactGazetteer, fold, matchesOf } from '../../pipeline/3-anonymise/redact/index.ts'
import { publishedTexts } from '../../pipeline/edge/published-texts.ts'
import { literal } from '../../pipeline/engine/index.ts'
import { testEngine } from '../support/engine.ts'

/** A name in every disguise that a published file may give it; each file is read as the check reads it. */
describe('what is published, as text', () => {
  const name = 'Oswin Thackerley'
  const escaped = [...name]
    .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
  const entities = [...name].map((letter) => `&#${letter.charCodeAt(0)};`).join('')
  const files: Readonly<Record<string, Uint8Array>> = {
    'plain.md': strToU8(`Thanks to ${name}.`),
    'split.html': strToU8('<p>Thanks to <b>Os</b>win <i>Thack</i>erley</p>'),
    'entities.xml': strToU8(`<note>${entities}</note>`),
    'runs.xml': strToU8('<si><r><t>Oswin </t></r><r><t>Thackerley</t></r></si>'),
    'escaped.json': strToU8(`{"note":"${escaped}"}`),
    'workbook.xlsx': zipSync({ 'xl/sharedStrings.xml': strToU8('<t>_x004F_swin Thackerley</t>') }),
    'part-name.xlsx': zipSync({ 'xl/Oswin Thackerley.xml': strToU8('<t/>') }),
    'small.csv': strToU8('id,why\n1,Ask oswin-thackerley\n'),
    'Oswin_Thackerley.txt': strToU8('-'),
    'innocent.txt': strToU8('Oswin said that Thackerley is a place.'),
  }

  it('has a name in whatever way a file writes it', async () => {
    const { engine, folder } = await testEngine()
    const release = join(folder, 'release')
    mkdirSync(release)
    for (const [path, bytes] of Object.entries(files)) writeFileSync(join(release, path), bytes)
    const rows = `SELECT i AS id, CASE WHEN i = 70000 THEN ${literal(name)} ELSE 'Yes' END AS why FROM range(600000) t(i)`
    await engine.run(`COPY (${rows}) TO ${literal(join(release, 'rows.csv'))} (HEADER)`)
    await engine.run(`COPY (${rows}) TO ${literal(join(release, 'rows.parquet'))} (FORMAT parquet)`)
    await engine.run(
      `COPY (SELECT 1 AS "Oswin Thackerley") TO ${literal(join(release, 'column.parquet'))} (FORMAT parquet)`,
    )
    writeFileSync(join(folder, 'release.zip'), zipSync({ 'dist/Oswin Thackerley/README.md': strToU8('-') }))
    const paths = [...Object.keys(files), 'rows.csv', 'rows.parquet', 'column.parquet']
    const gazetteer = exactGazetteer([name])
    const texts = await publishedTexts(
      engine,
      { building: release, archive: join(folder, 'release.zip') },
      paths,
    )
    engine.close()
    const found = new Set(
      texts
        .filter(({ text }) => !matchesOf(fold(text).text, gazetteer)[Symbol.iterator]().next().done)
        .map(({ file }) => file),
    )
    expect([...paths, 'dist/Oswin Thackerley/README.md'].filter((path) => !found.has(path))).toEqual([
      'innocent.txt',
    ])
  })
})
