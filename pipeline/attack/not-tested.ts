import { crossingsOf, type TabulationPlan } from '../disclosure/index.ts'
import type { Engine } from '../engine/index.ts'
import { grouped } from '../grouped.ts'
import type { NotTested } from '../not-tested.ts'
import { MOST_WAYS, waysBeyond } from './how-far.ts'
import { judgedBy } from './judged-by.ts'
import { countRecords, joinsPopulations, MOST_RECORDS } from './load-records.ts'
import { type PublishedFolder, readPlan } from './read-release.ts'

/**
 * What an attack on this release leaves out, rule by rule. Told by the same conditions by which it is left out, and of
 * what is published alone, so that a release can say it of itself before it is attacked. `relation` holds its
 * responses, where it has any. Throws `Refused` where an earlier release cannot be read.
 */
export async function notTestedOf(
  engine: Engine,
  published: TabulationPlan,
  relation: string | undefined,
  earlier: readonly PublishedFolder[],
): Promise<readonly NotTested[]> {
  const plan = judgedBy(published)
  return [
    ...notWithAnswers(plan),
    ...(relation === undefined ? [] : await notJoined(engine, plan, relation)),
    ...(await notCompared(plan, earlier)),
  ]
}

function notWithAnswers(plan: TabulationPlan): readonly NotTested[] {
  const ways = waysBeyond(plan.rules, crossingsOf(plan))
  if (ways === undefined || plan.rules.minimum_base <= 1) return []
  const what = 'groups whose size no figure tells were looked at without the answers of others'
  const why = `${grouped(ways)} ways to tell people apart, at most ${grouped(MOST_WAYS)} are tried with all answers`
  return [{ rule: 'minimum_base', what, why }]
}

async function notJoined(
  engine: Engine,
  plan: TabulationPlan,
  relation: string,
): Promise<readonly NotTested[]> {
  if (!joinsPopulations(plan)) return []
  const { distinct, atLeast } = await countRecords(engine, plan, relation)
  if (distinct <= MOST_RECORDS) return []
  const how = `${atLeast ? 'at least ' : ''}${grouped(distinct)} distinct`
  const why = `${how}, at most ${grouped(MOST_RECORDS)} are tried`
  return [{ rule: 'linked_class', what: 'records were not joined', why }]
}

/** Rounded bases say of two releases that they are alike where they are not. */
async function notCompared(
  plan: TabulationPlan,
  earlier: readonly PublishedFolder[],
): Promise<readonly NotTested[]> {
  if (plan.rules.release_difference <= 1) return []
  const rounded: string[] = []
  for (const release of earlier) {
    if (plan.roundedWithin > 0 || (await readPlan(release)).roundedWithin > 0) rounded.push(release.name)
  }
  if (rounded.length === 0) return []
  const what = `bases were not compared with those of ${rounded.join(', ')}`
  return [{ rule: 'release_difference', what, why: 'counts are rounded' }]
}
