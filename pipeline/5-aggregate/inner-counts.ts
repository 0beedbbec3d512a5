import type { RowClasses } from '../artefacts.ts'
import { type Definition, groupColumn, type Id, populationColumn } from '../definition/index.ts'
import {
  type CellCounts,
  type Crossing,
  type CrossingCell,
  crossingOf,
  type InnerCounts,
  type MeasureCounts,
  MOST_CELLS,
  type PlannedQuestion,
  ROW_CLASS,
  type Span,
  sideVariable,
  spansOf,
  type TabulationPlan,
  wholeSpan,
} from '../disclosure/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import { Refused } from '../issues.ts'
import { answerRows, baseSql, columnsOfQuestion } from './answers.ts'
import { collect, countsSql, peopleIn } from './cell-counts.ts'
import { countMeasures, type Places } from './inner-measures.ts'
import { isToldByFile, SOURCE } from './lacking-files.ts'
import { rowRecords } from './row-records.ts'
import { withSiblings } from './sibling-cells.ts'
import { questionsOfThemes } from './theme-tables.ts'
import { tooManyCells } from './too-many-cells.ts'

/** Up to so many cells everything is told apart at once; else what hangs together by itself is counted by itself. */
const MOST_JOINT_CELLS = 4_000

/** What is told apart, with the columns that say who is on which side. */
interface CountedSpan extends Span {
  readonly columns: ReadonlyMap<Id, string>
}

/** Relations that are made and dropped here. */
const KEYS = 'cell_keys'
const NUMBERED = 'numbered_responses'

/**
 * Counts every question in the cells that responses are in, by everything that tables and published rows tell them apart by.
 * Whole numbers, unweighted; the result has as many cells as there are combinations among the responses. Throws
 * `Refused` where these are too many to be protected, and says which populations to drop.
 */
export async function innerCounts(
  engine: Engine,
  definition: Definition,
  relation: string,
  plan: TabulationPlan,
  classes: RowClasses,
): Promise<readonly InnerCounts[]> {
  const byFile = await isToldByFile(engine, definition, relation, plan)
  const sides = classes.sides.filter(({ questions }) => questions.some((id) => !classes.leftOut.has(id)))
  const columns = new Map(sides.map(({ column, questions }) => [sideVariable(questions), column]))
  const withClass = ({ variables, populations }: Span): CountedSpan => ({
    variables: [
      ...variables,
      ...(byFile && !variables.includes(SOURCE) ? [SOURCE] : []),
      ...columns.keys(),
      ...(classes.count > 0 ? [ROW_CLASS] : []),
    ],
    populations,
    columns,
  })
  const whole = withClass(wholeSpan(plan))
  const joint = (await cellsIn(engine, relation, whole)) <= MOST_JOINT_CELLS
  const counted: InnerCounts[] = []
  for (const span of joint ? [whole] : spansOf(plan).map(withClass)) {
    const cells = await cellsIn(engine, relation, span)
    if (cells > MOST_CELLS) throw new Refused([tooManyCells(definition, span, cells, MOST_CELLS)])
    counted.push(await countSpan(engine, definition, relation, plan, span, joint ? classes : undefined))
  }
  return counted
}

/** What tells the cells of a span apart, as SQL. */
const keysOf = ({ populations, variables, columns }: CountedSpan): readonly string[] => [
  ...populations.map((id) => identifier(populationColumn(id))),
  ...variables.map((id) =>
    id === ROW_CLASS
      ? `coalesce("class", 0)::VARCHAR`
      : `${identifier(columns.get(id) ?? groupColumn(id))}::VARCHAR`,
  ),
]

const namedKeys = (span: CountedSpan): string =>
  ['true AS "#k"', ...keysOf(span).map((sql, index) => `${sql} AS "#k${index}"`)].join(', ')

