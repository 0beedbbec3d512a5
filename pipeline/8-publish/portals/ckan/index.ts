/** Publishes to CKAN, 2.9 or later. In: a release. Out: what to ask and what to send. */
import type { CkanTarget } from '../../targets/index.ts'
import type { Publisher, Release } from '../model.ts'
import { explainCkan, isStale } from './explain.ts'
import { planCkan } from './plan.ts'
import { type CkanState, readCkan } from './read.ts'

export const ckanPublisher = (target: CkanTarget, release: Release): Publisher<CkanState> => ({
  read: (connection, { state }) => readCkan(connection, target, release, state),
  plan: (state) => planCkan(state, release, target.url),
  passing: isStale,
  explain: explainCkan,
  // Every file was read back before the dataset was opened.
  downloads: () => [],
})
