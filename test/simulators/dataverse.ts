import { createHash } from 'node:crypto'
import { formOf, type Portal, type Received, type Reply } from './server.ts'

interface StoredFile {
  id: number
  label: string
  directoryLabel?: string
  categories?: string[]
  bytes: Buffer
}

export interface DataverseDataset {
  persistentId: string
  fields: unknown[]
  license?: unknown
  released: number
  draft: boolean
  files: StoredFile[]
}

/** A Dataverse in memory: its search lags behind, it locks what it works on, it makes .tab of what it may. */
export interface Dataverse {
  readonly portal: Portal
  readonly datasets: DataverseDataset[]
  /** Datasets published, by id, once for every version. */
  readonly publications: string[]
}

/** Requests until the search shows a change, and until a lock is gone. */
const LAG = 2

export function dataverse({
  token,
  collection,
}: {
  readonly token: string
  readonly collection: string
}): Dataverse {
  const datasets: DataverseDataset[] = []
  const publications: string[] = []
  const snapshots: string[][] = []
  let count = 0
  let lockedUntil = 0
  let now = 0

  const called = async (received: Received): Promise<Reply> => {
    const { method, path, query, headers, body } = received
    const call = `${method} ${path}`
    const dataset = datasets.find((one) => one.persistentId === query.get('persistentId'))
    const locked = now < lockedUntil
    const [, fileId = ''] = /\/(?:files|datafile)\/(\d+)/.exec(path) ?? []
    const owner = datasets.find(({ files }) => files.some(({ id }) => id === Number(fileId)))
    if (call === 'GET /api/users/:me') return ok({ identifier: '@alice' })
    if (call === `GET /api/dataverses/${collection}`) return ok({ alias: collection })
    if (call === 'GET /api/licenses')
      return ok([{ name: 'CC0 1.0', uri: 'http://creativecommons.org/publicdomain/zero/1.0' }, OGL])
    if (call === `GET /api/dataverses/${collection}/contents`)
      return ok(
        datasets.map(({ persistentId, released }) => ({
          type: 'dataset',
          protocol: 'doi',
          authority: '10.5072',
          identifier: persistentId.replace('doi:10.5072/', ''),
          ...(released > 0 ? { publicationDate: '2026-04-01' } : {}),
        })),
      )
    if (call === 'GET /api/search')
      return ok({ items: (snapshots.at(-1 - LAG) ?? []).map((global_id) => ({ global_id })) })
    if (call === `POST /api/dataverses/${collection}/datasets`) {
      // Sent as anything else, the body is not read.
      const version = headers['content-type']?.startsWith('application/json')
        ? JSON.parse(body.toString()).datasetVersion
        : { metadataBlocks: { citation: { fields: [] } } }
      const faults = missingFields(version)
      if (faults.length > 0) return bad(400, `Validation Failed: ${faults.join(', ')} is required.`)
      count += 1
      const persistentId = `doi:10.5072/FK2/${String(count).padStart(6, 'A')}`
      datasets.push({
        persistentId,
        fields: version.metadataBlocks.citation.fields,
        license: version.license,
        released: 0,
        draft: true,
        files: [],
      })
      return { status: 201, json: { status: 'OK', data: { id: count, persistentId } } }
    }
    if (call === 'GET /api/datasets/:persistentId')
      return dataset === undefined ? bad(404, 'Dataset not found.') : ok({ latestVersion: shown(dataset) })
    if (call === 'GET /api/datasets/:persistentId/locks')
      return ok(locked ? [{ lockType: 'finalizePublication' }] : [])
    if (call.startsWith('GET /api/access/datafile/')) {
      const file = owner?.files.find(({ id }) => id === Number(fileId))
      return file === undefined ? bad(404, 'Not found.') : { status: 200, bytes: file.bytes }
    }
    if (locked) return bad(403, 'Dataset cannot be edited due to dataset lock.')
    if (call === 'PUT /api/datasets/:persistentId/versions/:draft' && dataset !== undefined) {
      const version = JSON.parse(body.toString())
      dataset.fields = version.metadataBlocks.citation.fields
      dataset.license = version.license
      dataset.draft = true
      return ok({})
    }
    if (call === 'POST /api/datasets/:persistentId/add' && dataset !== undefined) {
      const file = await fileOf(received)
      // A second one of the same name gets another name.
      const taken = dataset.files.some((one) => pathOf(one) === pathOf(file))
      if (taken) file.label = file.label.replace(/(\.[^.]+)?$/, '-1$1')
      dataset.files.push(file)
      dataset.draft = true
      return ok({ files: [{ label: file.label, dataFile: { id: file.id } }] })
    }
    if (/^POST \/api\/files\/\d+\/replace$/.test(call) && owner !== undefined) {
      const old = owner.files.findIndex(({ id }) => id === Number(fileId))
      const file = await fileOf(received)
      owner.files[old] = { ...file, label: owner.files[old]?.label ?? file.label }
      owner.draft = true
      return ok({})
    }
    if (/^DELETE \/api\/files\/\d+$/.test(call) && owner !== undefined) {
      owner.files = owner.files.filter(({ id }) => id !== Number(fileId))
      return ok({})
    }
    if (call === 'POST /api/datasets/:persistentId/actions/:publish' && dataset !== undefined) {
      if (!dataset.draft) return bad(409, 'Latest version is already published.')
      dataset.draft = false
      dataset.released += 1
      publications.push(dataset.persistentId)
      lockedUntil = now + LAG
      return ok({})
    }
    return bad(404, 'Not found.')
  }

  const fileOf = async (received: Received): Promise<StoredFile> => {
    const form = await formOf(received)
    const part = form.get('file')
    if (part === undefined || typeof part === 'string') throw new Error('no file was sent')
    const { directoryLabel, categories, tabIngest } = JSON.parse(String(form.get('jsonData')))
    count += 1
    const ingested = tabIngest !== false && part.name.endsWith('.csv')
    if (ingested) lockedUntil = now + LAG
    return {
      id: count,
      label: ingested ? part.name.replace(/csv$/, 'tab') : part.name,
      ...(directoryLabel === undefined ? {} : { directoryLabel }),
      categories: categories ?? [],
      bytes: ingested ? Buffer.from(part.bytes.toString().replaceAll(',', '\t')) : part.bytes,
    }
  }

  return {
    datasets,
    publications,
    portal: (received) => {
      now += 1
      snapshots.push(datasets.filter(({ released }) => released > 0).map(({ persistentId }) => persistentId))
      const key = received.headers['x-dataverse-key']
      // Real ones repeat the token in their words.
      if (key !== token) return bad(401, `User with token ${key} not found.`)
      return called(received)
    },
  }
}

