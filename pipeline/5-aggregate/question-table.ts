import type { Figure, Table, TableColumn } from '../artefacts.ts'
import { answerColumns, type Definition, type Population, type Question } from '../definition/index.ts'
import { type Engine, identifier, literal, literals } from '../engine/index.ts'
import { baseDescription } from './base-description.ts'
import { countFigure, percentFigure } from './figure.ts'

/** One population's counts of a question: how many answered, and how many gave each answer. */
interface Counts {
  readonly base: number
  readonly answers: ReadonlyMap<string, number>
  readonly nets: ReadonlyMap<string, number>
}

/** What a column of a question table shows, and the SQL condition of who is in it. */
export interface Group {
  readonly population: Population
  readonly member: string
}

/**
 * A question by groups of respondents. The base is those who answered; not asked, no reply and errors
 * are in no base. Rows: the answers, the nets, and for one choice the total. Percentages are of
 * respondents, also where several answers could be ticked.
 */
export async function questionTable(
  engine: Engine,
  definition: Definition,
  relation: string,
  question: Question,
  groups: readonly Group[],
  tableOf: ReadonlyMap<string, string>,
): Promise<Table<Figure>> {
  const counts = await countGroups(engine, relation, question, groups)
  const columns = groups.flatMap(({ population }, index) =>
    question.statistics.map(
      (statistic): TableColumn => ({
        population: population.id,
        title: population.title,
        statistic,
        base: counts[index]?.base ?? 0,
        baseDescription: baseDescription(definition, population, question, tableOf),
      }),
    ),
  )
  const row = (label: string, of: (one: Counts) => number) => ({
    label,
    cells: counts.flatMap((one) =>
      question.statistics.map((statistic) =>
        statistic === 'count'
          ? countFigure(of(one))
          : percentFigure(of(one), one.base, definition.reporting.decimals),
      ),
    ),
  })
  const total = question.kind === 'multiple' ? [] : [row('Total', ({ base }) => base)]
  return {
    id: tableOf.get(question.id) ?? question.id,
    title: question.text,
    kind: 'question',
    question: question.id,
    columns,
    rows: [
      ...labelsOf(question).map((label) => row(label, ({ answers }) => answers.get(label) ?? 0)),
      ...Object.keys(question.nets).map((net) => row(net, ({ nets }) => nets.get(net) ?? 0)),
      ...total,
    ],
    notes:
      question.kind === 'multiple'
        ? ['More than one answer could be given, so percentages may add to more than 100.']
        : [],
  }
}

const labelsOf = (question: Question): readonly string[] =>
  answerColumns(question).flatMap(({ option, labels }) => (option === undefined ? labels : [option]))

/** Counts a question for every group in one pass over the responses. */
async function countGroups(
  engine: Engine,
  relation: string,
  question: Question,
  groups: readonly Group[],
): Promise<readonly Counts[]> {
  if (groups.length === 0) return []
  const wanted = conditionsOf(question)
  const items = groups.flatMap(({ member }, group) =>
    wanted.map(
      ({ holds }, index) =>
        `(count(*) FILTER (WHERE ${member} AND (${holds})))::INTEGER AS g${group}_${index}`,
    ),
  )
  const [row] = await engine.rows(`SELECT ${items.join(', ')} FROM ${identifier(relation)}`)
  return groups.map((_, group) => {
    const of = (kind: Wanted['kind']) =>
      wanted.flatMap(({ kind: one, label }, index): readonly (readonly [string, number])[] =>
        one === kind ? [[label, Number(row?.[`g${group}_${index}`])]] : [],
      )
    return { base: of('base')[0]?.[1] ?? 0, answers: new Map(of('answer')), nets: new Map(of('net')) }
  })
}

interface Wanted {
  readonly kind: 'base' | 'answer' | 'net'
  readonly label: string
  readonly holds: string
}

/** What is counted of a question, as SQL conditions: who answered, each answer, each net. */
function conditionsOf(question: Question): readonly Wanted[] {
  const columns = answerColumns(question)
  const answers = columns.flatMap(({ name, option, labels }): readonly Wanted[] =>
    option === undefined
      ? labels.map((label) => ({ kind: 'answer', label, holds: `${identifier(name)} = ${literal(label)}` }))
      : [{ kind: 'answer', label: option, holds: `${identifier(name)} = 'true'` }],
  )
  const answered = columns.map(({ name, labels }) => `${identifier(name)} IN (${literals(labels)})`)
  const nets = Object.entries(question.nets).map(([label, members]): Wanted => {
    const parts = answers.filter((answer) => members.includes(answer.label)).map(({ holds }) => `(${holds})`)
    return { kind: 'net', label, holds: parts.join(' OR ') || 'false' }
  })
  return [{ kind: 'base', label: '', holds: answered.join(' OR ') }, ...answers, ...nets]
}
