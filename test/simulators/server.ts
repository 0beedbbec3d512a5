import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a portal gets: a request with its body read. */
export interface Received {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export interface Reply {
  readonly status: number
  readonly json?: unknown
  readonly bytes?: Buffer
  readonly html?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A portal in memory: what it holds changes with what it is asked. */
export type Portal = (received: Received) => Promise<Reply> | Reply

/** What goes wrong with one request. */
export const FAULTS = [
  'the connection breaks before it is carried out',
  'the connection breaks after it was carried out',
  'half of the answer arrives',
  '500 before it is carried out',
  '504 page after it was carried out',
  '503 page before it is carried out',
  '429 before it is carried out',
  'no answer, not carried out',
  'no answer, carried out',
] as const
export type Fault = (typeof FAULTS)[number]

export interface Simulator {
  readonly url: string
  /** Requests since the last `begin`: method and path. */
  readonly log: string[]
  /** Puts another portal behind the address, and a fault at one of its requests, counted from 1. */
  readonly begin: (portal: Portal, fault?: { readonly at: number; readonly kind: Fault }) => void
  readonly close: () => Promise<void>
}

/** A portal over real HTTP on the loopback interface. */
export async function startSimulator(): Promise<Simulator> {
  let portal: Portal = () => ({ status: 404 })
  let fault: { readonly at: number; readonly kind: Fault } | undefined
  const log: string[] = []
  const open = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    open.add(response)
    response.on('close', () => open.delete(response))
    handle(request, response).catch((error: unknown) => {
      response.statusCode = 599
      response.end(String(error))
    })
  })
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1')
    log.push(`${request.method} ${url.pathname}`)
    const kind = fault?.at === log.length ? fault.kind : undefined
    if (kind === 'the connection breaks before it is carried out') return void request.destroy()
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    if (kind === '500 before it is carried out') return send(response, { status: 500, json: {} })
    if (kind === '503 page before it is carried out') return send(response, PAGE(503))
    if (kind === '429 before it is carried out')
      return send(response, { status: 429, json: {}, headers: { 'retry-after': '7' } })
    if (kind === 'no answer, not carried out') return
    const reply = await portal({
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: Buffer.concat(chunks),
    })
    if (kind === 'no answer, carried out') return
    if (kind === 'the connection breaks after it was carried out') return void request.destroy()
    if (kind === '504 page after it was carried out') return send(response, PAGE(504))
    send(response, reply, kind === 'half of the answer arrives')
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    log,
    begin: (next, injected) => {
      portal = next
      fault = injected
      log.length = 0
    },
    close: async () => {
      for (const response of open) response.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const PAGE = (status: number): Reply => ({
  status,
  html: `<!DOCTYPE html><html><body><h1>${status}</h1></body></html>`,
})

function send(
  response: ServerResponse,
  { status, json, bytes, html, headers = {} }: Reply,
  half = false,
): void {
  const body = bytes ?? Buffer.from(html ?? (json === undefined ? '' : JSON.stringify(json)))
  response.writeHead(status, {
    'content-type':
      html === undefined ? (bytes === undefined ? 'application/json' : 'text/csv') : 'text/html',
    'content-length': String(body.length),
    ...headers,
  })
  if (!half) return void response.end(body)
  // One byte less than announced, and the line goes dead.
  response.write(body.subarray(0, Math.max(0, body.length - 1)), () => response.destroy())
}

/** The parts of a form; files as bytes. */
export async function formOf({ body, headers }: Received): Promise<ReadonlyMap<string, string | Part>> {
  const form = await new Response(body, {
    headers: { 'content-type': headers['content-type'] ?? '' },
  }).formData()
  const parts = new Map<string, string | Part>()
  for (const [name, value] of form) {
    if (typeof value === 'string') parts.set(name, value)
    else parts.set(name, { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) })
  }
  return parts
}

export interface Part {
  readonly name: string
  readonly bytes: Buffer
}
