import type { Site } from '../../../site/index.ts'
import { languageAddress, THEME_TAXONOMY } from '../authority.ts'
import { addressesOn, type Entry, issuedOn } from '../entry.ts'
import { iri, type Literal, type Node, properties, reference } from '../rdf/model.ts'
import { agent, dataset, moment } from './dataset.ts'

/** Every consultation of a site as a `dcat:Catalog` of DCAT-AP 3, in the order given. */
export function catalogue(site: Site, entries: readonly Entry[]): Node {
  const tagged = (text: string): Literal => ({ text, language: site.language })
  const { name, url, email } = site.publisher
  const language = languageAddress(site.language)
  return {
    iri: iri(`${site.url}#catalogue`),
    types: ['dcat:Catalog'],
    properties: properties(
      ['dct:title', [tagged(site.title)]],
      ['dct:description', [tagged(site.description)]],
      [
        'dct:publisher',
        [
          agent({
            title: name,
            ...(url === undefined ? {} : { path: url }),
            email,
            roles: [],
            role: 'publisher',
          }),
        ],
      ],
      ['foaf:homepage', [reference(site.url)]],
      ['dct:language', language === undefined ? [] : [reference(language)]],
      ['dct:modified', lastChange(entries).map(moment)],
      ['dcat:themeTaxonomy', [reference(THEME_TAXONOMY)]],
      ['dcat:dataset', entries.map((entry) => dataset(entry, addressesOn(site.url, entry)))],
    ),
  }
}

/** The latest day on which any of it changed; none for an empty catalogue. */
export const lastChange = (entries: readonly Entry[]): readonly string[] =>
  entries
    .map(changedOn)
    .sort((a, b) => (a < b ? -1 : 1))
    .slice(-1)

export const changedOn = ({ withdrawn, modified, descriptor }: Entry): string =>
  withdrawn?.on ?? modified ?? issuedOn(descriptor)
