import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderWorkbook } from '../../pipeline/7-package/workbook/index.ts'
import { namesOf } from '../../pipeline/7-package/workbook/names.ts'
import { attribute, elements, part, partsOf, worksheets } from './workbook-parts.ts'
import { sampleWorkbook, smallTable } from './workbook-sample.ts'

const parts = partsOf(renderWorkbook(sampleWorkbook()))

describe('tables marked up as tables', () => {
  test('every worksheet but the cover has one, without filter or style', () => {
    const tables = [...parts].filter(([path]) => path.startsWith('xl/tables/'))
    expect(tables).toHaveLength(worksheets(parts).length - 1)
    for (const [, xml] of tables) {
      expect(xml).not.toContain('autoFilter')
      expect(attribute(elements(xml, 'tableStyleInfo')[0] ?? '', 'name')).toBeUndefined()
    }
  })

  test('each covers the cells from its header to the last cell of its worksheet', () => {
    worksheets(parts).forEach((sheet, index) => {
      if (index === 0) return
      const ref = attribute(elements(part(parts, `xl/tables/table${index + 1}.xml`), 'table')[0] ?? '', 'ref')
      const cells = elements(sheet, 'c').map((cell) => attribute(cell, 'r') ?? '')
      const rows = cells.filter((cell) => cell.startsWith('B')).map((cell) => Number(cell.slice(1)))
      expect(ref).toBe(`A${Math.min(...rows)}:${cells.at(-1)}`)
    })
  })

  test('column names are the header cells to the letter, line ends and escapes included', () => {
    const headers = ['Région_x000D_ & "type"\n[note 1]', 'Responses\n(number)', "<%> 👍 it's"]
    const table = smallTable({
      columns: headers.map((header, index) => ({ header, kind: index === 0 ? 'text' : 'number' })),
      rows: [['London', 1, 2]],
    })
    const made = partsOf(renderWorkbook(sampleWorkbook({ tables: [table] })))
    const names = elements(part(made, 'xl/tables/table4.xml'), 'tableColumn').map((one) =>
      attribute(one, 'name'),
    )
    expect(names).toEqual(headers.map((header) => header.replace('_x000D_', '_x005F_x000D_')))
    const strings = textsOf(part(made, 'xl/sharedStrings.xml'))
    const [row = ''] = /<row r="4".*?<\/row>/.exec(worksheets(made)[3] ?? '') ?? []
    const cells = [...row.matchAll(/<v>(\d+)<\/v>/g)].map(([, index]) => strings[Number(index)])
    expect(cells).toEqual(names)
  })

  test('ids and names are unique, and every part is declared and reached', () => {
    const tables = [...parts].filter(([path]) => path.startsWith('xl/tables/')).map(([, xml]) => xml)
    for (const name of ['id', 'name', 'displayName']) {
      const values = tables.map((xml) => attribute(elements(xml, 'table')[0] ?? '', name))
      expect(new Set(values).size).toBe(tables.length)
    }
    const declared = elements(part(parts, '[Content_Types].xml'), 'Override').map((one) =>
      attribute(one, 'PartName'),
    )
    const present = [...parts.keys()]
      .filter((path) => !/\.rels$|Content_Types/.test(path))
      .map((path) => `/${path}`)
    expect(declared.toSorted()).toEqual(present.toSorted())
    for (const [path, xml] of parts) {
      if (!path.endsWith('.rels')) continue
      const folder = path.replace(/_rels\/[^/]*$/, '')
      for (const one of elements(xml, 'Relationship')) {
        if (attribute(one, 'TargetMode') === 'External') continue
        const target = new URL(attribute(one, 'Target') ?? '', `file:///${folder}`).pathname
        expect(present).toContain(target)
      }
    }
  })
})

describe('names', () => {
  test('a number makes Table n; words keep themselves', () => {
    expect(namesOf(['1', 'coverage', '4a', 'notes', 'type-by/region', '__'])).toEqual([
      { sheet: 'Table 1', table: 'table_1' },
      { sheet: 'Coverage', table: 'table_coverage' },
      { sheet: 'Table 4a', table: 'table_4a' },
      { sheet: 'Notes 2', table: 'table_notes' },
      { sheet: 'Type by region', table: 'table_type_by_region' },
      { sheet: 'Table', table: 'table' },
    ])
  })

  test('a long name is cut to what Excel takes, never through a character, and still differs', () => {
    const long = 'experience of inspection by region of authority'
    const sheets = namesOf([long, `${long} too`, `${'a'.repeat(30)}𝒳`]).map(({ sheet }) => sheet)
    expect(sheets).toEqual([
      'Experience of inspection by reg',
      'Experience of inspection by r 2',
      `A${'a'.repeat(29)}`,
    ])
  })

  test('whatever the ids, names are ones Excel takes and all differ', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 12 }), (ids) => {
        const names = namesOf([...ids, ...ids])
        for (const { sheet, table } of names) {
          expect(sheet).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/)
          expect(sheet).not.toMatch(/\p{Surrogate}/u)
          expect(table).toMatch(/^table[a-z0-9_]*$/)
        }
        expect(new Set(names.map(({ sheet }) => sheet.toLowerCase())).size).toBe(names.length)
        expect(new Set(names.map(({ table }) => table)).size).toBe(names.length)
      }),
      { seed: 2015, numRuns: 200 },
    )
  })
})

/** The shared strings as an XML processor hands them on, `_x005F_` still in place. */
function textsOf(xml: string): string[] {
  return [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(
    ([, text]) => attribute(`<t v="${(text ?? '').replaceAll('\n', '&#10;')}">`, 'v') ?? '',
  )
}