const OGL = {
  name: 'OGL UK 3.0',
  uri: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3',
}

export const pathOf = ({ directoryLabel, label }: Pick<StoredFile, 'directoryLabel' | 'label'>): string =>
  directoryLabel === undefined ? label : `${directoryLabel}/${label}`

function shown({ fields, license, draft, released, files }: DataverseDataset) {
  return {
    versionState: draft ? 'DRAFT' : 'RELEASED',
    versionNumber: released,
    license,
    metadataBlocks: { citation: { fields } },
    files: files.map(({ id, label, directoryLabel, categories, bytes }) => ({
      label,
      ...(directoryLabel === undefined ? {} : { directoryLabel }),
      categories,
      dataFile: { id, checksum: { type: 'MD5', value: createHash('md5').update(bytes).digest('hex') } },
    })),
  }
}

const REQUIRED = ['title', 'author', 'datasetContact', 'dsDescription', 'subject']
const missingFields = (version: { metadataBlocks: { citation: { fields: { typeName: string }[] } } }) =>
  REQUIRED.filter((name) => !version.metadataBlocks.citation.fields.some(({ typeName }) => typeName === name))

const ok = (data: unknown): Reply => ({ status: 200, json: { status: 'OK', data } })
const bad = (status: number, message: string): Reply => ({ status, json: { status: 'ERROR', message } })
