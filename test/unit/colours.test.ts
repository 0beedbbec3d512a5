import { describe, expect, it } from 'vitest'
import { STYLE } from '../../pipeline/html/style.ts'

const [light = '', dark = ''] = STYLE.split('@media (prefers-color-scheme: dark)')

/** Style properties that are colours, by name; the dark scheme's own stand before the next rule. */
const coloursIn = (style: string): ReadonlyMap<string, string> =>
  new Map(
    [...(style.split('@media')[0] ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(
      ([, name = '', colour = '']) => [name, colour],
    ),
  )

/** Relative luminance (WCAG 2.2, definitions). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const share = Number.parseInt(colour.slice(place, place + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dimmer = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (dimmer + 0.05)
}

/** Areas of charts and the text upon them. */
const PAIRS = [
  ['s', 't', [0, 1, 2, 3, 4, 5, 6, 7, 8]],
  ['d', 'e', [1, 2, 3, 4, 5]],
  ['q', 'f', [1, 2, 3, 4, 5]],
] as const

describe.each([
  ['light', coloursIn(light)],
  ['dark', coloursIn(dark)],
])('colours of the %s scheme', (_, colours) => {
  const of = (name: string): string => {
    const colour = colours.get(name)
    if (colour === undefined) throw new Error(`no colour ${name}`)
    return colour
  }

  it('let every figure upon a chart be read: 4.5 to 1 (WCAG 2.2, 1.4.3)', () => {
    for (const [area, text, numbers] of PAIRS)
      for (const number of numbers)
        expect(contrast(of(`${area}${number}`), of(`${text}${number}`)), `${area}${number}`).toBeGreaterThan(
          4.5,
        )
  })

  it('set bars and answers off from the page: 3 to 1 (WCAG 2.2, 1.4.11)', () => {
    const areas = [...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => `s${n}`), ...[1, 2, 3, 4].map((n) => `bar-${n}`)]
    for (const area of areas) expect(contrast(of(area), of('page')), area).toBeGreaterThan(3)
    // Scales have lighter parts; a line of this colour goes round each.
    expect(contrast(of('quiet'), of('page'))).toBeGreaterThan(4.5)
  })
})
