import { createHash } from 'node:crypto'
import {
  appendFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

/** One way to spoil a release, and the code of the fault it must be rejected for. */
export interface Corruption {
  readonly name: string
  readonly code: string
  readonly spoil: (folder: string, random: () => number) => void
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const pick = <T>(all: readonly T[], random: () => number): T => {
  const found = all[Math.floor(random() * all.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

export const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()

const text = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8')
const edit = (path: string, change: (text: string) => string) => (folder: string) => {
  const before = text(folder, path)
  const after = change(before)
  if (after === before) throw new Error(`nothing was changed in ${path}`)
  writeFileSync(join(folder, path), after)
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Makes sizes, hashes and checksums those of the files, as somebody would who wants to deceive. */
export function sumAnew(folder: string): void {
  const path = join(folder, 'datapackage.json')
  const descriptor = JSON.parse(readFileSync(path, 'utf8')) as {
    resources: { path: string; bytes: number; hash: string }[]
  }
  for (const resource of descriptor.resources) {
    const bytes = filesOf(folder).includes(resource.path)
      ? readFileSync(join(folder, resource.path))
      : undefined
    if (bytes === undefined) continue
    resource.bytes = bytes.length
    resource.hash = `sha256:${sha256(bytes)}`
  }
  writeFileSync(path, `${JSON.stringify(descriptor, null, 2)}\n`)
  listAnew(folder)
}

function listAnew(folder: string): void {
  const lines = filesOf(folder)
    .filter((path) => path !== 'SHA256SUMS')
    .map((path) => `${sha256(readFileSync(join(folder, path)))}  ${path}\n`)
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''))
}

/** Without new sums: what an accident does. */
const accidents: readonly Corruption[] = [
  ...Array.from({ length: 12 }, (_, index) => ({
    name: `one bit of a file, ${index + 1}`,
    code: 'altered-file',
    spoil: (folder: string, random: () => number) => {
      const path = join(
        folder,
        pick(
          filesOf(folder).filter((one) => one !== 'SHA256SUMS'),
          random,
        ),
      )
      const bytes = readFileSync(path)
      const at = Math.floor(random() * bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
      writeFileSync(path, bytes)
    },
  })),
  {
    name: 'one digit of a checksum',
    code: 'altered-file',
    spoil: edit('SHA256SUMS', (all) => (all.startsWith('0') ? `1${all.slice(1)}` : `0${all.slice(1)}`)),
  },
  {
    name: 'a file cut short',
    code: 'altered-file',
    spoil: (folder, random) => {
      const path = join(
        folder,
        pick(
          filesOf(folder).filter((one) => one.startsWith('data/')),
          random,
        ),
      )
      writeFileSync(path, readFileSync(path).subarray(0, -Math.ceil(random() * 40)))
    },
  },
  {
    name: 'a file that is gone',
    code: 'missing-file',
    spoil: (folder, random) =>
      rmSync(
        join(
          folder,
          pick(
            filesOf(folder).filter((one) => one !== 'SHA256SUMS'),
            random,
          ),
        ),
      ),
  },
  { name: 'no checksums', code: 'no-checksums', spoil: (folder) => rmSync(join(folder, 'SHA256SUMS')) },
  {
    name: 'checksums cut short',
    code: 'no-checksums',
    spoil: edit('SHA256SUMS', (all) => all.slice(0, -10)),
  },
  {
    name: 'a line of the checksums gone',
    code: 'unlisted-file',
    spoil: edit('SHA256SUMS', (all) => all.replace(/^.*\n/, '')),
  },
  {
    name: 'a line of the checksums twice',
    code: 'listed-twice',
    spoil: edit('SHA256SUMS', (all) => all + all.slice(0, all.indexOf('\n') + 1)),
  },
  {
    name: 'another line end',
    code: 'altered-file',
    spoil: edit('data/tables.csv', (all) => all.replaceAll('\n', '\r\n')),
  },
  {
    name: 'a file more',
    code: 'unlisted-file',
    spoil: (folder) => writeFileSync(join(folder, 'data/notes.csv'), 'a\n'),
  },
  {
    name: 'two tables in each other’s place',
    code: 'altered-file',
    spoil: (folder) => {
      renameSync(join(folder, 'data/tables/4.csv'), join(folder, 'data/tables/x'))
      renameSync(join(folder, 'data/tables/5.csv'), join(folder, 'data/tables/4.csv'))
      renameSync(join(folder, 'data/tables/x'), join(folder, 'data/tables/5.csv'))
    },
  },
]

type Descriptor = { version: string; name: string; resources: Resource[]; changes: { version: string }[] }
type Resource = { name: string; path: string; hash: string; schema: Schema }
type Schema = { fields: Field[]; missingValues: string[]; primaryKey: string[] }
type Field = { name: string; type: string; categories?: unknown[]; constraints: { enum?: string[] } }

const describe = (change: (descriptor: Descriptor) => void) => (folder: string) => {
  const path = join(folder, 'datapackage.json')
  const descriptor = JSON.parse(readFileSync(path, 'utf8')) as Descriptor
  change(descriptor)
  writeFileSync(path, JSON.stringify(descriptor))
}
const resource = ({ resources }: Descriptor, name: string): Resource => {
  const found = resources.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no resource ${name}`)
  return found
}
const field = (descriptor: Descriptor, name: string): Field => {
  const found = resource(descriptor, 'responses').schema.fields.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no field ${name}`)
  return found
}

const RESPONSES = 'data/responses.csv'
const TABLES = 'data/tables.csv'
/** A line of a file by its number, changed. */
const line = (path: string, number: number, change: (line: string) => string) =>
  edit(path, (all) =>
    all
      .split('\n')
      .map((one, index) => (index === number ? change(one) : one))
      .join('\n'),
  )
const allOf =
  (...spoils: readonly ((folder: string) => void)[]) =>
  (folder: string) => {
    for (const spoil of spoils) spoil(folder)
  }

/** With new sums: only the content can tell. */
const contents: readonly Corruption[] = [
  {
    name: 'an answer outside the categories',
    code: 'cell',
    spoil: edit(RESPONSES, (all) => all.replace(',Yes,', ',Yse,')),
  },
  {
    name: 'a response without a number',
    code: 'cell',
    spoil: line(RESPONSES, 5, (one) => one.replace(/^\d+/, '')),
  },
  {
    name: 'a number that is none',
    code: 'cell',
    spoil: line(RESPONSES, 5, (one) => one.replace(/^\d+/, 'five')),
  },
  { name: 'a number twice', code: 'key', spoil: line(RESPONSES, 5, (one) => one.replace(/^\d+/, '1')) },
  { name: 'a number below one', code: 'cell', spoil: line(RESPONSES, 5, (one) => one.replace(/^\d+/, '0')) },
  { name: 'a cell too many', code: 'unreadable', spoil: line(RESPONSES, 9, (one) => `${one},Yes`) },
  {
    name: 'another heading',
    code: 'heading',
    spoil: line(RESPONSES, 0, (one) => one.replace('region', 'place')),
  },
  {
    name: 'a response gone',
    code: 'parquet',
    spoil: edit(RESPONSES, (all) => all.replace(/\n201,.*\n/, '\n')),
  },
  {
    name: 'another answer',
    code: 'parquet',
    spoil: edit(RESPONSES, (all) => all.replace(',Yes,', ',No,')),
  },
  {
    name: 'a figure that is no number',
    code: 'cell',
    spoil: line(TABLES, 8, (one) => one.replace(/,\d+,,/, ',many,,')),
  },
  {
    name: 'a figure twice',
    code: 'key',
    spoil: edit(TABLES, (all) => `${all}${all.split('\n')[4]}\n`),
  },
  { name: 'a figure gone', code: 'printed', spoil: edit(TABLES, (all) => all.replace(/[^\n]*\n$/, '')) },
  {
    name: 'a figure of another value',
    code: 'printed',
    spoil: line(TABLES, 2, (one) => one.replace(/,349,/, ',348,')),
  },
  {
    name: 'a value beside a status',
    code: 'figure',
    spoil: line(TABLES, 1, (one) => one.replace(/,108,,/, ',108,c,')),
  },
  {
    name: 'a status that does not exist',
    code: 'cell',
    spoil: line(TABLES, 1, (one) => one.replace(/,108,,/, ',108,y,')),
  },
  {
    name: 'a figure of another value, in both places',
    code: 'figure',
    spoil: allOf(
      edit(TABLES, (all) => all.replace(/(\n12,.*all_consultation_responses,Yes,percent,)72/, '$173')),
      edit('data/tables/12.csv', (all) => all.replace('Yes,80,72', 'Yes,80,73')),
    ),
  },
  {
    name: 'a base that differs within a column',
    code: 'figure',
    spoil: edit(TABLES, (all) =>
      all.replace(/(\n5,.*,chief_executives_and_leaders,Yes,percent,\d+,,)154/, '$1155'),
    ),
  },
  {
    name: 'a printed figure',
    code: 'printed',
    spoil: edit('data/tables/1.csv', (all) => all.replace('108', '109')),
  },
  {
    name: 'a printed label',
    code: 'printed',
    spoil: edit('data/tables/1.csv', (all) => all.replace('Leader', 'Ladder')),
  },
  {
    name: 'a Parquet file of nothing',
    code: 'parquet',
    spoil: (folder) => writeFileSync(join(folder, 'data/responses.parquet'), 'PAR1PAR1'),
  },
  {
    name: 'a Parquet file with a tail',
    code: 'parquet',
    spoil: (folder) => appendFileSync(join(folder, 'data/responses.parquet'), 'tail'),
  },
  {
    name: 'no descriptor',
    code: 'no-descriptor',
    spoil: (folder) => writeFileSync(join(folder, 'datapackage.json'), '{}'),
  },
  {
    name: 'a version of two numbers',
    code: 'no-descriptor',
    spoil: describe((one) => {
      one.version = '1.0'
    }),
  },
  {
    name: 'another version',
    code: 'other-version',
    spoil: describe((one) => {
      one.version = '1.0.1'
    }),
  },
  {
    name: 'a name with a blank',
    code: 'name',
    spoil: describe((one) => {
      one.name = 'taking stock'
    }),
  },
  {
    name: 'a path that leads out',
    code: 'path',
    spoil: describe((one) => {
      resource(one, 'table-4').path = '../4.csv'
    }),
  },
  {
    name: 'a data file that nobody describes',
    code: 'undescribed-file',
    spoil: describe((one) => {
      one.resources = one.resources.filter(({ name }) => name !== 'table-4')
    }),
  },
  {
    name: 'a category less',
    code: 'cell',
    spoil: describe((one) => {
      field(one, 'q17').categories = ['Yes', 'No']
      field(one, 'q17').constraints.enum = ['Yes', 'No']
    }),
  },
  {
    name: 'another type',
    code: 'cell',
    spoil: describe((one) => {
      const { categories: _, ...rest } = field(one, 'q17')
      const { fields } = resource(one, 'responses').schema
      fields[fields.indexOf(field(one, 'q17'))] = { ...rest, type: 'number', constraints: {} }
    }),
  },
  {
    name: 'a missing value less',
    code: 'cell',
    spoil: describe((one) => {
      resource(one, 'responses').schema.missingValues = ['[no reply]']
    }),
  },
  {
    name: 'a key of no field',
    code: 'unknown-key-field',
    spoil: describe((one) => {
      resource(one, 'responses').schema.primaryKey = ['number']
    }),
  },
  {
    name: 'a schema of the response with a field less',
    code: 'response-schema',
    spoil: edit('schemas/response.schema.json', (all) => all.replace('"q17": {', '"q7": {')),
  },
  {
    name: 'a schema of the response with an answer less',
    code: 'response',
    spoil: edit('schemas/response.schema.json', (all) => all.replaceAll('"[no reply]"', '"[no answer]"')),
  },
  {
    name: 'responses with smaller classes than the release says',
    code: 'rows',
    spoil: edit('tabulation-plan.json', (all) => all.replace('"minimum_class": 10', '"minimum_class": 90')),
  },
]

const deceits: readonly Corruption[] = contents.map(({ spoil, ...one }) => ({
  ...one,
  spoil: (folder: string, random: () => number) => {
    spoil(folder, random)
    try {
      sumAnew(folder)
    } catch {
      // Without resources there is nothing but the list to be made anew.
      listAnew(folder)
    }
  },
}))

export const CORRUPTIONS: readonly Corruption[] = [...accidents, ...deceits]
