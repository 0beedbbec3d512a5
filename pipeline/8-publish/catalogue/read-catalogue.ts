import { isVersion } from '../versions/index.ts'
import type { CatalogueEntry, CatalogueVersion } from './model.ts'

/** The entries of an earlier `catalogue.json`; those that make no sense are passed over. */
export function listedBefore(catalogue: unknown): readonly CatalogueEntry[] {
  const list = isRecord(catalogue) ? catalogue['consultations'] : undefined
  return (Array.isArray(list) ? list : []).flatMap((entry: unknown) => {
    if (!isRecord(entry) || typeof entry['id'] !== 'string' || typeof entry['title'] !== 'string') return []
    const all: unknown = entry['versions']
    const [newest, ...others] = (Array.isArray(all) ? all : []).filter(isListed)
    const descriptor = isRecord(entry['descriptor']) ? entry['descriptor'] : {}
    return newest === undefined
      ? []
      : [{ id: entry['id'], title: entry['title'], versions: [newest, ...others] as const, descriptor }]
  })
}

const isListed = (value: unknown): value is CatalogueVersion =>
  isRecord(value) &&
  typeof value['version'] === 'string' &&
  isVersion(value['version']) &&
  typeof value['path'] === 'string' &&
  typeof value['kind'] === 'string' &&
  (value['status'] === 'published' || value['status'] === 'withdrawn')

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
