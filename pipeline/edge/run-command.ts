import { basename, join, relative, resolve } from 'node:path'
import type { Definition } from '../definition/index.ts'
import type { RunArguments } from './arguments.ts'
import { clockWentBack } from './clock-went-back.ts'
import { DISCLOSURE_PAGE } from './disclosure-files.ts'
import { TooEarly, untilPublication } from './embargo.ts'
import { EXIT } from './exit-codes.ts'
import { failure } from './failures.ts'
import { issueCodes, type Journal, openJournal } from './journal.ts'
import { Locked, withLock } from './lock.ts'
import { openDefinition } from './open-definition.ts'
import { printIssues } from './print-issues.ts'
import { progress } from './progress.ts'
import type { Result } from './result.ts'
import { DRAFT, type Outcome, type RunPlaces, run } from './run.ts'
import { printRun } from './run-summary.ts'
import { siteOf } from './site.ts'

/** `stocktake run`: makes a release, says what it came to, and notes it in the journal. */
export async function runCommand(typed: RunArguments, write: (line: string) => void): Promise<Result> {
  const start = performance.now()
  const raw = resolve(typed.folder)
  const places = { raw, out: resolve(typed.out), private: resolve('.stocktake', basename(raw)) }
  let journal: Journal | undefined
  try {
    const { definition, text } = await openDefinition(raw)
    journal = await openJournal(places.private, () => new Date())
    const issues = await clockWentBack(places.private)
    printIssues(issues, write)
    const [outcome, steps] = await journalled(journal, definition, text, places, typed, write)
    const result = await tell(definition, outcome, places, write)
    const milliseconds = Math.round(performance.now() - start)
    await journal.note(outcome.status, { ...result.made, issues: issueCodes(outcome.issues), milliseconds })
    if ('result' in outcome) write(`Done in ${(milliseconds / 1000).toFixed(1)} s`)
    const peakMemory = process.resourceUsage().maxRSS
    return {
      exitCode: EXIT.done,
      status: outcome.status,
      issues: [...issues, ...outcome.issues, ...('result' in outcome ? outcome.result.issues : [])],
      ...result.made,
      ...result.details,
      ...('result' in outcome ? { peakMemory, steps } : {}),
    }
  } catch (error) {
    const result = failure(error, write)
    const draft = relative('.', join(places.private, DRAFT))
    if (error instanceof TooEarly)
      write(`It is ready, for your eyes alone, in ${draft}. Nothing was published.`)
    if (result.issues.some(({ code }) => /^(attack|protect)\//.test(code)))
      write(`What follows, and what would mend it: ${relative('.', join(places.private, DISCLOSURE_PAGE))}`)
    const event = error instanceof Locked ? 'locked' : error instanceof TooEarly ? 'early' : result.status
    await journal?.note(event === 'refused' || event === 'locked' || event === 'early' ? event : 'failed', {
      exitCode: result.exitCode,
      issues: issueCodes(result.issues),
    })
    return error instanceof TooEarly ? { ...result, draft } : result
  }
}

/** The run itself, under the lock, with each of its steps in the journal. */
async function journalled(
  journal: Journal,
  definition: Definition,
  text: string,
  places: RunPlaces,
  typed: RunArguments,
  write: (line: string) => void,
): Promise<readonly [Outcome, Readonly<Record<string, number>>]> {
  const site = await siteOf(places.out)
  const steps: Record<string, number> = {}
  const shown = progress(write)
  const step = async <T>(name: string, work: () => Promise<T> | T): Promise<T> => {
    const start = performance.now()
    try {
      return await shown(name, work)
    } finally {
      steps[name] = (steps[name] ?? 0) + Math.round(performance.now() - start)
    }
  }
  const outcome = await withLock(join(places.private, 'lock'), {}, async () => {
    await journal.note('started', { raw: relative('.', places.raw), draft: typed.draft })
    return run(definition, text, places, {
      draft: typed.draft,
      site,
      step,
      untilPublication: () =>
        untilPublication(definition.publishAt, typed, async (words) => {
          write(words)
          await journal.note('waiting', { until: definition.publishAt })
        }),
    })
  })
  return [outcome, steps]
}

/** Says what a run came to; returns what of it is for programs. */
async function tell(
  definition: Definition,
  outcome: Outcome,
  places: RunPlaces,
  write: (line: string) => void,
): Promise<{ readonly made: object; readonly details: object }> {
  const folderOf = (version: string) => relative('.', join(places.out, definition.id, version))
  if (!('result' in outcome)) {
    const { record, withdrawn, issues } = outcome
    const release = folderOf(record.version)
    printIssues(issues, write)
    write(
      withdrawn === undefined
        ? `unchanged: ${release} was made of these files by this version of Stocktake`
        : `unchanged: what these files make was withdrawn on ${withdrawn.date} (${release}): ${withdrawn.reason}`,
    )
    return { made: { release, version: record.version }, details: {} }
  }
  const { version } = outcome.result.proposal.edition
  const release = outcome.status === 'draft' ? relative('.', join(places.private, DRAFT)) : folderOf(version)
  printRun(definition, outcome, { release, private: places.private }, write)
  const { result } = outcome
  const [change] = result.proposal.edition.changes
  return {
    made: { release, version },
    details: {
      change,
      rows: result.responses.account,
      tables: result.released.tables.length,
      refusals: result.released.refusals,
      anonymity: result.anonymous.report,
      protection: result.released.protection,
      notTested: result.attack.notTested,
      ...(result.anonymous.quoting === undefined ? {} : { quotes: result.anonymous.quoting }),
      ...(result.reconciliation === undefined ? {} : { reconciliation: result.reconciliation }),
    },
  }
}
