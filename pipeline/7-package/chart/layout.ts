import type { Strip } from './model.ts'
import { wrapped } from './wrap.ts'

export const FONT = 14
const LINE = 18
/** Narrower than this, labels stand above their bars. */
const BESIDE = 520

/** Where everything of a strip stands, in pixels. */
export interface Placed {
  readonly strip: Strip
  readonly lines: readonly { readonly text: string; readonly y: number }[]
  readonly bars: readonly { readonly top: number; readonly bottom: number }[]
}

export interface Layout {
  readonly height: number
  /** Where bars may begin and end. */
  readonly left: number
  readonly right: number
  readonly placed: readonly Placed[]
}

/**
 * Puts strips below each other, each with `bars` bars of `thickness`; `spare` is kept free at the end for figures.
 * Labels stand beside the bars where there is room, else above them.
 */
export function layout(
  strips: readonly Strip[],
  width: number,
  { bars, thickness, spare, top = 0 }: { bars: number; thickness: number; spare: number; top?: number },
): Layout {
  const beside = width >= BESIDE
  const left = beside ? Math.round(width * 0.36) : 0
  const placed: Placed[] = []
  let y = top
  for (const strip of strips) {
    const texts = wrapped(strip.label, beside ? left - 16 : width, FONT)
    const block = bars * thickness + (bars - 1) * 2
    const words = texts.length * LINE
    const start = beside ? y + Math.max(0, (words - block) / 2) : y + words + 2
    const first = beside ? y + Math.max(0, (block - words) / 2) : y
    placed.push({
      strip,
      lines: texts.map((text, index) => ({ text, y: first + index * LINE + LINE / 2 })),
      bars: Array.from({ length: bars }, (_, index) => {
        const from = start + index * (thickness + 2)
        return { top: from, bottom: from + thickness }
      }),
    })
    y = beside ? y + Math.max(words, block) + 12 : start + block + 12
  }
  return { height: Math.max(1, Math.ceil(y - 12)), left, right: width - spare, placed }
}
