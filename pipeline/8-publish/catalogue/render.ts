import type { CatalogueEntry } from './model.ts'
import { cataloguePage, type Front } from './page/index.ts'

/** The file that the next catalogue is compared with, and that is written last of all. */
export const CATALOGUE = 'catalogue.json'

/** The catalogue as people see it. */
export const FRONT_PAGE = 'index.html'

/**
 * The catalogue's files, in the order in which they are written: path beside the consultations' folders -> content. The
 * same entries give the same bytes.
 */
export const renderCatalogue = (
  entries: readonly CatalogueEntry[],
  front: Front = {},
): ReadonlyMap<string, string> =>
  new Map([
    [FRONT_PAGE, cataloguePage(entries, front)],
    [CATALOGUE, `${JSON.stringify({ consultations: entries }, null, 2)}\n`],
  ])
