import type { Page } from 'playwright-core'
import type { Row } from '../../support/survey.ts'
import { misquoted } from './sentences.ts'

/** What a page shows, as it stands in the document. */
interface Shown {
  readonly tables: readonly {
    readonly id: string
    readonly caption: string
    readonly headings: readonly string[]
    readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[]
  }[]
  /** What is printed in charts, and by which figure. */
  readonly labels: readonly { readonly figure: string; readonly text: string }[]
  /** Bars and dots: one list a chart, with where each ends or stands. */
  readonly drawings: readonly (readonly { readonly figure: string; readonly size: number }[])[]
  readonly sentences: readonly { readonly figures: readonly string[]; readonly text: string }[]
}

/** How many figures were held to the published ones, and what differs. */
export interface Held {
  readonly inTables: number
  readonly inCharts: number
  readonly inWords: number
  readonly faults: readonly string[]
}

/** Pixels by which the end of a bar may be off: coordinates are rounded, and bars leave a line between them. */
const HAIR = 1.3

/** Reads every figure out of a page, from tables, charts and sentences, and holds it to `data/tables.csv`. */
export async function figures(page: Page, published: readonly Row[]): Promise<Held> {
  const shown = await read(page)
  const tables = new Map<string, Row[]>()
  for (const line of published) {
    const id = line['table'] ?? ''
    tables.set(id, [...(tables.get(id) ?? []), line])
  }
  const faults: string[] = []
  let inTables = 0
  for (const [id, lines] of tables) {
    const table = shown.tables.find((one) => one.id === id)
    const cells = (table?.rows ?? []).flatMap((row) => row.cells.map((text) => ({ label: row.label, text })))
    if (table?.caption.endsWith(lines[0]?.['title'] ?? '') !== true) faults.push(`table ${id} is not shown`)
    if (cells.length !== lines.length) faults.push(`table ${id}: ${cells.length} of ${lines.length} figures`)
    lines.forEach((line, index) => {
      const { label = '', text = '' } = cells[index] ?? {}
      if (label !== line['row'] || !says(text, line)) faults.push(`table ${id}, ${label}: ${text}`)
    })
    inTables += cells.length
  }
  for (const { id } of shown.tables) if (!tables.has(id)) faults.push(`table ${id} is not published`)

  const at = (figure: string) => lineAt(tables, figure)
  for (const { figure, text } of shown.labels) {
    const line = at(figure)
    if (line === undefined || !says(text.replace('%', ''), line)) faults.push(`chart, ${figure}: ${text}`)
  }
  for (const drawing of shown.drawings) faults.push(...outOfScale(drawing, at))
  const names = [
    ...published.flatMap(({ title = '', row = '' }) => [title, row]),
    // "b) 30-44 (per cent)"
    ...shown.tables.flatMap(({ headings }) =>
      headings.map((one) => one.replace(/^[a-z]+\) | \([^()]*\)$/g, '')),
    ),
  ]
  for (const { figures: named, text } of shown.sentences) {
    const numbers = named.map((one) => at(one)?.[one.includes(' base ') ? 'base' : 'value'] ?? '')
    faults.push(...misquoted(text, new Set(numbers), names))
  }
  return {
    inTables,
    inCharts: shown.labels.length + shown.drawings.flat().length,
    inWords: shown.sentences.flatMap((sentence) => sentence.figures).length,
    faults,
  }
}

const read = (page: Page): Promise<Shown> =>
  page.evaluate(() => {
    const text = (element: Element | null | undefined) => element?.textContent?.trim() ?? ''
    const number = (element: Element, name: string) => Number(element.getAttribute(name))
    const figure = (element: Element) => element.getAttribute('data-figure') ?? ''
    const drawn = [...document.querySelectorAll('svg')].flatMap((svg) => [
      [...svg.querySelectorAll('rect[data-figure]')].map((bar) => ({
        figure: figure(bar),
        // Tiles are as large as each other.
        size: svg.closest('.tiles') === null ? number(bar, 'width') : Number.NaN,
      })),
      [...svg.querySelectorAll('circle[data-figure]')].map((dot) => ({
        figure: figure(dot),
        size: number(dot, 'cx'),
      })),
    ])
    return {
      tables: [...document.querySelectorAll<HTMLElement>('table[data-table]')].map((table) => ({
        id: table.dataset['table'] ?? '',
        caption: text(table.querySelector('caption')),
        headings: [...table.querySelectorAll('thead th')].map(text),
        rows: [...table.querySelectorAll('tbody tr')].map((row) => ({
          label: text(row.querySelector('th')),
          cells: [...row.querySelectorAll('td')].map(text),
        })),
      })),
      labels: [...document.querySelectorAll('text[data-figure]')].map((label) => ({
        figure: figure(label),
        text: text(label),
      })),
      drawings: drawn.filter((one) => one.length > 0),
      sentences: [...document.querySelectorAll<HTMLElement>('[data-figures]')].map((sentence) => ({
        figures: (sentence.dataset['figures'] ?? '').split(', '),
        text: text(sentence),
      })),
    }
  })

/** Whether a printed figure is the published one: the same number, or a mark where there is none or it is zero. */
function says(text: string, { value = '', status = '' }: Row): boolean {
  const number = Number(text.replaceAll(',', ''))
  if (text === '') return false
  if (value === '') return status !== '' && Number.isNaN(number) && (text === '[c]') === (status === 'c')
  return number === Number(value) || (Number(value) === 0 && Number.isNaN(number))
}

/** "5 0 1" is the first row and second column of table 5; "5 base 1" the base of that column. */
function lineAt(tables: ReadonlyMap<string, readonly Row[]>, figure: string): Row | undefined {
  const [id = '', row = '', column = ''] = figure.split(' ')
  const lines = tables.get(id) ?? []
  const labels = [...new Set(lines.map((line) => line['row']))]
  const wide = lines.length / labels.length
  return lines[(row === 'base' ? 0 : Number(row)) * wide + Number(column)]
}

/** Bars are as long as their figures, and dots stand where they should: one scale for all of a chart. */
function outOfScale(
  drawing: Shown['drawings'][number],
  at: (figure: string) => Row | undefined,
): readonly string[] {
  const points = drawing.map(({ figure, size }) => ({
    figure,
    size,
    value: Number(at(figure)?.['value'] || Number.NaN),
  }))
  const missing = points.filter(({ value }) => Number.isNaN(value))
  if (missing.length > 0) return missing.map(({ figure }) => `chart, ${figure}: drawn without a value`)
  const [least, most] = [points, points].map((all, end) =>
    all.reduce((best, one) => ((end === 0 ? one.value < best.value : one.value > best.value) ? one : best)),
  )
  if (least === undefined || most === undefined || most.value === least.value) return []
  const scale = (most.size - least.size) / (most.value - least.value)
  return points
    .filter(({ size, value }) => Math.abs(least.size + scale * (value - least.value) - size) > HAIR)
    .map(({ figure, size, value }) => `chart, ${figure}: ${size} px for ${value}`)
}
