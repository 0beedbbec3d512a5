import type { InvenioTarget } from '../../targets/index.ts'
import { compareVersions, isVersion } from '../../versions/version.ts'
import { at, listAt, textAt } from '../json.ts'
import { markOf } from '../mark.ts'
import type { Connection, Edition, Known, Release } from '../model.ts'
import { refused } from '../refusals.ts'
import { refuseOlder } from '../versions.ts'

/** How things stand in an InvenioRDM repository. */
export interface InvenioState {
  /** The record of this version: a draft, or published. */
  readonly record?: InvenioRecord
  /** Where there is none: the newest version that is published. */
  readonly newest?: string
  /** The release with the DOI of this record in it. */
  readonly edition?: Edition
  /** Files whose bytes have arrived: until they are completed, the repository does not say so itself. */
  readonly arrived: readonly string[]
}

export interface InvenioRecord {
  readonly id: string
  readonly published: boolean
  readonly metadata: unknown
  readonly pids: unknown
  readonly doi: string
  readonly conceptDoi: string
  readonly files: readonly { readonly name: string; readonly md5: string; readonly complete: boolean }[]
}

export type Editions = (doi: string) => Promise<Edition>

/** Finds the record of this release: the one just made, the one known, or by our mark among our own. */
export async function readInvenio(
  connection: Connection,
  target: InvenioTarget,
  release: Release,
  editions: Editions,
  { state, answer }: Known<InvenioState>,
): Promise<InvenioState> {
  const landed = textAt(answer, 'status') === 'pending' ? [textAt(answer, 'key')] : []
  const arrived = [...(state?.arrived ?? []), ...landed]
  const id = state?.record?.id ?? (textAt(answer, 'parent', 'id') === '' ? undefined : textAt(answer, 'id'))
  const known = id === undefined ? undefined : await readRecord(connection, id)
  if (known !== undefined) return withEdition(known, editions, arrived)
  const hits = await ownRecords(connection, target, release)
  const published = hits.filter((hit) => at(hit, 'is_published') === true)
  const same = published.find((hit) => textAt(hit, 'metadata', 'version') === release.version)
  const draft = hits.find((hit) => at(hit, 'is_published') === false)
  const found = same ?? draft
  const record = found === undefined ? undefined : await readRecord(connection, textAt(found, 'id'))
  if (record !== undefined && (same !== undefined || record.published === false))
    return withEdition(record, editions, [])
  // What the index still calls a draft may be published by now.
  if (record !== undefined && textAt(record.metadata, 'version') === release.version)
    return withEdition(record, editions, [])
  const versionOf = (hit: unknown) => textAt(hit, 'metadata', 'version')
  const numbered = published.filter((hit) => isVersion(versionOf(hit)))
  const newest =
    [...numbered].sort((a, b) => compareVersions(versionOf(b), versionOf(a)))[0] ?? published.at(-1)
  if (newest === undefined) return { arrived: [], ...(record === undefined ? {} : { newest: record.id }) }
  refuseOlder(textAt(newest, 'metadata', 'version'), release.version)
  return { newest: textAt(newest, 'id'), arrived: [] }
}

async function withEdition(
  record: InvenioRecord,
  editions: Editions,
  arrived: readonly string[],
): Promise<InvenioState> {
  if (record.doi === '') return { record, arrived }
  return { record, edition: await editions(record.doi), arrived }
}

/** Our own records, drafts too, that carry our mark; or all versions of the one that the target names. */
async function ownRecords(
  connection: Connection,
  target: InvenioTarget,
  release: Release,
): Promise<readonly unknown[]> {
  const parent = target.record === undefined ? undefined : await parentOf(connection, target.record)
  const query =
    parent === undefined ? `metadata.identifiers.identifier:"${markOf(release)}"` : `parent.id:"${parent}"`
  const answer = await connection.request({
    method: 'GET',
    path: `/api/user/records?size=100&sort=oldest&allversions=true&q=${encodeURIComponent(query)}`,
  })
  if (answer.status === 401 || answer.status === 403)
    throw refused({
      code: 'not-allowed',
      message: 'The repository does not know this token.',
      advice: `Is the token in ${target.tokenFrom} of this repository (the sandbox has its own), not expired, and allowed to deposit and to publish?`,
    })
  if (answer.status !== 200 || at(answer.json, 'hits') === undefined)
    throw refused({
      code: 'no-portal',
      message: `What answers at this address is not an InvenioRDM repository (${answer.status}).`,
      advice: 'Compare the url of the target with the address at which people see the repository.',
    })
  // A search may find more than was asked for.
  return listAt(answer.json, 'hits', 'hits').filter((hit) =>
    parent === undefined
      ? listAt(hit, 'metadata', 'identifiers').some((one) => textAt(one, 'identifier') === markOf(release))
      : textAt(hit, 'parent', 'id') === parent,
  )
}

async function parentOf(connection: Connection, id: string): Promise<string> {
  const answer = await connection.request({ method: 'GET', path: `/api/records/${id}` })
  const parent = textAt(answer.json, 'parent', 'id')
  if (answer.status !== 200 || parent === '')
    throw refused({
      code: 'no-record',
      message: `The repository has no published record ${id} (${answer.status}).`,
      advice: 'Correct "record" of the target, or take it out to begin a new one.',
    })
  return parent
}

/** A record by its id: as a draft where it is one, else as published; undefined where it is neither. */
async function readRecord(connection: Connection, id: string): Promise<InvenioRecord | undefined> {
  for (const [published, path] of [
    [false, `/api/records/${id}/draft`],
    [true, `/api/records/${id}`],
  ] as const) {
    const { status, json } = await connection.request({ method: 'GET', path })
    if (status !== 200) continue
    const files = await connection.request({ method: 'GET', path: `${path}/files` })
    return {
      id,
      published,
      metadata: at(json, 'metadata'),
      pids: at(json, 'pids') ?? {},
      doi: textAt(json, 'pids', 'doi', 'identifier'),
      conceptDoi: textAt(json, 'parent', 'pids', 'doi', 'identifier'),
      files: listAt(files.json, 'entries').map((entry) => ({
        name: textAt(entry, 'key'),
        md5: textAt(entry, 'checksum').replace(/^md5:/, ''),
        complete: textAt(entry, 'status') === 'completed',
      })),
    }
  }
  return undefined
}
