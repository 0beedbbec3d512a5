import { readFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import type { FolderTarget } from '../8-publish/targets/index.ts'
import { Refused } from '../issues.ts'
import { readSite, type Site } from '../site/index.ts'
import { isCode } from './lock.ts'
import { openTargets, TARGETS } from './open-target.ts'

/** Where the site of all releases is declared; a folder target may name another file. */
const SITE = 'raw/site.yaml'

/**
 * The site that a folder of releases is seen at: of a folder that releases are published to, what its target names;
 * otherwise what `raw/site.yaml` declares, if it is there. Throws `Refused`.
 */
export async function siteOf(folder: string, target?: FolderTarget): Promise<Site | undefined> {
  const { site } = target ?? (await targetOf(folder)) ?? {}
  const file = site ?? SITE
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isCode(error, 'ENOENT') && site === undefined) return undefined
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR') || isCode(error, 'EISDIR')) throw missing(file)
    throw error
  })
  if (text === undefined) return undefined
  const { value, issues } = readSite(text, relative('.', file))
  if (value === undefined) throw new Refused(issues)
  return value
}

/** The target whose folder this is, so that its own address is kept by whatever changes the folder. */
async function targetOf(folder: string): Promise<FolderTarget | undefined> {
  const folders = (await openTargets(TARGETS))?.filter((target) => target.kind === 'folder')
  return folders?.find(({ path }) => resolve(path) === resolve(folder))
}

const missing = (file: string): Refused =>
  new Refused([
    {
      code: 'site/missing',
      severity: 'error',
      concern: 'definition',
      message: `There is no file ${file}, in which a site should be declared.`,
      advice: `Write one, as README.md shows, or take "site" out of the target; ${SITE} holds then.`,
    },
  ])
