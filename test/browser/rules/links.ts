import type { Page } from 'playwright-core'

/** Where a page's links lead: fragments that are not in the page, and the files beside it that are named. */
export const links = (
  page: Page,
): Promise<{ readonly lost: readonly string[]; readonly files: readonly string[] }> =>
  page.evaluate(() => {
    const hrefs = [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '')
    const fragments = hrefs.filter((href) => href.startsWith('#'))
    const files = hrefs.filter((href) => !/^(#|[a-z]+:)/.test(href)).map((href) => href.split('#')[0] ?? '')
    return {
      lost: fragments.filter((href) => document.getElementById(decodeURIComponent(href.slice(1))) === null),
      files: [...new Set(files)].map(decodeURI).sort(),
    }
  })
