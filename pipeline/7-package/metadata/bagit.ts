import type { DataPackage, MeasuredFile } from '../data-package/index.ts'
import { contactOf, publisherOf } from './entry.ts'

/**
 * What makes the folder of a release a bag (BagIt 1.0, RFC 8493): archives check and keep it as it stands, for
 * its data are under `data/` as a bag's are. `files` are all files but those that list the others.
 */
export function bagFiles(
  descriptor: DataPackage,
  files: readonly MeasuredFile[],
): ReadonlyMap<string, string> {
  const payload = files.filter(({ path }) => path.startsWith('data/'))
  return new Map([
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ['bag-info.txt', bagInfo(descriptor, payload)],
    ['manifest-sha256.txt', manifest(payload)],
  ])
}

/** `tagmanifest-sha256.txt`: the files that are not data, those of the bag itself among them. */
export const tagManifest = (files: readonly MeasuredFile[]): string =>
  manifest(files.filter(({ path }) => !path.startsWith('data/')))

/** Line ends and percent signs are all that must be encoded in a path; ours have neither. */
const manifest = (files: readonly MeasuredFile[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')

function bagInfo(descriptor: DataPackage, payload: readonly MeasuredFile[]): string {
  const { id, name, title, version, created } = descriptor
  const contact = contactOf(descriptor)
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0)
  const lines = [
    ['Source-Organization', publisherOf(descriptor).title],
    ...(contact?.email === undefined ? [] : [['Contact-Email', contact.email]]),
    ['External-Description', title],
    ['External-Identifier', id ?? `${name} ${version}`],
    ...(created === undefined ? [] : [['Bagging-Date', created.slice(0, 10)]]),
    ['Payload-Oxum', `${bytes}.${payload.length}`],
  ]
  return lines.map(([label, value = '']) => `${label}: ${value.replace(/\s+/g, ' ')}\n`).join('')
}
