import { randomUUID } from 'node:crypto'
import { formOf, type Part, type Portal, type Received, type Reply } from './server.ts'

type Fields = Record<string, unknown>

export interface CkanDataset extends Fields {
  id: string
  name: string
  private: boolean
  metadata_modified: string
  resources: Fields[]
}

/** A CKAN in memory, with the behaviours that were measured on 2.10.10. */
export interface Ckan {
  readonly portal: Portal
  readonly datasets: CkanDataset[]
  /** Resource id -> the bytes that it gives out. */
  readonly bytes: Map<string, Buffer>
  /** Names of files received, those of refused requests too. */
  readonly uploads: string[]
}

export interface CkanSettings {
  /** Token -> names of organisations that its holder edits. */
  readonly tokens: Readonly<Record<string, readonly string[]>>
  readonly largest?: number
}

const ORGANISATION = (name: string) => ({ id: `id-of-${name}`, name, title: `The ${name}`, state: 'active' })

export function ckan({ tokens, largest = 10_000_000 }: CkanSettings): Ckan {
  const datasets: CkanDataset[] = []
  const bytes = new Map<string, Buffer>()
  const uploads: string[] = []
  let tick = 0
  const touch = (dataset: CkanDataset) => {
    tick += 1
    dataset.metadata_modified = `2026-01-01T00:00:00.${String(tick).padStart(6, '0')}`
  }
  // "Bearer" before the token is a token that nobody has.
  const editorOf = ({ headers }: Received) => tokens[headers.authorization ?? ''] ?? []
  const maySee = (received: Received, dataset: CkanDataset) =>
    !dataset.private || editorOf(received).includes(nameOf(dataset))
  const nameOf = (dataset: CkanDataset) => String(dataset['owner_org']).replace('id-of-', '')

  const store = (dataset: CkanDataset, resource: Fields, part: Part): Reply | undefined => {
    uploads.push(part.name)
    if (part.bytes.length > largest) return invalid({ upload: ['File upload too large'] })
    tick += 1
    bytes.set(String(resource['id']), part.bytes)
    Object.assign(resource, {
      url_type: 'upload',
      url: `/dataset/${dataset.id}/resource/${resource['id']}/download/${part.name.toLowerCase()}`,
      last_modified: `2026-01-01T00:00:01.${String(tick).padStart(6, '0')}`,
    })
    return undefined
  }

  const actions: Readonly<Record<string, (received: Received) => Promise<Reply> | Reply>> = {
    organization_list_for_user: (received) => ok(editorOf(received).map(ORGANISATION)),
    package_list: () => ok(datasets.filter((one) => !one.private).map(({ name }) => name)),
    package_show: (received) => {
      const id = received.query.get('id')
      const found = datasets.find((one) => one.id === id || one.name === id)
      if (found === undefined) return failed(404, 'Not Found Error', 'Not found')
      if (!maySee(received, found)) return failed(403, 'Authorization Error', 'Access denied')
      return ok(shown(found, received))
    },
    package_create: (received) => {
      const fields = JSON.parse(received.body.toString())
      if (!editorOf(received).some((name) => ORGANISATION(name).id === fields.owner_org))
        return failed(403, 'Authorization Error', 'Access denied: User  not authorized to create packages')
      if (datasets.some(({ name }) => name === fields.name))
        return invalid({ name: ['That URL is already in use.'] })
      const faults = faultsOf(fields)
      if (faults !== undefined) return faults
      const dataset = { ...fields, id: randomUUID(), metadata_modified: '', resources: [] }
      touch(dataset)
      datasets.push(dataset)
      return ok(shown(dataset, received))
    },
    // Both as CKAN has them: what a publisher must keep away from.
    package_update: (received) => {
      const fields = JSON.parse(received.body.toString())
      const found = datasets.find((one) => one.id === fields.id)
      if (found === undefined) return failed(404, 'Not Found Error', 'Not found')
      for (const key of Object.keys(found)) if (!['id', 'name', 'owner_org'].includes(key)) delete found[key]
      Object.assign(found, { resources: [], private: false }, fields)
      touch(found)
      return ok(shown(found, received))
    },
    resource_create: (received) => {
      const fields = JSON.parse(received.body.toString())
      const found = datasets.find((one) => one.id === fields.package_id || one.name === fields.package_id)
      if (found === undefined) return failed(404, 'Not Found Error', 'Not found')
      found.resources.push({ ...fields, id: randomUUID() })
      touch(found)
      return ok(found.resources.at(-1))
    },
    package_revise: async (received) => {
      const form = await formOf(received)
      const match = JSON.parse(String(form.get('match')))
      const current = datasets.find((one) => one.id === match.id)
      if (current === undefined) return failed(404, 'Not Found Error', 'Not found')
      if (!editorOf(received).includes(nameOf(current)))
        return failed(403, 'Authorization Error', 'Access denied')
      if ((match.metadata_modified ?? current.metadata_modified) !== current.metadata_modified)
        return invalid({ match: ['metadata_modified'] })
      // Nothing of the dataset changes before everything is known to be well.
      const next = structuredClone(current)
      const kept = new Map(bytes)
      for (const pattern of JSON.parse(String(form.get('filter') ?? '[]')) as string[]) {
        const [, id] = /^-resources__(.{5,})$/.exec(pattern) ?? []
        if (id === undefined) next[pattern.slice(1)] = []
        else next.resources = next.resources.filter((one) => !String(one['id']).startsWith(id))
      }
      for (const [key, value] of Object.entries(JSON.parse(String(form.get('update') ?? '{}'))))
        next[key] = merged(next[key], value)
      const extend = form.get('update__resources__extend')
      if (extend !== undefined)
        for (const fields of JSON.parse(String(extend)))
          next.resources.push({ ...fields, id: randomUUID(), metadata_modified: '' })
      for (const [key, value] of form) {
        const [, at = '', upload] = /^update__resources__(?!extend$)(.+?)(__upload)?$/.exec(key) ?? []
        if (at === '') continue
        const resource = /^-\d+$/.test(at)
          ? next.resources.at(Number(at))
          : next.resources.find((one) => String(one['id']).startsWith(at))
        if (resource === undefined) return invalid({ [key]: ['Unable to find'] })
        if (upload === undefined) Object.assign(resource, JSON.parse(String(value)))
        else if (typeof value !== 'string') {
          const refusal = store(next, resource, value)
          if (refusal !== undefined) {
            for (const id of bytes.keys()) if (!kept.has(id)) bytes.delete(id)
            for (const [id, old] of kept) bytes.set(id, old)
            return refusal
          }
        }
      }
      const faults = faultsOf(next)
      if (faults !== undefined) return faults
      touch(next)
      datasets[datasets.indexOf(current)] = next
      return ok({ package: shown(next, received) })
    },
  }

  return {
    datasets,
    bytes,
    uploads,
    portal: async (received) => {
      const [, action] = /^\/api\/3\/action\/(\w+)$/.exec(received.path) ?? []
      if (action !== undefined)
        return (
          actions[action]?.(received) ?? {
            status: 400,
            json: `Bad request - Action name not known: ${action}`,
          }
        )
      const [, dataset, resource = ''] =
        /^\/dataset\/([^/]+)\/resource\/([^/]+)\/download/.exec(received.path) ?? []
      const found = datasets.find(({ id }) => id === dataset)
      const file = bytes.get(resource)
      if (found === undefined || file === undefined) return { status: 404, html: '<html>404</html>' }
      // Of a private dataset nobody else gets a file.
      return maySee(received, found)
        ? { status: 200, bytes: file }
        : { status: 403, html: '<html>403</html>' }
    },
  }

  function shown(dataset: CkanDataset, { headers }: Received) {
    const open = ['uk-ogl', 'cc-by', 'cc-zero'].includes(String(dataset['license_id']))
    return {
      ...dataset,
      state: dataset['state'] ?? 'active',
      organization: ORGANISATION(nameOf(dataset)),
      isopen: open,
      resources: dataset.resources.map((one) => ({
        ...one,
        url: String(one['url']).replace(/^\//, `http://${headers.host}/`),
      })),
    }
  }
}

/** Lists are merged position by position, so that old ones beyond the new stay: as CKAN does. */
function merged(old: unknown, next: unknown): unknown {
  if (!Array.isArray(old) || !Array.isArray(next)) return next
  return [...next, ...old.slice(next.length)]
}

function faultsOf(dataset: Fields): Reply | undefined {
  const tags = (dataset['tags'] ?? []) as { name: string }[]
  if (tags.some(({ name }) => !/^[\p{L}\p{M}\p{N} ._-]{2,100}$/u.test(name)))
    return invalid({ tags: ['Tag can only contain alphanumeric characters, spaces, hyphens and dots'] })
  const keys = ((dataset['extras'] ?? []) as { key: string }[]).map(({ key }) => key)
  if (new Set(keys).size < keys.length)
    return invalid({ extras: ['There is a schema field with the same name'] })
  return /^[a-z0-9_-]{2,100}$/.test(String(dataset['name']))
    ? undefined
    : invalid({ name: ['Must be purely lowercase'] })
}

const ok = (result: unknown): Reply => ({ status: 200, json: { success: true, result } })
const failed = (status: number, type: string, message: string): Reply => ({
  status,
  json: { success: false, error: { __type: type, message } },
})
const invalid = (faults: Fields): Reply => ({
  status: 409,
  json: { success: false, error: { __type: 'Validation Error', ...faults } },
})