async function cellsIn(engine: Engine, relation: string, span: CountedSpan): Promise<number> {
  const [row] = await engine.rows(
    `SELECT count(*)::INTEGER AS cells FROM (SELECT DISTINCT ${namedKeys(span)} FROM ${identifier(relation)})`,
  )
  return Number(row?.['cells'])
}

async function countSpan(
  engine: Engine,
  definition: Definition,
  relation: string,
  plan: TabulationPlan,
  span: CountedSpan,
  classes: RowClasses | undefined,
): Promise<InnerCounts> {
  const keys = keysOf(span)
  await engine.run(`CREATE TEMP TABLE ${KEYS} AS SELECT (row_number() OVER () - 1)::INTEGER AS "#cell", *
    FROM (SELECT DISTINCT ${namedKeys(span)} FROM ${identifier(relation)})`)
  const same = keys.map((sql, index) => `${sql} IS NOT DISTINCT FROM "#k${index}"`)
  await engine.run(`CREATE TEMP TABLE ${NUMBERED} AS SELECT "#cell", r.* FROM ${identifier(relation)} r
    JOIN ${KEYS} ON ${same.join(' AND ') || 'true'}`)
  try {
    const { crossing, ...places } = await readCells(engine, plan, span)
    const asked = [...definition.questions, ...questionsOfThemes(definition)]
    const questions = new Map<Id, CellCounts>()
    for (const planned of plan.questions) {
      const question = asked.find(({ id }) => id === planned.id)
      if (question === undefined) throw new Error(`question ${planned.id} is not declared`)
      const rows = answerRows(question)
      const kept = rows.slice(0, planned.answers.length + netsOf(planned))
      const columns = await engine.columns(
        countsSql(NUMBERED, baseSql(question), kept, columnsOfQuestion(question)),
      )
      questions.set(
        planned.id,
        collect(
          columns,
          kept.map(({ label }) => label),
          places,
        ),
      )
    }
    const measures = new Map<Id, readonly MeasureCounts[]>()
    for (const question of definition.questions) {
      const own = await countMeasures(engine, NUMBERED, question, places)
      if (own.length > 0) measures.set(question.id, own)
    }
    const people = await peopleIn(engine, NUMBERED, places)
    if (classes === undefined) return { crossing, people, questions, measures }
    const records = await rowRecords(engine, definition, NUMBERED, plan, classes, places.place)
    return { crossing, people, questions, measures, records }
  } finally {
    await engine.run(`DROP TABLE ${NUMBERED}; DROP TABLE ${KEYS}`)
  }
}

/** Nets that are no sums of answers are counted too. */
const netsOf = ({ rows, nets }: PlannedQuestion): number => (rows === 'one' ? 0 : Object.keys(nets).length)

/** The cells in an order that says nothing of how they were found, and where each number of the engine stands in it. */
async function readCells(
  engine: Engine,
  plan: TabulationPlan,
  span: Span,
): Promise<Places & { readonly crossing: Crossing }> {
  const { populations, variables } = span
  const rows = await engine.rows(`SELECT * FROM ${KEYS}`)
  const found = rows.map((row) => {
    const cell: CrossingCell = {
      populations: populations.filter((_, index) => row[`#k${index}`] === true),
      values: variables.map((_, index) => String(row[`#k${populations.length + index}`] ?? '')),
    }
    return { number: Number(row['#cell']), cell, key: JSON.stringify(cell) }
  })
  // The engine finds them in any order.
  const inOrder = [...found].sort((one, other) => (one.key < other.key ? -1 : 1))
  const cells = withSiblings(
    plan,
    inOrder.map(({ cell }) => cell),
    MOST_CELLS,
  )
  const index = new Map(cells.map((cell, place) => [JSON.stringify(cell), place]))
  return {
    crossing: crossingOf(plan.groups, span, cells),
    place: new Map(found.map(({ number, key }) => [number, index.get(key) ?? 0])),
    size: cells.length,
  }
}
