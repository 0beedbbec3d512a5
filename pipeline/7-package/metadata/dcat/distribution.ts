import type { DataPackage, Resource } from '../../data-package/index.ts'
import { formatAddress, formatLabel, STABLE } from '../authority.ts'
import { type Addresses, principalResources } from '../entry.ts'
import { iri, type Literal, type Node, properties, reference } from '../rdf/model.ts'

type Tagged = (text: string) => Literal

/** The files people choose from, and last the archive of all of them. */
export function distributions(
  descriptor: DataPackage,
  addresses: Addresses,
  tagged: Tagged,
): readonly Node[] {
  return [
    ...principalResources(descriptor).map((resource) =>
      distribution(
        descriptor,
        addresses,
        { ...resource, address: `${addresses.release}${resource.path}` },
        tagged,
      ),
    ),
    distribution(
      descriptor,
      addresses,
      {
        name: 'archive',
        title: 'The whole release in one file',
        description: 'Every file of the release, with the tables one by one, their codebook and checksums.',
        format: 'zip',
        mediatype: 'application/zip',
        address: `${addresses.home}${descriptor.version}.zip`,
      },
      tagged,
    ),
  ]
}

type Offered = Pick<Resource, 'name' | 'title' | 'description' | 'format' | 'mediatype'> & {
  readonly address: string
} & Partial<Pick<Resource, 'bytes' | 'hash'>>

/**
 * One file. Its address is that of its name, so that a portal keeps its own page of it from version to
 * version. The licence stands on each, because that is where harvesters look.
 */
function distribution({ licenses }: DataPackage, { home }: Addresses, file: Offered, tagged: Tagged): Node {
  const { name, title, description, mediatype, address, bytes, hash } = file
  return {
    iri: iri(`${home}#${name}`),
    types: ['dcat:Distribution'],
    properties: properties(
      ['dct:title', [tagged(title)]],
      ['dct:description', [tagged(description)]],
      ['dcat:accessURL', [reference(address)]],
      ['dcat:downloadURL', [reference(address)]],
      ['dct:format', [format(file)]],
      ['dcat:mediaType', [reference(`https://www.iana.org/assignments/media-types/${mediatype}`)]],
      ['dcatap:availability', [reference(STABLE)]],
      ['dct:license', licenses.map(({ path }) => reference(path))],
      [
        'dcat:byteSize',
        bytes === undefined ? [] : [{ text: String(bytes), datatype: 'xsd:nonNegativeInteger' }],
      ],
      ['spdx:checksum', hash === undefined ? [] : [checksum(hash)]],
    ),
  }
}

/** The address of the file type, described too: some portals show the label, others would show the address. */
function format({ format: code, mediatype }: Offered): Node {
  const address = formatAddress(code)
  return {
    ...(address === undefined ? {} : { iri: iri(address) }),
    types: ['dct:IMT'],
    properties: [
      ['rdf:value', [{ text: mediatype }]],
      ['rdfs:label', [{ text: formatLabel(code) }]],
    ],
  }
}

const checksum = (hash: string): Node => ({
  types: ['spdx:Checksum'],
  properties: [
    ['spdx:algorithm', [reference('http://spdx.org/rdf/terms#checksumAlgorithm_sha256')]],
    ['spdx:checksumValue', [{ text: hash.replace(/^sha256:/, ''), datatype: 'xsd:hexBinary' }]],
  ],
})
