/** What publishers to portals and the edge say to one another: releases, requests, plans, as values. */

/** A file of a release as portals list it. */
export interface ReleaseFile {
  /** Relative, POSIX: `data/responses.csv`. */
  readonly path: string
  readonly title: string
  readonly description: string
  /** `csv`, `xlsx`: its extension where the data package does not say. */
  readonly format: string
  readonly mediatype: string
  readonly bytes: number
  readonly digests: Digests
}

/** Lower-case hexadecimal. Portals use whichever they like. */
export interface Digests {
  readonly md5: string
  readonly sha1: string
  readonly sha256: string
  readonly sha512: string
}

/** A release as its own data package describes it: nothing else of a consultation reaches a portal. */
export interface Release {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly version: string
  readonly licence: { readonly spdx: string; readonly title: string; readonly url: string }
  readonly publisher: { readonly name: string; readonly url?: string; readonly email?: string }
  readonly creators: readonly Creator[]
  readonly contact?: { readonly name: string; readonly email: string }
  /** ISO date. */
  readonly published?: string
  readonly keywords: readonly string[]
  readonly temporal?: { readonly start: string; readonly end: string }
  readonly language?: string
  readonly homepage?: string
  readonly files: readonly ReleaseFile[]
}

/** A person where given and family name are there; else an organisation. */
export interface Creator {
  readonly name: string
  readonly givenName?: string
  readonly familyName?: string
  readonly organisation?: string
  /** `0000-0002-1825-0097` */
  readonly orcid?: string
}

/**
 * The release with its DOI written into it, and its archive: what an archive of research data keeps.
 * `archive` holds every one of `files`.
 */
export interface Edition {
  readonly doi: string
  readonly files: readonly ReleaseFile[]
  readonly archive: ReleaseFile
}

/** One request to a portal. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below the address of the portal; or a whole address that the portal gave. */
  readonly path: string
  readonly body?: RequestBody
}

export type RequestBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'file'; readonly file: ReleaseFile }
  | {
      readonly kind: 'form'
      readonly fields: Readonly<Record<string, string>>
      readonly files: readonly FormFile[]
    }

export interface FormFile {
  readonly field: string
  readonly file: ReleaseFile
}

/** What came back. `json` is undefined where the body is none. */
export interface Answer {
  readonly status: number
  readonly json: unknown
  /** A web page came, where data were asked for. */
  readonly page: boolean
  /** Seconds that the portal asks to wait. */
  readonly retryAfter?: number
}

/**
 * Nothing came back, or not all of it. `arrived` is false where the request certainly never reached the
 * portal; else nobody knows whether it was carried out.
 */
export class NoAnswer extends Error {
  readonly arrived: boolean
  constructor(words: string, arrived: boolean) {
    super(words)
    this.name = 'NoAnswer'
    this.arrived = arrived
  }
}

/** The connection to one portal; the edge implements it, and knows the token. Throws `NoAnswer`. */
export interface Connection {
  readonly request: (request: Request) => Promise<Answer>
  /** Downloads a file and computes its digest; the status where there is none to download. */
  readonly digest: (path: string) => Promise<{ readonly status: number; readonly sha256?: string }>
}

export interface Clock {
  readonly now: () => Date
  readonly sleep: (milliseconds: number) => Promise<void>
}

/** What a portal must do next. */
export interface Step {
  /** For people, to be read after a number: "create the dataset, private". */
  readonly does: string
  readonly request: Request
  /** Would make a second one if it were carried out twice: never sent again before its fate is known. */
  readonly once?: boolean
  /** Makes the release visible to everybody: not before its hour. */
  readonly opens?: boolean
}

/** What remains to be done. */
export interface Plan {
  readonly next?: Step
  /** The steps after it, for people. */
  readonly later: readonly string[]
  /** The portal is at work and takes nothing yet: why, for people. */
  readonly busy?: string
  readonly place: Place
}

/** Where the release is found. */
export interface Place {
  readonly url?: string
  readonly doi?: string
  /** Always leads to the newest version. */
  readonly conceptDoi?: string
}

/** What is known already when a portal is asked how things stand. */
export interface Known<State> {
  /** How things stood before. */
  readonly state?: State
  /** What it answered to the step that was just sent; it may name what was made. */
  readonly answer?: unknown
}

/** A portal's side of publishing one release. `State` is what it says of itself. */
export interface Publisher<State> {
  /** Asks how things stand. Throws `Refused` and `NoAnswer`. */
  readonly read: (connection: Connection, known: Known<State>) => Promise<State>
  /** What remains to be done. Throws `Refused` where that cannot be done. */
  readonly plan: (state: State) => Plan
  /** Whether a refusal only says that things changed meanwhile: look again. */
  readonly passing: (answer: Answer) => boolean
  /** What a refusal means, in words. */
  readonly explain: (step: Step, answer: Answer) => Refusal
  /** Files to be read back when all is done, with their addresses. */
  readonly downloads: (state: State) => readonly { readonly file: ReleaseFile; readonly path: string }[]
}

export interface Refusal {
  readonly code: string
  readonly message: string
  readonly advice: string
}
