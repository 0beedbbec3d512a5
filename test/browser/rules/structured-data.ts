import jsonld from 'jsonld'
import type { Page } from 'playwright-core'

/** The structured data of a page as RDF would have it; throws where a block does not parse. No context is fetched. */
export async function structuredData(page: Page): Promise<readonly object[]> {
  const blocks = await page.locator('script[type="application/ld+json"]').allTextContents()
  const documentLoader = async (url: string) => ({
    documentUrl: url,
    document: { '@context': { '@vocab': 'https://schema.org/' } },
  })
  const expanded = await Promise.all(
    blocks.map((block) => jsonld.expand(JSON.parse(block), { documentLoader })),
  )
  return expanded.flat()
}
