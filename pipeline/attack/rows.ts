import type { TabulationPlan } from '../disclosure/index.ts'
import type { Engine } from '../engine/index.ts'
import type { Finding } from './findings.ts'
import { answerFindings } from './rows-answers.ts'
import { classFindings } from './rows-classes.ts'
import { visibleConditions } from './rows-conditions.ts'
import { readColumns } from './rows-key.ts'
import { orderFindings } from './rows-order.ts'

/**
 * What the published responses give away by themselves, the first that an intruder looks for: rows in an order
 * of their own, people who stand alone with what others can know of them, and classes of people who all said the
 * same. `relation` holds the responses in the order of their file. Counted anew, by no code that made them.
 */
export async function rowFindings(
  engine: Engine,
  plan: TabulationPlan,
  relation: string,
): Promise<readonly Finding[]> {
  const rows = await readColumns(engine, plan, relation)
  const conditions = await visibleConditions(engine, rows)
  return [
    ...(await orderFindings(engine, rows)),
    ...(await classFindings(engine, plan.rules, rows, conditions)),
    ...(await answerFindings(engine, plan.rules, rows, conditions)),
  ]
}
