/** In: the text of a file of targets. Out: where releases are published. Does not belong here: secrets. */
export type * from './model.ts'
export { readTargets } from './read-targets.ts'
