/** Lists that have an order of their own, as keys (lower case). Each label must be one of a list. */
const RANKS: readonly (readonly (readonly [RegExp, number])[])[] = [
  // Education, least first.
  [
    [/^no (?:formal )?(?:qualification|education|schooling)|^none$/, 0],
    [/^(?:less than|some) (?:high|secondary) school|^primary|^did not (?:complete|finish)/, 1],
    [/^high school|^secondary|^gcse|^o level|^level [12]\b/, 2],
    [/^apprentice|^vocational|^trade/, 3],
    [/^a[- ]levels?\b|^level 3\b|^sixth form/, 4],
    [/^some (?:college|university)|^associate|^diploma|^hn[cd]|^further education|^foundation|^college/, 5],
    [/^(?:bachelor|undergraduate|degree|university|first degree|ba\b|bsc)/, 6],
    [/^(?:graduate|postgraduate|master|higher degree|ma\b|msc)/, 7],
    [/^(?:ph\.?d|doctor)/, 8],
  ],
  [
    [/^(?:very|extra) (?:small|low)\b/, 0],
    [/^(?:small|low|minor|short)\b/, 1],
    [/^(?:medium|moderate|middle)\b/, 2],
    [/^(?:large|high|major|long)\b/, 3],
    [/^(?:very|extra) (?:large|high)\b/, 4],
  ],
  [/^mon/, /^tue/, /^wed/, /^thu/, /^fri/, /^sat/, /^sun/].map((day, index) => [day, index] as const),
  [...[/^jan/, /^feb/, /^mar/, /^apr/, /^may/, /^jun/, /^jul/, /^aug/, /^sep/, /^oct/, /^nov/, /^dec/]].map(
    (month, index) => [month, index] as const,
  ),
]

/** Positions of labels in a list with an order of its own: levels of education, sizes, days. */
export function rankScores(labels: readonly string[]): readonly number[] | undefined {
  for (const ranks of RANKS) {
    const found = labels.map((label) => ranks.find(([words]) => words.test(label))?.[1])
    const known = found.filter((rank) => rank !== undefined)
    if (known.length === labels.length && new Set(known).size === labels.length && labels.length > 2)
      return known
  }
  return undefined
}

/** Places in the order their statistical offices list them. */
const PLACES: readonly (readonly string[])[] = [
  [
    ...[
      'north east',
      'north west',
      'yorkshire and the humber',
      'yorkshire & the humber',
      'yorkshire and humber',
    ],
    ...[
      'east midlands',
      'west midlands',
      'east of england',
      'east',
      'london',
      'greater london',
      'south east',
    ],
    ...['south west', 'england', 'wales', 'scotland', 'northern ireland', 'national'],
  ],
  [
    ...['new england', 'middle atlantic', 'east north central', 'west north central', 'south atlantic'],
    ...['east south central', 'west south central', 'mountain', 'pacific'],
  ],
  ['northeast', 'midwest', 'south', 'west'],
]

/** Positions of labels among regions that are listed in a usual order. */
export function placeOrder(labels: readonly string[]): readonly number[] | undefined {
  for (const places of PLACES) {
    const found = labels.map((label) => places.indexOf(label))
    if (labels.length > 2 && found.every((at) => at >= 0) && new Set(found).size === found.length)
      return found
  }
  return undefined
}
