/**
 * Protect (GSBPM 6.4). In: tables with their true counts, and the finest counts they are summed from. Out: tables as they
 * may be seen, what was refused with its reason, and the plan that says how the tables hang together. Rules work
 * on the counts; only values and statuses leave. Does not belong here: what an intruder makes of the finished
 * release (attack), how a mark is printed (7-package).
 */
import { type ReleasedTables, seal, type TableColumn, type Tables } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { planOf } from '../disclosure/index.ts'
import { Refused } from '../issues.ts'
import { riskModel } from '../policy.ts'
import { inWorker } from '../solver/index.ts'
import { ledByRows } from './led-by-rows.ts'
import { hiddenMeasures } from './measures.ts'
import { markQuality } from './quality.ts'
import { ratesOf } from './rates.ts'
import { refusedBreakdowns } from './refused/groups.ts'
import { refusedTables } from './refused/tables.ts'
import { type Hidden, releaseTable, whyHidden } from './release-table.ts'
import { columnLike, protectionReport } from './report.ts'
import { roundedTables } from './rounding/apply.ts'
import type { roundCounts } from './rounding/round.ts'
import { roundedSuppression } from './rounding/suppression.ts'
import { shownCounts, shownMeasures } from './shown-counts.ts'
import type { Suppression, SuppressionInput } from './suppression/model.ts'
import { smallButTold } from './suppression/small-but-told.ts'
import { needsSuppression, type suppress } from './suppression/suppress.ts'
import { conditionsOf } from './suppression/whole/conditions.ts'
import { saidBeside, shownTogether } from './together/index.ts'
import { unprotectableIssues } from './unprotectable-issue.ts'

/** A watchdog: past it the run is refused rather than left unprotected. */
const MOST_SECONDS = 900

/**
 * Throws `Refused` where hiding figures cannot protect what the rules ask to be protected. `before` are the same tables as they
 * were protected beside rows that showed more answers: what those did not touch is taken from there.
 */
export async function protect(
  definition: Definition,
  made: Tables,
  before?: ReleasedTables,
): Promise<ReleasedTables> {
  const model = riskModel(definition.privacy)
  const rounded = model.rounding > 1 ? await rounding(made) : undefined
  const input: SuppressionInput = {
    plan: made.plan,
    inner: made.inner,
    shown: shownCounts(made.tables),
    measured: shownMeasures(made.tables),
    classes: made.responses.responses.classes,
    rates: ratesOf(made),
    conditions: conditionsOf(definition),
    rowsGiveWay: definition.privacy.lead === 'tables',
    given: [],
    settled: before === undefined ? [] : settledParts(before, made),
  }
  const suppression = rounded === undefined ? await suppressing(input) : roundedSuppression(input)
  const hidden = hiddenBy(suppression, hiddenMeasures(input, suppression), smallButTold(input))
  const { refusals, refused } = refusedTables(made.tables, hidden, model)
  const kept = made.tables.filter(({ id, of }) => !refused.has(of ?? id))
  const tables = rounded === undefined ? kept : roundedTables(kept, rounded, model.rounding)
  const seen = tables.map((table) => ({ made: table, released: releaseTable(table, hidden, model) }))
  // Of rounded counts none is what remains of the others.
  const shown = rounded === undefined ? shownTogether(definition, seen, made.plan) : seen
  const judged = shown.map(saidBeside).map(({ made: table, released }) => ({
    table: markQuality(released, model.small_base),
    why: (column: TableColumn, row: string) =>
      whyHidden(table, columnLike(table, column), row, hidden, model),
  }))
  const released = judged.map(({ table }) => table)
  return seal<ReleasedTables>({
    tables: released,
    refusals,
    refusedBreakdowns: refusedBreakdowns(definition, made.tables, refused, model),
    ledByRows: rounded === undefined ? ledByRows(input, suppression) : [],
    plan: { ...planOf(definition, released, made.responses.responses), roundedWithin: rounded?.within ?? 0 },
    protection: protectionReport(made.tables, judged, refused, model, definition.privacy.groups),
    responses: made.responses,
    parts: suppression?.parts ?? [],
    ...(suppression === undefined ? {} : { suppression: suppression.report }),
  })
}

/** The parts of which every question stands in the rows as it stood before. */
function settledParts(before: ReleasedTables, made: Tables): ReleasedTables['parts'] {
  const was = before.responses.responses.classes.leftOut
  const changed = new Set([...made.responses.responses.classes.leftOut].filter((id) => !was.has(id)))
  return before.parts.filter(({ questions }) => !questions.some((id) => changed.has(id)))
}

async function rounding({ plan, inner }: Tables) {
  const module = new URL('./rounding/round.ts', import.meta.url)
  const rounded = await inWorker<typeof roundCounts>(module, 'roundCounts', { plan, inner }, MOST_SECONDS)
  if (rounded === undefined) throw new Error('rounding took too long')
  return rounded
}

/** Where tables lead, what only the rows leave open is no reason to refuse: the question leaves them, and all is judged again. */
async function suppressing(input: SuppressionInput): Promise<Suppression | undefined> {
  if (!needsSuppression(input)) return undefined
  const module = new URL('./suppression/suppress.ts', import.meta.url)
  const found = await inWorker<typeof suppress>(module, 'suppress', input, MOST_SECONDS)
  if (found === undefined) throw new Error('protecting the tables took too long')
  const issues = unprotectableIssues(found, input.plan)
  if (issues.length > 0) throw new Refused(issues)
  return found
}

function hiddenBy(
  suppression: Suppression | undefined,
  measures: ReadonlySet<string>,
  told: ReadonlySet<string>,
): Hidden {
  const key = (...parts: readonly (string | null)[]) => JSON.stringify(parts)
  const figures = new Set(
    (suppression?.hidden ?? []).map(({ question, group, row }) => key(question, group, row)),
  )
  const columns = new Set((suppression?.hidden ?? []).map(({ question, group }) => key(question, group)))
  return {
    figure: (question, group, row) => figures.has(key(question, group, row)),
    any: (question, group) => columns.has(key(question, group)),
    told: (question, group) => told.has(key(question, group)),
    measure: (question, group, label) => measures.has(key(question, group, label)),
  }
}
