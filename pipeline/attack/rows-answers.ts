import type { PlannedQuestion, TabulationPlan } from '../disclosure/index.ts'
import { type Engine, identifier, literal, literals } from '../engine/index.ts'
import type { Finding } from './findings.ts'
import { KEYED, type VisibleCondition } from './rows-conditions.ts'
import { columnsOf, groupedBy, inWords, type RowsRead } from './rows-key.ts'

/**
 * Classes that say their answers: fewer than `minimum_base` answered; in a class of fewer than `unanimity_below` rows all who
 * answered gave the same answer, or in a sensitive question all but one, who then knows it of the others; or a class of any size has fewer than `diversity`
 * answers to a sensitive question (Machanavajjhala et al., ICDE 2006). All rows are a class too, by who answered.
 */
export async function answerFindings(
  engine: Engine,
  rules: TabulationPlan['rules'],
  { identifying, questions }: RowsRead,
  conditions: readonly VisibleCondition[],
): Promise<readonly Finding[]> {
  const { unanimity_below, diversity } = rules
  const certain = conditions.filter(({ explained }) => !explained)
  const names = [...identifying, ...certain.map(({ side }) => side)]
  const group = inWords(
    identifying,
    certain.map(({ question }) => question),
  )
  const found: Finding[] = []
  await keepSmall(engine, names, rules)
  const byFew = await answeredByFew(engine, questions, unanimity_below)
  for (const question of questions) {
    const sensitive = question.sensitive === true
    const same = oneAnswer(question, sensitive ? 2 : 1)
    const said = { ...SAID, question: question.id }
    const inClass = await classes(engine, question, SMALL, names, same)
    const inAny =
      sensitive && diversity > 1
        ? await classes(engine, question, KEYED, names, tooFew(question, diversity))
        : undefined
    const inAll = byFew.has(question.id) ? await classes(engine, question, KEYED, [], same) : undefined
    const few = await classes(engine, question, KEYED, names, fewAnswered(rules))
    const base = inClass ?? inAny
    if (base !== undefined) found.push({ ...said, group, base })
    else if (few !== undefined) found.push({ ...said, rule: 'few answers in rows', group, base: few })
    else if (inAll !== undefined) found.push({ ...said, group: 'all rows', base: inAll })
  }
  return found
}

const SAID = { rule: 'same answer in rows', derived: [] } as const
/** Rows of the small classes alone: few, however many responses there are. Smaller ones are findings as they are. */
const SMALL = 'attacked_small'

async function keepSmall(
  engine: Engine,
  names: readonly string[],
  { minimum_class, unanimity_below }: TabulationPlan['rules'],
): Promise<void> {
  const columns = names.map(identifier)
  const equal = columns.map((name) => `k.${name} IS NOT DISTINCT FROM s.${name}`)
  await engine.run(`CREATE OR REPLACE TEMP TABLE ${SMALL} AS SELECT k.* FROM ${KEYED} k JOIN (
    SELECT ${[...columns, 'count(*) AS "#size"'].join(', ')} FROM ${KEYED} ${groupedBy(names)}
    HAVING count(*) >= ${minimum_class} AND count(*) < ${unanimity_below}) s ON ${equal.join(' AND ') || 'true'}`)
}

/** Questions that fewer than so many answered, of all rows. */
async function answeredByFew(
  engine: Engine,
  questions: readonly PlannedQuestion[],
  below: number,
): Promise<ReadonlySet<string>> {
  if (questions.length === 0) return new Set()
  // No more rows are read than settle it.
  const counts = questions.map(
    (question, index) => `(SELECT count(*)::INTEGER FROM (
      SELECT 1 FROM ${KEYED} WHERE ${isAnswered(question)} LIMIT ${below})) AS answered_${index}`,
  )
  const [row] = await engine.rows(`SELECT ${counts.join(', ')}`)
  const few = questions.filter((_, index) => Number(row?.[`answered_${index}`]) < below)
  return new Set(few.map(({ id }) => id))
}

/** SQL: whether any column of a question holds an answer. */
const isAnswered = (question: PlannedQuestion): string =>
  columnsOf(question)
    .map((name) => `${identifier(name)} IN (${literals(question.replies)})`)
    .join(' OR ')

/** How many answered in the classes of which this holds: fewest and most; undefined where there is none. */
async function classes(
  engine: Engine,
  question: PlannedQuestion,
  relation: string,
  names: readonly string[],
  holds: string,
): Promise<Finding['base']> {
  const counts = question.columns.map(
    ({ name, value }, index) =>
      `count(*) FILTER (WHERE ${identifier(name)} = ${literal(value)}) AS gave_${index}`,
  )
  const [row] = await engine.rows(`
    SELECT count(*)::INTEGER AS found, min(answered)::INTEGER AS least, max(answered)::INTEGER AS most
    FROM (SELECT ${['count(*) AS rows', `count(*) FILTER (WHERE ${isAnswered(question)}) AS answered`, ...counts].join(', ')}
      FROM ${relation} ${groupedBy(names)})
    WHERE answered > 0 AND ${holds}`)
  if (Number(row?.['found'] ?? 0) === 0) return undefined
  return { least: Number(row?.['least']), most: Number(row?.['most']) }
}

/** SQL: whether few answered, of a class that is large enough. */
const fewAnswered = ({ minimum_base, minimum_class }: TabulationPlan['rules']): string =>
  `answered < ${minimum_base} AND rows >= ${minimum_class}`

/** SQL: whether fewer than so many of those who answered gave another answer than some of them. */
const oneAnswer = ({ columns }: PlannedQuestion, others: number): string =>
  `(${columns.map((_, index) => `(gave_${index} > 0 AND answered - gave_${index} < ${others})`).join(' OR ')})`

/** SQL: whether there are too few different answers; of ticks, whether all ticked the same. */
const tooFew = (question: PlannedQuestion, diversity: number): string => {
  if (question.rows === 'several') return oneAnswer(question, 1)
  const different = question.columns.map((_, index) => `(gave_${index} > 0)::INTEGER`)
  return `${different.join(' + ')} < ${diversity}`
}
