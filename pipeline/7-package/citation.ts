import { stringify } from 'yaml'
import type { Definition } from '../definition/index.ts'
import { licenceOf } from '../licences.ts'
import { paragraphsOf, webAddress } from './words.ts'

/**
 * `CITATION.cff`, Citation File Format 1.2.0 (https://doi.org/10.5281/zenodo.5171937). Every text is
 * quoted, because readers of YAML 1.1 take `no`, `1.0` and dates for something else.
 */
export function citationFile(definition: Definition): string {
  const { title, description, version, published, keywords, contact, doi, landingPage } = definition
  const about = paragraphsOf(description).join('\n\n')
  const content = {
    'cff-version': '1.2.0',
    message: 'If you use these data, please cite them as follows.',
    type: 'dataset',
    title,
    authors: authorsOf(definition),
    ...(about === '' ? {} : { abstract: about }),
    version,
    ...(published === undefined ? {} : { 'date-released': published }),
    ...(doi === undefined ? {} : { doi }),
    ...(landingPage === undefined ? {} : { url: landingPage }),
    ...(contact.email === undefined ? {} : { contact: [{ name: contact.name, email: contact.email }] }),
    license: licenceOf(definition).spdx,
    ...(keywords.length === 0 ? {} : { keywords: [...new Set(keywords)] }),
  }
  return stringify(content, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })
}

/** Whoever is named as a creator; where nobody is, the publisher. */
function authorsOf({ contributors, publisher }: Definition): readonly object[] {
  const creators = contributors.filter(({ roles }) => roles.includes('creator'))
  if (creators.length === 0) {
    const { name, url, email } = publisher
    return [{ name, ...reach(url, email) }]
  }
  return creators.map(({ name, givenName, familyName, organisation, orcid, url, email }) => ({
    ...(givenName === undefined || familyName === undefined
      ? { name }
      : { 'given-names': givenName, 'family-names': familyName }),
    ...(organisation === undefined ? {} : { affiliation: organisation }),
    ...(orcid === undefined ? {} : { orcid: `https://orcid.org/${orcid}` }),
    ...reach(url, email),
  }))
}

function reach(url: string | undefined, email: string | undefined) {
  const website = webAddress(url)
  return { ...(website === undefined ? {} : { website }), ...(email === undefined ? {} : { email }) }
}
