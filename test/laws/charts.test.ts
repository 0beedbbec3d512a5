import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { barChart, type Chart, divergingChart, stackedChart } from '../../pipeline/7-package/chart/index.ts'
import { wrapped } from '../../pipeline/7-package/chart/wrap.ts'

const WIDTHS = fc.constantFrom(340, 720)

/** Shares of whole per cents for a few answers of a few populations, none of them more than 100 together. */
const shares = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain(([answers, strips]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: answers, maxLength: answers }), {
      minLength: strips,
      maxLength: strips,
    }),
  )

const stripsOf = (values: readonly (readonly number[])[]) =>
  values.map((row, strip) => ({
    label: `Population ${strip} <b>`,
    cells: row.map((value, answer) => ({ figure: `1 ${answer} ${strip}`, value, printed: String(value) })),
  }))

const seriesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    label: `Answer ${index}`,
    swatch: `s${index + 1}`,
    text: `t${index + 1}`,
  }))

/** What a chart shows: bars by the figure they name, and texts. */
function shown(chart: Chart, width: number) {
  const { document } = parseHTML(`<html><body>${chart.draw(width)}</body></html>`)
  const number = (element: { getAttribute: (name: string) => string | null }, name: string) =>
    Number(element.getAttribute(name))
  const bars = [...document.querySelectorAll('rect[data-figure]')].map((rect) => ({
    figure: rect.getAttribute('data-figure') ?? '',
    left: number(rect, 'x'),
    width: number(rect, 'width'),
    top: number(rect, 'y'),
    bottom: number(rect, 'y') + number(rect, 'height'),
  }))
  const texts = [...document.querySelectorAll('text[data-figure]')].map((text) => ({
    figure: text.getAttribute('data-figure') ?? '',
    says: text.textContent,
  }))
  const [, , , height = '0'] = (document.querySelector('svg')?.getAttribute('viewBox') ?? '').split(' ')
  return { bars, texts, height: Number(height), inside: document.querySelectorAll('b').length }
}

describe('charts', () => {
  it('draw bars as long as their figures, whatever the width', () => {
    fc.assert(
      fc.property(shares, WIDTHS, (values, width) => {
        const strips = stripsOf(values)
        const { bars, texts, height, inside } = shown(
          barChart('bars', strips, seriesOf(values[0]?.length ?? 0), 25, '%'),
          width,
        )
        expect(inside).toBe(0)
        const all = strips.flatMap(({ cells }) => cells)
        expect(texts).toEqual(all.map(({ figure, printed }) => ({ figure, says: `${printed}%` })))
        const sizeOf = (figure: string) => all.find((cell) => cell.figure === figure)?.value ?? Number.NaN
        const most = bars.reduce((a, b) => (sizeOf(a.figure) >= sizeOf(b.figure) ? a : b))
        const unit = most.width / Math.max(1, sizeOf(most.figure))
        for (const bar of bars) {
          expect(bar.width).toBeCloseTo(unit * sizeOf(bar.figure), -0.5)
          expect(bar.bottom).toBeLessThanOrEqual(height)
          expect(bar.left + bar.width).toBeLessThanOrEqual(width)
        }
      }),
    )
  })

  it.each([
    ['stacked', stackedChart],
    [
      'diverging',
      (...[strips, series, unit]: Parameters<typeof stackedChart>) =>
        divergingChart(strips, series, series.length, unit),
    ],
  ] as const)('set the parts of %s bars end to end', (_, draw) => {
    fc.assert(
      fc.property(shares, WIDTHS, (values, width) => {
        const strips = stripsOf(values)
        const { bars } = shown(draw(strips, seriesOf(values[0]?.length ?? 0), '%'), width)
        const drawn = strips.flatMap(({ cells }) => cells.filter(({ value }) => value > 0))
        expect(bars.map(({ figure }) => figure)).toEqual(drawn.map(({ figure }) => figure))
        bars.forEach((bar, index) => {
          const next = bars[index + 1]
          if (next === undefined || next.top !== bar.top) return
          // A pixel is left between parts, and tenths are rounded.
          expect(Math.abs(bar.left + bar.width + 1 - next.left)).toBeLessThan(0.21)
        })
      }),
    )
  })

  it('centre scales on the middle: as much stands before the line as answers before the middle', () => {
    const strips = stripsOf([[20, 10, 40, 20, 10]])
    const { bars } = shown(divergingChart(strips, seriesOf(5), 5, '%'), 720)
    const [first, , middle] = bars
    const unit = (first?.width ?? 0) / 20
    const line = (middle?.left ?? 0) + (middle?.width ?? 0) / 2
    expect(Math.abs(line - (first?.left ?? 0) - 50 * unit)).toBeLessThan(3)
  })

  it('show a mark alone where a figure has no value', () => {
    const strips = [{ label: 'Yes', cells: [{ figure: '1 0 0', printed: '[c]' }] }]
    const { bars, texts } = shown(barChart('bars', strips, seriesOf(1), 100, '%'), 340)
    expect(bars).toEqual([])
    expect(texts).toEqual([{ figure: '1 0 0', says: '[c]' }])
  })
})

describe('labels of charts', () => {
  it('lose no letter while they have room, and never run out of it', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 120, unit: 'grapheme' }),
        fc.integer({ min: 60, max: 400 }),
        (text, width) => {
          const lines = wrapped(text, width, 14, 99)
          expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
          const most = Math.max(6, Math.floor(width / (14 * 0.54)))
          for (const line of lines) expect([...line].length).toBeLessThanOrEqual(most)
        },
      ),
    )
  })

  it('end in an ellipsis after three lines', () => {
    const lines = wrapped('an answer that goes on '.repeat(20), 120, 14)
    expect(lines.length).toBe(3)
    expect(lines[2]?.endsWith('\u2026')).toBe(true)
  })
})
