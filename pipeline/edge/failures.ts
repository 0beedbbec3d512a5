import { Refused } from '../issues.ts'
import { TooEarly } from './embargo.ts'
import { EXIT, exitCodeOf } from './exit-codes.ts'
import { isCode, Locked } from './lock.ts'
import { printIssues } from './print-issues.ts'
import type { Result } from './result.ts'
import { ClockUnreachable } from './web-clock.ts'

/** Turns whatever a command threw into a result, and says it in words. */
export function failure(error: unknown, write: (line: string) => void): Result {
  if (error instanceof Refused) {
    printIssues(error.issues, write)
    return { exitCode: exitCodeOf(error.issues), status: 'refused', issues: error.issues }
  }
  if (error instanceof Locked) {
    write(`Another run is under way: ${error.message}. Nothing was changed.`)
    return { exitCode: EXIT.locked, status: 'locked', issues: [] }
  }
  if (error instanceof TooEarly) {
    write(error.message)
    return { exitCode: EXIT.embargo, status: 'early', issues: [] }
  }
  if (error instanceof ClockUnreachable) {
    write(`The clock to go by cannot be asked: ${error.message}. Nothing was published; try again.`)
    return { exitCode: EXIT.portalUnreachable, status: 'unreachable', issues: [] }
  }
  const cause = DISK_FAULTS.find(
    ([code]) =>
      isCode(error, code) || String(error).includes(code) || (code === 'EROFS' && isUnmakeable(error)),
  )
  write(
    cause === undefined
      ? `Something is wrong with Stocktake itself, not with your data. Nothing was published.\n${technical(error)}`
      : `${cause[1]} Nothing was published.`,
  )
  return { exitCode: EXIT.ourFault, status: 'failed', issues: [] }
}

/** On a read-only disk, making a folder and its parents fails with "no such file". */
const isUnmakeable = (error: unknown): boolean =>
  error instanceof Error && isCode(error, 'ENOENT') && 'syscall' in error && error.syscall === 'mkdir'

const DISK_FAULTS: readonly (readonly [string, string])[] = [
  ['ENOSPC', 'The disk is full.'],
  ['No space left', 'The disk is full.'],
  ['EFBIG', 'The disk does not take files of this size.'],
  ['File too large', 'The disk does not take files of this size.'],
  ['EROFS', 'The folder for releases cannot be made: the disk is read-only, or it is not there.'],
  ['EACCES', 'The folder for releases may not be written to.'],
  ['EPERM', 'The folder for releases may not be written to.'],
  ['ENOTDIR', 'The place for releases is not a folder.'],
  ['EEXIST', 'The place for releases is not a folder.'],
]

/**
 * Name and place of a fault. The engine quotes cells in its words about values, so of those only the kind
 * of error is repeated.
 */
function technical(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown fault'
  const place =
    error.stack
      ?.split('\n')
      .find((line) => line.includes('/pipeline/'))
      ?.trim() ?? ''
  const [kind] = /^(?!Binder|Parser|Catalog|IO)[A-Z][A-Za-z -]* Error(?=:)/.exec(error.message) ?? []
  return `${error.name}: ${kind ?? error.message.split('\n')[0]?.slice(0, 200)} ${place}`
}
