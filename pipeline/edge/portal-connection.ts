import { createHash } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import {
  type Answer,
  type Connection,
  NoAnswer,
  type ReleaseFile,
  type Request,
} from '../8-publish/portals/index.ts'
import type { PortalTarget } from '../8-publish/targets/index.ts'
import { Refused } from '../issues.ts'
import { classified } from './network-faults.ts'

/** How long a portal may take, in milliseconds. */
export interface Patience {
  readonly answer: number
  /** On top of it, for each megabyte that travels: 100 kB/s is a slow line. */
  readonly perMegabyte: number
}

export const PATIENCE: Patience = { answer: 60_000, perMegabyte: 10_000 }

/** Longest answer that is read, in characters; a portal that sends more is not one. */
const LONGEST_ANSWER = 64 * 1024 * 1024
const REDIRECTS = 5

/**
 * The connection to a portal. The token goes into the header that this kind of portal reads, to the
 * portal's own address and nowhere else: not where it redirects to. Nothing that comes back is printed.
 */
export function portalConnection(
  target: PortalTarget,
  token: string,
  locate: (file: ReleaseFile) => string,
  patience: Patience = PATIENCE,
): Connection {
  const home = new URL(target.url)
  const absolute = (path: string): URL =>
    /^https?:\/\//.test(path) ? new URL(path) : new URL(`${target.url}${path}`)
  const headersFor = (url: URL): Record<string, string> =>
    url.origin === home.origin ? AUTHORISATION[target.kind](token) : {}

  const get = async (start: URL, signal: AbortSignal): Promise<Response> => {
    let url = start
    for (let hop = 0; hop <= REDIRECTS; hop += 1) {
      const response = await fetch(url, { headers: headersFor(url), redirect: 'manual', signal })
      const location = response.headers.get('location')
      if (response.status < 300 || response.status > 399 || location === null) return response
      await response.body?.cancel()
      url = new URL(location, url)
    }
    throw new NoAnswer('it sends from one address to the next', true)
  }

  return {
    request: (request) =>
      classified(async () => {
        const url = absolute(request.path)
        const signal = AbortSignal.timeout(timeFor(request, patience))
        if (request.method === 'GET') return answerOf(await get(url, signal))
        const { body, type } = await bodyOf(request, locate)
        const response = await fetch(url, {
          method: request.method,
          headers: { ...headersFor(url), ...(type === undefined ? {} : { 'content-type': type }) },
          redirect: 'manual',
          signal,
          ...(body === undefined ? {} : { body }),
        })
        if (response.status >= 300 && response.status <= 399) throw moved(response, url)
        return answerOf(response)
      }),
    digest: (path) =>
      classified(async () => {
        // How large the file is, is not known before: silence is what counts here.
        const silence = new AbortController()
        const timer = setTimeout(() => silence.abort(new Error('silence')), patience.answer)
        try {
          const response = await get(absolute(path), silence.signal)
          if (!response.ok || response.body === null) {
            await response.body?.cancel()
            return { status: response.status }
          }
          const hash = createHash('sha256')
          for await (const chunk of response.body) {
            timer.refresh()
            hash.update(chunk)
          }
          return { status: response.status, sha256: hash.digest('hex') }
        } finally {
          clearTimeout(timer)
        }
      }),
  }
}

/** CKAN wants the bare token: with "Bearer" before it, it knows nobody. */
const AUTHORISATION: Readonly<Record<PortalTarget['kind'], (token: string) => Record<string, string>>> = {
  ckan: (token) => ({ authorization: token }),
  invenio: (token) => ({ authorization: `Bearer ${token}` }),
  dataverse: (token) => ({ 'x-dataverse-key': token }),
}

const filesOf = ({ body }: Request): readonly ReleaseFile[] =>
  body?.kind === 'file' ? [body.file] : body?.kind === 'form' ? body.files.map(({ file }) => file) : []

const timeFor = (request: Request, { answer, perMegabyte }: Patience): number =>
  Math.round(answer + (perMegabyte * filesOf(request).reduce((sum, { bytes }) => sum + bytes, 0)) / 1e6)

/** Files are read from disk as they are sent, never held whole. */
async function bodyOf(
  { body }: Request,
  locate: (file: ReleaseFile) => string,
): Promise<{ body?: string | FormData | Blob; type?: string }> {
  switch (body?.kind) {
    case undefined:
      return {}
    case 'json':
      return { body: JSON.stringify(body.value), type: 'application/json' }
    case 'file':
      return { body: await openAsBlob(locate(body.file)), type: 'application/octet-stream' }
    case 'form': {
      const form = new FormData()
      for (const [name, value] of Object.entries(body.fields)) form.append(name, value)
      for (const { field, file } of body.files) {
        const blob = await openAsBlob(locate(file), { type: file.mediatype })
        form.append(field, blob, file.path.split('/').at(-1) ?? file.path)
      }
      return { body: form }
    }
  }
}

async function answerOf(response: Response): Promise<Answer> {
  let text = ''
  if (response.body !== null) {
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk
      if (text.length > LONGEST_ANSWER) throw new NoAnswer('its answer does not end', true)
    }
  }
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  return {
    status: response.status,
    json: parsed(text),
    page: text.trimStart().startsWith('<'),
    ...(Number.isFinite(retryAfter) ? { retryAfter } : {}),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function moved(response: Response, url: URL): Refused {
  const location = response.headers.get('location')
  const to = location === null ? 'elsewhere' : new URL(location, url).origin
  return new Refused([
    {
      code: 'publish/moved',
      severity: 'error',
      concern: 'portal',
      message: `The portal sends what is to be published on to ${to}.`,
      advice: 'Correct the url of the target: tokens and files are sent to no other address than that.',
    },
  ])
}
