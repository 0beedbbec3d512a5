import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalEncoding, decoderFor } from '../../pipeline/1-collect/encodings.ts'
import { lineEndNormaliser } from '../../pipeline/1-collect/line-ends.ts'
import { HEAD_LENGTH, readHead } from '../../pipeline/1-collect/read-head.ts'
import { transcodeToUtf8 } from '../../pipeline/1-collect/transcode.ts'
import { temporaryFolder } from './collect-files.ts'

const folder = temporaryFolder()

async function transcode(content: string | Uint8Array, encoding: string, delimiter?: string) {
  const target = folder.path('target.csv')
  const issues = await transcodeToUtf8(folder.write('source', content), encoding, target, delimiter)
  return { issues, text: existsSync(target) ? readFileSync(target, 'utf8') : undefined }
}

describe('decoders', () => {
  test('windows-1252 is windows-1252 and not latin1', () => {
    const bytes = Uint8Array.of(0x80, 0x92, 0x93, 0x94, 0x96, 0x97, 0x85, 0x9f, 0xa3, 0xff)
    expect(decoderFor('windows-1252').decode(bytes)).toBe('€’“”–—…Ÿ£ÿ')
  })

  test('Mac Roman is that of the platform', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    expect(decoderFor('macintosh').decode(bytes)).toBe(new TextDecoder('macintosh').decode(bytes))
  })

  test.each([
    ['latin1', 'windows-1252'],
    ['ISO-8859-1', 'windows-1252'],
    ['cp1252', 'windows-1252'],
    ['x-mac-roman', 'macintosh'],
    ['UTF8', 'utf-8'],
    ['iso-8859-15', 'iso-8859-15'],
    ['Excel', undefined],
  ])('%s is %s', (label, encoding) => expect(canonicalEncoding(label)).toBe(encoding))
})

describe('transcodeToUtf8', () => {
  test.each([
    ['utf-8 with byte-order mark', '\ufeffa,b\r\n1,é\r\n', 'a,b\r\n1,é\r\n'],
    ['windows-1252', Buffer.from('610a93e9940a', 'hex'), 'a\n“é”\n'],
    ['macintosh', Buffer.from('610dd28ed30d', 'hex'), 'a\r“é”\r'],
    ['utf-16le', Buffer.from('\ufeffa\n😀\n', 'utf16le'), 'a\n😀\n'],
    ['utf-16be', Buffer.from('\ufeffa\n😀\n', 'utf16le').swap16(), 'a\n😀\n'],
    ['shift_jis', Buffer.from('610a93fa967b0a', 'hex'), 'a\n日本\n'],
  ])('%s', async (encoding, content, text) => {
    expect(await transcode(content, encoding)).toEqual({ issues: [], text })
  })

  test('characters split between pieces stay whole', async () => {
    const text = `a\n${'x😀é'.repeat(200_000)}\n`
    expect((await transcode(Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le')).text).toBe(text)
    expect((await transcode(`\ufeff${text}`, 'utf-8 with byte-order mark')).text).toBe(text)
  })

  test.each([
    ['UTF-16 with half a pair', Buffer.from('610000d861000a00', 'hex'), 'utf-16le'],
    ['UTF-16 of odd length', Buffer.from('61000a0061', 'hex'), 'utf-16le'],
    ['windows-1252 with a byte it does not have', Buffer.from('610a810a', 'hex'), 'windows-1252'],
    ['UTF-8 cut in a character', Buffer.from('610ac3', 'hex'), 'utf-8'],
  ])('%s is refused and nothing is written', async (_, content, encoding) => {
    const { issues, text } = await transcode(content, encoding)
    expect(issues).toMatchObject([{ code: 'collect/encoding', severity: 'error', expected: encoding }])
    expect(text).toBeUndefined()
  })

  test('says after which line the text broke', async () => {
    const good = 'line\n'.repeat(200_000)
    const { issues } = await transcode(Buffer.concat([Buffer.from(good), Buffer.of(0x81)]), 'windows-1252')
    const line = Number(/after line (\d+)/.exec(issues[0]?.message ?? '')?.[1])
    expect(line).toBeLessThanOrEqual(200_000)
    expect(line).toBeGreaterThan(200_000 - HEAD_LENGTH / 5 - 1)
  })

  test('a file with lone CR gets LF, but not inside quotes', async () => {
    const { text } = await transcode('a,b\r1,"x\ry"\r2,5" pipe\r3,"say ""hi""\r\n"\r', 'utf-8', ',')
    expect(text).toBe('a,b\n1,"x\ry"\n2,5" pipe\n3,"say ""hi""\r\n"\n')
  })
})

describe('lineEndNormaliser', () => {
  test('changes record ends and nothing else, wherever the text is cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' '), maxLength: 6 })
    const lineEnd = fc.constantFrom('\r', '\n', '\r\n')
    const records = fc.array(fc.tuple(fc.array(cell, { minLength: 2, maxLength: 3 }), lineEnd), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(records, fc.nat(20), (rows, cut) => {
        const csv = rows.map(([cells, end]) => cells.map(quote).join(',') + end).join('')
        const normalise = lineEndNormaliser(',')
        const result = normalise(csv.slice(0, cut)) + normalise(csv.slice(cut))
        const options = { record_delimiter: '\n', relax_column_count: true }
        expect(parse(result, options)).toEqual(rows.map(([cells]) => cells))
      }),
      { seed: 2015, numRuns: 500 },
    )
  })
})

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

describe('readHead', () => {
  test('gives all of a short file', async () => {
    expect(await readHead(folder.write('short', '\ufeffa,b\n'), 'utf-8')).toEqual({
      head: 'a,b\n',
      issues: [],
    })
  })

  test('stops before a fault far down', async () => {
    const content = Buffer.concat([Buffer.alloc(2 * HEAD_LENGTH, 'a\n'), Buffer.of(0x81)])
    const { head, issues } = await readHead(folder.write('long', content), 'windows-1252')
    expect(issues).toEqual([])
    expect(head).toHaveLength(HEAD_LENGTH)
  })

  test('says when the head is not text', async () => {
    const { issues } = await readHead(folder.write('bad', Buffer.of(0x61, 0x81)), 'windows-1252')
    expect(issues).toMatchObject([{ code: 'collect/encoding' }])
  })
})
