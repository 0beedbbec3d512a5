/** Publishes to Dataverse. In: a release. Out: what to ask and what to send. */
import type { DataverseTarget } from '../../targets/index.ts'
import { textAt } from '../json.ts'
import type { Answer, Publisher, Refusal, Release, Step } from '../model.ts'
import { planDataverse } from './plan.ts'
import { type DataverseState, type Editions, readDataverse } from './read.ts'

/** `editions` makes the release with a DOI in it. */
export const dataversePublisher = (
  target: DataverseTarget,
  release: Release,
  editions: Editions,
): Publisher<DataverseState> => ({
  read: (connection, known) => readDataverse(connection, target, release, editions, known),
  plan: (state) => planDataverse(state, release, target),
  passing,
  explain,
  downloads: ({ dataset, edition }) =>
    (edition?.files ?? []).flatMap((file) => {
      const there = dataset?.files.find(({ path }) => path === file.path)
      return there === undefined ? [] : [{ file, path: `/api/access/datafile/${there.id}` }]
    }),
})

/** The dataset is locked or its index not ready; or what was to be taken away is gone. */
const passing = ({ status, json }: Answer): boolean =>
  status === 409 ||
  status === 404 ||
  (status < 500 && /\block(ed|s)?\b|in progress/i.test(textAt(json, 'message')))

function explain({ does }: Step, { status }: Answer): Refusal {
  if (status === 401 || status === 403)
    return {
      code: 'not-allowed',
      message: `The repository does not let the holder of this token ${does}.`,
      advice:
        'Ask its keepers for the right to add datasets to the collection and to publish them. Is the collection itself published?',
    }
  if (status === 413)
    return {
      code: 'too-large',
      message: `The repository refused to ${does}: it is too large.`,
      advice: 'Ask its keepers to raise the limit.',
    }
  return {
    code: 'not-valid',
    message: `The repository refused to ${does} (${status}).`,
    advice:
      'Collections may ask for more than a release says; try to make a dataset there by hand to see what.',
  }
}
