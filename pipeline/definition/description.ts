/** What a consultation says of itself besides what was asked: who made it, of where, how, and where it is found. */
export interface Description {
  /** Whoever made, paid for or keeps the data, besides the publisher. */
  readonly contributors: readonly Contributor[]
  /** Whom people ask about the data: the publisher where the author says nothing else. */
  readonly contact: Contact
  readonly themes: readonly Theme[]
  /** The places the answers are about. */
  readonly spatial: readonly Place[]
  /** How often it is asked; absent where nobody said. */
  readonly frequency?: Frequency
  readonly methodology: Methodology
  /** `10.5281/zenodo.1234567`, without the address of a resolver. */
  readonly doi?: string
  /** Web page at which people find the data, whatever the version. */
  readonly landingPage?: string
}

/** A person where family and given name are stated; else an organisation. */
export interface Contributor {
  readonly name: string
  readonly givenName?: string
  readonly familyName?: string
  /** That a person belongs to. */
  readonly organisation?: string
  readonly email?: string
  readonly url?: string
  /** `0000-0002-1825-0097`. */
  readonly orcid?: string
  readonly roles: readonly ContributorRole[]
}

export type ContributorRole =
  | 'creator'
  | 'contact'
  | 'data collector'
  | 'data curator'
  | 'data manager'
  | 'editor'
  | 'funder'
  | 'producer'
  | 'project leader'
  | 'researcher'
  | 'rights holder'
  | 'supervisor'
  | 'other'

export interface Contact {
  readonly name: string
  readonly email?: string
  readonly url?: string
}

/** Words for the data themes of the EU Publications Office, which portals sort by. */
export type Theme =
  | 'agriculture'
  | 'economy'
  | 'education'
  | 'energy'
  | 'environment'
  | 'government'
  | 'health'
  | 'international'
  | 'justice'
  | 'regions'
  | 'science'
  | 'society'
  | 'transport'

export interface Place {
  readonly name: string
  /** The place in a register, such as GeoNames or an office's own codes. */
  readonly url?: string
}

export type Frequency =
  | 'once'
  | 'monthly'
  | 'quarterly'
  | 'half-yearly'
  | 'yearly'
  | 'every two years'
  | 'irregular'

/** In sentences of the author. */
export interface Methodology {
  /** Of whom the answers were sought. */
  readonly universe?: string
  /** How those asked were chosen. */
  readonly sampling?: string
  /** How they were asked: online form, paper, interview. */
  readonly mode?: string
  /** What was put to them: a questionnaire, with its address. */
  readonly instrument?: string
}
