import { NoAnswer } from '../8-publish/portals/index.ts'
import { Refused } from '../issues.ts'

/** A faulty connection as `NoAnswer`: whether the request can have arrived, and why, in words of our own. */
export async function classified<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NoAnswer || error instanceof Refused) throw error
    const code = codeOf(error)
    const known = NOT_ARRIVED.find(([pattern]) => pattern.test(code))
    if (known !== undefined) throw new NoAnswer(known[1], false)
    if (/Timeout|silence/i.test(`${(error as Error).name} ${(error as Error).message}`))
      throw new NoAnswer('it does not answer in time', true)
    // `fetch` has a cause for what the network did; without one the fault is ours.
    if (
      /^(UND_ERR_|ECONN|EPIPE|ETIMEDOUT|HPE_)/.test(code) ||
      (error instanceof TypeError && error.cause !== undefined)
    )
      throw new NoAnswer('the connection broke', true)
    throw error
  }
}

const codeOf = (error: unknown): string => {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  const one = cause instanceof AggregateError ? cause.errors[0] : cause
  return typeof one === 'object' && one !== null && 'code' in one ? String(one.code) : ''
}

const NOT_ARRIVED: readonly (readonly [RegExp, string])[] = [
  [/^ECONNREFUSED$/, 'nothing answers at its address'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'the name in its address is not known'],
  [/^(EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT)$/, 'there is no way to its address'],
  [/CERT|SELF_SIGNED|TLS|UNABLE_TO_VERIFY/, 'its certificate is not valid'],
]
