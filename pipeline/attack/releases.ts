import type { TabulationPlan } from '../disclosure/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import { countsOfPercent } from './figure-bounds.ts'
import type { Finding } from './findings.ts'
import type { PublishedFigure } from './published.ts'
import { loadMicrodata, type PublishedFolder, readPlan, readTables } from './read-release.ts'

/**
 * What two releases give away together: the answers of the few by whom they differ. Responses are
 * compared as a whole, whatever their order and numbers; bases group by group. Differencing is the oldest attack on tables
 * (Handbook on Statistical Disclosure Control, 2nd ed., 5.2), and suppression in either release does not stop it.
 */
export async function compareReleases(
  engine: Engine,
  before: PublishedFolder,
  after: PublishedFolder,
  plan: TabulationPlan,
): Promise<readonly Finding[]> {
  const fewest = plan.rules.release_difference
  if (fewest <= 1) return []
  const earlier = await readPlan(before)
  const older = await loadMicrodata(engine, before, 'attacked_before', earlier)
  const newer = await loadMicrodata(engine, after, 'attacked_after', plan)
  const records =
    older === undefined || newer === undefined
      ? []
      : await differingRecords(engine, older, newer, [earlier, plan])
  const bases = differingBases(earlier, plan, await readTables(before), await readTables(after))
  return [...records, ...bases]
    .filter(({ people }) => people > 0 && people < fewest)
    .map(({ people, group }) => ({
      rule: 'releases differ',
      group: `${group}, between ${before.name} and ${after.name}`,
      base: { least: people, most: people },
      derived: [],
    }))
}

interface Difference {
  readonly group: string
  readonly people: number
}

/** How many responses are in one release only, by the answers that both have. */
async function differingRecords(
  engine: Engine,
  older: string,
  newer: string,
  plans: readonly [TabulationPlan, TabulationPlan],
): Promise<readonly Difference[]> {
  const [before, after] = plans.map(
    ({ questions }) => new Set(questions.flatMap(({ columns }) => columns.map(({ name }) => name))),
  )
  const common = [...(before ?? [])].filter((name) => after?.has(name))
  if (common.length === 0) return []
  const columns = common.map((name) => `${identifier(name)}::VARCHAR`).join(', ')
  const only = (one: string, other: string) =>
    `(SELECT count(*) FROM (SELECT ${columns} FROM ${one} EXCEPT ALL SELECT ${columns} FROM ${other}))::INTEGER`
  const [row] = await engine.rows(`SELECT ${only(newer, older)} AS added, ${only(older, newer)} AS removed`)
  return [
    { group: 'responses that only the newer has', people: Number(row?.['added']) },
    { group: 'responses that only the older has', people: Number(row?.['removed']) },
  ]
}

/**
 * By how many people a group differs: its largest base, and where no base does, the answers to any question of
 * one choice, where both releases show them exactly. One who changed his answer leaves every base as it was.
 */
function differingBases(
  earlier: TabulationPlan,
  plan: TabulationPlan,
  before: readonly PublishedFigure[],
  after: readonly PublishedFigure[],
): readonly Difference[] {
  if (earlier.roundedWithin > 0 || plan.roundedWithin > 0) return []
  const [older, newer] = [shownBy(earlier, before), shownBy(plan, after)]
  const people = new Map<string, number>()
  for (const [key, { group, base, counts }] of newer) {
    const was = older.get(key)
    if (was === undefined) continue
    const changes = [...counts].map(([row, count]) => count - (was.counts.get(row) ?? count))
    const sum = (sign: 1 | -1) => changes.reduce((all, one) => all + Math.max(0, sign * one), 0)
    const differing = Math.max(Math.abs(base - was.base), sum(1), sum(-1))
    people.set(group, Math.max(people.get(group) ?? 0, differing))
  }
  return [...people].map(([group, difference]) => ({ group, people: difference }))
}

interface Shown {
  readonly group: string
  readonly base: number
  /** Row -> how many gave this answer; of questions of one choice, and unweighted, only. */
  readonly counts: Map<string, number>
}

/** What a release shows of each question and group. */
function shownBy(plan: TabulationPlan, figures: readonly PublishedFigure[]): ReadonlyMap<string, Shown> {
  const questions = new Map(
    plan.tables.flatMap(({ id, question, of }) => {
      const planned = plan.questions.find((one) => one.id === question)
      return planned === undefined ? [] : [[id, { planned, of }] as const]
    }),
  )
  const shown = new Map<string, Shown>()
  for (const { table, population: group, base, row, statistic, value } of figures) {
    const question = questions.get(table)
    if (question === undefined || base === '') continue
    const { planned, of } = question
    const key = JSON.stringify([planned.id, group])
    const one = shown.get(key) ?? { group, base: Number(base), counts: new Map() }
    shown.set(key, one)
    if (of !== 'answers' || planned.rows !== 'one' || planned.weighted || !planned.answers.includes(row))
      continue
    const range = value === '' ? undefined : exactCount(statistic, value, Number(base))
    if (range !== undefined) one.counts.set(row, range)
  }
  return shown
}

/** The one count that a figure stands for; undefined where there are several, or none. */
function exactCount(statistic: string, value: string, base: number): number | undefined {
  if (statistic === 'count') return Number(value)
  if (statistic !== 'percent') return undefined
  const { least, most } = countsOfPercent(value, base)
  return least === most ? least : undefined
}
