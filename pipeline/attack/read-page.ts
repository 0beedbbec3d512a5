import { parseHTML } from 'linkedom'

/** What a page shows, read as anybody may read it: without its scripts, closed and unseen parts included. */
export interface ShownPage {
  /** Every table: the one of the release that it says it is, and its rows as texts. */
  readonly tables: readonly { readonly id: string; readonly rows: readonly (readonly string[])[] }[]
  /** Whatever names the figure it shows: a part of a chart, or a sentence, with the size or words it shows. */
  readonly marks: readonly { readonly figure: string; readonly shows: string }[]
}

/** Reads a page of a release. A page that is none has no tables and no marks. */
export function readPage(text: string): ShownPage {
  const { document } = parseHTML(text)
  const tables = [...document.querySelectorAll('table')].map((table) => ({
    id: table.getAttribute('data-table') ?? '',
    rows: [...table.querySelectorAll('tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent ?? ''),
    ),
  }))
  const marks = [...document.querySelectorAll('[data-figure]')].map((mark) => ({
    figure: mark.getAttribute('data-figure') ?? '',
    shows:
      mark.textContent?.trim() || (mark.getAttribute('width') ?? mark.getAttribute('cx') ?? mark.tagName),
  }))
  const sentences = [...document.querySelectorAll('[data-figures]')].flatMap((sentence) =>
    (sentence.getAttribute('data-figures') ?? '')
      .split(', ')
      .filter((figure: string) => figure !== '')
      .map((figure: string) => ({ figure, shows: sentence.textContent ?? '' })),
  )
  return { tables, marks: [...marks, ...sentences] }
}
