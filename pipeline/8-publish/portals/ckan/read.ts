import type { CkanTarget } from '../../targets/index.ts'
import { at, listAt, textAt } from '../json.ts'
import type { Answer, Connection, Release } from '../model.ts'
import { refused } from '../refusals.ts'
import { refuseOlder } from '../versions.ts'
import { MARK } from './metadata.ts'
import { datasetName } from './names.ts'

/** How things stand on a CKAN portal. */
export interface CkanState {
  readonly name: string
  /** Id of the organisation that the dataset belongs to. */
  readonly organisation: string
  /** As `package_show` gives it; undefined where there is none. */
  readonly dataset?: unknown
  readonly resources: readonly CkanResource[]
}

export interface CkanResource {
  readonly id: string
  /** Of the file in the release; empty for what somebody else put there. */
  readonly path: string
  readonly url: string
  readonly revised: string
  /** Whether it is one of our uploads. */
  readonly ours: boolean
  /** Of the bytes that the portal gives out, as downloaded. */
  readonly sha256?: string
  readonly described: unknown
}

export const ACTION = '/api/3/action'

/** Asks a portal who we are, and what stands under the name of the dataset; downloads what changed. */
export async function readCkan(
  connection: Connection,
  target: CkanTarget,
  release: Release,
  before: CkanState | undefined,
): Promise<CkanState> {
  const name = target.dataset ?? datasetName(release.name)
  if (name === undefined)
    throw refused({
      code: 'name',
      message: 'Nothing of the name of this consultation is a name that CKAN takes.',
      advice: 'Write a name under "dataset" of the target: 2 to 100 small letters, digits, hyphens.',
    })
  const organisation = before?.organisation ?? (await organisationId(connection, target))
  const shown = await connection.request({ method: 'GET', path: `${ACTION}/package_show?id=${name}` })
  if (shown.status === 404) return { name, organisation, resources: [] }
  if (shown.status !== 200) throw taken(name, 'It is private, or its owner lets nobody see it.')
  const dataset = at(shown.json, 'result')
  refuseForeign(dataset, name, organisation, release, shown)
  const resources: CkanResource[] = []
  for (const each of listAt(dataset, 'resources')) {
    const resource = resourceOf(each)
    const known = before?.resources.find(
      ({ id, revised }) => id === resource.id && revised === resource.revised,
    )
    if (!resource.ours) resources.push(resource)
    else if (known !== undefined) resources.push({ ...resource, ...sumOf(known.sha256) })
    else resources.push({ ...resource, ...sumOf((await connection.digest(resource.url)).sha256) })
  }
  return { name, organisation, dataset, resources }
}

const sumOf = (sha256: string | undefined) => (sha256 === undefined ? {} : { sha256 })

const resourceOf = (described: unknown): Omit<CkanResource, 'sha256'> => ({
  id: textAt(described, 'id'),
  path: textAt(described, 'path'),
  url: textAt(described, 'url'),
  revised: `${textAt(described, 'metadata_modified')} ${textAt(described, 'last_modified')} ${textAt(described, 'hash')}`,
  ours: textAt(described, 'url_type') === 'upload' && textAt(described, 'hash').startsWith('sha256:'),
  described,
})

/** A bad token looks like none at all, so something is asked that needs one. */
async function organisationId(connection: Connection, target: CkanTarget): Promise<string> {
  const answer = await connection.request({
    method: 'GET',
    path: `${ACTION}/organization_list_for_user?permission=create_dataset`,
  })
  if (answer.status === 404 || answer.status === 400)
    throw refused({
      code: 'no-portal',
      message: 'What answers at this address is not a CKAN portal.',
      advice: 'Compare the url of the target with the address at which people see the portal.',
    })
  const mine = listAt(answer.json, 'result')
  if (answer.status !== 200 || mine.length === 0)
    throw refused({
      code: 'not-allowed',
      message: 'The portal does not know this token, or does not let its holder make datasets.',
      advice: `Is the token in ${target.tokenFrom} valid, not expired, and its holder an editor of ${target.organisation}?`,
    })
  const found = mine.find((one) =>
    [textAt(one, 'name'), textAt(one, 'id'), textAt(one, 'title')].includes(target.organisation),
  )
  if (found === undefined)
    throw refused({
      code: 'organisation',
      message: `The holder of this token may not make datasets for ${target.organisation}.`,
      advice: `It may for: ${mine.map((one) => textAt(one, 'name')).join(', ')}.`,
    })
  return textAt(found, 'id')
}

function refuseForeign(
  dataset: unknown,
  name: string,
  organisation: string,
  release: Release,
  { status }: Answer,
): void {
  if (textAt(dataset, 'state') === 'deleted')
    throw refused({
      code: 'deleted',
      message: `The dataset ${name} was deleted on the portal, and still holds its name.`,
      advice: 'Have the portal restore or purge it, or write another name under "dataset" of the target.',
    })
  if (textAt(dataset, 'owner_org') !== organisation)
    throw taken(
      name,
      `It belongs to ${textAt(dataset, 'organization', 'title') || `somebody else (${status})`}.`,
    )
  const mark = listAt(dataset, 'extras').find((extra) => textAt(extra, 'key') === MARK)
  if (textAt(mark, 'value') !== release.name)
    throw taken(
      name,
      mark === undefined
        ? 'It was not made by Stocktake.'
        : `It holds another data package, ${textAt(mark, 'value')}.`,
    )
  refuseOlder(textAt(dataset, 'version'), release.version)
}

const taken = (name: string, why: string) =>
  refused({
    code: 'name-taken',
    message: `There is a dataset ${name} on the portal already. ${why}`,
    advice: 'Nothing of it was touched. Write another name under "dataset" of the target.',
  })
