import type { Site } from '../../site/index.ts'
import type { Resource } from '../data-package/index.ts'
import { formatLabel, frequencyIso } from './authority.ts'
import { changedOn } from './dcat/catalogue.ts'
import {
  type Addresses,
  addressesOn,
  contactOf,
  descriptionOf,
  type Entry,
  issuedOn,
  principalResources,
  publisherOf,
} from './entry.ts'

const SCHEMA = 'https://project-open-data.cio.gov/v1.1/schema'

/**
 * `data.json`: every consultation of a site in DCAT-US 1.1 (https://resources.data.gov/resources/dcat-us/),
 * which catalogues of the United States and data.gov.uk harvest. Codes of federal bureaus are left out: they
 * are for federal agencies alone. Of a dataset whose descriptor has no e-mail address the site's publisher is asked.
 */
export function dataJson(site: Site, entries: readonly Entry[]): string {
  const content = {
    '@context': `${SCHEMA}/catalog.jsonld`,
    '@id': `${site.url}data.json`,
    '@type': 'dcat:Catalog',
    conformsTo: SCHEMA,
    describedBy: `${SCHEMA}/catalog.json`,
    dataset: entries.map((entry) => dataset(site, entry)),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

function dataset(site: Site, entry: Entry) {
  const addresses = addressesOn(site.url, entry)
  const { descriptor, withdrawn } = entry
  const { title, keywords = [], temporal, languages, licenses, homepage, themes = [] } = descriptor
  const { spatial = [], frequency, sources = [] } = descriptor
  const contact = contactOf(descriptor)
  const often = frequency === undefined ? undefined : frequencyIso(frequency)
  const references = sources.flatMap(({ path }) => path ?? [])
  return {
    '@type': 'dcat:Dataset',
    identifier: `${addresses.home}#dataset`,
    title,
    description: descriptionOf(entry),
    // One is demanded; every release is of a consultation.
    keyword: keywords.length === 0 ? ['consultation'] : keywords,
    modified: changedOn(entry),
    issued: issuedOn(descriptor),
    publisher: { '@type': 'org:Organization', name: publisherOf(descriptor).title },
    contactPoint: {
      '@type': 'vcard:Contact',
      fn: contact?.email === undefined ? site.publisher.name : contact.title,
      hasEmail: `mailto:${contact?.email ?? site.publisher.email}`,
    },
    accessLevel: 'public',
    ...(licenses[0] === undefined ? {} : { license: licenses[0].path }),
    temporal: `${temporal.start}/${temporal.end}`,
    ...(spatial.length === 0 ? {} : { spatial: spatial.map((place) => place.title).join('; ') }),
    language: languages,
    ...(themes.length === 0 ? {} : { theme: themes }),
    ...(often === undefined ? {} : { accrualPeriodicity: often }),
    ...(references.length === 0 ? {} : { references }),
    landingPage: homepage ?? addresses.page,
    ...(withdrawn === undefined
      ? {
          describedBy: `${addresses.release}datapackage.json`,
          describedByType: 'application/json',
          distribution: principalResources(descriptor).map((resource) => distribution(resource, addresses)),
        }
      : {}),
  }
}

const distribution = ({ title, description, format, mediatype, path }: Resource, { release }: Addresses) => ({
  '@type': 'dcat:Distribution',
  title,
  description,
  downloadURL: `${release}${path}`,
  mediaType: mediatype,
  format: formatLabel(format),
})
