import { LICENCES } from '../../../licences.ts'
import { at, listAt, textAt } from '../json.ts'
import type { Release, ReleaseFile } from '../model.ts'
import { tagsOf } from './names.ts'

/** Says that a dataset is ours and of which data package: nobody else's is ever touched. */
export const MARK = 'data_package'

/** Fields of a dataset that a release decides. What else an editor of the portal wrote stays. */
export const FIELDS = [
  'title',
  'notes',
  'version',
  'license_id',
  'url',
  'author',
  'author_email',
  'maintainer',
  'maintainer_email',
] as const

export type DatasetFields = Readonly<Record<(typeof FIELDS)[number], string>>

/**
 * What CKAN calls the parts of a release's description. CKAN takes any word for a licence and then calls the
 * dataset not open: it must be the id of CKAN's own list.
 */
export function datasetFields(release: Release): DatasetFields {
  const licence = Object.values(LICENCES).find(({ spdx }) => spdx === release.licence.spdx)
  return {
    title: release.title,
    notes: release.description,
    version: release.version,
    license_id: licence?.ckan ?? 'other-open',
    url: release.homepage ?? release.publisher.url ?? '',
    author: release.publisher.name,
    author_email: release.publisher.email ?? '',
    maintainer: release.contact?.name ?? '',
    maintainer_email: release.contact?.email ?? '',
  }
}

/** Extras that a release decides; the names of time are those that portals read (data.gov.uk). */
export function extrasOf({ name, temporal, language }: Release): Readonly<Record<string, string>> {
  return {
    [MARK]: name,
    ...(temporal === undefined
      ? {}
      : { 'temporal_coverage-from': temporal.start, 'temporal_coverage-to': temporal.end }),
    ...(language === undefined ? {} : { language }),
  }
}

/** The list of extras to be sent: ours, and those that somebody else put there. A key twice is refused. */
export function mergedExtras(dataset: unknown, release: Release): readonly Extra[] {
  const ours = extrasOf(release)
  const theirs = listAt(dataset, 'extras')
    .map((extra) => ({ key: textAt(extra, 'key'), value: textAt(extra, 'value') }))
    .filter(({ key }) => !Object.hasOwn(ours, key))
  return [...theirs, ...Object.entries(ours).map(([key, value]) => ({ key, value }))]
}

interface Extra {
  readonly key: string
  readonly value: string
}

/** Names of what differs between a dataset and what a release says. */
export function differences(dataset: unknown, release: Release): readonly string[] {
  const wanted = datasetFields(release)
  const fields = FIELDS.filter((key) => textAt(dataset, key).trim() !== wanted[key].trim())
  const tags = listAt(dataset, 'tags')
    .filter((tag) => at(tag, 'vocabulary_id') == null)
    .map((tag) => textAt(tag, 'name'))
    .sort()
  const extras = new Map(
    listAt(dataset, 'extras').map((extra) => [textAt(extra, 'key'), textAt(extra, 'value')]),
  )
  return [
    ...fields,
    ...(tags.join('\n') === tagsOf(release.keywords).join('\n') ? [] : ['tags']),
    ...Object.entries(extrasOf(release)).flatMap(([key, value]) => (extras.get(key) === value ? [] : [key])),
  ]
}

/** What CKAN calls the parts of a file's description. `hash` is free text there, and nothing checks it. */
export const resourceFields = (file: ReleaseFile) => ({
  name: file.title,
  description: file.description,
  format: file.format.toUpperCase(),
  mimetype: file.mediatype,
  hash: `sha256:${file.digests.sha256}`,
  path: file.path,
})
