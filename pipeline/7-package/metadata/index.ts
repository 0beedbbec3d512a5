/**
 * Metadata, written once and rendered many times. In: the descriptor of a release (`datapackage.json`, which
 * says everything there is to say), and the site it stands on. Out: text in the words of each standard. Pure:
 * no disk and no clock, the same bytes every time. Not here: which of it is written where and when (the
 * door of 7-package for a release, the edge for a site).
 */
import type { Site } from '../../site/index.ts'
import { catalogue } from './dcat/catalogue.ts'
import { dataset } from './dcat/dataset.ts'
import type { Addresses, Entry } from './entry.ts'
import { jsonLd } from './rdf/json-ld.ts'
import { turtle } from './rdf/turtle.ts'

export { bagFiles, tagManifest } from './bagit.ts'
export { croissant, pageJsonLd } from './croissant.ts'
export { csvFolders, csvwMetadata } from './csvw.ts'
export { dataCite } from './datacite.ts'
export { dataJson } from './dcat-us.ts'
export { ddiCodebook } from './ddi/index.ts'
export { describeDataset } from './describe-dataset.ts'
export type { Addresses, Entry } from './entry.ts'
export { type Announcement, atomFeed } from './feed.ts'
export { metadataFiles } from './release-files.ts'
export { schemaOrg } from './schema-org.ts'
export { type Listed, type ListedVersion, siteFiles } from './site-files.ts'
export { sitemap } from './sitemap.ts'
export { withIdentifier } from './with-identifier.ts'

/** `catalog.ttl`: DCAT-AP 3 of every consultation of a site. */
export const catalogueTurtle = (site: Site, entries: readonly Entry[]): string =>
  turtle([catalogue(site, entries)])

/** `catalog.jsonld`: the same as JSON-LD. */
export const catalogueJsonLd = (site: Site, entries: readonly Entry[]): string =>
  jsonLd([catalogue(site, entries)])

/** DCAT-AP 3 of one release. */
export const datasetTurtle = (entry: Entry, addresses: Addresses): string =>
  turtle([dataset(entry, addresses)])

/** The same as JSON-LD. */
export const datasetJsonLd = (entry: Entry, addresses: Addresses): string =>
  jsonLd([dataset(entry, addresses)])
