import { LICENCES } from '../../../licences.ts'
import { at, listAt, textAt } from '../json.ts'
import { markOf } from '../mark.ts'
import type { Release } from '../model.ts'

/**
 * What InvenioRDM calls the parts of a release's description
 * (https://inveniordm.docs.cern.ch/reference/metadata/). `today` is the day of publication where the release
 * names none: the repository asks for one.
 */
export function invenioMetadata(release: Release, today: string): Readonly<Record<string, unknown>> {
  const licence = Object.values(LICENCES).find(({ spdx }) => spdx === release.licence.spdx)
  const { title, url } = release.licence
  return {
    resource_type: { id: 'dataset' },
    title: release.title,
    publication_date: release.published ?? today,
    creators: [{ person_or_org: { type: 'organizational', name: release.publisher.name } }],
    publisher: release.publisher.name,
    description: `<p>${escaped(release.description || release.title)}</p>`,
    version: release.version,
    rights: [licence === undefined ? { title: { en: title }, link: url } : { id: licence.zenodo }],
    subjects: release.keywords.map((subject) => ({ subject })),
    identifiers: [{ scheme: 'other', identifier: markOf(release) }],
    ...(release.temporal === undefined
      ? {}
      : {
          dates: [{ date: `${release.temporal.start}/${release.temporal.end}`, type: { id: 'collected' } }],
        }),
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * Whether a record says what it should. The repository adds titles to vocabularies and cleans HTML, so the
 * parts that it leaves alone are compared, and of the description its letters.
 */
export const saysTheSame = (metadata: unknown, wanted: unknown): boolean =>
  JSON.stringify(gist(metadata)) === JSON.stringify(gist(wanted))

const gist = (metadata: unknown) => [
  ['title', 'publication_date', 'version', 'publisher'].map((key) => textAt(metadata, key)),
  textAt(metadata, 'resource_type', 'id'),
  listAt(metadata, 'creators').map((creator) => textAt(creator, 'person_or_org', 'name')),
  listAt(metadata, 'rights').map((right) => textAt(right, 'id') || textAt(right, 'link')),
  listAt(metadata, 'subjects').map((subject) => textAt(subject, 'subject')),
  listAt(metadata, 'identifiers').map((one) => textAt(one, 'identifier')),
  listAt(metadata, 'dates').map((date) => [textAt(date, 'date'), at(date, 'type', 'id')]),
  textAt(metadata, 'description').replace(/<[^>]*>|&[a-z]+;|&#\d+;|[^\p{L}\p{N}]/gu, ''),
]
