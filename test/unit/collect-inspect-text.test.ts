import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { singleByteTable } from '../../pipeline/1-collect/encodings.ts'
import { explainInspection, mayBeWorkbook } from '../../pipeline/1-collect/explain-inspection.ts'
import { inspectText } from '../../pipeline/1-collect/inspect-text.ts'
import { utf8Checker } from '../../pipeline/1-collect/utf8-checker.ts'
import { temporaryFolder } from './collect-files.ts'

const folder = temporaryFolder()
const MiB = 1024 * 1024

/** `text` in a one-byte encoding; fails on characters it does not have. */
function encode(encoding: 'windows-1252' | 'macintosh', text: string): Buffer {
  const table = singleByteTable(encoding) ?? []
  return Buffer.from(
    Array.from(text, (character) => {
      const code = character.charCodeAt(0)
      const byte = code < 0x80 ? code : 0x80 + table.indexOf(character)
      if (byte < 0x80 && code >= 0x80) throw new Error(`no ${character} in ${encoding}`)
      return byte
    }),
  )
}

const utf16 = (text: string, order: 'le' | 'be', mark = true): Buffer => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

const inspect = async (content: string | Uint8Array, declared?: string) =>
  inspectText(folder.write('file', content), declared)

const ENGLISH = 'id,comment\n1,“The council’s peer challenge” – it cost £5… café at Llanrwst\n2,don’t know\n'
const FRENCH = 'id,réponse\n1,« Ça va déjà à l’été, où le maïs naît ; Noël »\n2,façade très élevée à côté\n'
const WELSH_CAPITALS = 'id,lle\n1,YSGOL GYMRAEG PÊL DÂN CAFÉ\n2,pêl dân\n'

