/** A text with what in it identifies somebody, marked where it stands. */
export interface Labelled {
  readonly text: string
  readonly gold: readonly Gold[]
  /** Names, titles, places of the one who wrote it, where the layer of the frame needs them. */
  readonly own?: { readonly name: string; readonly unit: string; readonly jobTitle: string }
}

export interface Gold {
  readonly start: number
  readonly end: number
  readonly kind: string
}

/** Fills `{slot}` in a template by what `fill` gives for it, and marks the slots that have a kind. */
export function label(
  template: string,
  fill: (slot: string) => { readonly text: string; readonly kind?: string },
): Labelled {
  const gold: Gold[] = []
  let text = ''
  for (const [index, part] of template.split(/\{(\w+)\}/).entries()) {
    if (index % 2 === 0) {
      text += part
      continue
    }
    const { text: filled, kind } = fill(part)
    if (kind !== undefined) gold.push({ start: text.length, end: text.length + filled.length, kind })
    text += filled
  }
  return { text, gold }
}
