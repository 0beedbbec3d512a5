/**
 * Attack: plays the intruder who holds every published file, knows every rule, and can do whole-number
 * arithmetic. In: release folders as published, and nothing private. Out: what he learns that the rules of
 * that release forbid. The same is done to a new release before it appears. Does not belong here: how
 * tables are protected (6-protect), where releases are and how findings are told (edge).
 */
import type { Relation } from '../artefacts.ts'
import type { TabulationPlan } from '../disclosure/index.ts'
import type { Engine } from '../engine/index.ts'
import type { NotTested } from '../not-tested.ts'
import { inWorker } from '../solver/index.ts'
import { countMicrodata } from './count-microdata.ts'
import type { Derived, derive } from './derive.ts'
import { deriveByArithmetic } from './derive-by-arithmetic.ts'
import type { Finding } from './findings.ts'
import { compareFormats } from './formats.ts'
import { judgedBy } from './judged-by.ts'
import type { linkRecords } from './link-records.ts'
import { joinsPopulations, loadRecords } from './load-records.ts'
import { notTestedOf } from './not-tested.ts'
import type { PublishedFigure } from './published.ts'
import { loadMicrodata, type PublishedFolder, readPlan, readTables } from './read-release.ts'
import { compareReleases } from './releases.ts'
import { rowFindings } from './rows.ts'

export { findingInWords, findingIssue } from './finding-words.ts'
export type { Finding } from './findings.ts'
export { notTestedOf } from './not-tested.ts'
export { attackPrinted, type PrintedColumn } from './printed.ts'
export { readFigures } from './read-figures.ts'
export { PLAN, type PublishedFolder } from './read-release.ts'

/** What an attack came to. */
export interface AttackReport {
  readonly findings: readonly Finding[]
  /** Counts and groups that were looked at. */
  readonly examined: number
  /** Of those, how many could only be bounded from outside: the truth may be narrower than looked. */
  readonly untight: number
  /** What was left out, and why: whether these rules are kept is not known. */
  readonly notTested: readonly NotTested[]
  /** Relation of the published responses as they were read; nothing where there are none. */
  readonly responses?: Relation
  /** Releases that it was compared with, oldest first. */
  readonly comparedWith: readonly string[]
}

/** Longest that the solver may take. */
const MOST_SECONDS = 900

/**
 * Attacks a release alone, and together with each earlier one of the same consultation. Throws `Refused`
 * where a folder is no release of Stocktake that can be attacked.
 */
export async function attackRelease(
  engine: Engine,
  release: PublishedFolder,
  earlier: readonly PublishedFolder[],
): Promise<AttackReport> {
  const plan = judgedBy(await readPlan(release))
  const figures = await readTables(release)
  const relation = await loadMicrodata(engine, release, 'attacked', plan)
  const derived = await deriveAlone(engine, figures, relation, plan)
  const linked = relation === undefined ? [] : await link(engine, figures, relation, plan)
  const rows = relation === undefined ? [] : await rowFindings(engine, plan, relation)
  const findings: Finding[] = [...rows, ...derived.findings, ...linked, ...(await compareFormats(release))]
  for (const before of earlier) {
    findings.push(...(await compareReleases(engine, before, release, plan)))
  }
  const responses = relation === undefined ? {} : { responses: relation }
  const notTested = await notTestedOf(engine, plan, relation, earlier)
  return { ...derived, ...responses, findings, notTested, comparedWith: earlier.map(({ name }) => name) }
}

/**
 * What the responses of a release give away by themselves; nothing where it publishes none, or repeats what was published
 * before. Throws `Refused` where its plan cannot be read.
 */
export async function attackRows(engine: Engine, release: PublishedFolder): Promise<readonly Finding[]> {
  const plan = judgedBy(await readPlan(release))
  if (plan.profile === 'as-published') return []
  const relation = await loadMicrodata(engine, release, 'attacked', plan)
  return relation === undefined ? [] : await rowFindings(engine, plan, relation)
}

async function deriveAlone(
  engine: Engine,
  figures: readonly PublishedFigure[],
  relation: string | undefined,
  plan: TabulationPlan,
): Promise<Derived> {
  const counts = relation === undefined ? [] : await countMicrodata(engine, plan, relation)
  const quick = deriveByArithmetic({ plan, figures, counts })
  if (quick !== undefined) return quick
  const module = new URL('./derive.ts', import.meta.url)
  const derived = await inWorker<typeof derive>(module, 'derive', { plan, figures, counts }, MOST_SECONDS)
  if (derived === undefined) throw new Error('the attack took too long to be trusted')
  return derived
}

/** Joins responses and tables, where any population is shown that the responses do not name. */
async function link(
  engine: Engine,
  figures: readonly PublishedFigure[],
  relation: string,
  plan: TabulationPlan,
): Promise<readonly Finding[]> {
  if (!joinsPopulations(plan)) return []
  const records = await loadRecords(engine, plan, relation)
  if (records === undefined) return []
  const module = new URL('./link-records.ts', import.meta.url)
  const found = await inWorker<typeof linkRecords>(
    module,
    'linkRecords',
    { plan, figures, records },
    MOST_SECONDS,
  )
  if (found === undefined) throw new Error('joining responses and tables took too long to be trusted')
  return found
}
