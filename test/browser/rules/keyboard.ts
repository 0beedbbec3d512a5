import type { Page } from 'playwright-core'

/**
 * Goes through the page with the Tab key alone. Said of: controls that are never reached, those where nothing shows that
 * they have the focus, those out of sight or covered when they have it (WCAG 2.2, 2.1.1, 2.4.7, 2.4.11), and things
 * that a mouse can press and a key cannot.
 */
export async function keyboard(page: Page): Promise<readonly string[]> {
  const stops = await page.evaluate(() => {
    const controls = 'a[href], button, input, select, textarea, summary, [tabindex]'
    const named = (element: Element) => element.outerHTML.slice(0, 120).replaceAll('\n', ' ')
    const expected = [...document.querySelectorAll<HTMLElement>(controls)].filter(
      (element) =>
        element.tabIndex >= 0 &&
        !element.matches(':disabled, input[type="radio"]:not(:checked)') &&
        element.checkVisibility({ visibilityProperty: true }),
    )
    const reached = new Set<Element>()
    const faults = [...document.querySelectorAll('[onclick], [role="button"]:not(button, summary)')].map(
      (element) => `${named(element)} is pressed by a mouse alone`,
    )
    const ordered = [...document.querySelectorAll<HTMLElement>('[tabindex]')]
    faults.push(...ordered.filter((one) => one.tabIndex > 0).map((one) => `${named(one)} jumps the queue`))
    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof HTMLElement || target instanceof SVGElement) || reached.has(target)) return
      reached.add(target)
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(target)
      const ringed = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      if (!ringed || !target.matches(':focus-visible')) faults.push(`${named(target)} shows no focus`)
      const boxes = [...target.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
      // Of what is larger than the window, such as a long table that scrolls, the part that stands in it.
      const seen = boxes.some(({ left, top, right, bottom }) => {
        const [x, y] = [Math.max(left, 0), Math.max(top, 0)]
        const [width, height] = [Math.min(right, innerWidth) - x, Math.min(bottom, innerHeight) - y]
        if (width <= 0 || height <= 0) return false
        const there = document.elementFromPoint(x + Math.min(width, 40) / 2, y + Math.min(height, 40) / 2)
        return there !== null && (target.contains(there) || there.contains(target))
      })
      if (!seen) faults.push(`${named(target)} is out of sight or covered when it has the focus`)
    })
    Reflect.set(window, 'walked', () => [
      ...faults,
      ...expected.filter((element) => !reached.has(element)).map((one) => `${named(one)} is not reached`),
    ])
    return expected.length
  })
  // A page may have boxes that scroll, which browsers make stops of their own.
  for (let press = 0; press < stops * 1.25 + 25; press++) await page.keyboard.press('Tab')
  return page.evaluate((): readonly string[] => Reflect.get(window, 'walked')())
}

/** So many folds are opened and closed, evenly through the page; a long page has hundreds that are alike. */
const FOLDS = 12

/** Opens and closes what opens, with Enter and Space. */
export async function disclosures(page: Page): Promise<readonly string[]> {
  const faults: string[] = []
  const all = await page.locator('summary:visible').all()
  const step = Math.max(1, Math.floor(all.length / FOLDS))
  for (const summary of all.filter((_, index) => index % step === 0)) {
    const isOpen = () => summary.evaluate((element) => element.closest('details')?.open)
    const before = await isOpen()
    await summary.press('Enter')
    const after = await isOpen()
    await summary.press('Space')
    if (after === before || (await isOpen()) !== before)
      faults.push(`${await summary.textContent()} does not open and close`)
  }
  return faults
}
