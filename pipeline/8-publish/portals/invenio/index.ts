/** Publishes to Zenodo and other InvenioRDM repositories. In: a release. Out: what to ask and what to send. */
import type { InvenioTarget } from '../../targets/index.ts'
import { listAt, textAt } from '../json.ts'
import type { Answer, Publisher, Refusal, Release, Step } from '../model.ts'
import { depositFiles } from './deposit-files.ts'
import { planInvenio } from './plan.ts'
import { type Editions, type InvenioState, readInvenio } from './read.ts'

/** `today` as ISO date; `editions` makes the release with a DOI in it. */
export const invenioPublisher = (
  target: InvenioTarget,
  release: Release,
  editions: Editions,
  today: string,
): Publisher<InvenioState> => ({
  read: (connection, known) => readInvenio(connection, target, release, editions, known),
  plan: (state) => planInvenio(state, release, target.url, today),
  passing,
  explain,
  downloads: ({ record, edition }) =>
    record === undefined || edition === undefined
      ? []
      : [...depositFiles(edition)].map(([name, file]) => ({
          file,
          path: `/api/records/${record.id}/files/${encodeURIComponent(name)}/content`,
        })),
})

/** The DOI or the file is there already: an answer got lost. */
const passing = ({ status, json }: Answer): boolean =>
  status === 404 || (status === 400 && /already exists/i.test(JSON.stringify(json) ?? ''))

function explain({ does }: Step, { status, json }: Answer): Refusal {
  if (status === 401 || status === 403)
    return {
      code: 'not-allowed',
      message: `The repository does not let the holder of this token ${does}.`,
      advice:
        'Give the token the rights to write deposits and to publish them (deposit:write, deposit:actions).',
    }
  if (status === 413)
    return {
      code: 'too-large',
      message: `The repository refused to ${does}: it is too large.`,
      advice: 'Ask the repository for more room.',
    }
  const fields = [...new Set(listAt(json, 'errors').map((error) => textAt(error, 'field')))].filter(
    (field) => field !== '',
  )
  return {
    code: 'not-valid',
    message: `The repository refused to ${does} (${status})${fields.length === 0 ? '' : `: it does not accept ${fields.join(', ')}`}.`,
    advice: 'Repositories may ask for more than a release says; look at the draft there.',
  }
}
