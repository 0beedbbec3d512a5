import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  compareVersions,
  type EarlierRelease,
  type FoundRelease,
  isVersion,
  type Tombstone,
} from '../8-publish/index.ts'
import { digestFile, readText } from './disk.ts'

/** File that stands in the place of a release that was withdrawn. */
export const TOMBSTONE = 'tombstone.json'

/** What people read first of a release, the best first: releases of earlier versions of Stocktake have fewer pages. */
const ENTRANCES = ['index.html', 'codebook.html', 'README.md']

/** Folders of the releases of one consultation that can be downloaded, oldest first: `<out>/<id>/<version>`. */
export async function earlierReleases(
  out: string,
  id: string,
): Promise<readonly { readonly version: string; readonly folder: string }[]> {
  const found = await findReleases(out, id)
  return found
    .filter(({ tombstone }) => tombstone === undefined)
    .map(({ version }) => ({ version, folder: join(out, id, version) }))
}

/** Every release of one consultation as it stands in its place, oldest first. */
export async function findReleases(out: string, id: string): Promise<readonly FoundRelease[]> {
  const home = join(out, id)
  const entries = await readdir(home, { withFileTypes: true }).catch(() => [])
  const versions = entries
    .filter((entry) => entry.isDirectory() && isVersion(entry.name))
    .map(({ name }) => name)
  const found: FoundRelease[] = []
  for (const version of versions.sort(compareVersions)) {
    const folder = join(home, version)
    const descriptor = await readJson(join(folder, 'datapackage.json'))
    const checksums = await digestFile(join(folder, 'SHA256SUMS')).catch(() => undefined)
    const tombstone = asTombstone(await readJson(join(folder, TOMBSTONE)))
    const archive = await stat(join(home, `${version}.zip`)).catch(() => undefined)
    const page = await firstThere(folder, ENTRANCES)
    const themes = await readText(join(folder, 'data/themes.csv'))
    found.push({
      id,
      version,
      ...(archive === undefined ? {} : { archiveBytes: archive.size }),
      ...(page === undefined ? {} : { page }),
      ...(themes === undefined ? {} : { themes }),
      ...(descriptor === undefined ? {} : { descriptor }),
      ...(checksums === undefined ? {} : { checksums: checksums.sha256 }),
      ...(tombstone === undefined ? {} : { tombstone }),
    })
  }
  return found
}

/** Every release of every consultation below `out`. */
export async function findAllReleases(out: string): Promise<readonly FoundRelease[]> {
  const entries = await readdir(out, { withFileTypes: true }).catch(() => [])
  const ids = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
  const all: FoundRelease[] = []
  for (const id of ids.sort()) all.push(...(await findReleases(out, id)))
  return all
}

/** The releases that can be compared with. */
export const asEarlier = (found: readonly FoundRelease[], home: string): readonly EarlierRelease[] =>
  found.flatMap(({ version, descriptor, checksums = '', tombstone }) =>
    tombstone === undefined ? [{ version, folder: join(home, version), descriptor, checksums }] : [],
  )

/** A file of JSON; undefined where it is not there or is something else. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function firstThere(folder: string, names: readonly string[]): Promise<string | undefined> {
  for (const name of names)
    if ((await stat(join(folder, name)).catch(() => undefined))?.isFile() === true) return name
  return undefined
}

const isTombstone = (value: unknown): value is Tombstone =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'title', 'version', 'date', 'reason', 'data'].every(
    (key) => typeof Reflect.get(value, key) === 'string',
  ) &&
  Array.isArray(Reflect.get(value, 'changes')) &&
  typeof Reflect.get(value, 'descriptor') === 'object'

const asTombstone = (value: unknown): Tombstone | undefined => (isTombstone(value) ? value : undefined)
