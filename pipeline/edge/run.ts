import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inspectDecisions, inspectSources, isDecisions, readingIssues } from '../1-collect/index.ts'
import { zipFiles } from '../7-package/zip/index.ts'
import { type Published, publish } from '../8-publish/index.ts'
import type { Definition } from '../definition/index.ts'
import { openEngine } from '../engine/index.ts'
import { hasErrors, Refused } from '../issues.ts'
import { type RunResult, runPipeline } from '../pipeline.ts'
import { diskFolder } from './disk.ts'
import { writePrivateFiles, writeReviewSheets } from './private-files.ts'
import { type RecordedRun, readRun, runKey, writeRun } from './run-record.ts'
import { diskStore, isIntact, placesOf, startBuilding } from './store.ts'

/** Where one run reads and writes. */
export interface RunPlaces {
  /** `raw/<id>`, as received. */
  readonly raw: string
  /** `dist`, or what `--out` names. */
  readonly out: string
  /** `.stocktake/<id>`, private. */
  readonly private: string
}

export type Outcome =
  | { readonly status: 'unchanged'; readonly record: RecordedRun }
  | { readonly status: Published; readonly result: RunResult; readonly steps: readonly Step[] }

export interface Step {
  readonly name: string
  readonly milliseconds: number
}

/** Peak memory the engine may use before it spills to disk. */
const MEMORY_LIMIT = '1600MB'

/**
 * One run: nothing is written to `out` before everything is known to be well, and the release appears
 * whole or not at all. Throws `Refused` where definition or data are at fault.
 */
export async function run(
  definition: Definition,
  definitionText: string,
  places: RunPlaces,
  step: <T>(name: string, work: () => Promise<T> | T) => Promise<T>,
): Promise<Outcome> {
  const steps: Step[] = []
  const timed = async <T>(name: string, work: () => Promise<T> | T): Promise<T> => {
    const start = performance.now()
    try {
      return await step(name, work)
    } finally {
      steps.push({ name, milliseconds: performance.now() - start })
    }
  }
  const inspections = await timed('inspect', async () => [
    ...(await inspectSources(definition, places.raw)),
    ...(await inspectDecisions(definition, places.private)),
  ])
  if (hasErrors(readingIssues(inspections))) throw new Refused(readingIssues(inspections))
  const key = await runKey(definitionText, inspections)
  const last = await readRun(places.private)
  const release = placesOf(places.out, definition.id)
  if (last?.key === key && last.version === definition.version) {
    const whole = await timed('compare', () => isIntact(join(release.home, last.version), last.files))
    if (whole) return { status: 'unchanged', record: last }
  }
  const work = join(places.private, 'work')
  await rm(work, { recursive: true, force: true })
  await mkdir(work, { recursive: true })
  const engine = await openEngine({
    memoryLimit: MEMORY_LIMIT,
    spill: join(work, 'spill'),
    folders: [places.raw, places.private, release.building],
  })
  const store = diskStore(release)
  try {
    const result = await runPipeline(definition, inspections, {
      engine,
      folders: { work },
      step: timed,
      release: async () => {
        await startBuilding(release)
        return diskFolder(engine, release.building)
      },
    })
    await timed('archive', () =>
      zipFiles(
        result.files.files.map(({ path }) => ({ path, source: join(release.building, path) })),
        release.archive,
      ),
    )
    await timed('private files', () => writePrivateFiles(engine, places.private, result))
    const status = await timed('publish', () => publish(store, definition.version, result.files))
    // Sheets for decisions are written by the run that they are also an input of: the next run finds these.
    const received = inspections.filter((inspection) => !isDecisions(inspection))
    const left = await inspectDecisions(definition, places.private)
    const next = await runKey(definitionText, [...received, ...left])
    await writeRun(places.private, { key: next, version: definition.version, files: result.files.files })
    return { status, result, steps }
  } catch (error) {
    if (error instanceof Refused) await writeReviewSheets(engine, places.private)
    throw error
  } finally {
    engine.close()
    await store.discard()
    await rm(work, { recursive: true, force: true })
  }
}
