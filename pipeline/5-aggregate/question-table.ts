import type { Figure, Table, TableColumn } from '../artefacts.ts'
import { answerColumns, type Definition, type Population, type Question } from '../definition/index.ts'
import { type Engine, identifier, literals } from '../engine/index.ts'
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
  const counts: Counts[] = []
  for (const group of groups) counts.push(await count(engine, relation, question, group.member))
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

async function count(engine: Engine, relation: string, question: Question, member: string): Promise<Counts> {
  const columns = answerColumns(question)
  const cells = columns.flatMap(({ name, option, labels }) =>
    option === undefined
      ? labels.map((label) => ({ label, holds: `${identifier(name)} = ${literals([label])}` }))
      : [{ label: option, holds: `${identifier(name)} = 'true'` }],
  )
  const answered = columns
    .map(({ name, labels }) => `${identifier(name)} IN (${literals(labels)})`)
    .join(' OR ')
  const nets = Object.entries(question.nets).map(([label, members]) => ({
    label,
    holds:
      cells
        .filter((cell) => members.includes(cell.label))
        .map(({ holds }) => `(${holds})`)
        .join(' OR ') || 'false',
  }))
  const filter = (holds: string, name: string) => `(count(*) FILTER (WHERE ${holds}))::INTEGER AS ${name}`
  const [row] = await engine.rows(
    `SELECT ${[
      filter(answered, 'base'),
      ...cells.map(({ holds }, index) => filter(holds, `a${index}`)),
      ...nets.map(({ holds }, index) => filter(holds, `n${index}`)),
    ].join(', ')} FROM ${identifier(relation)} WHERE ${member}`,
  )
  return {
    base: Number(row?.['base']),
    answers: new Map(cells.map(({ label }, index) => [label, Number(row?.[`a${index}`])])),
    nets: new Map(nets.map(({ label }, index) => [label, Number(row?.[`n${index}`])])),
  }
}
