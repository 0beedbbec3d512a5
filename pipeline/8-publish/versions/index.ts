/**
 * Versions of a release. In: what is to be published, and the releases in their places. Out: what differs, and
 * the version and list of changes that follow from it. Not here: where releases stand and how they get there.
 */
export { compareReleases, levelOf, needsNote, type ReadableRelease } from './compare.ts'
export { dataDigest } from './data-digest.ts'
export { dateIssues } from './date-issues.ts'
export {
  type DescribedField,
  type DescribedRelease,
  type DescribedTable,
  describedRelease,
} from './described.ts'
export type * from './difference.ts'
export { changesOf, type EarlierRelease, type History, type Tombstone } from './earlier.ts'
export { nextEdition, type Proposal, wordsChanged } from './next-edition.ts'
export { differenceSentences } from './sentences.ts'
export { tombstoneReadme } from './tombstone-readme.ts'
export { compareVersions, highest, isVersion, type Level, raise } from './version.ts'
