/**
 * Clean (GSBPM 5.1 to 5.6). In: submissions, as received. Out: responses, one row each, coded to the
 * definition's labels, joined to the frame, routed, with three kinds of nothing kept apart, weighted; a private
 * log of every change; an account of every row. Does not belong here: taking away what identifies
 * (3-anonymise), counting answers (5-aggregate).
 */
import { type Responses, type SubmissionSource, type Submissions, seal } from '../artefacts.ts'
import { type Definition, routingOrder } from '../definition/index.ts'
import type { Engine } from '../engine/index.ts'
import { type Checked, hasErrors, type Issue, Refused } from '../issues.ts'
import { accountOf, editsByRule, total } from './account.ts'
import { answerLookups } from './answer-projections.ts'
import { assembleSql } from './assemble.ts'
import { cellProjections } from './cells.ts'
import { codeAnswers } from './coding/index.ts'
import { coverage } from './coverage.ts'
import { emptyPopulations } from './empty-populations.ts'
import { IDENTITIES, noteEverybody } from './identities/index.ts'
import { logEdits, logJoins, logSetAside, startLog, unlistedAnswers } from './log.ts'
import { matchUnits } from './match-units.ts'
import { readNames, reviewSheet } from './names/index.ts'
import { takeQuotes } from './open-text/index.ts'
import { noteReferences, repeatedReferences, startReferences } from './open-text/references.ts'
import { type ResponseFile, settlePersons } from './persons/index.ts'
import { prepareTypes } from './prepare-types.ts'
import { questionDates } from './question-dates.ts'
import { readFrame } from './read-frame.ts'
import { readInvitees } from './read-invitees.ts'
import { resolveSubmitted } from './resolve-dates.ts'
import { responseProjections } from './response-projections.ts'
import { setAsideUnfinished } from './set-aside.ts'
import { weigh } from './weights/index.ts'

export { proposeCodes } from './coding/index.ts'

/** Throws `Refused` when a file is damaged, or the data breaks a rule the definition does not forgive. */
export async function clean(
  engine: Engine,
  definition: Definition,
  submissions: Submissions,
): Promise<Checked<Responses>> {
  await prepareTypes(engine, definition)
  const noticed: Issue[] = []
  const take = (issues: readonly Issue[]): void => {
    refuse(issues)
    noticed.push(...issues)
  }
  take(await readFrame(engine, definition, submissions.frame))
  take(await readNames(engine, submissions))
  take(await readInvitees(engine, definition, submissions.invitees))
  await startLog(engine)
  await startReferences(engine)
  const files = submissions.responses.map((source, index) => {
    const plan = definition.responses[index]
    if (plan === undefined) throw new Error('a response source without a plan')
    return { source, plan, staged: `staged_${index}`, matched: `matched_${index}` }
  })
  for (const file of files) refuse(await stage(engine, definition, submissions.responses, file))
  take(await settlePersons(engine, definition, files))
  const parts: string[] = []
  const byFile: Responses['byFile'][number][] = []
  const ordered = routingOrder(definition)
  for (const { source, plan, staged, matched } of files) {
    await setAsideUnfinished(engine, definition, source, staged, matched)
    await logSetAside(engine, source, matched)
    await logJoins(engine, definition, source, staged, matched)
    await noteReferences(engine, definition, source.file, source.firstRow, staged, matched)
    byFile.push({ file: source.file, ...(await accountOf(engine, matched)) })
    parts.push(assembleSql(definition, ordered, plan, source, staged, matched))
  }
  await engine.run(`CREATE TABLE responses AS ${parts.join('\nUNION ALL BY NAME\n')}`)
  for (const { staged, matched } of files) await engine.run(`DROP TABLE ${staged}; DROP TABLE ${matched}`)
  await logEdits(engine, definition)
  take([...(await unlistedAnswers(engine, definition)), ...(await coverage(engine, definition))])
  if (definition.frame !== undefined) take(await reviewSheet(engine))
  take(await weigh(engine, definition))
  take(await emptyPopulations(engine, definition))
  take(await repeatedReferences(engine))
  const coding = await codeAnswers(engine, definition, submissions)
  take(coding.issues)
  take(await noteEverybody(engine, definition, submissions))
  const quotes = await takeQuotes(engine, definition, submissions)
  take(quotes.issues)
  const value = seal<Responses>({
    relation: 'responses',
    ...(definition.frame === undefined ? {} : { units: 'unit_coverage' }),
    ...(definition.invitees === undefined ? {} : { people: 'people_coverage' }),
    account: total(byFile),
    byFile,
    edits: await editsByRule(engine),
    log: 'cleaning_log',
    ...(coding.report === undefined ? {} : { coding: coding.report }),
    identities: IDENTITIES,
    ...quotes.relations,
  })
  if (value.account.kept === 0) throw new Refused([NOBODY])
  return { value, issues: noticed }
}

/** Reads one file into `staged`, and joins its rows to the frame in `matched`. */
async function stage(
  engine: Engine,
  definition: Definition,
  sources: readonly SubmissionSource[],
  { source, plan, staged, matched }: ResponseFile,
): Promise<readonly Issue[]> {
  const dates = await questionDates(engine, definition, source)
  if (hasErrors(dates.issues)) return dates.issues
  const lookups = definition.questions.flatMap((question) =>
    answerLookups(question, plan, source, dates.orders.get(question.id) ?? 'day first'),
  )
  const cells = cellProjections(definition, plan, source)
  const faults = await source.into(
    staged,
    responseProjections(definition, plan, sources, source),
    lookups,
    cells,
  )
  if (hasErrors(faults)) return faults
  const times = await resolveSubmitted(engine, definition, source, staged)
  if (hasErrors(times)) return times
  await matchUnits(engine, definition, plan, source, staged, matched)
  return []
}

function refuse(issues: readonly Issue[]): void {
  if (hasErrors(issues)) throw new Refused(issues)
}

const NOBODY: Issue = {
  code: 'clean/no-responses',
  severity: 'error',
  concern: 'data',
  message: 'No response is left: every row was set aside, or there was none.',
  advice: 'Look at the account of rows above, and at the columns named for link, unit and submitted.',
}
