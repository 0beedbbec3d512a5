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
import { packageData, packageRelease, type ReleaseFolder } from './7-package/index.ts'
import {
  dateIssues,
  type History,
  isLastRelease,
  nextEdition,
  type Proposal,
  wordsChanged,
} from './8-publish/index.ts'
import type {
  AnonymousResponses,
  Edition,
  ReleasedTables,
  ReleaseFiles,
  Responses,
  Submissions,
  Tables,
} from './artefacts.ts'
import {
  type AttackReport,
  attackRelease,
  findingIssue,
  notTestedOf,
  type PublishedFolder,
} from './attack/index.ts'
import type { Definition } from './definition/index.ts'
import type { Engine } from './engine/index.ts'
import { protectTogether } from './give-way.ts'
import { type Issue, Refused } from './issues.ts'
import type { NotTested } from './not-tested.ts'
import { personalFactIssues } from './personal-facts/index.ts'

/** What a run found of disclosure, told whether it goes on or is stopped. */
export interface Disclosed {
  readonly anonymity: AnonymousResponses['report']
  /** Why tables could not be protected; then nothing of what follows is there. */
  readonly refused?: readonly Issue[]
  readonly released?: ReleasedTables
  readonly attack?: AttackReport
}

/** What the edge lends a run: where to read and write, and whom to tell how far it is. */
export interface Ports {
  readonly engine: Engine
  readonly folders: CollectFolders
  /** Made only when everything before packaging went well; `path` is where it is, for the engine. */
  readonly release: () => { readonly folder: ReleaseFolder; readonly path: string }
  /** A folder of a release, opened as anybody may who has it. */
  readonly published: (path: string, name: string) => PublishedFolder
  /** Releases of this consultation so far. */
  readonly history: History
  /** Called once, when it is known whether the release is safe; before a run is stopped because it is not. */
  readonly disclosed: (found: Disclosed) => Promise<void>
  readonly step: <T>(name: string, work: () => Promise<T> | T) => Promise<T>
}

export interface RunResult {
  readonly submissions: Submissions
  readonly responses: Responses
  readonly anonymous: AnonymousResponses
  readonly released: ReleasedTables
  readonly reconciliation?: Reconciliation
  readonly proposal: Proposal
  readonly files: ReleaseFiles
  readonly attack: AttackReport
  readonly issues: readonly Issue[]
}

/**
 * Raw responses to release files. Throws `Refused` where definition or data are at fault, or where the attack finds
 * what the rules forbid; figures that are public already are only reported on.
 */
export async function runPipeline(
  definition: Definition,
  inspections: Inspections,
  ports: Ports,
): Promise<RunResult> {
  const { engine, step } = ports
  const submissions = await step('collect', () => collect(engine, definition, inspections, ports.folders))
  const responses = await step('clean', () => clean(engine, definition, submissions.value))
  const recoded = await step('anonymise', () => anonymise(engine, definition, responses.value))
  const valid = await step('validate', () => validate(engine, definition, recoded))
  const tables = await step('aggregate', () => aggregate(engine, definition, valid, submissions.value.waves))
  const printed = submissions.value.printed
  const reconciliation =
    printed === undefined ? undefined : await step('reconcile', () => reconcile(engine, printed, tables))
  const { anonymous, released } = await protectTogether(
    engine,
    definition,
    recoded,
    tables,
    step,
    (rows, beside, before) => protecting(ports, definition, rows, beside, before),
  )
  const anonymity = anonymous.report
  const { folder, path } = ports.release()
  const data = await step('package', () => packageData(definition, released, folder))
  const proposed = await step('compare', () => nextEdition(engine, definition, data, path, ports.history))
  // What the attack will leave out is known before it, so that the release says it of itself.
  const notTested = await notTestedAhead(ports, released)
  const describe = (edition: Edition) =>
    step('describe', () =>
      packageRelease({ ...definition, version: edition.version }, data, edition, folder, notTested),
    )
  const described = await describe(proposed.edition)
  const isNew = proposed.last?.version !== proposed.edition.version
  // The same data: either the same bytes throughout, or a version of which only the words are new.
  const sameWords = isNew || isLastRelease(proposed, described)
  const proposal = sameWords ? proposed : { ...proposed, edition: wordsChanged(definition, ports.history) }
  const files = sameWords ? described : await describe(proposal.edition)
  const attack = await step('attack', () => attackFinished(ports, path))
  await ports.disclosed({ anonymity, released, attack })
  if (attack.findings.length > 0 && definition.privacy.profile !== 'as-published')
    throw new Refused(attack.findings.map(findingIssue))
  return {
    submissions: submissions.value,
    responses: responses.value,
    anonymous,
    released,
    ...(reconciliation === undefined ? {} : { reconciliation }),
    proposal,
    files,
    attack,
    issues: [
      ...submissions.issues,
      ...responses.issues,
      ...personalFactIssues(definition),
      ...dateIssues(proposal),
      ...warnings(attack),
    ],
  }
}

/** Protects the tables; where that is refused, what was found is told first. */
const protecting = (
  { step, disclosed }: Ports,
  definition: Definition,
  { report }: AnonymousResponses,
  tables: Tables,
  before?: ReleasedTables,
): Promise<ReleasedTables> =>
  step('protect', () => protect(definition, tables, before)).catch(async (error: unknown) => {
    if (error instanceof Refused) await disclosed({ anonymity: report, refused: error.issues })
    throw error
  })

/** Attacks the finished release, alone and beside every earlier one. */
function attackFinished(ports: Ports, path: string): Promise<AttackReport> {
  return attackRelease(ports.engine, ports.published(path, 'this release'), earlierReleases(ports))
}

const earlierReleases = ({ published, history }: Ports): readonly PublishedFolder[] =>
  history.earlier.map(({ folder, version }) => published(folder, version))

function notTestedAhead(ports: Ports, { plan, responses }: ReleasedTables): Promise<readonly NotTested[]> {
  const relation = plan.rules.microdata === 0 ? undefined : responses.responses.relation
  return notTestedOf(ports.engine, plan, relation, earlierReleases(ports))
}

const warnings = ({ findings }: AttackReport): readonly Issue[] =>
  findings.map((finding) => ({ ...findingIssue(finding), severity: 'warning' }))
