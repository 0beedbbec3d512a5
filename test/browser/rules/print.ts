import type { Page } from 'playwright-core'
import { overflow } from './overflow.ts'

/**
 * Chromium's margins leave 718 px of an A4 page; it shrinks what is wider, and by half as much again at most, which was
 * measured in what it prints. Beyond that it cuts.
 */
const PAPER = 718 * 1.5

/**
 * What is wrong with a page on paper: what would stand on every sheet, over the text; what sticks out; what is folded
 * up and cannot be opened there.
 */
export async function print(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: PAPER, height: 1000 })
  await page.emulateMedia({ media: 'print' })
  const faults = await page.evaluate(() => {
    const named = (element: Element) => element.outerHTML.slice(0, 120).replaceAll('\n', ' ')
    const shown = [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility())
    const fixed = shown.filter((element) => /fixed|sticky/.test(getComputedStyle(element).position))
    const folded = shown
      .filter((element) => element.matches('details:not([open])'))
      .filter((element) =>
        [...element.querySelectorAll(':scope > :not(summary)')].some((content) => !content.checkVisibility()),
      )
    const cut = shown.filter(
      (element) =>
        /auto|scroll/.test(getComputedStyle(element).overflowX) &&
        element.scrollWidth > element.clientWidth + 1,
    )
    return [
      ...fixed.map((element) => `${named(element)} stands on every sheet`),
      ...folded.map((element) => `${named(element)} is folded up`),
      ...cut.map((element) => `${named(element)} is cut off`),
    ]
  })
  const sticking = await overflow(page)
  const sheets = [...(await page.pdf({ format: 'A4' })).toString('latin1').matchAll(/\/Type \/Page\b/g)]
  return [...faults, ...sticking, ...(sheets.length === 0 ? ['nothing is printed'] : [])]
}
