/** Widths that a page is looked at: a phone held upright, at 400% zoom of a desk; a tablet; a desk. */
export const WIDTHS = [320, 768, 1280] as const

/** What readers have asked their machines for. */
export const LOOKS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', contrast: 'no-preference' },
  { name: 'light with more contrast', colorScheme: 'light', forcedColors: 'none', contrast: 'more' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active', contrast: 'more' },
] as const
