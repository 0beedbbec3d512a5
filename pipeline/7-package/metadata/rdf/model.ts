/**
 * A description as a tree, in the order in which it should be read. Turtle and JSON-LD are two ways to
 * write the same tree, so that they cannot come to differ.
 */
import { wellFormed } from './well-formed.ts'

/** A thing described; without an address it is described where it is referred to. */
export interface Node {
  readonly iri?: Iri
  /** Prefixed names. */
  readonly types: readonly Name[]
  readonly properties: readonly Property[]
}

export type Property = readonly [name: Name, values: readonly Value[]]

export type Value = Node | Reference | Literal

/** Something named but not described here. */
export interface Reference {
  readonly iri: Iri
}

export interface Literal {
  readonly text: string
  /** A language tag; a literal has this or a datatype, or neither. */
  readonly language?: string
  readonly datatype?: Name
}

/** A prefixed name: `dct:title`. */
export type Name = `${Prefix}:${string}`

/** Absolute, or relative to where the file stands; made by `iri`. */
export type Iri = string & { readonly __iri: true }

/** https://semiceu.github.io/DCAT-AP/releases/3.0.0/#namespaces-and-prefixes and `rdf` beside them. */
export const PREFIXES = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

export type Prefix = keyof typeof PREFIXES

/** An address as an IRI: what RFC 3987 forbids is percent-encoded, the rest stays as it is. */
export const iri = (address: string): Iri =>
  address.replace(/[\p{Cc}\p{Surrogate} <>"{}|\\^`]/gu, (character) =>
    encodeURIComponent(wellFormed(character)),
  ) as Iri

export const reference = (address: string): Reference => ({ iri: iri(address) })

export const isNode = (value: Value): value is Node => 'properties' in value

export const isLiteral = (value: Value): value is Literal => 'text' in value

/** The full address of a prefixed name. */
export function expand(name: Name): string {
  const at = name.indexOf(':')
  return `${PREFIXES[name.slice(0, at) as Prefix]}${name.slice(at + 1)}`
}

/** Properties that have a value. */
export const properties = (...entries: readonly Property[]): readonly Property[] =>
  entries.filter(([, values]) => values.length > 0)
