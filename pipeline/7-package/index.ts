/**
 * Package (GSBPM 7.2). In: tables that passed disclosure control, and with them the valid anonymous
 * responses. Out: the files of a release, each described and checksummed. Does not belong here: what
 * may be seen (6-protect), where the folder stands and when it is published (edge, 8-publish).
 */
import {
  type Edition,
  type Field,
  type ReleaseData,
  type ReleasedTables,
  type ReleaseFiles,
  seal,
} from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { identifier } from '../engine/index.ts'
import type { NotTested } from '../not-tested.ts'
import { changelog } from './changelog.ts'
import { citationFile } from './citation.ts'
import { licenceText } from './citing.ts'
import { codeLists, codesCsv } from './code-lists.ts'
import { codebookOf } from './codebook/build.ts'
import { countsFrom, countsSql } from './codebook/counts.ts'
import { checkDataPackage, type DataPackage, type MeasuredFile } from './data-package/index.ts'
import { describeData, describeRelease } from './describe.ts'
import { findings } from './findings/index.ts'
import { bagFiles, metadataFiles, tagManifest } from './metadata/index.ts'
import { namedTables } from './names.ts'
import { openTextFiles } from './open-text/index.ts'
import { PATHS } from './paths.ts'
import { publishedFields } from './published-fields.ts'
import { releaseReadme } from './readme.ts'
import { releaseWorkbook } from './release-workbook.ts'
import { printedCsv, refuseRepeatedLabels, tidyCsv } from './tables.ts'
import { renderWorkbook } from './workbook/index.ts'

export { refusalStatements, responseStatements } from './statements.ts'
export { counted } from './words.ts'

/** Where a release is being built; the edge implements it on disk. Paths are relative, POSIX. */
export interface ReleaseFolder {
  write(path: string, content: string | Uint8Array): Promise<void>
  /** Writes the published responses, in published order, from the engine. */
  exportRows(path: string, sql: string, format: 'csv' | 'parquet'): Promise<void>
  /** A small answer of the engine, in any order. */
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>
  digest(path: string): Promise<{ bytes: number; sha256: string }>
}

/**
 * Writes what is published of the responses, if anything is, and of the tables into `folder`: all that a version is computed
 * from, and nothing that says which version it is. Throws `Refused` when two figures of a table could not be
 * told apart by their labels.
 */
export async function packageData(
  definition: Definition,
  released: ReleasedTables,
  folder: ReleaseFolder,
): Promise<ReleaseData> {
  refuseRepeatedLabels(released.tables)
  const tables = namedTables(released.tables)
  const fields = publishedFields(released)
  const contents = new Map<string, string>([
    ...(fields.length === 0 ? [] : [[PATHS.schema, json(released.responses.schema)] as const]),
    [PATHS.tabulation, json(released.plan)],
    [PATHS.tables, tidyCsv(released.tables)],
    ...tables.map(({ path, table }) => [path, printedCsv(table, definition.reporting)] as const),
    ...openTextFiles(definition, released),
    ...listsOf(definition, released).map((list) => [list.path, codesCsv(list)] as const),
  ])
  const files = [
    ...(fields.length === 0 ? [] : await exported(folder, publishedRows(fields, released))),
    ...(await written(folder, contents)),
  ]
  const resources = describeData(definition, released, tables, (path) => find(files, path))
  return seal<ReleaseData>({ released, files, resources })
}

/**
 * Writes the rest of a release into `folder`, beside its data: the workbook, what describes them all, and last
 * the checksums. `definition` carries the version, `edition` how it came to be. The same definition, data and
 * edition give the same bytes. `notTested` is what the attack on it leaves out.
 */
