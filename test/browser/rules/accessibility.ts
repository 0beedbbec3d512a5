import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe made of a page as it stands: the rules that it tried, and what breaks one. */
export interface Verdict {
  readonly rules: readonly string[]
  readonly violations: readonly string[]
}

/** Runs every rule of axe: those of WCAG 2.2, and good practice. */
export async function accessibility(page: Page): Promise<Verdict> {
  await page.evaluate(axe.source)
  const { passes, incomplete, inapplicable, violations } = await page.evaluate(
    (): Promise<AxeResults> =>
      Reflect.get(window, 'axe').run(document, {
        resultTypes: ['violations'],
        rules: { 'color-contrast': { enabled: true }, 'target-size': { enabled: true } },
      }),
  )
  return {
    rules: [...passes, ...incomplete, ...inapplicable, ...violations].map(({ id }) => id),
    violations: violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    ),
  }
}
