import type { Contributor, DataPackage } from '../../data-package/index.ts'
import { frequencyAddress, languageAddress, PUBLIC, themeAddress } from '../authority.ts'
import { type Addresses, contactOf, descriptionOf, type Entry, issuedOn, publisherOf } from '../entry.ts'
import {
  iri,
  type Literal,
  type Node,
  type Property,
  properties,
  reference,
  type Value,
} from '../rdf/model.ts'
import { distributions } from './distribution.ts'

/**
 * A release as a `dcat:Dataset` of DCAT-AP 3 (https://semiceu.github.io/DCAT-AP/releases/3.0.0/). Its
 * address is the same for every version, since portals take another address for another dataset. Left out
 * because harvesters stumble over it: a status, a provenance statement, and any description of the
 * previous version, which would be harvested as a dataset of its own.
 */
export function dataset(entry: Entry, addresses: Addresses): Node {
  const { descriptor, withdrawn } = entry
  const { title, keywords = [], themes = [], temporal, languages, frequency } = descriptor
  const tagged = (text: string): Literal => ({ text, language: languages[0] ?? 'en' })
  const landingPage = descriptor.homepage ?? addresses.page
  return {
    iri: iri(`${addresses.home}#dataset`),
    types: ['dcat:Dataset'],
    properties: properties(
      ['dct:title', [tagged(title)]],
      ['dct:description', [tagged(descriptionOf(entry))]],
      ['dct:identifier', [{ text: stableName(descriptor, addresses) }]],
      ['adms:identifier', descriptor.id === undefined ? [] : [identifier(descriptor.id)]],
      ['dct:publisher', [agent(publisherOf(descriptor))]],
      ['dct:creator', creators(descriptor).map(agent)],
      ['prov:qualifiedAttribution', attributions(descriptor)],
      ['dcat:contactPoint', contactPoint(descriptor)],
      ['dcat:keyword', keywords.map(tagged)],
      ['dcat:theme', themes.flatMap((theme) => known(themeAddress(theme)))],
      ['dct:language', languages.flatMap((tag) => known(languageAddress(tag)))],
      ['dct:temporal', [period(temporal)]],
      ['dct:spatial', (descriptor.spatial ?? []).map((place) => location(place, tagged))],
      ['dct:accrualPeriodicity', frequency === undefined ? [] : known(frequencyAddress(frequency))],
      ['dct:issued', [moment(issuedOn(descriptor))]],
      ['dct:modified', [moment(withdrawn?.on ?? entry.modified ?? issuedOn(descriptor))]],
      ['dct:accessRights', [reference(PUBLIC)]],
      ['dcat:landingPage', [reference(landingPage)]],
      ...versions(entry, addresses, tagged),
      ['dct:source', (descriptor.sources ?? []).flatMap(({ path }) => known(path))],
      ...(withdrawn === undefined
        ? ([
            ['foaf:page', [reference(`${addresses.release}README.md`)]],
            ['dcat:distribution', distributions(descriptor, addresses, tagged)],
          ] satisfies readonly Property[])
        : []),
    ),
  }
}

/** The address of all versions; where that is relative, the DOI, or at least the name. */
const stableName = ({ id, name }: DataPackage, { home }: Addresses): string =>
  /^https?:/.test(home) ? `${home}#dataset` : (id ?? name)

const known = (address: string | undefined): readonly Value[] =>
  address === undefined ? [] : [reference(address)]

/** Old harvesters read `owl:versionInfo` alone. */
function versions(
  { descriptor: { version }, previous, changes }: Entry,
  { home }: Addresses,
  tagged: (text: string) => Literal,
): readonly Property[] {
  return [
    ['dcat:version', [{ text: version }]],
    ['owl:versionInfo', [{ text: version }]],
    ['adms:versionNotes', changes === undefined ? [] : [tagged(changes)]],
    ['dcat:previousVersion', previous === undefined ? [] : [reference(`${home}${previous}/`)]],
  ]
}

/** With an address, because a nameless one is stored by portals under a number of the day. */
const identifier = (doi: string): Node => ({
  iri: iri(doi),
  types: ['adms:Identifier'],
  properties: [['skos:notation', [{ text: doi, datatype: 'xsd:anyURI' }]]],
})

/** To Europe and to the United States, whose profiles ask for different words. */
const ORGANISATION = ['foaf:Organization', 'org:Organization'] as const

export function agent({ title, path, email, familyName }: Contributor): Node {
  const organisation = familyName === undefined
  return {
    types: ['foaf:Agent', ...(organisation ? ORGANISATION : (['foaf:Person'] as const))],
    properties: properties(
      ['foaf:name', [{ text: title }]],
      ['skos:prefLabel', organisation ? [{ text: title }] : []],
      ['foaf:homepage', known(path)],
      ['foaf:mbox', email === undefined ? [] : [reference(`mailto:${email}`)]],
    ),
  }
}

const creators = ({ contributors }: DataPackage): readonly Contributor[] =>
  contributors.filter(({ roles }) => roles.includes('creator'))

/** Roles of ISO 19115, as INSPIRE lists them, for those DCAT has no property for. */
const RESPONSIBLE = 'http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole'
const ROLES: Readonly<Record<string, string>> = {
  dataCollector: 'originator',
  dataCurator: 'custodian',
  dataManager: 'custodian',
  editor: 'processor',
  producer: 'originator',
  projectLeader: 'principalInvestigator',
  researcher: 'principalInvestigator',
  rightsHolder: 'owner',
}

function attributions({ contributors }: DataPackage): readonly Node[] {
  return contributors.flatMap((contributor) =>
    [...new Set(contributor.roles.flatMap((role) => ROLES[role] ?? []))].map(
      (role): Node => ({
        types: ['prov:Attribution'],
        properties: [
          ['prov:agent', [agent(contributor)]],
          ['dcat:hadRole', [reference(`${RESPONSIBLE}/${role}`)]],
        ],
      }),
    ),
  )
}

function contactPoint(descriptor: DataPackage): readonly Node[] {
  const contact = contactOf(descriptor)
  if (contact === undefined) return []
  const { title, email, path } = contact
  return [
    {
      types: ['vcard:Kind', 'vcard:Organization'],
      properties: properties(
        ['vcard:fn', [{ text: title }]],
        ['vcard:hasEmail', email === undefined ? [] : [reference(`mailto:${email}`)]],
        ['vcard:hasURL', known(path)],
      ),
    },
  ]
}

const period = ({ start, end }: DataPackage['temporal']): Node => ({
  types: ['dct:PeriodOfTime'],
  properties: [
    ['dcat:startDate', [moment(start)]],
    ['dcat:endDate', [moment(end)]],
  ],
})

const location = (
  { title, path }: { readonly title: string; readonly path?: string },
  tagged: (text: string) => Literal,
): Node => ({
  ...(path === undefined ? {} : { iri: iri(path) }),
  types: ['dct:Location'],
  properties: [['skos:prefLabel', [tagged(title)]]],
})

/** A day, or a moment with its zone. */
export const moment = (text: string): Literal => ({
  text,
  datatype: text.includes('T') ? 'xsd:dateTime' : 'xsd:date',
})
