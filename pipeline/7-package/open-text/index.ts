/**
 * Open text in a release. In: released tables of themes, and quotes that may be published. Out: `data/themes.csv`,
 * `data/quotes.csv`, what describes them, and worksheets. Does not belong here: what may be seen.
 */
import type { ReleasedTables } from '../../artefacts.ts'
import type { Definition } from '../../definition/index.ts'
import { csvResource, type MeasuredFile, type Resource } from '../data-package/index.ts'
import { PATHS } from '../paths.ts'
import type { WorkbookTable } from '../workbook/index.ts'
import { QUOTES_DESCRIPTION, quotesCsv, quotesSchema, quotesSheet } from './quotes.ts'
import { themeRows } from './theme-rows.ts'
import { THEMES_DESCRIPTION, themesCsv, themesSchema, themesSheet } from './themes.ts'

/** The files of open text, by path; those of which the release has nothing are left out. */
export function openTextFiles(definition: Definition, released: ReleasedTables): ReadonlyMap<string, string> {
  const { quotes } = released.responses.responses
  const themes = themeRows(definition, released)
  return new Map([
    ...(themes.length === 0 ? [] : [[PATHS.themes, themesCsv(themes)] as const]),
    ...(quotes === undefined ? [] : [[PATHS.quotes, quotesCsv(definition, quotes)] as const]),
  ])
}

/** The same as resources of the data package. */
export function openTextResources(
  definition: Definition,
  released: ReleasedTables,
  measured: (path: string) => MeasuredFile,
): readonly Resource[] {
  const files = openTextFiles(definition, released)
  const themes = { name: 'themes', title: 'Themes of open answers', description: THEMES_DESCRIPTION }
  const quotes = { name: 'quotes', title: 'Quotes', description: QUOTES_DESCRIPTION }
  return [
    ...(files.has(PATHS.themes) ? [csvResource(measured(PATHS.themes), themes, themesSchema())] : []),
    ...(files.has(PATHS.quotes) ? [csvResource(measured(PATHS.quotes), quotes, quotesSchema())] : []),
  ]
}

/** The same as worksheets, after those of the tables. */
export const openTextSheets = (
  definition: Definition,
  released: ReleasedTables,
): readonly WorkbookTable[] => [
  ...themesSheet(themeRows(definition, released)),
  ...quotesSheet(definition, released.responses.responses.quotes ?? []),
]

/** The same for the list of files of a release: path and what it holds. */
export const openTextList = (
  definition: Definition,
  released: ReleasedTables,
): readonly (readonly [string, string])[] =>
  [...openTextFiles(definition, released).keys()].map((path) => [path, HOLDS[path] ?? ''])

const HOLDS: Readonly<Record<string, string>> = {
  [PATHS.themes]: 'What people wrote about: themes, what they mean, how common they are',
  [PATHS.quotes]: 'What people wrote: quotes, with who said so',
}
