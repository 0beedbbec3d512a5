import type { Page } from 'playwright-core'

/**
 * What sticks out of the page to a side, or is cut off there: the innermost elements, as they would be found in the
 * page's text. What stands in a box that scrolls is neither.
 */
export const overflow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    // What is laid out only when it comes into view is cut off rather than sticking out.
    const laidOut = new CSSStyleSheet()
    laidOut.replaceSync('* { content-visibility: visible !important; }')
    document.adoptedStyleSheets = [laidOut]
    const root = document.scrollingElement ?? document.documentElement
    const wide = root.clientWidth
    const boxed = (element: Element, kinds: RegExp): boolean => {
      for (let box = element.parentElement; box !== null && box !== document.body; box = box.parentElement) {
        if (kinds.test(getComputedStyle(box).overflowX)) return true
      }
      return false
    }
    const unseen = (element: Element) => getComputedStyle(element).clipPath !== 'none'
    const named = (element: Element, by: number) =>
      `${element.outerHTML.slice(0, 120).replaceAll('\n', ' ')} sticks out by ${Math.ceil(by)} px`
    const all = [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility())
    const out = all.filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 0 && (right > wide + 1 || left < -1) && !boxed(element, /auto|scroll|hidden|clip/)
    })
    const cut = all.filter((element) => {
      const { overflowX } = getComputedStyle(element)
      return (
        /hidden|clip/.test(overflowX) &&
        element.scrollWidth > element.clientWidth + 1 &&
        !(element instanceof SVGElement) &&
        !unseen(element)
      )
    })
    // Where the page does not scroll sideways, what is out of sight was put there, as a link to skip to the content.
    const sticking = root.scrollWidth > wide + 1 ? out : []
    return [
      ...sticking
        .filter((element) => !sticking.some((other) => other !== element && element.contains(other)))
        .map((element) => {
          const { left, right } = element.getBoundingClientRect()
          return named(element, Math.max(right - wide, -left))
        }),
      ...cut.map((element) => named(element, element.scrollWidth - element.clientWidth)),
      ...(root.scrollWidth > wide + 1 && sticking.length === 0
        ? [`the page scrolls sideways by ${root.scrollWidth - wide} px`]
        : []),
    ]
  })
