import { parse } from 'csv-parse/sync'
import type { Contents, Descriptor } from './model.ts'

/**
 * What can be found in a release, from its descriptor and its `data/themes.csv`: releases never change, so it is read
 * from what every one of them has had. Undefined where nothing is told of.
 */
export function contentsOf(descriptor: Descriptor, themes: string | undefined): Contents | undefined {
  const tables = tableTitles(descriptor)
  const titles = themes === undefined ? [] : themeTitles(themes)
  return tables.length + titles.length === 0 ? undefined : { tables, themes: titles }
}

/** Titles of the printed tables without their numbers; "Title (by region)" and the like say nothing that is new. */
function tableTitles({ resources }: Descriptor): readonly string[] {
  const titles = (Array.isArray(resources) ? resources : []).flatMap((resource: unknown) => {
    const { path, title } = { ...Object(resource) }
    const id = /^data\/tables\/(.+)\.csv$/.exec(String(path))?.[1]
    return id === undefined || typeof title !== 'string' ? [] : [withoutNumber(title, id)]
  })
  const all = new Set(titles)
  return [...all].filter((title) => {
    const plain = title.replace(/ \([^()]*\)$/, '')
    return plain === title || !all.has(plain)
  })
}

const withoutNumber = (title: string, id: string): string =>
  title.startsWith(`Table ${id}: `) ? title.slice(`Table ${id}: `.length) : title

function themeTitles(csv: string): readonly string[] {
  try {
    const rows: readonly Readonly<Record<string, string>>[] = parse(csv, { columns: true, bom: true })
    return [...new Set(rows.map(({ theme_title: title = '' }) => title))].filter((title) => title !== '')
  } catch {
    // A file that was damaged is for `verify` to find; the release is listed all the same.
    return []
  }
}
