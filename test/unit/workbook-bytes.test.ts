import { afterEach, expect, test } from 'vitest'
import { renderWorkbook } from '../../pipeline/7-package/workbook/index.ts'
import { sampleWorkbook } from './workbook-sample.ts'

const zone = process.env['TZ']

afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

test('the same workbook is the same bytes in every time zone', () => {
  const workbook = sampleWorkbook({ created: '2015-09-01' })
  const zones = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Europe/London']
  const files = zones.map((name) => {
    process.env['TZ'] = name
    return { offset: new Date(2015, 0, 1).getTimezoneOffset(), bytes: Buffer.from(renderWorkbook(workbook)) }
  })
  expect(files.map(({ offset }) => offset)).toEqual([0, -540, 480, 0])
  for (const { bytes } of files) expect(bytes.equals(files[0]?.bytes ?? Buffer.alloc(0))).toBe(true)
})

test('the entries carry no time of making', () => {
  const bytes = Buffer.from(renderWorkbook(sampleWorkbook()))
  const stamps = new Set<string>()
  for (let at = bytes.indexOf('PK\u0003\u0004'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 4)) {
    stamps.add(bytes.subarray(at + 10, at + 14).toString('hex'))
  }
  expect([...stamps]).toEqual(['00002100'])
})