export async function packageRelease(
  definition: Definition,
  data: ReleaseData,
  edition: Edition,
  folder: ReleaseFolder,
  notTested: readonly NotTested[],
): Promise<ReleaseFiles> {
  const { released } = data
  const tables = namedTables(released.tables)
  const contents = new Map<string, string | Uint8Array>([
    [PATHS.readme, releaseReadme(definition, released, tables, listsOf(definition, released), notTested)],
    [PATHS.licence, licenceText(definition)],
    [PATHS.citation, citationFile(definition)],
    [PATHS.changelog, changelog(definition, edition)],
  ])
  // A workbook without a table would have nothing to say.
  if (tables.length > 0)
    contents.set(PATHS.workbook, renderWorkbook(releaseWorkbook(definition, released, notTested)))
  const files = [...data.files, ...(await written(folder, contents))]
  const descriptor = describeRelease(definition, data, edition, (path) => find(files, path))
  const faults = checkDataPackage(descriptor)
  if (faults.length > 0)
    throw new Error(`the data package is wrong: ${faults.map(({ message }) => message).join(' ')}`)
  const { relation } = released.responses.responses
  const counts = countsFrom(await folder.rows(countsSql(publishedFields(released), relation)))
  const about = await written(
    folder,
    new Map([
      [PATHS.descriptor, json(descriptor)],
      ...metadataFiles(descriptor, codebookOf(definition, released, counts)),
    ]),
  )
  const described = [...files, ...about]
  // Loaded here, since it takes half a second: a run that finds nothing new draws nothing.
  const { releasePage } = await import('./page/index.ts')
  const page = releasePage({
    ...{ definition, released, tables, descriptor, notTested, files: described },
    findings: findings(definition, released),
    changes: edition.changes,
  })
  const shown = await written(folder, new Map([[PATHS.page, page]]))
  return seal<ReleaseFiles>({ files: await listed(folder, descriptor, [...described, ...shown]) })
}

const listsOf = (definition: Definition, released: ReleasedTables) =>
  codeLists(definition, publishedFields(released), released.tables)

/** Writes what lists the other files: as a bag, then as checksums, each listing those before it. */
async function listed(
  folder: ReleaseFolder,
  descriptor: DataPackage,
  files: readonly MeasuredFile[],
): Promise<readonly MeasuredFile[]> {
  const bagged = [...files, ...(await written(folder, bagFiles(descriptor, [...files].sort(byPath))))]
  const tags = new Map([[PATHS.tagManifest, tagManifest([...bagged].sort(byPath))]])
  const all = [...bagged, ...(await written(folder, tags))].sort(byPath)
  return [...all, ...(await written(folder, new Map([[PATHS.checksums, checksums(all)]])))].sort(byPath)
}

/** The published fields and nothing else of the relation, which is in published order already. */
const publishedRows = (fields: readonly Field[], { responses: { responses } }: ReleasedTables): string =>
  `SELECT ${fields.map(({ name }) => identifier(name)).join(', ')} FROM ${identifier(responses.relation)} ORDER BY rowid`

async function exported(folder: ReleaseFolder, sql: string): Promise<readonly MeasuredFile[]> {
  await folder.exportRows(PATHS.responses, sql, 'csv')
  await folder.exportRows(PATHS.responsesParquet, sql, 'parquet')
  return measure(folder, [PATHS.responses, PATHS.responsesParquet])
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

async function written(
  folder: ReleaseFolder,
  contents: ReadonlyMap<string, string | Uint8Array>,
): Promise<readonly MeasuredFile[]> {
  for (const [path, content] of contents) await folder.write(path, content)
  return measure(folder, [...contents.keys()])
}

async function measure(folder: ReleaseFolder, paths: readonly string[]): Promise<readonly MeasuredFile[]> {
  const files: MeasuredFile[] = []
  for (const path of paths) files.push({ path, ...(await folder.digest(path)) })
  return files
}

function find(files: readonly MeasuredFile[], path: string): MeasuredFile {
  const file = files.find((candidate) => candidate.path === path)
  if (file === undefined) throw new Error(`${path} was described but not written`)
  return file
}

/** By code unit, so that no locale changes the order. */
const byPath = (a: MeasuredFile, b: MeasuredFile): number => (a.path < b.path ? -1 : 1)

/** In the format of `sha256sum -c`. */
const checksums = (files: readonly MeasuredFile[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
