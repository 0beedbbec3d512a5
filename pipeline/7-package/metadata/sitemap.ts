import type { Site } from '../../site/index.ts'
import { changedOn } from './dcat/catalogue.ts'
import { addressesOn, type Entry } from './entry.ts'
import { element, xmlDocument } from './xml.ts'

/** `sitemap.xml` (https://www.sitemaps.org/protocol.html): the site, and each consultation's page. Of those withdrawn the site itself tells. */
export function sitemap(site: Site, entries: readonly Entry[]): string {
  const pages = entries
    .filter(({ withdrawn }) => withdrawn === undefined)
    .map((entry) => ({ address: addressesOn(site.url, entry).page, changed: changedOn(entry) }))
  return xmlDocument(
    element(
      'urlset',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
      element('url', {}, element('loc', {}, site.url)),
      ...pages.map(({ address, changed }) =>
        element('url', {}, element('loc', {}, address), element('lastmod', {}, changed)),
      ),
    ),
  )
}
