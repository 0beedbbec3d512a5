import { isVersion } from '../versions/index.ts'
import type { CatalogueEntry, CatalogueVersion, Contents } from './model.ts'

/** The entries of an earlier `catalogue.json`; those that make no sense are passed over. */
export function listedBefore(catalogue: unknown): readonly CatalogueEntry[] {
  const list = isRecord(catalogue) ? catalogue['consultations'] : undefined
  return (Array.isArray(list) ? list : []).flatMap((entry: unknown) => {
    if (!isRecord(entry) || typeof entry['id'] !== 'string' || typeof entry['title'] !== 'string') return []
    const all: unknown = entry['versions']
    const [newest, ...others] = (Array.isArray(all) ? all : []).filter(isListed)
    const descriptor = isRecord(entry['descriptor']) ? entry['descriptor'] : {}
    const contents = isContents(entry['contents']) ? { contents: entry['contents'] } : {}
    return newest === undefined
      ? []
      : [{ id: entry['id'], title: entry['title'], versions: [newest, ...others], descriptor, ...contents }]
  })
}

const isListed = (value: unknown): value is CatalogueVersion =>
  isRecord(value) &&
  typeof value['version'] === 'string' &&
  isVersion(value['version']) &&
  typeof value['path'] === 'string' &&
  typeof value['kind'] === 'string' &&
  (value['status'] === 'published' || value['status'] === 'withdrawn')

const isContents = (value: unknown): value is Contents =>
  isRecord(value) && isTexts(value['tables']) && isTexts(value['themes'])

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
