/** The web server whose clock was to be asked does not answer. */
export class ClockUnreachable extends Error {}

const PATIENCE = 10_000

/**
 * By how many milliseconds this machine's clock is fast (slow where below zero) against the `Date` header of a web
 * server (RFC 9110, 6.6.1), which counts whole seconds. Throws `ClockUnreachable` where it does not answer with one.
 */
export async function clockError(address: string): Promise<number> {
  const before = Date.now()
  const response = await fetch(address, {
    method: 'HEAD',
    redirect: 'manual',
    headers: { 'cache-control': 'no-cache' },
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => undefined)
  const after = Date.now()
  const theirs = Date.parse(response?.headers.get('date') ?? '')
  if (Number.isNaN(theirs)) throw new ClockUnreachable(`${new URL(address).host} does not tell the time`)
  // Half a second, because theirs is cut to whole ones.
  return (before + after) / 2 - (theirs + 500)
}
