import { strFromU8, unzipSync } from 'fflate'
import { read, utils } from 'xlsx'

/** The parts of a package as text, by path. */
export function partsOf(file: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

/** One part; throws when the package has none such. */
export function part(parts: ReadonlyMap<string, string>, path: string): string {
  const xml = parts.get(path)
  if (xml === undefined) throw new Error(`no part ${path}`)
  return xml
}

export function worksheets(parts: ReadonlyMap<string, string>): string[] {
  return [...parts].filter(([path]) => path.startsWith('xl/worksheets/sheet')).map(([, xml]) => xml)
}

/** Elements of one name, as written. */
export function elements(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}[ />][^>]*>`, 'g')) ?? []
}

/** An attribute as an XML processor hands it on. */
export function attribute(element: string, name: string): string | undefined {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(element)?.[1]
  return value
    ?.replace(/[\n\t]/g, ' ')
    .replaceAll('&#10;', '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

/** What each worksheet shows, read back by SheetJS. */
export function shown(file: Uint8Array): Map<string, unknown[][]> {
  const book = read(file)
  return new Map(
    book.SheetNames.map((name) => {
      const sheet = book.Sheets[name]
      return [name, sheet === undefined ? [] : utils.sheet_to_json<unknown[]>(sheet, { header: 1 })]
    }),
  )
}

/** The cell format (`<xf>…</xf>`) of a cell, and its font. */
export function formatOf(parts: ReadonlyMap<string, string>, sheet: string, address: string): string {
  const styles = part(parts, 'xl/styles.xml')
  const formats =
    /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(styles)?.[1]?.match(/<xf [^>]*\/>|<xf .*?<\/xf>/g) ?? []
  const fonts = styles.match(/<font>.*?<\/font>/g) ?? []
  const cell = new RegExp(`<c r="${address}"[^>]*>`).exec(sheet)?.[0] ?? ''
  const format = formats[Number(attribute(cell, 's'))] ?? ''
  return `${format}${fonts[Number(attribute(format, 'fontId'))]}`
}
