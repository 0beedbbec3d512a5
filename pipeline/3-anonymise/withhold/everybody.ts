import { answerColumns, type Question } from '../../definition/index.ts'
import type { Engine } from '../../engine/index.ts'
import type { RowLimits } from '../limits.ts'
import type { Placing } from '../placing.ts'
import { countsOf } from './told.ts'

/**
 * Questions of which rows as a whole would show what few people said: fewer than a base may be answered, or fewer than
 * `unanimityBelow` did, and all of them alike (of a sensitive question but one). Everybody who answered is a group too.
 */
export async function toldByEverybody(
  engine: Engine,
  { from }: Placing,
  questions: readonly Question[],
  { minimumBase, unanimityBelow }: RowLimits,
): Promise<readonly Question[]> {
  if (questions.length === 0) return []
  const columns = await engine.columns(
    `SELECT ${questions.flatMap((question) => countsOf(question)).join(', ')} FROM (SELECT r.* ${from})`,
  )
  const counts = columns.map(([count]) => Number(count ?? 0))
  let next = 0
  return questions.filter((question) => {
    const margin = question.sensitive ? 2 : 1
    let answered = 0
    let told = false
    for (const { labels, kind } of answerColumns(question)) {
      const own = counts.slice(next, next + labels.length)
      next += labels.length
      const all = own.reduce((sum, one) => sum + one, 0)
      // Not to have a tick says little.
      const leading = kind === 'ticked' ? (own[0] ?? 0) : Math.max(0, ...own)
      answered = Math.max(answered, all)
      told ||= leading > 0 && all < unanimityBelow && all - leading < margin
    }
    return answered > 0 && (told || answered < minimumBase)
  })
}
