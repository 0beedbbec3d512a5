import { answerColumns, type Question } from '../../definition/index.ts'
import { type Engine, identifier, literal } from '../../engine/index.ts'
import type { RowLimits } from '../limits.ts'
import type { Placing } from '../placing.ts'

/** Which classes do not show the answers to a question in the end, how many answers that are, and whether none does. */
export interface Closed {
  readonly classes: ReadonlySet<number>
  readonly answers: number
  readonly responses: number
  readonly everywhere: boolean
}

/**
 * Further classes that do not show a question's answers, so that those who are left do not follow from the tables
 * less the rows: at least two classes, `minimumBase` answers, and not all the same. Those with the fewest answers join
 * first; where all would have to, no row shows the question.
 */
export async function closeWithheld(
  engine: Engine,
  { from }: Placing,
  question: Question,
  withheld: ReadonlySet<number>,
  limits: RowLimits,
): Promise<Closed> {
  const columns = answerColumns(question)
  const counted = columns.flatMap(({ name, labels }) =>
    labels.map((label) => `(count(*) FILTER (WHERE r.${identifier(name)} = ${literal(label)}))::INTEGER`),
  )
  const found = await engine.columns(
    `SELECT k."row class", count(*)::INTEGER, ${counted.join(', ')} ${from} GROUP BY ALL ORDER BY k."row class"`,
  )
  let next = 2
  const places = columns.map(({ labels }) => labels.map(() => next++))
  const classes = (found[0] ?? []).map((one, row): ClassAnswers => {
    const counts = places.map((own) => own.map((column) => Number(found[column]?.[row])))
    return { number: Number(one), rows: Number(found[1]?.[row]), counts, answers: answered(counts) }
  })
  const chosen = classes.filter(({ number }) => withheld.has(number))
  const others = classes
    .filter(({ number, answers }) => !withheld.has(number) && answers > 0)
    .sort((a, b) => a.answers - b.answers || a.number - b.number)
  while (others.length > 0 && betrays(question, chosen, limits)) {
    const smallest = others.shift()
    if (smallest !== undefined) chosen.push(smallest)
  }
  const everywhere = others.length === 0
  const lost = everywhere ? classes : chosen
  return {
    classes: new Set(chosen.map(({ number }) => number)),
    answers: lost.reduce((sum, { answers }) => sum + answers, 0),
    responses: lost.reduce((sum, { rows }) => sum + rows, 0),
    everywhere,
  }
}

interface ClassAnswers {
  readonly number: number
  readonly rows: number
  /** Column -> label -> how many. */
  readonly counts: readonly (readonly number[])[]
  readonly answers: number
}

/** The most that any column counts: how many answered. */
const answered = (counts: readonly (readonly number[])[]): number =>
  Math.max(0, ...counts.map((own) => own.reduce((sum, one) => sum + one, 0)))

/** Whether what these classes said follows, or would say too much. */
function betrays(question: Question, classes: readonly ClassAnswers[], limits: RowLimits): boolean {
  const sums = answerColumns(question).map(({ labels }, column) =>
    labels.map((_, label) => classes.reduce((sum, { counts }) => sum + (counts[column]?.[label] ?? 0), 0)),
  )
  const answers = answered(sums)
  if (answers === 0) return false
  const givers = classes.filter((one) => one.answers > 0).length
  if (givers < 2 || answers < limits.minimumBase) return true
  const margin = question.sensitive ? 2 : 1
  const isSmall = question.sensitive || answers < limits.unanimityBelow
  return answerColumns(question).some(({ kind }, column) => {
    const own = sums[column] ?? []
    const leading = kind === 'ticked' ? (own[0] ?? 0) : Math.max(...own)
    return isSmall && leading > 0 && own.reduce((sum, one) => sum + one, 0) - leading < margin
  })
}
