import type { DescribedField, DescribedRelease, DescribedTable } from '../8-publish/index.ts'
import { type Engine, identifier, literals } from '../engine/index.ts'
import type { Issue } from '../issues.ts'
import { fault } from './fault.ts'
import { readTable } from './read-table.ts'
import type { ReleaseReader } from './reader.ts'
import { openTidy, type TidyFigure } from './tidy.ts'

const FILE = 'data/tables.csv'

/**
 * Computes percentages and counts anew from the responses, where the release lets one: of questions that are in
 * it, of everybody who answered, unweighted, not hidden. Whose answers a figure counts is told by its base: it is
 * everybody's if it is as large as everybody's. Also: a column of a table has one base, unless its rows are of
 * different people, whose numbers stand beside them; and no value stands beside a status but `u`, low reliability.
 */
export async function checkFigures(
  engine: Engine,
  reader: ReleaseReader,
  release: DescribedRelease,
): Promise<{ readonly figures: number; readonly recomputed: number; readonly issues: readonly Issue[] }> {
  const tidy = await openTidy(engine, reader, release)
  const responses = release.tables.find(({ name }) => name === 'responses')
  if (tidy === undefined) return { figures: 0, recomputed: 0, issues: [] }
  const issues: Issue[] = []
  let recomputed = 0
  for (const table of tidy.tables) {
    const figures = await tidy.of(table)
    if (!isConsistent(figures)) issues.push(fault('figure', FILE, `Table ${table.id} contradicts itself.`))
    const counts =
      responses === undefined ? new Map() : await countsOf(engine, reader, responses, table.title)
    const anew = figures.flatMap((figure) => {
      const expected = recompute(figure, counts)
      return expected === undefined ? [] : [{ figure, expected }]
    })
    recomputed += anew.length
    const wrong = anew.filter(({ figure, expected }) => (figure.value ?? `[${figure.status}]`) !== expected)
    for (const { figure, expected } of wrong) {
      const place = `${figure.population}, ${figure.row}, ${figure.statistic}`
      issues.push(fault('figure', FILE, `Table ${table.id}, ${place}: the responses give ${expected}.`))
    }
  }
  return { figures: tidy.figures, recomputed, issues }
}

function isConsistent(figures: readonly TidyFigure[]): boolean {
  const bases = new Map<string, string | null>()
  const byRow = new Set(
    figures.flatMap(({ population, statistic }) => (statistic === RESPONDENTS ? [population] : [])),
  )
  return figures.every(({ population, statistic, row, base, value, status }) => {
    const place = JSON.stringify([population, byRow.has(population) ? row : statistic])
    const first = bases.get(place)
    bases.set(place, base)
    const isOwn = statistic !== RESPONDENTS || value === null || value === base
    return (first === undefined || first === base) && isOwn && (value === null) === !VALUED.includes(status)
  })
}

/** How many a row is of, where rows differ in that. */
const RESPONDENTS = 'respondents'

/** Statuses beside which a value stands. */
const VALUED = ['', 'u']

interface Counts {
  readonly answered: number
  readonly count: number
}

/** Row of a table -> how many gave that answer, of how many who answered; empty where no field has this wording. */
async function countsOf(
  engine: Engine,
  reader: ReleaseReader,
  responses: DescribedTable,
  title: string,
): Promise<ReadonlyMap<string, Counts>> {
  const relation = readTable(reader, responses)
  const single = responses.fields.find((field) => field.title === title && field.categories.length > 0)
  const options = responses.fields.filter(
    (field) => field.type === 'boolean' && field.title.startsWith(`${title} – `),
  )
  const counted = single === undefined ? options.map((field) => optionOf(field, title)) : answersOf(single)
  if (counted.length === 0) return new Map()
  const sums = counted.flatMap(({ answered, gave }, index) => [
    `(count(*) FILTER (WHERE ${answered}))::INTEGER AS a${index}`,
    `(count(*) FILTER (WHERE ${gave}))::INTEGER AS c${index}`,
  ])
  const [found] = await engine.rows(`SELECT ${sums.join(', ')} FROM ${relation}`)
  return new Map(
    counted.map(({ label }, index) => [
      label,
      { answered: Number(found?.[`a${index}`]), count: Number(found?.[`c${index}`]) },
    ]),
  )
}

const answersOf = ({ name, categories, labels }: DescribedField) => {
  const answered = `${identifier(name)} IN (${literals(categories)})`
  return categories.map((value, index) => ({
    label: labels[index] ?? value,
    answered,
    gave: `${identifier(name)} = ${literals([value])}`,
  }))
}

const optionOf = ({ name, title }: DescribedField, question: string) => ({
  label: title.slice(`${question} – `.length),
  answered: `${identifier(name)} IN ('true', 'false')`,
  gave: `${identifier(name)} = 'true'`,
})

/** The figure as it must read, or its status in square brackets; undefined where it cannot be computed from here. */
function recompute(figure: TidyFigure, counts: ReadonlyMap<string, Counts>): string | undefined {
  const { row, statistic, base, status, value, baseDescription } = figure
  const found = counts.get(row)
  const isPlain = !baseDescription.includes('weighted base') && ['', 'u', 'low'].includes(status)
  if (found === undefined || !isPlain || base !== String(found.answered) || found.answered === 0)
    return undefined
  if (statistic === 'count') return String(found.count)
  if (statistic !== 'percent') return undefined
  const decimals = value?.split('.')[1]?.length ?? 0
  const scale = 10n ** BigInt(decimals)
  const [count, answered] = [BigInt(found.count), BigInt(found.answered)]
  // Half up, in whole numbers: 0.5 added, then cut.
  const rounded = (2n * 100n * scale * count + answered) / (2n * answered)
  if (rounded === 0n && count > 0n) return '[low]'
  const digits = String(rounded).padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
