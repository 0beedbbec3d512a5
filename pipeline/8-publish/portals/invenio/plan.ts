import { markOf } from '../mark.ts'
import type { Place, Plan, Release, Request, Step } from '../model.ts'
import { refused } from '../refusals.ts'
import { depositFiles } from './deposit-files.ts'
import { invenioMetadata, saysTheSame } from './metadata.ts'
import type { InvenioRecord, InvenioState } from './read.ts'

/**
 * What remains to be done in an InvenioRDM repository. What is published there can never be taken back, so
 * everything is in place, its checksums compared and its DOI written into it, before it is published once.
 */
export function planInvenio(
  { record, newest, edition, arrived }: InvenioState,
  release: Release,
  url: string,
  today: string,
): Plan {
  const metadata = invenioMetadata(release, today)
  if (record === undefined)
    return {
      next: newest === undefined ? create(release, metadata) : newVersion(newest, release),
      later: [...(newest === undefined ? [] : [DESCRIBE]), RESERVE, SEND, PUBLISH],
      place: {},
    }
  const place = placeOf(record, url)
  const path = `/api/records/${record.id}/draft`
  const wanted = edition === undefined ? undefined : depositFiles(edition)
  if (record.published) {
    const wrong = [...(wanted ?? [])].filter(
      ([name, file]) => !record.files.some((one) => one.name === name && one.md5 === file.digests.md5),
    )
    if (wrong.length === 0) return { later: [], place }
    throw refused({
      code: 'already-published',
      message: `Version ${release.version} is published there already, with other files.`,
      advice: 'What is published there cannot be changed. Give this release a higher version.',
    })
  }
  const later = [PUBLISH]
  if (!saysTheSame(record.metadata, metadata))
    return { next: describe(record, metadata), later: [RESERVE, SEND, PUBLISH], place }
  if (wanted === undefined)
    return {
      next: step(RESERVE, { method: 'POST', path: `${path}/pids/doi` }),
      later: [SEND, PUBLISH],
      place,
    }
  for (const { name, md5, complete } of record.files) {
    const file = wanted.get(name)
    const location = `${path}/files/${encodeURIComponent(name)}`
    if (file === undefined || (complete && file.digests.md5 !== md5))
      return {
        next: step(`take ${name} away`, { method: 'DELETE', path: location }),
        later: [SEND, ...later],
        place,
      }
  }
  const missing = [...wanted.keys()].filter((name) => !record.files.some((one) => one.name === name))
  if (missing.length > 0)
    return {
      next: step(`announce ${missing.join(', ')}`, {
        method: 'POST',
        path: `${path}/files`,
        body: { kind: 'json', value: missing.map((key) => ({ key })) },
      }),
      later: [SEND, ...later],
      place,
    }
  for (const [name, file] of wanted) {
    const there = record.files.find((one) => one.name === name)
    const location = `${path}/files/${encodeURIComponent(name)}`
    if (there?.complete) continue
    if (arrived.includes(name))
      return { next: step(`complete ${name}`, { method: 'POST', path: `${location}/commit` }), later, place }
    const send: Request = { method: 'PUT', path: `${location}/content`, body: { kind: 'file', file } }
    return { next: step(`send ${name}`, send), later, place }
  }
  return {
    next: {
      does: PUBLISH,
      once: true,
      opens: true,
      request: { method: 'POST', path: `${path}/actions/publish` },
    },
    later: [],
    place,
  }
}

const DESCRIBE = 'describe the record'
const RESERVE = 'reserve a DOI'
const SEND = 'send the archive and the files to look at, with the DOI in them'
const PUBLISH = 'publish the record, for good'

const step = (does: string, request: Request): Step => ({ does, request })

const create = (release: Release, metadata: unknown): Step => ({
  does: `make a draft marked ${markOf(release)}`,
  once: true,
  request: { method: 'POST', path: '/api/records', body: { kind: 'json', value: { ...OPEN, metadata } } },
})

/** Harmless when repeated: while there is a draft of a new version, it is the answer. */
const newVersion = (newest: string, { version }: Release): Step =>
  step(`make a draft of version ${version} of record ${newest}`, {
    method: 'POST',
    path: `/api/records/${newest}/versions`,
  })

/** A reserved DOI that is not sent along would be lost. */
const describe = ({ id, pids }: InvenioRecord, metadata: unknown): Step =>
  step(DESCRIBE, {
    method: 'PUT',
    path: `/api/records/${id}/draft`,
    body: { kind: 'json', value: { ...OPEN, pids, metadata } },
  })

const OPEN = { access: { record: 'public', files: 'public' }, files: { enabled: true } }

const placeOf = ({ id, published, doi, conceptDoi }: InvenioRecord, url: string): Place => ({
  url: `${url}/${published ? 'records' : 'uploads'}/${id}`,
  ...(doi === '' ? {} : { doi }),
  ...(conceptDoi === '' ? {} : { conceptDoi }),
})
