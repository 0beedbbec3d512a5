/** What redaction is about: places in a text, and what they give away. */

/** Which layer found it. Nobody can decide to keep what `shapes` or `frame` are sure of. */
export type Layer = 'shapes' | 'frame' | 'names'

/**
 * A place in an answer that identifies somebody, or may. Offsets are of UTF-16 code units in the text
 * as it was written: `text.slice(start, end)`.
 */
export interface Span {
  readonly start: number
  readonly end: number
  /** What it gives away, in words that may be published: its placeholder is `[kind]`. */
  readonly kind: string
  readonly layer: Layer
  /** Whether it is redacted without asking; else a person decides. */
  readonly sure: boolean
  /** By which rule, in words that say nothing of the text. */
  readonly reason: string
}

/** What stands in a text instead of a span: its kind, never a number, so that it links nobody. */
export const placeholder = (kind: string): string => `[${kind}]`

/** Kinds that shapes and names have; those of the frame are named by the gazetteer's entries. */
export const KINDS = {
  email: 'e-mail',
  web: 'web address',
  telephone: 'telephone number',
  postcode: 'postcode',
  address: 'address',
  nationalInsurance: 'National Insurance number',
  nhs: 'NHS number',
  handle: 'social media handle',
  birth: 'date of birth',
  vehicle: 'vehicle registration',
  bank: 'bank details',
  number: 'identifying number',
  name: 'name',
  organisation: 'organisation',
  place: 'place',
  jobTitle: 'job title',
} as const
