import { createHash } from 'node:crypto'
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { crc32, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Entry, openPromise } from 'yauzl'
import { BLOCK_BYTES, deflateBlock, STREAM_END } from '../../pipeline/7-package/zip/deflate.ts'
import { type ZipEntry, zipFiles } from '../../pipeline/7-package/zip/index.ts'
import { Refused } from '../../pipeline/issues.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stocktake-zip-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const place = (name: string) => join(folder, name)

async function source(path: string, content: string | Uint8Array): Promise<ZipEntry> {
  const file = place(path.replaceAll('/', '_'))
  await writeFile(file, content)
  return { path, source: file }
}

async function unzip(file: string): Promise<Map<string, { entry: Entry; content: Buffer }>> {
  const archive = await openPromise(file, { autoClose: false })
  const found = new Map<string, { entry: Entry; content: Buffer }>()
  for await (const entry of archive.eachEntry()) {
    found.set(entry.fileName, { entry, content: await buffer(await archive.openReadStreamPromise(entry)) })
  }
  archive.close()
  return found
}

/** Labels over and over, as responses are; long enough for the threads to be used. */
function repetitive(bytes: number): Buffer {
  const labels = ['Yes, generally', 'No', '[no reply]', 'Don\u2019t know']
  const lines = Array.from(
    { length: 5000 },
    (_, index) => `${index},${labels[(index * 7) % 4]},${labels[(index * 5) % 3]}\n`,
  )
  const once = Buffer.from(lines.join(''))
  return Buffer.concat(Array.from({ length: Math.ceil(bytes / once.length) }, () => once)).subarray(0, bytes)
}

describe('a block', () => {
  const blocks = fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 3000 }),
      fc
        .array(fc.integer({ min: 1, max: 3 }), { maxLength: 40_000, size: 'max' })
        .map((bytes) => Uint8Array.from(bytes)),
      fc
        .array(fc.constantFrom('Yes,', 'No,', '[no reply]\n'), { maxLength: 5000, size: 'max' })
        .map((words) => new TextEncoder().encode(words.join(''))),
      fc
        .array(fc.integer({ min: 0, max: 2 }), { maxLength: 70_000, size: 'max' })
        .map((bytes) => Uint8Array.from(bytes)),
    ),
    { maxLength: 4 },
  )

  it('can be joined with others into one stream that zlib reads', () => {
    fc.assert(
      fc.property(blocks, (parts) => {
        const stream = Buffer.concat([...parts.map(deflateBlock), STREAM_END])
        expect(Buffer.compare(inflateRawSync(stream), Buffer.concat(parts))).toBe(0)
      }),
      // Shrinking such long inputs takes minutes and says no more.
      { numRuns: 60, endOnFailure: true },
    )
  })

  it('of text is made smaller', () => {
    expect(deflateBlock(repetitive(100_000)).length).toBeLessThan(20_000)
  })
})

describe('an archive', () => {
  it('gives back every file, with nothing of the day or the machine', async () => {
    const files: Record<string, string | Uint8Array> = {
      SHA256SUMS: 'a'.repeat(600),
      'data/größe.csv': 'id,answer\n1,Yes\n'.repeat(100),
      'data/responses.parquet': repetitive(3000),
      'empty.txt': '',
      'nul.bin': new Uint8Array(100_000),
      'tables.xlsx': 'PK',
    }
    const entries = await Promise.all(Object.entries(files).map(([path, content]) => source(path, content)))
    await zipFiles([...entries].reverse(), place('all.zip'))
    const found = await unzip(place('all.zip'))
    expect([...found.keys()]).toEqual(Object.keys(files))
    for (const [path, content] of Object.entries(files)) {
      expect(found.get(path)?.content).toEqual(Buffer.from(content))
      const { entry } = found.get(path) ?? {}
      const fields = [
        entry?.lastModFileDate,
        entry?.lastModFileTime,
        (entry?.externalFileAttributes ?? 0) >>> 16,
      ]
      expect(fields).toEqual([0x21, 0, 0o100644])
      // UTF-8 names, and no data descriptor.
      expect(entry?.generalPurposeBitFlag).toBe(0x0800)
      expect(entry?.compressionMethod).toBe(/parquet|xlsx/.test(path) ? 0 : 8)
    }
  })

  it('has the same bytes whatever the order and the time zone', async () => {
    const entries = [await source('b', 'bb'), await source('a', 'aa'), await source('Z', 'zz')]
    await zipFiles(entries, place('one.zip'))
    const zone = process.env['TZ']
    process.env['TZ'] = 'Pacific/Kiritimati'
    await zipFiles([...entries].reverse(), place('two.zip'))
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    expect(await readFile(place('one.zip'))).toEqual(await readFile(place('two.zip')))
    expect([...(await unzip(place('one.zip'))).keys()]).toEqual(['Z', 'a', 'b'])
  })

  it('has the bytes that one thread would give, when threads share the work', async () => {
    const content = repetitive(9 * BLOCK_BYTES + 12_345)
    await zipFiles([await source('big.csv', content)], place('big.zip'))
    const { entry, content: back } = (await unzip(place('big.zip'))).get('big.csv') ?? {}
    expect(back && createHash('sha256').update(back).digest('hex')).toBe(
      createHash('sha256').update(content).digest('hex'),
    )
    expect(entry?.crc32).toBe(crc32(content))
    const blocks: Uint8Array[] = []
    for (let at = 0; at < content.length; at += BLOCK_BYTES) {
      blocks.push(deflateBlock(content.subarray(at, at + BLOCK_BYTES)))
    }
    const alone = Buffer.concat([...blocks, STREAM_END])
    const start = 30 + 'big.csv'.length
    const archive = await readFile(place('big.zip'))
    expect(entry?.compressedSize).toBe(alone.length)
    expect(archive.subarray(start, start + alone.length).equals(alone)).toBe(true)
  })

  it('is refused, and leaves nothing, when a file reaches 4 GiB', async () => {
    const file = await open(place('sparse'), 'w')
    await file.truncate(0xffff_ffff)
    await file.close()
    const zipping = zipFiles([{ path: 'data/responses.csv', source: place('sparse') }], place('refused.zip'))
    await expect(zipping).rejects.toThrow(Refused)
    await expect(zipping).rejects.toThrow('4 GiB are passed at data/responses.csv')
    await expect(readFile(place('refused.zip'))).rejects.toThrow('ENOENT')
  })

  it('leaves nothing when a file cannot be read, and refuses names that lead out', async () => {
    const entries = [await source('a', 'a')]
    await expect(zipFiles([...entries, { path: 'b', source: folder }], place('x.zip'))).rejects.toThrow()
    await expect(readFile(place('x.zip'))).rejects.toThrow('ENOENT')
    for (const path of ['../a', '/a', 'a\\b', 'a//b']) {
      await expect(zipFiles([{ path, source: place('a') }], place('x.zip'))).rejects.toThrow('stay inside')
    }
    await expect(zipFiles([...entries, ...entries], place('x.zip'))).rejects.toThrow('same name')
  })
})
