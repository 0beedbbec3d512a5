/**
 * Charts. In: published figures, named by the table, row and column they stand in. Out: SVG, drawn by
 * Observable Plot. Does not belong here: which chart suits a table (page).
 */
export { barChart } from './bars.ts'
export { type IntervalStrip, intervalChart } from './intervals.ts'
export type * from './model.ts'
export { divergingChart, stackedChart } from './stacked.ts'
export { areRegions, type Tile, tileMap } from './tiles.ts'
