import type { Answer, Clock, Connection, Request } from './model.ts'
import { NoAnswer } from './model.ts'
import { refused, TRY_AGAIN, unreachable } from './refusals.ts'

/** Times that one question is asked before a portal counts as unreachable. */
const ATTEMPTS = 5
/** Longest wait between two attempts, in milliseconds, unless the portal asks for more. */
const LONGEST = 30_000
/** Longest that a portal's own wish is followed; what asks for more is unreachable for now. */
const LONGEST_WISH = 300_000

/** Milliseconds to wait after the attempt of this number, counted from 1: 1 s, 2 s, 4 s, to 30 s. */
export function backoff(attempt: number, retryAfter?: number): number {
  if (retryAfter !== undefined) return Math.min(Math.max(retryAfter * 1000, 1000), LONGEST_WISH)
  return Math.min(1000 * 2 ** (attempt - 1), LONGEST)
}

/** Whether the portal, or what stands before it, only has a bad moment. */
export const isMoment = ({ status }: Answer): boolean => status === 408 || status === 429 || status >= 500

/**
 * A connection whose questions are asked again until they are answered. Requests that change something
 * pass through once: whether they may be sent again is for the caller to know. A web page where data
 * were asked for is refused: there is no such portal at this address.
 */
export function patient(connection: Connection, clock: Clock): Connection {
  const repeat = async <T>(ask: () => Promise<T>, isGood: (answer: T) => boolean): Promise<T> => {
    let words = 'it answers with an error'
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      let retryAfter: number | undefined
      try {
        const answer = await ask()
        if (isGood(answer)) return answer
        ;({ words, retryAfter } = troubleOf(answer))
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error
        words = error.message
      }
      if (attempt < ATTEMPTS) await clock.sleep(backoff(attempt, retryAfter))
    }
    throw noUse(words)
  }
  return {
    request: async (request: Request) => {
      if (request.method !== 'GET') return connection.request(request)
      const answer = await repeat(
        () => connection.request(request),
        (one) => !isMoment(one) && (one.json !== undefined || one.page || one.status >= 400),
      )
      if (answer.page) throw noPortal(answer.status)
      return answer
    },
    digest: (path) =>
      repeat(
        () => connection.digest(path),
        ({ status }) => status !== 408 && status !== 429 && status < 500,
      ),
  }
}

const troubleOf = (answer: unknown): { words: string; retryAfter: number | undefined } => {
  const { status, retryAfter } = answer as Partial<Answer>
  return {
    words:
      status === 429
        ? 'it asks for fewer requests'
        : status !== undefined && status < 300
          ? 'its answer is cut short'
          : `it answers with error ${status}`,
    retryAfter,
  }
}

/** The portal is there, or not, but of no use now. */
export const noUse = (words: string) =>
  unreachable({
    code: 'unreachable',
    message: `The portal cannot be used now: ${words}.`,
    advice: TRY_AGAIN,
  })

const noPortal = (status: number) =>
  refused({
    code: 'no-portal',
    message: `At this address a web page answers (${status}), not the portal's interface for programs.`,
    advice:
      'Is the url of the target that of the portal, without /api and without a page? Or does something stand before it that wants people to sign in?',
  })
