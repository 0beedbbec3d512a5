import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CATALOGUE, catalogueOf, renderCatalogue } from '../8-publish/index.ts'
import type { Issue } from '../issues.ts'
import { readText } from './disk.ts'
import { unfinished, writeWhole } from './durable.ts'
import { withLock } from './lock.ts'
import { findAllReleases, readJson } from './releases.ts'

/** How long to wait for another run that is writing the catalogue. */
const PATIENCE = 60_000

/**
 * Brings the catalogue of `out` up to what stands below it. Files that read the same are left alone. Two runs of
 * different consultations take turns, so that neither forgets what the other placed.
 */
export async function writeCatalogue(out: string): Promise<readonly Issue[]> {
  const { files, issues } = await render(out)
  if ((await isWritten(out, files)) && (await unfinished(out)).length === 0) return issues
  await mkdir(out, { recursive: true })
  return withLock(join(out, '.catalogue.lock'), { patience: PATIENCE }, async () => {
    for (const path of await unfinished(out)) await rm(path, { force: true })
    const { files: now, issues: noticed } = await render(out)
    for (const [path, content] of now) {
      if ((await readText(join(out, path))) !== content) await writeWhole(join(out, path), content)
    }
    return noticed
  })
}

async function render(out: string) {
  const { value, issues } = catalogueOf(await findAllReleases(out), await readJson(join(out, CATALOGUE)))
  return { files: renderCatalogue(value), issues }
}

async function isWritten(out: string, files: ReadonlyMap<string, string>): Promise<boolean> {
  for (const [path, content] of files) if ((await readText(join(out, path))) !== content) return false
  return true
}
