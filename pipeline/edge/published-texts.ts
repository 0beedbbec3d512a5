import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { open } from 'yauzl'
import type { PublishedText } from '../3-anonymise/index.ts'
import { type Engine, identifier, literal } from '../engine/index.ts'

/** Bytes of a file of rows above which the engine reads it: what is in its columns, each value once. */
const MANY_ROWS = 4_000_000

/** The responses as people read them. */
const RESPONSES = 'data/responses.csv'

/**
 * Everything a release publishes, as text: names of files and of entries of the archive, every file, every part of a
 * workbook, every value of every column of a file of rows, and what descriptions write with escapes. Of rows only
 * different values come out, so that it all fits in memory. `responses` holds the published responses, where they
 * were read before: reading a million of them takes seconds.
 */
export async function publishedTexts(
  engine: Engine,
  { building, archive }: { readonly building: string; readonly archive: string },
  paths: readonly string[],
  responses?: string,
): Promise<readonly PublishedText[]> {
  const texts: PublishedText[] = (await entryNames(archive)).map((name) => ({ file: name, text: name }))
  for (const path of paths)
    texts.push({ file: path, text: path }, ...(await textsOf(engine, path, join(building, path), responses)))
  return texts
}

async function textsOf(
  engine: Engine,
  path: string,
  place: string,
  responses: string | undefined,
): Promise<readonly PublishedText[]> {
  if (path.endsWith('.parquet')) return columns(engine, path, `read_parquet(${literal(place)})`)
  if (path.endsWith('.csv') && (await stat(place)).size > MANY_ROWS)
    return path === RESPONSES && responses !== undefined
      ? columns(engine, path, identifier(responses))
      : columns(engine, path, `read_csv(${literal(place)}, header = true, all_varchar = true)`)
  if (/\.(?:xlsx|zip)$/.test(path)) return parts(path, await readFile(place))
  return views(path, await readFile(place, 'utf8'))
}

/** The names of columns, and the values of each that is no number, once. */
async function columns(engine: Engine, file: string, source: string): Promise<readonly PublishedText[]> {
  const described = await engine.rows(`DESCRIBE SELECT * FROM ${source}`)
  const names = described.map(({ column_name }) => String(column_name))
  const texts = described
    .filter(({ column_type, column_name }) => !(NUMBERS.test(String(column_type)) || column_name === 'id'))
    .map(({ column_name }) => identifier(String(column_name)))
  const lists = texts.map((column, index) => `list(DISTINCT ${column}) AS c${index}`)
  const [row] = lists.length === 0 ? [] : await engine.rows(`SELECT ${lists.join(', ')} FROM ${source}`)
  const values = Object.values(row ?? {}).flatMap((list): unknown[] => (Array.isArray(list) ? list : []))
  const different = new Set(values.filter((value) => typeof value === 'string'))
  return [...names, ...different].map((text) => ({ file, text }))
}

const NUMBERS = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DOUBLE|FLOAT|DECIMAL.*|BOOLEAN)$/

function parts(file: string, bytes: Uint8Array): readonly PublishedText[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]) => [
    { file, text: name },
    ...views(file, strFromU8(part)),
  ])
}

/** A text as it stands, without its tags, and with its escapes undone. Entities are undone where it is searched. */
function views(file: string, text: string): readonly PublishedText[] {
  const bare = /<[!?/a-z]/i.test(text) ? [text.replace(/<[^<>]*>/g, '\n')] : []
  const escaped = text.includes('\\u') || text.includes('_x')
  const plain = escaped
    ? [
        text.replace(
          /\\u\{?([0-9a-f]{4,6})\}?|_x([0-9a-f]{4})_/gi,
          (_, json: string | undefined, sheet: string | undefined) =>
            String.fromCodePoint(Math.min(Number.parseInt(json ?? sheet ?? '', 16), 0x10ffff)),
        ),
      ]
    : []
  return [text, ...bare, ...plain].map((one) => ({ file, text: one }))
}

/** Names of an archive's entries, and its comments. */
function entryNames(archive: string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    open(archive, { lazyEntries: true, autoClose: true }, (error, zip) => {
      if (error !== null) return reject(error)
      const names: string[] = [zip.comment ?? '']
      zip.on('entry', ({ fileName, fileComment }) => {
        names.push(fileName, fileComment)
        zip.readEntry()
      })
      zip.on('end', () => resolve(names.filter((name) => name !== '')))
      zip.on('error', reject)
      zip.readEntry()
    })
  })
}
