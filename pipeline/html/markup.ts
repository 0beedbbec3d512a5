import { escaped } from './escaped.ts'

/** A piece of HTML. Only `html` and `trusted` make it, so text that nobody escaped cannot pass for it. */
export class Markup {
  readonly #text: string
  /** Use `html` or `trusted`. */
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}

/** What may stand in a gap of a template: text, which is escaped; markup; or several of them, set one after the other. */
export type Content = string | number | Markup | readonly Content[]

/**
 * Template for HTML: everything in a gap is escaped unless it is markup already. Gaps stand where text may, or in
 * attributes between double quotes; never in scripts, styles or the name of a tag.
 */
export function html(strings: TemplateStringsArray, ...gaps: readonly Content[]): Markup {
  return new Markup(
    strings.reduce(
      (text, string, index) => `${text}${index === 0 ? '' : rendered(gaps[index - 1] ?? '')}${string}`,
      '',
    ),
  )
}

/** Text that is HTML already: written by us or by a library, and free of anybody's words that were not escaped. */
export const trusted = (text: string): Markup => new Markup(text)

/** Nothing at all, for a part that a page does without. */
export const NONE: Markup = trusted('')

function rendered(content: Content): string {
  if (typeof content === 'string') return escaped(content)
  if (typeof content === 'number') return String(content)
  return content instanceof Markup ? content.toString() : content.map(rendered).join('')
}
