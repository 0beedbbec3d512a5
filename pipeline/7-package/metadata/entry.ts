import type { Contributor, DataPackage, Resource } from '../data-package/index.ts'

/** One consultation as catalogues list it: its newest release, or the notice that stands where it was. */
export interface Entry {
  /** Folder of the consultation below the site: `taking-stock-2015`. */
  readonly folder: string
  /** The descriptor of the newest release, as written or as read from `datapackage.json`. */
  readonly descriptor: DataPackage
  /** Version before the newest, where there is one. */
  readonly previous?: string
  /** What is new in this version, in a sentence or two. */
  readonly changes?: string
  /** Day or moment of the newest release, where it is another than the definition's: ISO 8601. */
  readonly modified?: string
  /** A release that was taken back stays listed, or portals would delete it without a word. */
  readonly withdrawn?: { readonly on: string; readonly reason: string }
}

/** Addresses of a release; relative ones count from where the file stands. */
export interface Addresses {
  /** Of all versions; ends with `/`. No page stands there. */
  readonly home: string
  /** Of this version; ends with `/`. */
  readonly release: string
  /** Of the page for people. */
  readonly page: string
}

/** Of a consultation on a site whose address ends with `/`. */
export const addressesOn = (site: string, { folder, descriptor, withdrawn }: Entry): Addresses => {
  const home = `${site}${folder}/`
  const page = withdrawn === undefined ? `${home}latest/` : noticeOn(site, folder)
  return { home, release: `${home}${descriptor.version}/`, page }
}

/** Where the front page of a site says what became of a consultation. */
export const noticeOn = (site: string, folder: string): string => `${site}#${folder}`

/** What a catalogue lists of a release: not the tables one by one, nor the code lists, which the archive holds. */
export const principalResources = ({ resources }: DataPackage): readonly Resource[] =>
  resources.filter(({ path }) => !/^data\/(tables|codes)\//.test(path))

export const publisherOf = ({ contributors }: DataPackage): Contributor => {
  const publisher = contributors.find(({ role }) => role === 'publisher')
  if (publisher === undefined) throw new Error('a descriptor has no publisher')
  return publisher
}

/** Whom people ask, where an address is known. */
export const contactOf = ({ contributors }: DataPackage): Contributor | undefined =>
  contributors.find(({ roles, email, path }) => roles.includes('contact') && (email ?? path) !== undefined)

/** The day of release; of one without a date the last day of fieldwork, which no clock changes. */
export const issuedOn = ({ created, temporal }: DataPackage): string => created?.slice(0, 10) ?? temporal.end

/** What people read first: of a withdrawn release the notice. */
export function descriptionOf({ descriptor, withdrawn }: Entry): string {
  const { description, title } = descriptor
  const about = description ?? title
  return withdrawn === undefined
    ? about
    : `Withdrawn on ${withdrawn.on.slice(0, 10)}: ${withdrawn.reason} ${about}`
}
