import { textAt } from '../json.ts'
import type { FormFile, Plan, Release, ReleaseFile, Step } from '../model.ts'
import { datasetFields, differences, extrasOf, MARK, mergedExtras, resourceFields } from './metadata.ts'
import { tagsOf } from './names.ts'
import { ACTION, type CkanResource, type CkanState } from './read.ts'

/**
 * What remains to be done on a CKAN portal. `package_update` deletes what it is not told and
 * `resource_create` makes a second resource, so neither is used: the dataset is made private and empty,
 * one `package_revise` that holds only if nobody changed the dataset meanwhile brings every file and every
 * field, and one opens it.
 */
export function planCkan(state: CkanState, release: Release, siteUrl: string): Plan {
  const place = { url: `${siteUrl}/dataset/${state.name}` }
  if (state.dataset === undefined)
    return {
      next: create(state, release),
      later: [`send ${counted(release.files.length)} and the description, all at once`, READ_BACK, OPEN],
      place,
    }
  const wrong = release.files.filter((file) => !isRight(resourceFor(state, file), file))
  const extra = strays(state, release)
  const changed = differences(state.dataset, release)
  const isPrivate = Reflect.get(Object(state.dataset), 'private') === true
  const opening = isPrivate ? [READ_BACK, OPEN] : [READ_BACK]
  if (wrong.length > 0 || extra.length > 0 || changed.length > 0)
    return { next: revise(state, release, wrong, extra, changed), later: opening, place }
  if (isPrivate) return { next: open(state), later: [], place }
  return { later: [], place }
}

const READ_BACK = 'read every file back and compare it'
const OPEN = 'make the dataset public'
const counted = (files: number) => `${files} ${files === 1 ? 'file' : 'files'}`

const create = ({ name, organisation }: CkanState, release: Release): Step => ({
  does: `create the dataset ${name}, private`,
  request: {
    method: 'POST',
    path: `${ACTION}/package_create`,
    body: {
      kind: 'json',
      value: {
        name,
        owner_org: organisation,
        private: true,
        title: release.title,
        notes: release.description,
        license_id: datasetFields(release).license_id,
        extras: [{ key: MARK, value: extrasOf(release)[MARK] }],
      },
    },
  },
})

function revise(
  state: CkanState,
  release: Release,
  wrong: readonly ReleaseFile[],
  extra: readonly CkanResource[],
  changed: readonly string[],
): Step {
  const replaced = wrong.filter((file) => resourceFor(state, file) !== undefined)
  const added = wrong.filter((file) => resourceFor(state, file) === undefined)
  const fields: Record<string, string> = {
    match: lock(state),
    // Lists are merged position by position: without this, old tags would stay.
    filter: JSON.stringify(['-tags', '-extras', ...extra.map(({ id }) => `-resources__${id}`)]),
    update: JSON.stringify({
      ...datasetFields(release),
      tags: tagsOf(release.keywords).map((name) => ({ name })),
      extras: mergedExtras(state.dataset, release),
    }),
  }
  const files: FormFile[] = []
  for (const file of replaced) {
    const id = resourceFor(state, file)?.id
    fields[`update__resources__${id}`] = JSON.stringify(resourceFields(file))
    if (!hasBytes(resourceFor(state, file), file))
      files.push({ field: `update__resources__${id}__upload`, file })
  }
  if (added.length > 0) fields['update__resources__extend'] = JSON.stringify(added.map(resourceFields))
  // The last of those added is -1.
  for (const [index, file] of added.entries())
    files.push({ field: `update__resources__${index - added.length}__upload`, file })
  const parts = [
    ...(files.length === 0 ? [] : [`send ${counted(files.length)}`]),
    ...(extra.length === 0 ? [] : [`take away ${counted(extra.length)}`]),
    ...(changed.length === 0 ? [] : ['describe the dataset']),
    ...(files.length + extra.length + changed.length > 0 ? [] : ['describe the files']),
  ]
  return {
    does: `${parts.join(', ')}, all at once`,
    request: { method: 'POST', path: `${ACTION}/package_revise`, body: { kind: 'form', fields, files } },
  }
}

const open = (state: CkanState): Step => ({
  does: OPEN,
  opens: true,
  request: {
    method: 'POST',
    path: `${ACTION}/package_revise`,
    body: {
      kind: 'form',
      fields: { match: lock(state), update: JSON.stringify({ private: false }) },
      files: [],
    },
  },
})

/** Holds only while the dataset is as it was read. */
const lock = ({ dataset }: CkanState): string =>
  JSON.stringify({ id: textAt(dataset, 'id'), metadata_modified: textAt(dataset, 'metadata_modified') })

const resourceFor = ({ resources }: CkanState, { path }: ReleaseFile): CkanResource | undefined =>
  resources.find((one) => one.ours && one.path === path)

const hasBytes = (resource: CkanResource | undefined, { digests }: ReleaseFile): boolean =>
  resource?.sha256 === digests.sha256

const isRight = (resource: CkanResource | undefined, file: ReleaseFile): boolean =>
  hasBytes(resource, file) &&
  Object.entries(resourceFields(file)).every(
    ([key, value]) =>
      // A portal may have its own spelling of a format and of a type of file.
      key === 'format' || key === 'mimetype' || textAt(resource?.described, key).trim() === value.trim(),
  )

/** Our uploads that are no file of this release, or a second one of the same. */
const strays = (state: CkanState, release: Release): readonly CkanResource[] =>
  state.resources.filter(
    (resource, index) =>
      resource.ours &&
      (!release.files.some(({ path }) => path === resource.path) ||
        state.resources.findIndex((other) => other.ours && other.path === resource.path) < index),
  )
