import { listAt, textAt } from './json.ts'
import type { Creator, Digests, Release, ReleaseFile } from './model.ts'

/** A file of a release as the edge measured it. */
export interface Measured {
  readonly path: string
  readonly bytes: number
  readonly digests: Digests
}

/**
 * What portals are told of a release: its `datapackage.json`, and the files that `SHA256SUMS` lists, those
 * that the data package describes first. A file that it does not describe is called by its path.
 */
export function describeRelease(descriptor: unknown, measured: readonly Measured[]): Release {
  const resources = listAt(descriptor, 'resources')
  const rank = (path: string): number => {
    const index = resources.findIndex((one) => textAt(one, 'path') === path)
    return index === -1 ? resources.length : index
  }
  const files = [...measured]
    .sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1))
    .map((file) =>
      describeFile(
        file,
        resources.find((one) => textAt(one, 'path') === file.path),
      ),
    )
  const contributors = listAt(descriptor, 'contributors')
  const withRole = (...roles: readonly string[]) =>
    contributors.find((one) => listAt(one, 'roles').some((role) => roles.includes(String(role))))
  const publisher = withRole('publisher', 'rightsHolder') ?? contributors[0]
  const contact = contributors.find(
    (one) => textAt(one, 'email') !== '' && /contact/i.test(listAt(one, 'roles').join(' ')),
  )
  const email = textAt(contact ?? publisher, 'email')
  return {
    name: textAt(descriptor, 'name'),
    title: textAt(descriptor, 'title'),
    description: textAt(descriptor, 'description'),
    version: textAt(descriptor, 'version'),
    licence: {
      spdx: textAt(descriptor, 'licenses', 0, 'name'),
      title: textAt(descriptor, 'licenses', 0, 'title'),
      url: textAt(descriptor, 'licenses', 0, 'path'),
    },
    publisher: {
      name: textAt(publisher, 'title'),
      ...given('url', textAt(publisher, 'path')),
      ...given('email', textAt(publisher, 'email')),
    },
    creators: creatorsOf(contributors, publisher),
    ...(email === '' ? {} : { contact: { name: textAt(contact ?? publisher, 'title'), email } }),
    ...given('published', textAt(descriptor, 'created').slice(0, 10)),
    keywords: listAt(descriptor, 'keywords').map(String),
    ...(textAt(descriptor, 'temporal', 'start') === ''
      ? {}
      : {
          temporal: {
            start: textAt(descriptor, 'temporal', 'start'),
            end: textAt(descriptor, 'temporal', 'end'),
          },
        }),
    ...given('language', textAt(descriptor, 'languages', 0)),
    ...given('homepage', textAt(descriptor, 'homepage')),
    files,
  }
}

/** Whoever is named as a creator; where nobody is, the publisher. */
function creatorsOf(contributors: readonly unknown[], publisher: unknown): readonly Creator[] {
  const named = contributors.filter((one) => listAt(one, 'roles').includes('creator'))
  return (named.length === 0 ? [publisher] : named).map((one) => ({
    name: textAt(one, 'title'),
    ...given('givenName', textAt(one, 'givenName')),
    ...given('familyName', textAt(one, 'familyName')),
    ...given('organisation', textAt(one, 'organization')),
    ...given('orcid', textAt(one, 'orcid').replace('https://orcid.org/', '')),
  }))
}

const given = <Key extends string>(key: Key, value: string) =>
  (value === '' ? {} : { [key]: value }) as { readonly [K in Key]?: string }

/** A file as portals list it, with what the data package says of it, if anything. */
export function describeFile(file: Measured, resource?: unknown): ReleaseFile {
  const extension = /\.([a-z0-9]+)$/i.exec(file.path)?.[1]?.toLowerCase() ?? 'txt'
  return {
    ...file,
    title: textAt(resource, 'title') || file.path,
    description: textAt(resource, 'description'),
    format: textAt(resource, 'format') || extension,
    mediatype: textAt(resource, 'mediatype') || MEDIA_TYPES[extension] || 'application/octet-stream',
  }
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  cff: 'application/yaml',
  csv: 'text/csv',
  html: 'text/html',
  json: 'application/json',
  jsonld: 'application/ld+json',
  md: 'text/markdown',
  parquet: 'application/vnd.apache.parquet',
  ttl: 'text/turtle',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml',
  zip: 'application/zip',
}
