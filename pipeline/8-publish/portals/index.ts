/**
 * Publishing to portals. In: a release as its data package describes it, a target, and a connection. Out: the
 * release on the portal, once, whatever breaks on the way. Does not belong here: HTTP, tokens, files on disk
 * (edge), what is in a release (7-package).
 */
export { ckanPublisher } from './ckan/index.ts'
export { dataversePublisher } from './dataverse/index.ts'
export { describeFile, describeRelease, type Measured } from './describe-release.ts'
export { invenioPublisher } from './invenio/index.ts'
export type * from './model.ts'
export { NoAnswer } from './model.ts'
export { type Reconciled, reconcile, type Wishes } from './reconcile.ts'
export { refused } from './refusals.ts'
export { refuseOlder } from './versions.ts'
