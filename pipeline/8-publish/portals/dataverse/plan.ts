import type { DataverseTarget } from '../../targets/index.ts'
import { markOf } from '../mark.ts'
import type { Digests, Place, Plan, Release, ReleaseFile, Request, Step } from '../model.ts'
import { refused } from '../refusals.ts'
import { refuseOlder } from '../versions.ts'
import { saysTheSame, versionOf } from './metadata.ts'
import { type DataverseDataset, type DataverseFile, type DataverseState, OURS } from './read.ts'

/**
 * What remains to be done in a Dataverse repository. Files keep their folders and are kept from becoming
 * "tabular files": that would lock the dataset, rename them to .tab and change their checksums.
 */
export function planDataverse(
  { dataset, edition, licences }: DataverseState,
  release: Release,
  target: DataverseTarget,
): Plan {
  const contact = contactOf(release, target)
  const version = versionOf(release, target, contact, licences)
  const sendAll = `send ${release.files.length} files, with the DOI in them`
  if (dataset === undefined || edition === undefined)
    return { next: create(release, target, version), later: [sendAll, PUBLISH], place: {} }
  const place = placeOf(dataset, target)
  const { locks } = dataset
  if (locks.length > 0)
    return { later: [], busy: `the dataset is unlocked (${locks.filter(isPlain).join(', ')})`, place }
  const missing = edition.files.filter((file) => !dataset.files.some((one) => one.path === file.path))
  const wrong = edition.files.filter((file) =>
    dataset.files.some((one) => one.path === file.path && !isSame(one, file)),
  )
  const strays = dataset.files.filter(
    (one) => one.ours && !edition.files.some(({ path }) => path === one.path),
  )
  const described = saysTheSame(dataset.version, version)
  if (!dataset.isDraft) {
    if (dataset.release === release.version) {
      if (missing.length + wrong.length + strays.length === 0) return { later: [], place }
      throw alreadyPublished(release)
    }
    refuseOlder(dataset.release, release.version)
    return { next: describe(dataset, version), later: [sendAll, PUBLISH], place }
  }
  const steps = [
    ...(described ? [] : [describe(dataset, version)]),
    ...strays.map((file) => remove(file)),
    ...wrong.map((file) => replace(dataset, file)),
    ...missing.map((file) => add(dataset, file)),
    publish(dataset),
  ]
  const [next, ...later] = steps
  return { ...(next === undefined ? {} : { next }), later: later.map(({ does }) => does), place }
}

const PUBLISH = 'publish the dataset'

const create = (release: Release, target: DataverseTarget, datasetVersion: unknown): Step => ({
  does: `make a draft in ${target.collection}, marked ${markOf(release)}`,
  once: true,
  request: {
    method: 'POST',
    path: `/api/dataverses/${encodeURIComponent(target.collection)}/datasets`,
    body: { kind: 'json', value: { datasetVersion } },
  },
})

/** Changes the draft, or begins one where the newest version is published. */
const describe = (dataset: DataverseDataset, version: unknown): Step => ({
  does: 'describe the dataset',
  request: on(dataset, 'PUT', '/versions/:draft', { kind: 'json', value: version }),
})

const remove = ({ id, path }: DataverseFile): Step => ({
  does: `take ${path} away`,
  request: { method: 'DELETE', path: `/api/files/${id}` },
})

const add = (dataset: DataverseDataset, file: ReleaseFile): Step => ({
  does: `send ${file.path}`,
  request: on(dataset, 'POST', '/add', {
    kind: 'form',
    fields: { jsonData: JSON.stringify(described(file)) },
    files: [{ field: 'file', file }],
  }),
})

const replace = ({ files }: DataverseDataset, file: ReleaseFile): Step => ({
  does: `replace ${file.path}`,
  request: {
    method: 'POST',
    path: `/api/files/${files.find((one) => one.path === file.path)?.id}/replace`,
    body: {
      kind: 'form',
      fields: { jsonData: JSON.stringify({ ...described(file), forceReplace: true }) },
      files: [{ field: 'file', file }],
    },
  },
})

const publish = (dataset: DataverseDataset): Step => ({
  does: PUBLISH,
  once: true,
  opens: true,
  request: on(dataset, 'POST', '/actions/:publish', undefined, '&type=major'),
})

function described({ path, title, description }: ReleaseFile) {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : undefined
  return {
    description: title === path ? description : title,
    ...(folder === undefined ? {} : { directoryLabel: folder }),
    categories: [OURS],
    restrict: false,
    tabIngest: false,
  }
}

const on = (
  { persistentId }: DataverseDataset,
  method: Request['method'],
  path: string,
  body: Request['body'],
  query = '',
): Request => ({
  method,
  path: `/api/datasets/:persistentId${path}?persistentId=${encodeURIComponent(persistentId)}${query}`,
  ...(body === undefined ? {} : { body }),
})

const isSame = ({ algorithm, checksum }: DataverseFile, { digests }: ReleaseFile): boolean => {
  const name = ALGORITHMS[algorithm.toUpperCase()]
  return name !== undefined && digests[name] === checksum
}

const ALGORITHMS: Readonly<Record<string, keyof Digests>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-512': 'sha512',
}

/** Only letters of what the repository says are repeated. */
const isPlain = (word: string): boolean => /^[A-Za-z]{1,30}$/.test(word)

const placeOf = ({ persistentId }: DataverseDataset, { url }: DataverseTarget): Place => ({
  url: `${url}/dataset.xhtml?persistentId=${persistentId}`,
  ...(persistentId.startsWith('doi:') ? { doi: persistentId.slice(4) } : {}),
})

function contactOf(release: Release, target: DataverseTarget): string {
  const contact = target.contact ?? release.contact?.email
  if (contact !== undefined) return contact
  throw refused({
    code: 'no-contact',
    message: 'Dataverse asks for the e-mail address of somebody to ask, and this release names none.',
    advice:
      'Write one under "contact" of the target; everybody will see it. An address of the office is best.',
  })
}

const alreadyPublished = ({ version }: Release) =>
  refused({
    code: 'already-published',
    message: `Version ${version} is published there already, with other files.`,
    advice: 'What is published there stays as it is. Give this release a higher version.',
  })
