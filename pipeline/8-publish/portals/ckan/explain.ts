import { at, listAt, textAt } from '../json.ts'
import type { Answer, Refusal, Step } from '../model.ts'

/** CKAN's answer when the dataset changed after it was read, or was made by an answer that got lost. */
export function isStale({ status, json }: Answer): boolean {
  if (status !== 409) return false
  return (
    listAt(json, 'error', 'match').length > 0 ||
    listAt(json, 'error', 'name').some((words) => /already in use|already exists/i.test(String(words)))
  )
}

/** A refusal of CKAN in words. Validation faults name fields, which is all that is repeated of them. */
export function explainCkan({ does, request }: Step, { status, json }: Answer): Refusal {
  const largest =
    request.body?.kind === 'form' ? Math.max(0, ...request.body.files.map(({ file }) => file.bytes)) : 0
  if (
    status === 413 ||
    listAt(json, 'error', 'upload').length > 0 ||
    /too large/i.test(JSON.stringify(json) ?? '')
  )
    return {
      code: 'too-large',
      message: `The portal does not take files of this size; the largest is of ${megabytes(largest)} MB.`,
      advice:
        'Ask the portal to raise its limit (ckan.max_resource_size, 10 MB as installed, or that of the server before it).',
    }
  if (status === 409) {
    const fields = Object.keys(Object(at(json, 'error'))).filter((key) => key !== '__type')
    return {
      code: 'not-valid',
      message: `The portal refused to ${does}: it does not accept ${fields.join(', ') || 'the description'}.`,
      advice: 'Portals may ask for fields of their own; ask its keepers what is missing there.',
    }
  }
  if (status === 403 || status === 401)
    return {
      code: 'not-allowed',
      message: `The portal does not let the holder of this token ${does}.`,
      advice: 'Ask the portal to make the holder an editor of the organisation.',
    }
  return {
    code: 'refused',
    message: `The portal refused to ${does} (${status}${status === 400 || status === 404 ? ', an action it does not know: is it CKAN 2.9 or later?' : ''}${kind(json)}).`,
    advice: 'Ask the keepers of the portal.',
  }
}

const kind = (json: unknown): string => {
  const type = textAt(json, 'error', '__type')
  return /^[A-Za-z ]{3,40}$/.test(type) ? `, ${type}` : ''
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1)
