import type { DataverseTarget } from '../../targets/index.ts'
import { at, listAt, textAt } from '../json.ts'
import { markOf } from '../mark.ts'
import type { Answer, Connection, Edition, Known, Release } from '../model.ts'
import { refused } from '../refusals.ts'
import { isMarked, releaseVersionOf } from './metadata.ts'

/** How things stand in a Dataverse repository. */
export interface DataverseState {
  /** Licences that this installation knows. */
  readonly licences: readonly unknown[]
  readonly dataset?: DataverseDataset
  readonly edition?: Edition
}

export interface DataverseDataset {
  /** `doi:10.5072/FK2/ABCDEF` */
  readonly persistentId: string
  /** Its newest version, as Dataverse gives it. */
  readonly version: unknown
  readonly isDraft: boolean
  /** Of the release in it. */
  readonly release: string
  readonly files: readonly DataverseFile[]
  /** Why it takes nothing now: `Ingest`, `finalizePublication`. */
  readonly locks: readonly string[]
}

export interface DataverseFile {
  readonly id: string
  readonly path: string
  /** `MD5`, `SHA-1`, `SHA-256`, `SHA-512`: as the installation is set. */
  readonly algorithm: string
  readonly checksum: string
  /** Put there by us: what somebody else added to the dataset stays. */
  readonly ours: boolean
}

/** The tag (a "category") of the files that we put there. */
export const OURS = 'Release'

export type Editions = (doi: string) => Promise<Edition>

/** Finds the dataset of this release: the one just made, the one known, or by our mark in the collection. */
export async function readDataverse(
  connection: Connection,
  target: DataverseTarget,
  release: Release,
  editions: Editions,
  { state, answer }: Known<DataverseState>,
): Promise<DataverseState> {
  const licences = state?.licences ?? (await preflight(connection, target))
  const known = state?.dataset?.persistentId ?? (textAt(answer, 'data', 'persistentId') || target.dataset)
  const persistentId = known ?? (await find(connection, target, release))
  if (persistentId === undefined) return { licences }
  const dataset = await readDataset(connection, persistentId)
  if (dataset === undefined)
    throw refused({
      code: 'no-record',
      message: `The repository does not show the dataset ${persistentId} to the holder of this token.`,
      advice: 'Correct "dataset" of the target, or take it out to begin a new one.',
    })
  return { licences, dataset, edition: await editions(persistentId.replace(/^doi:/, '')) }
}

/** Whether the token is known, and which licences the repository has. */
async function preflight(connection: Connection, target: DataverseTarget): Promise<readonly unknown[]> {
  const me = await connection.request({ method: 'GET', path: '/api/users/:me' })
  if (textAt(me.json, 'status') === '')
    throw refused({
      code: 'no-portal',
      message: `What answers at this address is not a Dataverse repository (${me.status}).`,
      advice: 'Compare the url of the target with the address at which people see the repository.',
    })
  if (me.status !== 200)
    throw refused({
      code: 'not-allowed',
      message: 'The repository does not know this token.',
      advice: `Is the token in ${target.tokenFrom} of this repository, and not expired? It holds for a year.`,
    })
  const collection = await connection.request({
    method: 'GET',
    path: `/api/dataverses/${encodeURIComponent(target.collection)}`,
  })
  if (collection.status !== 200)
    throw refused({
      code: 'no-collection',
      message: `The repository has no collection ${target.collection}, or does not show it to the holder of this token.`,
      advice: 'Correct "collection" of the target: the last part of the address of its page.',
    })
  const licences = await connection.request({ method: 'GET', path: '/api/licenses' })
  return listAt(licences.json, 'data')
}

/**
 * The dataset in the collection that carries our mark. The search knows what is published; drafts may not
 * be in its index yet, so those are looked at one by one.
 */
async function find(
  connection: Connection,
  target: DataverseTarget,
  release: Release,
): Promise<string | undefined> {
  const collection = encodeURIComponent(target.collection)
  const contents = await connection.request({ method: 'GET', path: `/api/dataverses/${collection}/contents` })
  const drafts = listAt(contents.json, 'data')
    .filter((item) => textAt(item, 'type') === 'dataset' && textAt(item, 'publicationDate') === '')
    .map((item) => `${textAt(item, 'protocol')}:${textAt(item, 'authority')}/${textAt(item, 'identifier')}`)
  const search = await connection.request({
    method: 'GET',
    path: `/api/search?type=dataset&per_page=100&subtree=${collection}&q=${encodeURIComponent(`otherIdValue:"${markOf(release)}"`)}`,
  })
  const found = listAt(search.json, 'data', 'items').map((item) => textAt(item, 'global_id'))
  for (const persistentId of new Set([...found, ...drafts].filter((one) => one !== ''))) {
    const dataset = await readDataset(connection, persistentId)
    if (dataset !== undefined && isMarked(dataset.version, release)) return persistentId
  }
  return undefined
}

/** A dataset with its newest version, its files and its locks; undefined where there is none to see. */
async function readDataset(
  connection: Connection,
  persistentId: string,
): Promise<DataverseDataset | undefined> {
  const ask = (path: string): Promise<Answer> =>
    connection.request({
      method: 'GET',
      path: `/api/datasets/:persistentId${path}?persistentId=${encodeURIComponent(persistentId)}`,
    })
  const { status, json } = await ask('')
  if (status !== 200) return undefined
  const version = at(json, 'data', 'latestVersion')
  const locks = listAt((await ask('/locks')).json, 'data').map((lock) => textAt(lock, 'lockType'))
  return {
    persistentId,
    version,
    isDraft: textAt(version, 'versionState') === 'DRAFT',
    release: releaseVersionOf(version),
    files: listAt(version, 'files').map((file) => ({
      id: textAt(file, 'dataFile', 'id'),
      path: [textAt(file, 'directoryLabel'), textAt(file, 'label')].filter((part) => part !== '').join('/'),
      ours: listAt(file, 'categories').includes(OURS),
      algorithm: textAt(file, 'dataFile', 'checksum', 'type') || 'MD5',
      checksum: (
        textAt(file, 'dataFile', 'checksum', 'value') || textAt(file, 'dataFile', 'md5')
      ).toLowerCase(),
    })),
    locks,
  }
}
