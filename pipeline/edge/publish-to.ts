import { join } from 'node:path'
import { chalk } from 'zx'
import {
  type Clock,
  ckanPublisher,
  dataversePublisher,
  invenioPublisher,
  type Reconciled,
  reconcile,
  type Wishes,
} from '../8-publish/portals/index.ts'
import type { PortalTarget, Target } from '../8-publish/targets/index.ts'
import type { Issue } from '../issues.ts'
import { editionsOf } from './edition.ts'
import { EXIT } from './exit-codes.ts'
import { type Patience, portalConnection } from './portal-connection.ts'
import { printIssues } from './print-issues.ts'
import { publishFolder } from './publish-folder.ts'
import type { Result } from './result.ts'
import type { OpenedRelease } from './whole-release.ts'

/** What of the outside a publication depends on. */
export interface Surroundings {
  readonly clock: Clock
  readonly environment: Readonly<Record<string, string | undefined>>
  /** `.stocktake`: where editions are made and locks stand. */
  readonly privately: string
  readonly patience: Patience
}

/** Brings a release to a target. Throws `Refused`. */
export async function publishTo(
  target: Target,
  token: string,
  opened: OpenedRelease,
  { dryRun, opensAt }: { readonly dryRun: boolean; readonly opensAt?: Date },
  write: (line: string) => void,
  surroundings: Surroundings,
): Promise<Result> {
  const { release } = opened
  const size = release.files.reduce((sum, { bytes }) => sum + bytes, 0)
  line(
    write,
    'Release',
    `${release.name} ${release.version}: ${release.files.length} files, ${megabytes(size)} MB, as their checksums say`,
  )
  line(write, 'Target', `${target.name}: ${described(target)}`)
  const wishes: Wishes = {
    dryRun,
    tell: (news) => tell(news, write),
    ...(opensAt === undefined ? {} : { opensAt }),
  }
  const issues: Issue[] = []
  const work = join(surroundings.privately, release.name, `publish-${target.name}`)
  const outcome =
    target.kind === 'folder'
      ? await publishFolder(target, opened, work, wishes, surroundings.clock.now(), (issue) =>
          issues.push(issue),
        )
      : await toPortal(target, token, opened, work, wishes, surroundings)
  printIssues(issues, write)
  conclude(outcome, write)
  const { status, place, plan, sent } = outcome
  return {
    exitCode: status === 'staged' ? EXIT.embargo : EXIT.done,
    status,
    issues,
    target: target.name,
    kind: target.kind,
    release: `${release.name} ${release.version}`,
    ...place,
    plan,
    sent,
  }
}

async function toPortal(
  target: PortalTarget,
  token: string,
  opened: OpenedRelease,
  work: string,
  wishes: Wishes,
  { clock, patience }: Surroundings,
): Promise<Reconciled> {
  const { release } = opened
  const editions = editionsOf(opened, work)
  const connection = portalConnection(target, token, editions.locate, patience)
  try {
    switch (target.kind) {
      case 'ckan':
        return await reconcile(ckanPublisher(target, release), connection, clock, wishes)
      case 'invenio': {
        const today = clock.now().toISOString().slice(0, 10)
        const publisher = invenioPublisher(target, release, editions.of, today)
        return await reconcile(publisher, connection, clock, wishes)
      }
      case 'dataverse':
        return await reconcile(dataversePublisher(target, release, editions.of), connection, clock, wishes)
    }
  } finally {
    await editions.discard()
  }
}

const described = (target: Target): string => {
  switch (target.kind) {
    case 'folder':
      return `the folder ${target.path}`
    case 'ckan':
      return `CKAN at ${target.url}, organisation ${target.organisation}`
    case 'invenio':
      return target.url === 'https://zenodo.org' ? 'Zenodo' : `InvenioRDM at ${target.url}`
    case 'dataverse':
      return `Dataverse at ${target.url}, collection ${target.collection}`
  }
}

type News = Parameters<Wishes['tell']>[0]

function tell(news: News, write: (line: string) => void): void {
  if ('step' in news) {
    write(`… ${news.step}`)
    return
  }
  if (news.plan.length === 0) line(write, 'Plan', 'nothing: it is there, as released')
  for (const [index, step] of news.plan.entries())
    line(write, index === 0 ? 'Plan' : '', `${index + 1}. ${step}`)
}

function conclude({ status, place }: Reconciled, write: (line: string) => void): void {
  const where = [place.url, place.doi === undefined ? undefined : `https://doi.org/${place.doi}`]
    .filter((one) => one !== undefined)
    .join(', ')
  if (status === 'planned') write('Nothing was sent: this was only the plan.')
  else if (status === 'unchanged') write(`unchanged: ${where}`)
  else if (status === 'staged') write(`Staged, and seen by nobody before its hour: ${where}`)
  else line(write, 'Published', chalk.bold(where))
}

const line = (write: (line: string) => void, heading: string, words: string): void =>
  write(`${heading.padEnd(11)}${words}`)

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)
