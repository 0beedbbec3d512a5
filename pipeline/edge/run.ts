import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inspectDecisions, inspectSources, isDecisions, readingIssues } from '../1-collect/index.ts'
import { searchPublished } from '../3-anonymise/index.ts'
import { zipFiles } from '../7-package/zip/index.ts'
import { type Published, publish, type Tombstone } from '../8-publish/index.ts'
import type { Definition } from '../definition/index.ts'
import { openEngine } from '../engine/index.ts'
import { hasErrors, type Issue, Refused } from '../issues.ts'
import { type RunResult, runPipeline } from '../pipeline.ts'
import type { Site } from '../site/index.ts'
import { writeDisclosure } from './disclosure-files.ts'
import { diskFolder } from './disk.ts'
import { damaged, readHistory } from './history.ts'
import { writePrivateFiles, writeReviewSheets } from './private-files.ts'
import { publishedFolder } from './published-folder.ts'
import { publishedTexts } from './published-texts.ts'
import { filledIn } from './review-sheets.ts'
import { type RecordedRun, readRun, runKey, writeRun } from './run-record.ts'
import { diskStore, isIntact, type Places, placesOf, sweep } from './store.ts'
import { finishWithdrawals } from './withdraw.ts'

/** Where one run reads and writes. */
export interface RunPlaces {
  /** `raw/<id>`, as received. */
  readonly raw: string
  /** `dist`, or what `--out` names. */
  readonly out: string
  /** `.stocktake/<id>`, private. */
  readonly private: string
}

/** What the edge decides about a run. */
export interface RunOptions {
  /** Make everything and publish nothing. */
  readonly draft: boolean
  /** Where the releases are seen, if anywhere. */
  readonly site: Site | undefined
  /** Returns at the hour of publication; throws where it is not to be waited for. */
  readonly untilPublication: () => Promise<void>
  readonly step: <T>(name: string, work: () => Promise<T> | T) => Promise<T>
}

export type Outcome =
  | {
      readonly status: 'unchanged'
      readonly record: RecordedRun
      /** What these inputs made was withdrawn since, and is not made again. */
      readonly withdrawn?: Tombstone
      readonly issues: readonly Issue[]
    }
  | {
      readonly status: Published | 'draft'
      readonly result: RunResult
      readonly issues: readonly Issue[]
    }

/** Peak memory the engine may use before it spills to disk. */
const MEMORY_LIMIT = '1600MB'

/** Folder of a release that nobody else may see yet, below the private one. */
export const DRAFT = 'draft'

/**
 * One run: nothing is written to `out` before everything is known to be well and the hour has come, and the
 * release appears whole or not at all. Throws `Refused` where definition or data are at fault.
 */
export async function run(
  definition: Definition,
  definitionText: string,
  places: RunPlaces,
  { draft, site, untilPublication, step }: RunOptions,
): Promise<Outcome> {
  const work = join(places.private, 'work')
  const release = placesOf(places.out, definition.id, work)
  await sweep(release, places.private)
  // Before anything else, since a run that has nothing to do must not leave it lying there.
  await rm(work, { recursive: true, force: true })
  await finishWithdrawals(places.out, definition.id)
  const inspections = await step('inspect', async () => [
    ...(await inspectSources(definition, places.raw)),
    ...(await filledIn(places.private, await inspectDecisions(definition, places.private))),
  ])
  if (hasErrors(readingIssues(inspections))) throw new Refused(readingIssues(inspections))
  const key = await runKey(definitionText, inspections)
  const last = await readRun(places.private)
  const noticed: Issue[] = []
  const store = diskStore(release, site, (issue) => noticed.push(issue))
  if (!draft && last?.key === key) {
    const whole = await step('compare', () => isIntact(join(release.home, last.version), last.files))
    if (whole) {
      await store.list()
      return { status: 'unchanged', record: last, issues: noticed }
    }
  }
  const history = await readHistory(release, definition.id, last, key, draft)
  const withdrawn = history.withdrawn.find(({ version }) => version === last?.version)
  if (!draft && last?.key === key && withdrawn !== undefined) {
    return { status: 'unchanged', record: last, withdrawn, issues: noticed }
  }
  await mkdir(release.building, { recursive: true })
  const engine = await openEngine({
    memoryLimit: MEMORY_LIMIT,
    spill: join(work, 'spill'),
    folders: [places.raw, places.private, release.home],
  })
  try {
    const result = await runPipeline(definition, inspections, {
      engine,
      folders: { work },
      step,
      history,
      published: publishedFolder,
      disclosed: (found) => writeDisclosure(places.private, definition, found),
      release: () => ({ folder: diskFolder(engine, release.building), path: release.building }),
    })
    const { files, proposal } = result
    const { edition } = proposal
    if (history.damaged !== undefined && !isMadeAgain(files.files, last))
      throw damaged(`${definition.id}/${edition.version}`)
    await step('archive', () =>
      zipFiles(
        files.files.map(({ path }) => ({ path, source: join(release.building, path) })),
        release.archive,
      ),
    )
    await step('search', async () => {
      const paths = files.files.map(({ path }) => path)
      const texts = await publishedTexts(engine, release, paths, result.attack.responses)
      const named = result.anonymous.quotes?.map(({ attribution }) => attribution)
      const found = await searchPublished(engine, definition, result.submissions, texts, named)
      if (found.length > 0) throw new Refused(found)
    })
    await step('private files', () => writePrivateFiles(engine, places.private, result))
    if (draft) {
      await keepDraft(release, places.private)
      return { status: 'draft', result, issues: noticed }
    }
    await untilPublication().catch(async (error: unknown) => {
      await keepDraft(release, places.private)
      throw error
    })
    const status = await step('publish', () => publish(store, edition.version, files))
    await rm(join(places.private, DRAFT), { recursive: true, force: true })
    // Sheets for decisions are written by the run that they are also an input of: the next run finds these.
    const received = inspections.filter((inspection) => !isDecisions(inspection))
    const left = await filledIn(places.private, await inspectDecisions(definition, places.private))
    const next = await runKey(definitionText, [...received, ...left])
    await writeRun(places.private, { key: next, version: edition.version, edition, files: files.files })
    return { status, result, issues: noticed }
  } catch (error) {
    if (error instanceof Refused) await writeReviewSheets(engine, places.private)
    throw error
  } finally {
    engine.close()
    await rm(work, { recursive: true, force: true })
  }
}

/** Whether these are the files that the last run published, byte for byte. */
function isMadeAgain(files: RecordedRun['files'], last: RecordedRun | undefined): boolean {
  const sums = (all: RecordedRun['files'] = []) => all.find(({ path }) => path === 'SHA256SUMS')?.sha256
  return sums(files) === sums(last?.files)
}

/** Leaves what was built where those may see it who may see everything. */
async function keepDraft({ building }: Places, folder: string): Promise<void> {
  const draft = join(folder, DRAFT)
  await rm(draft, { recursive: true, force: true })
  await rename(building, draft)
}
