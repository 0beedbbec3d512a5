import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { openPage } from '../open-page.ts'

/** How much a reader waits for. */
export interface Weight {
  /** Of the page, which is all that is loaded. */
  readonly bytes: number
  /** As web servers send it. */
  readonly zipped: number
  /** Milliseconds until something is seen, on a machine that is four times as slow. */
  readonly firstPaint: number
}

/** Weighs a page, and takes the time of its first view. */
export async function weight(browser: Browser, url: string): Promise<Weight> {
  const { page, close } = await openPage(browser, 'about:blank')
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const response = await page.goto(url)
  const body = (await response?.body()) ?? Buffer.alloc(0)
  const firstPaint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0]
          if (paint !== undefined) resolve(paint.startTime)
        }).observe({ type: 'paint', buffered: true })
      }),
  )
  await close()
  return { bytes: body.length, zipped: gzipSync(body).length, firstPaint: Math.round(firstPaint) }
}
