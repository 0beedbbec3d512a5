/** Widths that a page is looked at: a phone held upright, at 400% zoom of a desk; a tablet; a desk. */
export const WIDTHS = [320, 768, 1280] as const

/** What readers have asked their machines for. */
const COLOURS = {
  light: { colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', forcedColors: 'none', contrast: 'no-preference' },
  'more contrast': { colorScheme: 'light', forcedColors: 'none', contrast: 'more' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active', contrast: 'more' },
} as const

/** A width in pixels, and colours. */
export interface Look {
  readonly width: number
  readonly colours: keyof typeof COLOURS
}

export const mediaOf = ({ colours }: Look) => COLOURS[colours]

/** Every width in all colours. */
export const EVERY_LOOK: readonly Look[] = WIDTHS.flatMap((width) =>
  (['light', 'dark', 'more contrast', 'forced colours'] as const).map((colours) => ({ width, colours })),
)

/** Every width and all colours once, for pages whose like had every look. */
export const SOME_LOOKS: readonly Look[] = [
  { width: 320, colours: 'light' },
  { width: 768, colours: 'forced colours' },
  { width: 1280, colours: 'dark' },
  { width: 320, colours: 'more contrast' },
]

/** The same for very long pages, of which one look takes seconds. */
export const TWO_LOOKS: readonly Look[] = [
  { width: 320, colours: 'light' },
  { width: 1280, colours: 'dark' },
]
