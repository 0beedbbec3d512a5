import { LICENCES } from '../../../licences.ts'
import { at, listAt, textAt } from '../json.ts'
import { markOf } from '../mark.ts'
import type { Creator, Release } from '../model.ts'

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
    creators: release.creators.map(creatorOf),
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

function creatorOf({ name, givenName, familyName, organisation, orcid }: Creator) {
  const person = { type: 'personal', given_name: givenName, family_name: familyName }
  const isPerson = givenName !== undefined && familyName !== undefined
  return {
    person_or_org: {
      ...(isPerson ? person : { type: 'organizational' }),
      name: isPerson ? `${familyName}, ${givenName}` : name,
      ...(orcid === undefined ? {} : { identifiers: [{ scheme: 'orcid', identifier: orcid }] }),
    },
    ...(organisation === undefined ? {} : { affiliations: [{ name: organisation }] }),
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
