import type { Change, Edition, ReleaseData } from '../../artefacts.ts'
import type { Definition } from '../../definition/index.ts'
import type { Engine } from '../../engine/index.ts'
import { compareReleases, levelOf, needsNote } from './compare.ts'
import { dataDigest } from './data-digest.ts'
import { describedRelease } from './described.ts'
import type { Difference } from './difference.ts'
import { changesOf, type EarlierRelease, type History } from './earlier.ts'
import { refuseLower, refuseUnexplained, refuseWithdrawn } from './refusals.ts'
import { differenceSentences } from './sentences.ts'
import { compareVersions, type Level, raise } from './version.ts'

/** Which version a release is to be, before its words are written. */
export interface Proposal {
  readonly edition: Edition
  /** The release it was compared with. */
  readonly last?: EarlierRelease
  readonly difference?: Difference
}

/**
 * The edition that these data make: the first, or the last raised as far as the difference to it demands.
 * Where the data are the same it is the last one itself; should the words around them differ, ask
 * `wordsChanged`. `folder` holds the data. Throws `Refused` when the definition asks for a lower version,
 * when published values change and it does not say why, or when the data were withdrawn.
 */
export async function nextEdition(
  engine: Engine,
  definition: Definition,
  data: ReleaseData,
  folder: string,
  history: History,
): Promise<Proposal> {
  if (history.damaged !== undefined) return { edition: history.damaged }
  const digest = dataDigest(data.files)
  const gone = history.withdrawn.find((one) => one.data === digest)
  if (gone !== undefined && !history.draft) refuseWithdrawn(gone)
  const last = history.earlier.at(-1)
  if (last === undefined) return { edition: firstEdition(definition, history) }
  const before = describedRelease(last.descriptor)
  const described = describedRelease({ name: before.name, resources: data.resources })
  // What is no data (workbook, descriptions) is made anew for every version, and compared by its bytes.
  const resources = before.resources.filter((name) => !described.resources.includes(name))
  const others = resources.filter((name) => !before.tables.some((table) => table.name === name))
  const after = { ...described, resources: [...described.resources, ...others] }
  const difference = await compareReleases(
    engine,
    { described: before, folder: last.folder },
    { described: after, folder },
  )
  const level = levelOf(difference)
  if (level === 'none') return { ...unchangedData(definition, last, history), last, difference }
  return { edition: raised(definition, history, level, difference), last, difference }
}

/** The edition of a release whose data are those of the last one, while the words around them differ. */
export const wordsChanged = (definition: Definition, history: History): Edition =>
  raised(definition, history, 'patch', undefined)

function firstEdition(definition: Definition, history: History): Edition {
  if (history.withdrawn.length > 0) return raised(definition, history, 'major', undefined)
  const version = definition.atLeast ?? definition.version
  return { version, changes: [change(definition, version, 'first release', [])] }
}

function unchangedData(definition: Definition, last: EarlierRelease, history: History) {
  const atLeast = statedVersion(definition, history)
  if (atLeast !== undefined && compareVersions(atLeast, last.version) < 0)
    refuseLower(atLeast, last.version, last.version)
  if (atLeast !== undefined && compareVersions(atLeast, newest(history)) > 0) {
    return { edition: wordsChanged(definition, history) }
  }
  const [first, ...rest] = changesOf(last.descriptor, last.version)
  if (first === undefined) throw new Error('a release without a change')
  return { edition: { version: last.version, changes: [first, ...rest] as const } }
}

function raised(
  definition: Definition,
  history: History,
  level: Level,
  difference: Difference | undefined,
): Edition {
  const last = newest(history)
  const least = raise(last, level)
  const atLeast = statedVersion(definition, history)
  if (atLeast !== undefined && compareVersions(atLeast, least) < 0) refuseLower(atLeast, least, last)
  const version = atLeast ?? least
  const note = definition.changes[version]
  if (difference !== undefined && needsNote(difference) && note === undefined && !history.draft) {
    refuseUnexplained(definition, version, last, difference)
  }
  const sentences = difference === undefined ? [] : differenceSentences(difference)
  const kind = note?.kind ?? (level === 'patch' ? 'description' : 'addition')
  return { version, changes: [change(definition, version, kind, sentences), ...changesSoFar(history)] }
}

const change = (
  { published, changes }: Definition,
  version: string,
  kind: Change['kind'],
  differences: readonly string[],
): Change => {
  const note = changes[version]?.note
  return {
    version,
    kind,
    ...(published === undefined ? {} : { date: published }),
    ...(note === undefined ? {} : { note }),
    differences,
  }
}

/** A draft goes by what was published alone: its definition is not finished. */
const statedVersion = ({ atLeast }: Definition, { draft }: History): string | undefined =>
  draft ? undefined : atLeast

/** The highest version ever given, withdrawn ones too. */
const newest = ({ earlier, withdrawn }: History): string =>
  [...earlier, ...withdrawn]
    .map(({ version }) => version)
    .sort(compareVersions)
    .at(-1) ?? '0.0.0'

/** The list of changes of the newest version, whether it can still be downloaded or not. */
function changesSoFar(history: History): readonly Change[] {
  const version = newest(history)
  const tombstones = new Map(history.withdrawn.map((one) => [one.version, one]))
  const release = history.earlier.find((one) => one.version === version)
  const changes =
    release === undefined ? (tombstones.get(version)?.changes ?? []) : changesOf(release.descriptor, version)
  return changes.map((one) => {
    const stone = tombstones.get(one.version)
    return stone === undefined ? one : { ...one, withdrawn: { date: stone.date, reason: stone.reason } }
  })
}
