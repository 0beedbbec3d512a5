import type { CatalogueEntry } from './model.ts'

/** The file that the next catalogue is compared with, and that is written last of all. */
export const CATALOGUE = 'catalogue.json'

/** The catalogue's files: path beside the consultations' folders -> content. The same entries give the same bytes. */
export const renderCatalogue = (entries: readonly CatalogueEntry[]): ReadonlyMap<string, string> =>
  new Map([[CATALOGUE, `${JSON.stringify({ consultations: entries }, null, 2)}\n`]])
