import { checkDataPackage, type DataPackage } from '../7-package/data-package/index.ts'
import { isVersion } from '../8-publish/index.ts'
import type { Issue } from '../issues.ts'
import { fault } from './fault.ts'
import type { ReleaseReader } from './reader.ts'

const FILE = 'datapackage.json'
/** Files that stand among the data and describe them, in words of another standard. */
const DESCRIBES = /\/csv-metadata\.json$/

/** The descriptor is one, keeps the rules of the standard, and says the truth about every file it describes. */
export async function checkDescriptor(
  reader: ReleaseReader,
): Promise<{ readonly descriptor: unknown; readonly issues: readonly Issue[] }> {
  const descriptor = parse(await reader.text(FILE))
  if (!isDescriptor(descriptor)) {
    const words = 'The descriptor is missing, or is no Data Package with a version and resources.'
    return { descriptor, issues: [fault('no-descriptor', FILE, words)] }
  }
  const issues = [...rulesOf(descriptor)]
  for (const [index, { path, bytes, hash }] of descriptor.resources.entries()) {
    const found = await reader.digest(path)
    const at = `resources[${index}]`
    if (found === undefined)
      issues.push(fault('missing-file', FILE, `${path} is described, but not there.`, at))
    else if (found.bytes !== bytes)
      issues.push(fault('wrong-size', FILE, `${path} has ${found.bytes} bytes, not ${bytes}.`, `${at}.bytes`))
    else if (`sha256:${found.sha256}` !== hash)
      issues.push(fault('wrong-hash', FILE, `The hash of ${path} is another.`, `${at}.hash`))
  }
  const described = new Set(descriptor.resources.map(({ path }) => path))
  for (const path of await reader.paths()) {
    if (path.startsWith('data/') && !described.has(path) && !DESCRIBES.test(path))
      issues.push(
        fault('undescribed-file', path, 'The file is among the data, but the descriptor does not know it.'),
      )
  }
  const [change] = descriptor.changes ?? []
  if (change !== undefined && change.version !== descriptor.version)
    issues.push(
      fault('other-version', FILE, 'The newest change is of another version.', 'changes[0].version'),
    )
  return { descriptor, issues }
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

const isDescriptor = (value: unknown): value is DataPackage =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  'title' in value &&
  'version' in value &&
  typeof value.version === 'string' &&
  isVersion(value.version) &&
  'resources' in value &&
  Array.isArray(value.resources) &&
  value.resources.every(
    (one: unknown) => typeof one === 'object' && one !== null && typeof Reflect.get(one, 'path') === 'string',
  )

/** The rules of the standard are written for descriptors of ours; one of another shape breaks them too. */
function rulesOf(descriptor: DataPackage): readonly Issue[] {
  try {
    return checkDataPackage(descriptor)
  } catch {
    return [fault('descriptor-shape', FILE, 'The descriptor is not of the shape of a Data Package.')]
  }
}
