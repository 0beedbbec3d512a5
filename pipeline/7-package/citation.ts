import { stringify } from 'yaml'
import type { Definition } from '../definition/index.ts'
import { paragraphsOf, webAddress } from './words.ts'

/**
 * `CITATION.cff`, Citation File Format 1.2.0 (https://doi.org/10.5281/zenodo.5171937). Every text is
 * quoted, because readers of YAML 1.1 take `no`, `1.0` and dates for something else.
 */
export function citationFile(definition: Definition): string {
  const { publisher, title, description, version, published, keywords, licence } = definition
  const website = webAddress(publisher.url)
  const about = paragraphsOf(description).join('\n\n')
  const content = {
    'cff-version': '1.2.0',
    message: 'If you use these data, please cite them as follows.',
    type: 'dataset',
    title,
    authors: [
      {
        name: publisher.name,
        ...(website === undefined ? {} : { website }),
        ...(publisher.email === undefined ? {} : { email: publisher.email }),
      },
    ],
    ...(about === '' ? {} : { abstract: about }),
    version,
    ...(published === undefined ? {} : { 'date-released': published }),
    license: licence,
    ...(keywords.length === 0 ? {} : { keywords: [...new Set(keywords)] }),
  }
  return stringify(content, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })
}
