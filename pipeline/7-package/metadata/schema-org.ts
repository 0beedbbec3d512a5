import type { Contributor, DataPackage } from '../data-package/index.ts'
import { type Addresses, contactOf, issuedOn, principalResources, publisherOf } from './entry.ts'

/** A `Dataset` of schema.org, with no more than the properties that search engines for data read. */
export interface SchemaOrgDataset {
  readonly '@type': 'Dataset'
  readonly [property: string]: unknown
}

/**
 * A release in the words of schema.org (https://developers.google.com/search/docs/appearance/structured-data/dataset).
 * `addresses` count from the page that it stands in, or are absolute.
 */
export function schemaOrg(descriptor: DataPackage, addresses: Addresses): SchemaOrgDataset {
  const {
    title,
    description,
    version,
    id,
    keywords = [],
    temporal,
    languages,
    licenses,
    methodology,
  } = descriptor
  const { spatial = [], sources = [], homepage, contributors, citation } = descriptor
  const techniques = [methodology?.sampling, methodology?.mode].flatMap((text) => text ?? [])
  const creators = contributors.filter(({ roles }) => roles.includes('creator'))
  const funders = contributors.filter(({ roles }) => roles.includes('funder'))
  const contact = contactOf(descriptor)
  const measured = variables(descriptor)
  return {
    '@type': 'Dataset',
    name: title,
    description: longEnough(description ?? title, measured.length > 0 ? 'responses and tables' : 'tables'),
    url: homepage ?? addresses.page,
    ...(id === undefined ? {} : { identifier: id, sameAs: id }),
    version,
    inLanguage: languages,
    ...(keywords.length === 0 ? {} : { keywords }),
    ...(licenses[0] === undefined ? {} : { license: licenses[0].path }),
    isAccessibleForFree: true,
    creator: creators.map(agent),
    publisher: agent(publisherOf(descriptor)),
    ...(funders.length === 0 ? {} : { funder: funders.map(agent) }),
    ...(contact === undefined ? {} : { maintainer: agent(contact) }),
    datePublished: issuedOn(descriptor),
    temporalCoverage: `${temporal.start}/${temporal.end}`,
    ...(spatial.length === 0
      ? {}
      : {
          spatialCoverage: spatial.map(({ title: name, path }) => ({
            '@type': 'Place',
            name,
            ...(path === undefined ? {} : { sameAs: path }),
          })),
        }),
    ...(techniques.length === 0 ? {} : { measurementTechnique: techniques }),
    ...(measured.length === 0 ? {} : { variableMeasured: measured }),
    creditText: citation,
    ...(sources.length === 0
      ? {}
      : {
          isBasedOn: sources.map(({ title: name, path }) => ({
            '@type': 'CreativeWork',
            name,
            ...(path === undefined ? {} : { url: path }),
          })),
        }),
    distribution: principalResources(descriptor).map(({ title: name, path, mediatype, bytes }) => ({
      '@type': 'DataDownload',
      name,
      contentUrl: `${addresses.release}${path}`,
      encodingFormat: mediatype,
      contentSize: `${bytes} B`,
    })),
  }
}

/** Search engines ignore descriptions of fewer than 50 characters, and cut those of more than 5,000. */
const longEnough = (text: string, of: string): string =>
  text.length < 50 ? `${text}${/[.?!]$/.test(text) ? '' : '.'} Open data of a consultation: ${of}.` : text

/** What was asked: the columns of the responses but their number; nothing where they are not published. */
const variables = ({ resources }: DataPackage) =>
  (resources.find(({ name }) => name === 'responses')?.schema?.fields ?? [])
    .filter(({ name }) => name !== 'id')
    .map(({ name, title }) => ({
      '@type': 'PropertyValue',
      name,
      ...(title === undefined ? {} : { description: title }),
    }))

function agent({ title, givenName, familyName, organization, path, email, orcid }: Contributor) {
  return {
    '@type': familyName === undefined ? 'Organization' : 'Person',
    name: title,
    ...(givenName === undefined ? {} : { givenName }),
    ...(familyName === undefined ? {} : { familyName }),
    ...(organization === undefined ? {} : { affiliation: { '@type': 'Organization', name: organization } }),
    ...(path === undefined ? {} : { url: path }),
    ...(email === undefined ? {} : { email }),
    ...(orcid === undefined ? {} : { sameAs: orcid }),
  }
}