describe('inspectText', () => {
  test('counts and sums what is in the file', async () => {
    const content = `a,b\n1,${'é'.repeat(5 * MiB)}\n`
    expect(await inspect(content)).toEqual({
      bytes: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex'),
      encoding: 'utf-8',
      validUtf8: true,
      ascii: false,
    })
  })

  test('characters split by a chunk edge are still UTF-8', async () => {
    for (const character of ['é', '’', '😀']) {
      for (let before = 1; before <= 4; before++) {
        const content = 'x'.repeat(4 * MiB - before) + character.repeat(3)
        expect((await inspect(content)).encoding, `${character} ${before}`).toBe('utf-8')
      }
    }
  })

  test.each([
    ['ASCII', 'a,b\n1,2\n', 'utf-8'],
    ['UTF-8 with mark', '\ufeffa,b\n1,é\n', 'utf-8 with byte-order mark'],
    ['UTF-16LE with mark', utf16('a,b\n1,é\n', 'le'), 'utf-16le'],
    ['UTF-16BE with mark', utf16('a,b\n1,é\n', 'be'), 'utf-16be'],
    ['UTF-16LE without mark', utf16('a,b\n1,é\n', 'le', false), 'utf-16le'],
    ['UTF-16BE without mark', utf16('a,b\n1,é\n', 'be', false), 'utf-16be'],
    ['Windows, English', encode('windows-1252', ENGLISH), 'windows-1252'],
    ['Windows, French', encode('windows-1252', FRENCH), 'windows-1252'],
    ['Windows, capitals', encode('windows-1252', WELSH_CAPITALS), 'windows-1252'],
    ['Windows, only apostrophes', encode('windows-1252', 'a\nit’s\nwe don’t\n'), 'windows-1252'],
    ['Windows, only pounds', encode('windows-1252', 'a\n£5\n'), 'windows-1252'],
    ['Windows, last byte accented', encode('windows-1252', 'a,b\n1,café'), 'windows-1252'],
    ['Mac Roman, English', encode('macintosh', ENGLISH), 'macintosh'],
    ['Mac Roman, French', encode('macintosh', 'id,mot\n1,façade très élevée où déjà\n'), 'macintosh'],
    ['Mac Roman, only apostrophes', encode('macintosh', 'a\nit’s\nwe don’t\n'), 'macintosh'],
  ])('%s', async (_, content, encoding) => {
    const inspection = await inspect(content)
    expect(inspection.problem).toBeUndefined()
    expect(inspection.encoding).toBe(encoding)
    expect(explainInspection(inspection)).toEqual([])
  })

  test.each([
    ['nothing', '', 'empty'],
    ['white space', ' \r\n\t\n', 'blank'],
    ['a mark alone', '\ufeff\n', 'blank'],
    ['blank UTF-16', utf16(' \n', 'le'), 'blank'],
    ['a ZIP', Buffer.from('PK\u0003\u0004rest'), 'zip'],
    ['an old Office file', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'ole'],
    ['a PDF', '%PDF-1.7\n', 'pdf'],
    ['gzip', Buffer.from('1f8b0800', 'hex'), 'gzip'],
    ['UTF-32', Buffer.from('fffe000061000000', 'hex'), 'utf-32'],
    ['a few NUL bytes', 'a,b\n1,x\0y and so much more text after it that it is mostly text\n', 'nul bytes'],
    ['NUL bytes only', Buffer.alloc(100), 'blank'],
    [
      'an image',
      Buffer.from('89504e470d0a1a0a0000000d49484452000001000000010008060000005c72a866', 'hex'),
      'binary',
    ],
    [
      'UTF-8 with one broken byte',
      Buffer.concat([Buffer.from('é’'.repeat(50)), Buffer.of(0xe9), Buffer.from('abc')]),
      'damaged utf-8',
    ],
    [
      'UTF-8 joined to Windows',
      Buffer.concat([Buffer.from(ENGLISH), encode('windows-1252', ENGLISH)]),
      'damaged utf-8',
    ],
    ['UTF-8 cut in a character', Buffer.from('é’é’').subarray(0, 9), 'damaged utf-8'],
    [
      'DOS code page 850',
      Buffer.from('612c620a312c6361668220706f726b82206e61866c0a', 'hex'),
      'unknown encoding',
    ],
    ['Cyrillic (windows-1251)', Buffer.from('612c620a312ccff0e8e2e5f220ecb3f00a', 'hex'), 'unknown encoding'],
  ])('%s', async (_, content, problem) => {
    const inspection = await inspect(content)
    expect(inspection.problem).toBe(problem)
    if (mayBeWorkbook(inspection)) return
    expect(explainInspection(inspection)).toMatchObject([{ severity: 'error' }])
  })

  test('says at which byte UTF-8 breaks', async () => {
    const before = `${'é'.repeat(3 * MiB)}\n`
    const inspection = await inspect(Buffer.concat([Buffer.from(before), Buffer.of(0xe9), Buffer.from('ab')]))
    expect(inspection).toMatchObject({ problem: 'damaged utf-8', invalidAt: 6 * MiB + 1 })
    expect(explainInspection(inspection)[0]?.message).toContain(`byte ${6 * MiB + 2}`)
  })

  test('a possible workbook is left to the spreadsheet reader', async () => {
    const inspection = await inspect(Buffer.from('PK\u0003\u0004rest'))
    expect(mayBeWorkbook(inspection)).toBe(true)
    expect(explainInspection(inspection)).toEqual([])
  })

  test('rejects when there is no such file', async () => {
    await expect(inspectText(folder.path('nowhere'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('a declared encoding', () => {
  test.each([
    ['overrules a tie', encode('windows-1252', 'a\nit’s\n'), 'macintosh', 'macintosh'],
    ['by another name', encode('windows-1252', FRENCH), 'latin1', 'windows-1252'],
    [
      'that is never detected',
      Buffer.from('612c620a312ccff0e8e2e5f20a', 'hex'),
      'windows-1251',
      'windows-1251',
    ],
    ['keeps a UTF-8 mark', '\ufeffa\né\n', 'UTF-8', 'utf-8 with byte-order mark'],
    ['keeps the byte order of a UTF-16 mark', utf16('a\né\n', 'be'), 'utf-16', 'utf-16be'],
  ])('%s', async (_, content, declared, encoding) => {
    const inspection = await inspect(content, declared)
    expect(inspection.problem).toBeUndefined()
    expect(inspection.encoding).toBe(encoding)
  })

  test.each([
    ['UTF-8 on Windows text', encode('windows-1252', FRENCH), 'utf-8', 'not the declared encoding'],
    [
      'Windows on undefined bytes',
      encode('macintosh', 'a\nçè\n'),
      'windows-1252',
      'not the declared encoding',
    ],
    ['Windows on a file marked UTF-8', '\ufeffa\né\n', 'windows-1252', 'not the declared encoding'],
    ['Windows on UTF-16', utf16('a\né\n', 'le', false), 'windows-1252', 'not the declared encoding'],
    ['UTF-16 on a file marked UTF-8', '\ufeffa\né\n', 'utf-16le', 'not the declared encoding'],
    ['one that does not exist', 'a\n1\n', 'excel', 'unknown declared encoding'],
    ['one on an empty file', '', 'utf-8', 'empty'],
  ])('%s is refused', async (_, content, declared, problem) => {
    const inspection = await inspect(content, declared)
    expect(inspection.problem).toBe(problem)
    expect(explainInspection(inspection)).toMatchObject([{ severity: 'error' }])
  })

  test('a one-byte encoding on UTF-8 text is doubted', async () => {
    expect(explainInspection(await inspect('a\né\n', 'windows-1252'))).toMatchObject([
      { code: 'collect/encoding-doubtful', severity: 'warning' },
    ])
    expect(explainInspection(await inspect('a\ne\n', 'windows-1252'))).toEqual([])
  })
})

describe('utf8Checker', () => {
  test('agrees with a fatal decoder on any bytes cut anywhere', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }).map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 3 }),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.array(fc.nat(12), { maxLength: 12 }),
        (pieces, cuts) => {
          const bytes = Buffer.concat(pieces)
          const checker = utf8Checker()
          let at = 0
          for (const cut of cuts) {
            checker.push(bytes.subarray(at, at + cut))
            at += cut
          }
          checker.push(bytes.subarray(at))
          const valid = checker.end()
          expect(valid).toBe(decodes(bytes))
          if (!valid) expect(decodes(bytes.subarray(0, checker.invalidAt()))).toBe(true)
        },
      ),
      { seed: 2015, numRuns: 500 },
    )
  })
})

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
