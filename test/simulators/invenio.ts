import { createHash } from 'node:crypto'
import type { Portal, Received, Reply } from './server.ts'

interface FileEntry {
  key: string
  bytes?: Buffer
  status: 'pending' | 'completed'
}

export interface InvenioRecord {
  id: string
  parent: string
  version: number
  published: boolean
  metadata: Record<string, unknown>
  doi?: string
  reserved: number
  files: FileEntry[]
}

/** An InvenioRDM in memory, as its documents describe it; its search lags behind by a few requests. */
export interface Invenio {
  readonly portal: Portal
  readonly records: InvenioRecord[]
  /** Times that a record was published. */
  readonly publications: string[]
}

/** Requests until the search shows a change. */
const LAG = 2

export function invenio({ token }: { readonly token: string }): Invenio {
  const records: InvenioRecord[] = []
  const publications: string[] = []
  const snapshots: InvenioRecord[][] = []
  let count = 0

  const make = (parent: string, version: number, metadata: Record<string, unknown>): InvenioRecord => {
    count += 1
    const record = { id: `rec-${count}`, parent, version, published: false, metadata, reserved: 0, files: [] }
    records.push(record)
    return record
  }

  const routes: readonly (readonly [RegExp, (received: Received, id: string, key: string) => Reply])[] = [
    [
      /^GET \/api\/user\/records$/,
      ({ query }) => {
        const wanted = /"(.+)"/.exec(query.get('q') ?? '')?.[1] ?? ''
        const seen = snapshots.at(-1 - LAG) ?? []
        const hits = seen.filter((one) => JSON.stringify(one).includes(wanted)).map(shown)
        return ok(200, { hits: { hits, total: hits.length } })
      },
    ],
    [
      /^POST \/api\/records$/,
      ({ body }) => {
        const { metadata } = JSON.parse(body.toString())
        count += 1
        return ok(201, shown(make(`par-${count}`, 1, metadata)))
      },
    ],
    [
      /^POST \/api\/records\/([^/]+)\/versions$/,
      (_, id) => {
        const of = records.find((one) => one.id === id && one.published)
        if (of === undefined) return notFound()
        const draft = records.find((one) => one.parent === of.parent && !one.published)
        if (draft !== undefined) return ok(201, shown(draft))
        const versions = records.filter((one) => one.parent === of.parent).length
        const { publication_date: _date, version: _version, ...metadata } = of.metadata
        return ok(201, shown(make(of.parent, versions + 1, metadata)))
      },
    ],
    [/^GET \/api\/records\/([^/]+)\/draft$/, (_, id) => withDraft(id, (record) => ok(200, shown(record)))],
    [
      /^PUT \/api\/records\/([^/]+)\/draft$/,
      ({ body }, id) =>
        withDraft(id, (record) => {
          const sent = JSON.parse(body.toString())
          record.metadata = sent.metadata
          // A draft sent without its identifiers has none.
          const doi = sent.pids?.doi?.identifier
          if (doi === undefined) delete record.doi
          return ok(200, shown(record))
        }),
    ],
    [
      /^POST \/api\/records\/([^/]+)\/draft\/pids\/doi$/,
      (_, id) =>
        withDraft(id, (record) => {
          if (record.doi !== undefined)
            return ok(400, {
              status: 400,
              errors: [{ field: 'pids.doi', messages: ['A PID already exists for type doi'] }],
            })
          // A DOI that was lost is not given again.
          record.doi = `10.5072/test.${id}${'x'.repeat(record.reserved)}`
          record.reserved += 1
          return ok(201, shown(record))
        }),
    ],
    [
      /^GET \/api\/records\/([^/]+)\/draft\/files$/,
      (_, id) => withDraft(id, (record) => ok(200, listed(record))),
    ],
    [
      /^POST \/api\/records\/([^/]+)\/draft\/files$/,
      ({ body }, id) =>
        withDraft(id, (record) => {
          const keys = (JSON.parse(body.toString()) as { key: string }[]).map(({ key }) => key)
          const twice = keys.find((key) => record.files.some((file) => file.key === key))
          if (twice !== undefined)
            return ok(400, { status: 400, message: `File with key ${twice} already exists.` })
          for (const key of keys) record.files.push({ key, status: 'pending' })
          return ok(201, listed(record))
        }),
    ],
    [
      /^PUT \/api\/records\/([^/]+)\/draft\/files\/([^/]+)\/content$/,
      ({ body }, id, key) =>
        withFile(id, key, (file) => {
          if (file.status === 'completed') return ok(403, { status: 403, message: 'Permission denied.' })
          file.bytes = body
          return ok(200, { key, status: 'pending' })
        }),
    ],
    [
      /^POST \/api\/records\/([^/]+)\/draft\/files\/([^/]+)\/commit$/,
      (_, id, key) =>
        withFile(id, key, (file) => {
          if (file.bytes === undefined) return ok(400, { status: 400, message: 'File content missing.' })
          file.status = 'completed'
          return ok(200, entry(file))
        }),
    ],
    [
      /^DELETE \/api\/records\/([^/]+)\/draft\/files\/([^/]+)$/,
      (_, id, key) =>
        withDraft(id, (record) => {
          record.files = record.files.filter((file) => file.key !== key)
          return { status: 204 }
        }),
    ],
    [
      /^POST \/api\/records\/([^/]+)\/draft\/actions\/publish$/,
      (_, id) =>
        withDraft(id, (record) => {
          const missing = ['title', 'publication_date', 'creators', 'resource_type'].filter(
            (field) => record.metadata[field] === undefined,
          )
          if (
            missing.length > 0 ||
            record.files.some(({ status }) => status === 'pending') ||
            record.files.length === 0
          )
            return ok(400, { status: 400, errors: missing.map((field) => ({ field: `metadata.${field}` })) })
          record.published = true
          publications.push(id)
          return ok(202, shown(record))
        }),
    ],
    [/^GET \/api\/records\/([^/]+)$/, (_, id) => withPublished(id, (record) => ok(200, shown(record)))],
    [
      /^GET \/api\/records\/([^/]+)\/files$/,
      (_, id) => withPublished(id, (record) => ok(200, listed(record))),
    ],
    [
      /^GET \/api\/records\/([^/]+)\/files\/([^/]+)\/content$/,
      (_, id, key) =>
        withPublished(id, (record) => {
          const file = record.files.find((one) => one.key === key)
          return file?.bytes === undefined ? notFound() : { status: 200, bytes: file.bytes }
        }),
    ],
  ]

  const withDraft = (id: string, work: (record: InvenioRecord) => Reply): Reply => {
    const record = records.find((one) => one.id === id && !one.published)
    return record === undefined ? notFound() : work(record)
  }
  const withPublished = (id: string, work: (record: InvenioRecord) => Reply): Reply => {
    const record = records.find((one) => one.id === id && one.published)
    return record === undefined ? notFound() : work(record)
  }
  const withFile = (id: string, key: string, work: (file: FileEntry) => Reply): Reply =>
    withDraft(id, (record) => {
      const file = record.files.find((one) => one.key === key)
      return file === undefined ? notFound() : work(file)
    })

  return {
    records,
    publications,
    portal: (received) => {
      if (received.headers.authorization !== `Bearer ${token}`)
        return ok(403, { status: 403, message: `Permission denied for ${received.headers.authorization}` })
      snapshots.push(records.map((one) => ({ ...one, files: [] })))
      const call = `${received.method} ${received.path}`
      for (const [pattern, route] of routes) {
        const [, id = '', key = ''] = pattern.exec(call) ?? []
        if (pattern.test(call)) return route(received, id, decodeURIComponent(key))
      }
      return notFound()
    },
  }
}

const shown = (record: InvenioRecord) => ({
  id: record.id,
  is_published: record.published,
  is_draft: !record.published,
  metadata: record.metadata,
  parent: {
    id: record.parent,
    ...(record.published ? { pids: { doi: { identifier: `10.5072/test.${record.parent}` } } } : {}),
  },
  pids: record.doi === undefined ? {} : { doi: { identifier: record.doi, provider: 'datacite' } },
  versions: { index: record.version },
})

const entry = ({ key, bytes, status }: FileEntry) => ({
  key,
  status,
  ...(status === 'completed' && bytes !== undefined
    ? { checksum: `md5:${createHash('md5').update(bytes).digest('hex')}`, size: bytes.length }
    : {}),
})
const listed = ({ files }: InvenioRecord) => ({ enabled: true, entries: files.map(entry) })
const ok = (status: number, json: unknown): Reply => ({ status, json })
const notFound = (): Reply => ({ status: 404, json: { status: 404, message: 'Not found.' } })
