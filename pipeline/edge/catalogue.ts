import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { siteFiles } from '../7-package/metadata/index.ts'
import { CATALOGUE, catalogueOf, FRONT_PAGE, renderCatalogue } from '../8-publish/index.ts'
import { isOurPage } from '../html/index.ts'
import type { Issue } from '../issues.ts'
import type { Site } from '../site/index.ts'
import { readText } from './disk.ts'
import { unfinished, writeWhole } from './durable.ts'
import { withLock } from './lock.ts'
import { findAllReleases, readJson } from './releases.ts'

/** How long to wait for another run that is writing the catalogue. */
const PATIENCE = 60_000

/**
 * Brings the catalogue of `out`, and what its site shows to portals, up to what stands below it. Files that read the
 * same are left alone. Two runs of different consultations take turns, so that neither forgets what the other placed.
 */
export async function writeCatalogue(out: string, site: Site | undefined): Promise<readonly Issue[]> {
  const { files, issues } = await render(out, site)
  const lock = join(out, '.catalogue.lock')
  // What a run that was ended left lying here is cleared away by the owner of the lock, and so is its lock.
  const clear = (await readText(lock)) === undefined && (await unfinished(out)).length === 0
  if (clear && (await isWritten(out, files))) return issues
  await mkdir(out, { recursive: true })
  return withLock(lock, { patience: PATIENCE }, async () => {
    for (const path of await unfinished(out)) await rm(path, { force: true })
    const { files: now, issues: noticed } = await render(out, site)
    for (const [path, content] of now) {
      if ((await readText(join(out, path))) !== content) await writeWhole(join(out, path), content)
    }
    return noticed
  })
}

/** Whether the catalogue lists all that stands below `out`, and its site shows it. */
export async function isListed(out: string, site: Site | undefined): Promise<boolean> {
  return isWritten(out, (await render(out, site)).files)
}

/** The files in the order in which they are written; all are made of the same entries, none of which is ever lost. */
async function render(out: string, site: Site | undefined) {
  const { value, issues } = catalogueOf(await findAllReleases(out), await readJson(join(out, CATALOGUE)))
  const shown = site === undefined ? new Map<string, string>() : siteFiles(site, value)
  const feed = [...shown.keys()].find((path) => path.endsWith('.atom'))
  const catalogue = renderCatalogue(value, { ...site, ...(feed === undefined ? {} : { feed }) })
  const files = new Map([...shown, ...catalogue])
  const front = await readText(join(out, FRONT_PAGE))
  if (front === undefined || isOurPage(front)) return { files, issues }
  files.delete(FRONT_PAGE)
  return { files, issues: [...issues, notOurs] }
}

/** A website may have had a front page before it had a catalogue. */
const notOurs: Issue = {
  code: 'publish/other-front-page',
  severity: 'warning',
  concern: 'data',
  message: `${FRONT_PAGE}, where the page of the catalogue would stand, was not written by Stocktake. It is left as it is.`,
  advice: `Give it another name, or link it to the consultations' folders yourself.`,
}

async function isWritten(out: string, files: ReadonlyMap<string, string>): Promise<boolean> {
  for (const [path, content] of files) if ((await readText(join(out, path))) !== content) return false
  return true
}
