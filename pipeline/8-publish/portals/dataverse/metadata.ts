import { LICENCES } from '../../../licences.ts'
import type { DataverseTarget } from '../../targets/index.ts'
import { listAt, textAt } from '../json.ts'
import { markOf } from '../mark.ts'
import type { Release } from '../model.ts'

/** A field of Dataverse's citation block, as its JSON has it. */
interface Field {
  readonly typeName: string
  readonly typeClass: 'primitive' | 'compound' | 'controlledVocabulary'
  readonly multiple: boolean
  readonly value: unknown
}

const primitive = (typeName: string, value: string): Field => ({
  typeName,
  typeClass: 'primitive',
  multiple: false,
  value,
})

/** Records of several parts, one of each name. */
const compound = (typeName: string, records: readonly Readonly<Record<string, string>>[]): Field => ({
  typeName,
  typeClass: 'compound',
  multiple: true,
  value: records.map((record) =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, primitive(name, value)])),
  ),
})

/** The agency under which the version of a release stands: Dataverse's own versions have two parts only. */
const VERSION = 'Version'

/** What Dataverse calls the parts of a release's description. Title to subject it asks for. */
export const citationFields = (release: Release, contact: string, subject: string): readonly Field[] => [
  primitive('title', release.title),
  compound(
    'author',
    release.creators.map(({ name, givenName, familyName, organisation }) => ({
      authorName: givenName === undefined || familyName === undefined ? name : `${familyName}, ${givenName}`,
      ...(organisation === undefined ? {} : { authorAffiliation: organisation }),
    })),
  ),
  compound('datasetContact', [
    {
      datasetContactName: release.contact?.name ?? release.publisher.name,
      datasetContactEmail: contact,
    },
  ]),
  compound('dsDescription', [{ dsDescriptionValue: release.description || release.title }]),
  { typeName: 'subject', typeClass: 'controlledVocabulary', multiple: true, value: [subject] },
  compound('otherId', [
    { otherIdAgency: release.publisher.name, otherIdValue: markOf(release) },
    { otherIdAgency: VERSION, otherIdValue: release.version },
  ]),
  ...(release.keywords.length === 0
    ? []
    : [
        compound(
          'keyword',
          release.keywords.map((keywordValue) => ({ keywordValue })),
        ),
      ]),
  ...(release.temporal === undefined
    ? []
    : [
        compound('dateOfCollection', [
          { dateOfCollectionStart: release.temporal.start, dateOfCollectionEnd: release.temporal.end },
        ]),
      ]),
]

/** The body of a dataset's version: its licence where this repository has it, else its terms in words. */
export function versionOf(
  release: Release,
  { subject }: DataverseTarget,
  contact: string,
  licences: readonly unknown[],
): Readonly<Record<string, unknown>> {
  const known = Object.values(LICENCES).find(({ spdx }) => spdx === release.licence.spdx)
  const wanted = addressKey(known?.dataverse.uri ?? release.licence.url)
  const found = licences.find((licence) => addressKey(textAt(licence, 'uri')) === wanted)
  return {
    ...(found === undefined
      ? { termsOfUse: `${release.licence.title}: ${release.licence.url}` }
      : { license: { name: textAt(found, 'name'), uri: textAt(found, 'uri') } }),
    metadataBlocks: {
      citation: { displayName: 'Citation Metadata', fields: citationFields(release, contact, subject) },
    },
  }
}

/** Installations write the address of a licence with and without s, with and without a slash at its end. */
const addressKey = (url: string): string => url.replace(/^https?:/, '').replace(/\/+$/, '')

/** Whether a dataset carries our mark. */
export const isMarked = (version: unknown, release: Release): boolean =>
  otherIds(version).some(([, value]) => value === markOf(release))

/** The version of the release that a dataset holds, as we wrote it there. */
export const releaseVersionOf = (version: unknown): string =>
  otherIds(version).find(([agency]) => agency === VERSION)?.[1] ?? ''

const otherIds = (version: unknown): readonly (readonly [string, string])[] =>
  listAt(fieldOf(version, 'otherId'), 'value').map((record) => [
    textAt(record, 'otherIdAgency', 'value'),
    textAt(record, 'otherIdValue', 'value'),
  ])

const fieldOf = (version: unknown, name: string): unknown =>
  listAt(version, 'metadataBlocks', 'citation', 'fields').find((field) => textAt(field, 'typeName') === name)

/** Whether a version says what it should, in every field that a release decides. */
export function saysTheSame(version: unknown, wanted: Readonly<Record<string, unknown>>): boolean {
  const fields = listAt(wanted, 'metadataBlocks', 'citation', 'fields')
  return (
    fields.every((field) => gist(fieldOf(version, textAt(field, 'typeName'))) === gist(field)) &&
    addressKey(textAt(version, 'license', 'uri')) === addressKey(textAt(wanted, 'license', 'uri'))
  )
}

/** The words of a field, without what Dataverse adds to it. */
const gist = (field: unknown): string => JSON.stringify(words(field))

function words(field: unknown): unknown {
  const value = Reflect.get(Object(field), 'value')
  if (!Array.isArray(value)) return typeof value === 'string' ? value.trim() : value
  return value.map((one) =>
    typeof one === 'string'
      ? one
      : Object.entries(Object(one))
          .map(([name, part]) => [name, textAt(part, 'value').trim()])
          .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  )
}
