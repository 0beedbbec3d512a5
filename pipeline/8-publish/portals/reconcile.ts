import type { Clock, Connection, Known, Place, Plan, Publisher, Step } from './model.ts'
import { NoAnswer } from './model.ts'
import { backoff, isMoment, noUse, patient } from './patience.ts'
import { refused, TRY_AGAIN, unreachable } from './refusals.ts'

/** Times that one step is tried, and times that its fate is looked for. */
const ATTEMPTS = 4
const LOOKS = 10

export interface Reconciled {
  /** `staged`: all there, waiting for its hour. `planned`: nothing was sent, because only the plan was asked for. */
  readonly status: 'published' | 'unchanged' | 'staged' | 'planned'
  readonly place: Place
  /** What was planned before anything was sent. */
  readonly plan: readonly string[]
  /** Requests sent that changed something. */
  readonly sent: number
}

export interface Wishes {
  readonly dryRun: boolean
  /** The release is opened to everybody from then on. */
  readonly opensAt?: Date
  /** Told the plan before anything is sent, and each step before it is. */
  readonly tell: (news: { readonly plan: readonly string[] } | { readonly step: string }) => void
}

/**
 * Brings a portal to where a release is published: asks how things stand, does the first step that
 * remains, and asks again, until nothing remains. What arrived is therefore never sent again, whether the
 * connection broke before or after, in this run or an earlier one. A step that would make a second dataset
 * or publish twice is sent once: without an answer it is looked for, and not repeated.
 */
export async function reconcile<State>(
  publisher: Publisher<State>,
  connection: Connection,
  clock: Clock,
  { dryRun, opensAt, tell }: Wishes,
): Promise<Reconciled> {
  const portal = patient(connection, clock)
  const attempts = new Map<string, number>()
  const fateless = new Set<string>()
  let known: Known<State> = {}
  let planned: readonly string[] | undefined
  let looks = 0
  let last: string | undefined
  let sent = 0

  /** Waits before looking again; gives up when it has been too often. */
  const lookAgain = async (why: string): Promise<void> => {
    looks += 1
    if (looks > LOOKS) throw stuck(why)
    await clock.sleep(backoff(looks + (attempts.get(last ?? '') ?? 1) - 1))
  }

  for (;;) {
    const state = await publisher.read(portal, known)
    known = { state }
    const plan = publisher.plan(state)
    if (planned === undefined) {
      planned = remaining(plan)
      tell({ plan: planned })
    }
    const ended = (status: Reconciled['status']) => ({ status, place: plan.place, plan: planned ?? [], sent })
    if (dryRun) return ended('planned')
    if (plan.busy !== undefined) {
      await lookAgain(plan.busy)
      continue
    }
    const { next } = plan
    if (next === undefined) {
      await readBack(publisher, portal, state)
      return ended(sent === 0 ? 'unchanged' : 'published')
    }
    if (next.opens && opensAt !== undefined && clock.now() < opensAt) return ended('staged')
    if (next.does !== last) {
      looks = 0
      last = undefined
    } else if (looks === 0 || fateless.has(next.does)) {
      // It was sent, and does not show: perhaps it only does not show yet.
      await lookAgain(next.does)
      continue
    }
    const tried = (attempts.get(next.does) ?? 0) + 1
    if (tried > ATTEMPTS) throw stuck(next.does)
    attempts.set(next.does, tried)
    tell({ step: next.does })
    const { fate, answer } = await send(next, publisher, portal, clock)
    known = { state, answer }
    sent += 1
    looks = 0
    last = next.does
    if (next.once && fate !== 'refused for now') fateless.add(next.does)
  }
}

const remaining = ({ next, later }: Plan): readonly string[] => [
  ...(next === undefined ? [] : [next.does]),
  ...later,
]

interface Sent {
  readonly fate: 'done' | 'unknown' | 'refused for now'
  readonly answer?: unknown
}

/** Sends one step, again only where it certainly was not carried out. */
async function send<State>(
  step: Step,
  publisher: Publisher<State>,
  portal: Connection,
  clock: Clock,
): Promise<Sent> {
  for (let attempt = 1; ; attempt += 1) {
    let retryAfter: number | undefined
    try {
      const answer = await portal.request(step.request)
      if (answer.status !== 429) {
        if (isMoment(answer) || (answer.page && answer.status < 300)) return { fate: 'unknown' }
        if (answer.status < 300) return { fate: 'done', answer: answer.json }
        if (publisher.passing(answer)) return { fate: 'refused for now' }
        throw refused(publisher.explain(step, answer))
      }
      if (attempt > ATTEMPTS) throw noUse('it asks for fewer requests')
      retryAfter = answer.retryAfter
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      if (error.arrived) return { fate: 'unknown' }
      if (attempt > ATTEMPTS) throw noUse(error.message)
    }
    await clock.sleep(backoff(attempt, retryAfter))
  }
}

/** Downloads what was published, as anybody would, and compares it with the release. */
async function readBack<State>(publisher: Publisher<State>, portal: Connection, state: State): Promise<void> {
  for (const { file, path } of publisher.downloads(state)) {
    const { status, sha256 } = await portal.digest(path)
    if (sha256 === file.digests.sha256) continue
    throw refused({
      code: 'altered',
      message:
        sha256 === undefined
          ? `${file.path} was published, but cannot be downloaded (${status}).`
          : `${file.path} was published, but what the portal gives out is another file.`,
      advice: 'Look at the dataset on the portal. Does the portal change files that it is given?',
    })
  }
}

const stuck = (what: string) =>
  unreachable({
    code: 'no-effect',
    message: `The portal does not show that this was done: ${what}.`,
    advice: `${TRY_AGAIN} Or look at the dataset on the portal.`,
  })
