import type { Contributor, DataPackage } from '../data-package/index.ts'
import { issuedOn, publisherOf } from './entry.ts'
import { type Element, element, xmlDocument } from './xml.ts'

const NAMESPACE = 'http://datacite.org/schema/kernel-4'

/**
 * DataCite 4 (https://datacite-metadata-schema.readthedocs.io), what a DOI is registered with; undefined for a
 * release without a DOI, of which it has nothing to say.
 */
export function dataCite(descriptor: DataPackage): string | undefined {
  const { id, title, description, version, keywords = [], temporal, languages, licenses } = descriptor
  const { contributors, spatial = [], resources, sources = [] } = descriptor
  if (id === undefined) return undefined
  const creators = contributors.filter(({ roles }) => roles.includes('creator'))
  const funders = contributors.filter(({ roles }) => roles.includes('funder'))
  const [licence] = licenses
  return xmlDocument(
    element(
      'resource',
      {
        xmlns: NAMESPACE,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': `${NAMESPACE} https://schema.datacite.org/meta/kernel-4/metadata.xsd`,
      },
      element('identifier', { identifierType: 'DOI' }, id.replace('https://doi.org/', '')),
      element('creators', {}, ...creators.map((creator) => named('creator', 'creatorName', creator))),
      element('titles', {}, element('title', { 'xml:lang': languages[0] }, title)),
      element('publisher', {}, publisherOf(descriptor).title),
      element('publicationYear', {}, issuedOn(descriptor).slice(0, 4)),
      element('resourceType', { resourceTypeGeneral: 'Dataset' }, 'Survey data'),
      list(
        'subjects',
        keywords.map((keyword) => element('subject', {}, keyword)),
      ),
      list('contributors', contributors.flatMap(contributions)),
      element(
        'dates',
        {},
        element('date', { dateType: 'Collected' }, `${temporal.start}/${temporal.end}`),
        element('date', { dateType: 'Issued' }, issuedOn(descriptor)),
      ),
      element('language', {}, languages[0] ?? 'en'),
      list(
        'relatedIdentifiers',
        sources.flatMap(({ path }) =>
          path === undefined
            ? []
            : [
                element(
                  'relatedIdentifier',
                  { relatedIdentifierType: 'URL', relationType: 'IsDerivedFrom' },
                  path,
                ),
              ],
        ),
      ),
      element('sizes', {}, element('size', {}, `${resources.length} files`)),
      list(
        'formats',
        [...new Set(resources.map(({ mediatype }) => mediatype))].map((type) => element('format', {}, type)),
      ),
      element('version', {}, version),
      licence === undefined
        ? undefined
        : element(
            'rightsList',
            {},
            element(
              'rights',
              {
                rightsURI: licence.path,
                rightsIdentifier: licence.name,
                rightsIdentifierScheme: 'SPDX',
                schemeURI: 'https://spdx.org/licenses/',
              },
              licence.title,
            ),
          ),
      element(
        'descriptions',
        {},
        element('description', { descriptionType: 'Abstract' }, description ?? title),
        ...methods(descriptor),
      ),
      list(
        'geoLocations',
        spatial.map((place) => element('geoLocation', {}, element('geoLocationPlace', {}, place.title))),
      ),
      list(
        'fundingReferences',
        funders.map((funder) => element('fundingReference', {}, element('funderName', {}, funder.title))),
      ),
    ),
  )
}

/** Left out where there is nothing in it. */
const list = (name: string, children: readonly Element[]): Element | undefined =>
  children.length === 0 ? undefined : element(name, {}, ...children)

/** People by family name first, as citations want them. */
function named(
  name: string,
  inner: string,
  { title, givenName, familyName, organization, orcid }: Contributor,
  attributes: Readonly<Record<string, string>> = {},
): Element {
  const person = givenName !== undefined && familyName !== undefined
  return element(
    name,
    attributes,
    element(
      inner,
      { nameType: person ? 'Personal' : 'Organizational' },
      person ? `${familyName}, ${givenName}` : title,
    ),
    person ? element('givenName', {}, givenName) : undefined,
    person ? element('familyName', {}, familyName) : undefined,
    orcid === undefined
      ? undefined
      : element('nameIdentifier', { nameIdentifierScheme: 'ORCID', schemeURI: 'https://orcid.org/' }, orcid),
    organization === undefined ? undefined : element('affiliation', {}, organization),
  )
}

/** Its own list of kinds of contributor; creators, publisher and funders stand elsewhere. */
const KINDS: Readonly<Record<string, string>> = {
  contact: 'ContactPerson',
  dataCollector: 'DataCollector',
  dataCurator: 'DataCurator',
  dataManager: 'DataManager',
  editor: 'Editor',
  producer: 'Producer',
  projectLeader: 'ProjectLeader',
  researcher: 'Researcher',
  rightsHolder: 'RightsHolder',
  supervisor: 'Supervisor',
  other: 'Other',
}

const contributions = (contributor: Contributor): readonly Element[] =>
  contributor.roles.flatMap((role) => {
    const kind = KINDS[role]
    return kind === undefined
      ? []
      : [named('contributor', 'contributorName', contributor, { contributorType: kind })]
  })

function methods({ methodology }: DataPackage): readonly Element[] {
  const said = [
    methodology?.universe,
    methodology?.sampling,
    methodology?.mode,
    methodology?.instrument,
    ...(methodology?.estimation ?? []),
  ].flatMap((text) => text ?? [])
  return said.length === 0 ? [] : [element('description', { descriptionType: 'Methods' }, said.join(' '))]
}
