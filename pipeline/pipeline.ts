/**
 * The whole flow on one screen. Each stage takes what the one before it made, and the brands of the
 * artefacts make any other order a compile error.
 */
import { type CollectFolders, collect, type Inspections } from './1-collect/index.ts'
import { clean } from './2-clean/index.ts'
import { anonymise } from './3-anonymise/index.ts'
import { validate } from './4-validate/index.ts'
import { aggregate, type Reconciliation, reconcile } from './5-aggregate/index.ts'
import { protect } from './6-protect/index.ts'
import { packageRelease, type ReleaseFolder } from './7-package/index.ts'
import type { AnonymousResponses, ReleasedTables, ReleaseFiles, Responses, Submissions } from './artefacts.ts'
import type { Definition } from './definition/index.ts'
import type { Engine } from './engine/index.ts'
import type { Issue } from './issues.ts'

/** What the edge lends a run: where to read and write, and whom to tell how far it is. */
export interface Ports {
  readonly engine: Engine
  readonly folders: CollectFolders
  /** Made only when everything before packaging went well. */
  readonly release: () => Promise<ReleaseFolder>
  readonly step: <T>(name: string, work: () => Promise<T> | T) => Promise<T>
}

export interface RunResult {
  readonly submissions: Submissions
  readonly responses: Responses
  readonly anonymous: AnonymousResponses
  readonly released: ReleasedTables
  readonly reconciliation?: Reconciliation
  readonly files: ReleaseFiles
  readonly issues: readonly Issue[]
}

/** Raw responses to release files. Throws `Refused` where definition or data are at fault. */
export async function runPipeline(
  definition: Definition,
  inspections: Inspections,
  ports: Ports,
): Promise<RunResult> {
  const { engine, step } = ports
  const submissions = await step('collect', () => collect(engine, definition, inspections, ports.folders))
  const responses = await step('clean', () => clean(engine, definition, submissions.value))
  const anonymous = await step('anonymise', () => anonymise(engine, definition, responses.value))
  const valid = await step('validate', () => validate(engine, definition, anonymous))
  const tables = await step('aggregate', () => aggregate(engine, definition, valid, submissions.value.waves))
  const printed = submissions.value.printed
  const reconciliation =
    printed === undefined ? undefined : await step('reconcile', () => reconcile(engine, printed, tables))
  const released = await step('protect', () => protect(definition, tables))
  const folder = await ports.release()
  const files = await step('package', () => packageRelease(definition, released, folder))
  return {
    submissions: submissions.value,
    responses: responses.value,
    anonymous,
    released,
    ...(reconciliation === undefined ? {} : { reconciliation }),
    files,
    issues: [...submissions.issues, ...responses.issues],
  }
}
