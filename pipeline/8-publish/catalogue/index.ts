/**
 * The catalogue of all releases. In: the releases as found in their places, and the catalogue before. Out: its
 * entries, and its files. Not here: who reads the folders and writes the files.
 */
export { catalogueOf } from './catalogue-of.ts'
export type * from './model.ts'
export type { Front } from './page/index.ts'
export { CATALOGUE, FRONT_PAGE, renderCatalogue } from './render.ts'
