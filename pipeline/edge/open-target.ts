import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { type PortalTarget, readTargets, type Target } from '../8-publish/targets/index.ts'
import { Refused } from '../issues.ts'
import { isCode } from './lock.ts'

/** Where targets are declared unless `--targets` names another file. */
export const TARGETS = 'raw/targets.yaml'

/** Reads the file of targets; undefined where there is none. Throws `Refused`. */
export async function openTargets(file: string): Promise<readonly Target[] | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR') || isCode(error, 'EISDIR')) return undefined
    throw error
  })
  if (text === undefined) return undefined
  const { value, issues } = readTargets(text, relative('.', file) || file)
  if (issues.length > 0) throw new Refused(issues)
  return value
}

/** Reads the file of targets and finds the one that is meant. Throws `Refused`. */
export async function openTarget(name: string, file = TARGETS): Promise<Target> {
  const shown = relative('.', file) || file
  const value = await openTargets(file)
  if (value === undefined)
    throw refused(
      'no-targets',
      `There is no ${shown}.`,
      'Declare where to publish to in it; README.md shows how.',
    )
  const found = value.find((target) => target.name === name)
  if (found !== undefined) return found
  const names = value.map((target) => target.name).join(', ')
  throw refused('no-target', `There is no target "${name}" in ${shown}.`, `It has: ${names}.`)
}

/**
 * The token of a target, from the environment. What is wrong with it is said without showing any of it.
 * Throws `Refused`.
 */
export function tokenOf(
  target: PortalTarget,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const token = (environment[target.tokenFrom] ?? '').trim()
  if (token === '')
    throw refused(
      'no-token',
      `The target ${target.name} takes its token from ${target.tokenFrom}, which is not set.`,
      `Set it before the command, not in a file that others can read: ${target.tokenFrom}=... stocktake publish ...`,
    )
  // Anything else breaks the header, and the words of that fault would show the token.
  if (!/^[\x21-\x7e]+$/.test(token))
    throw refused(
      'bad-token',
      `What ${target.tokenFrom} holds is not a token: there are spaces or strange characters in it.`,
      'Copy it anew from your page on the portal.',
    )
  const { protocol, hostname } = new URL(target.url)
  if (protocol === 'http:' && !LOOPBACK.test(hostname))
    throw refused(
      'open-line',
      `The target ${target.name} has a url with http:, over which anybody on the way can read the token.`,
      'Write https: in it.',
    )
  return token
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

const refused = (code: string, message: string, advice: string): Refused =>
  new Refused([{ code: `publish/${code}`, severity: 'error', concern: 'usage', message, advice }])
