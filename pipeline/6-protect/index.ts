/**
 * Protect (GSBPM 6.4). In: tables with their counts, and the finest counts they are summed from. Out:
 * tables as they may be seen, what was refused with its reason, and the plan that says how the tables hang
 * together. Rules work on the counts; only values and statuses leave. Does not belong here: what an
 * intruder makes of the finished release (attack), how a mark is printed (7-package).
 */
import { type Refusal, type ReleasedTables, seal, type Table, type Tables } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { planOf } from '../disclosure/index.ts'
import { Refused } from '../issues.ts'
import { reasons, riskModel } from '../policy.ts'
import { inWorker } from '../solver/index.ts'
import { blankedGroups } from './blanked-groups.ts'
import { type Hidden, isBaseShown, releaseTable, whyHidden } from './release-table.ts'
import { protectionReport } from './report.ts'
import { roundedTables } from './rounding/apply.ts'
import type { roundCounts } from './rounding/round.ts'
import { shownCounts } from './shown-counts.ts'
import type { Suppression } from './suppression/model.ts'
import { needsSuppression, type suppress } from './suppression/suppress.ts'
import { unprotectableIssue } from './unprotectable-issue.ts'

/** Longest that the solver may take: past it the run is refused rather than left unprotected. */
const MOST_SECONDS = 900

/** Throws `Refused` where hiding figures cannot protect what the rules ask to be protected. */
export async function protect(definition: Definition, made: Tables): Promise<ReleasedTables> {
  const model = riskModel(definition.privacy)
  const blanked = new Map(
    made.tables
      .filter(({ kind, of }) => kind === 'breakdown' && of === undefined)
      .map((table) => [table.id, blankedGroups(table, model.minimum_group)] as const),
  )
  const ofTable = ({ id, of }: Table<unknown>) => blanked.get(of ?? id) ?? NONE
  const refusals: Refusal[] = made.tables
    .filter((table) => ofTable(table) === 'all' && table.of === undefined)
    .map(({ id, title }) => ({ table: id, title, reason: reasons(model).group }))
  const kept = made.tables.filter((table) => ofTable(table) !== 'all')
  const groupsOf = (table: Table<unknown>): ReadonlySet<string> => {
    const groups = ofTable(table)
    return groups === 'all' ? NONE : groups
  }
  const rounded = model.rounding > 1 ? await rounding(made) : undefined
  const tables = rounded === undefined ? kept : roundedTables(kept, rounded, model.rounding)
  const shown = shownCounts(
    kept,
    (table, { population, base }) =>
      !groupsOf(table).has(population) && base !== null && isBaseShown(base, model),
  )
  const suppression = await suppressing(made, shown, rounded !== undefined)
  const hidden = hiddenBy(suppression)
  const judged = tables.map((table) => {
    const all = { ...hidden, groups: groupsOf(table) }
    return {
      table: releaseTable(table, all, model),
      why: (column: number, row: string) => whyHidden(table, column, row, all, model),
    }
  })
  const released = judged.map(({ table }) => table)
  const refused = new Set(refusals.map(({ table }) => table))
  return seal<ReleasedTables>({
    tables: released,
    refusals,
    plan: {
      ...planOf(definition, released, made.responses.responses),
      roundedWithin: rounded?.within ?? 0,
    },
    protection: protectionReport(made.tables, judged, refused, model, definition.privacy.groups),
    responses: made.responses,
    ...(suppression === undefined ? {} : { suppression: suppression.report }),
  })
}

const NONE: ReadonlySet<string> = new Set()

async function rounding({ plan, inner }: Tables) {
  const module = new URL('./rounding/round.ts', import.meta.url)
  const rounded = await inWorker<typeof roundCounts>(module, 'roundCounts', { plan, inner }, MOST_SECONDS)
  if (rounded === undefined) throw new Error('rounding took too long')
  return rounded
}

/** Rounded tables hide only what is small: sums of rounded counts give away no count. */
async function suppressing(
  { plan, inner }: Tables,
  shown: ReturnType<typeof shownCounts>,
  isRounded: boolean,
): Promise<Suppression | undefined> {
  const small = plan.rules.small_counts
  if (isRounded) {
    const primary = shown.filter(({ row, count }) => row !== null && count >= 1 && count <= small)
    return {
      hidden: primary,
      unprotectable: [],
      report: { targets: primary.length, primary: primary.length, secondary: 0, optimal: true, rounds: 0 },
    }
  }
  const input = { plan, inner, shown }
  if (!needsSuppression(input)) return undefined
  const module = new URL('./suppression/suppress.ts', import.meta.url)
  const found = await inWorker<typeof suppress>(module, 'suppress', input, MOST_SECONDS)
  if (found === undefined) throw new Error('protecting the tables took too long')
  // What the published responses say by themselves no table can hide: the attack judges whether it matters.
  if (found.unprotectable.length > 0 && plan.rules.microdata === 0)
    throw new Refused(found.unprotectable.map(unprotectableIssue))
  return found
}

function hiddenBy(suppression: Suppression | undefined): Omit<Hidden, 'groups'> {
  const key = (...parts: readonly (string | null)[]) => JSON.stringify(parts)
  const figures = new Set(
    (suppression?.hidden ?? []).map(({ question, group, row }) => key(question, group, row)),
  )
  const columns = new Set((suppression?.hidden ?? []).map(({ question, group }) => key(question, group)))
  return {
    figure: (question, group, row) => figures.has(key(question, group, row)),
    any: (question, group) => columns.has(key(question, group)),
  }
}
