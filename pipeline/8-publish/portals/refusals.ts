import { type Issue, Refused } from '../../issues.ts'
import type { Refusal } from './model.ts'

/** A portal that says no, as `Refused`: exit code 7. */
export const refused = (refusal: Refusal): Refused => new Refused([{ ...base(refusal), concern: 'portal' }])

/** A portal that cannot be reached, or does not get on with it: exit code 8, try again. */
export const unreachable = (refusal: Refusal): Refused =>
  new Refused([{ ...base(refusal), concern: 'connection' }])

const base = ({ code, message, advice }: Refusal): Omit<Issue, 'concern'> => ({
  code: `publish/${code}`,
  severity: 'error',
  message,
  advice,
})

export const TRY_AGAIN = 'Try again later: what has arrived is kept, and the next attempt goes on from there.'
