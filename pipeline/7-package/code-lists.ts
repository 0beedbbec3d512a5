import type { Field, ReleasedFigure, Table } from '../artefacts.ts'
import type { Definition } from '../definition/index.ts'
import { toCsv } from './csv.ts'
import { statisticMeaning } from './headings.ts'
import { STATUS_MEANINGS, STATUSES } from './marks.ts'
import { unusedName } from './names.ts'

/** What may stand in a column, in order: a table of its own that others refer to. */
export interface CodeList {
  readonly name: string
  readonly path: string
  readonly title: string
  /** Whether the order says something: a scale. */
  readonly ordered: boolean
  readonly codes: readonly { readonly value: string; readonly meaning?: string }[]
  /** Columns of the responses that hold these values. */
  readonly fields: readonly string[]
  /** Column of `data/tables.csv` that does. */
  readonly column?: 'table' | 'population' | 'statistic' | 'status'
}

/** Every code list of a release: one for each set of answers, and those of the columns of the tables. */
export function codeLists(
  definition: Definition,
  fields: readonly Field[],
  tables: readonly Table<ReleasedFigure>[],
): readonly CodeList[] {
  const taken = new Set<string>()
  return [...answerLists(fields), ...tableLists(definition, tables)].map((list) => {
    const name = unusedName(list.name, taken)
    taken.add(name)
    return { ...list, name, path: `data/codes/${name}.csv` }
  })
}

type Unnamed = Omit<CodeList, 'path'>

/** Columns with the same answers in the same order share a list, which has the name of the first. */
function answerLists(fields: readonly Field[]): readonly Unnamed[] {
  const alike = new Map<string, Field[]>()
  for (const field of fields.filter(({ type, categories }) => type === 'string' && categories.length > 0)) {
    const key = JSON.stringify([field.ordered, field.categories, field.merged])
    alike.set(key, [...(alike.get(key) ?? []), field])
  }
  return [...alike.values()].flatMap((group): readonly Unnamed[] => {
    const [first] = group
    if (first === undefined) return []
    const names = group.map(({ name }) => name)
    return [
      {
        name: first.name,
        title: group.length === 1 ? `Values of ${first.name}` : `Values of ${names.join(', ')}`,
        ordered: first.ordered,
        codes: first.categories.map((value) => ({ value, ...meaningOf(first, value) })),
        fields: names,
      },
    ]
  })
}

/** What a merged value stands for, in a list that has any. */
function meaningOf({ merged }: Field, value: string): { readonly meaning?: string } {
  if (merged === undefined) return {}
  const found = merged.find(({ label }) => label === value)
  return { meaning: found === undefined ? value : `Stands for ${found.standsFor.join(', ')}` }
}

function tableLists(definition: Definition, tables: readonly Table<ReleasedFigure>[]): readonly Unnamed[] {
  const columns = tables.flatMap((table) => table.columns.map((column) => ({ table, column })))
  const list = (
    column: NonNullable<CodeList['column']>,
    title: string,
    codes: readonly (readonly [string, string])[],
  ): readonly Unnamed[] => {
    const first = new Map([...codes].reverse())
    const inOrder = [...new Set(codes.map(([value]) => value))]
    if (inOrder.length === 0) return []
    return [
      {
        name: `${column === 'status' ? 'statuse' : column}s`,
        title,
        ordered: false,
        codes: inOrder.map((value) => ({ value, meaning: first.get(value) ?? '' })),
        fields: [],
        column,
      },
    ]
  }
  return [
    ...list(
      'table',
      'Tables, by number',
      tables.map(({ id, title }) => [id, title]),
    ),
    ...list(
      'population',
      'Who is counted',
      columns.map(({ table, column: { population, title } }) => [
        population,
        populationMeaning(definition, table, population, title),
      ]),
    ),
    ...list(
      'statistic',
      'What a value is',
      columns.map(({ column: { statistic, title } }) => [
        statistic,
        RATES[statistic] ?? statisticMeaning(statistic) ?? title,
      ]),
    ),
    ...list(
      'status',
      'Why a value is blank, or to be read with care',
      STATUSES.map((status) => [status, STATUS_MEANINGS[status]]),
    ),
  ]
}

/** Columns of response rates, whose own titles name what is counted and so differ from table to table. */
const RATES: Readonly<Record<string, string>> = {
  responded: 'how many responded',
  in_frame: 'how many there are',
  response_rate_percent: 'responded of how many there are, per cent',
}

function populationMeaning(
  { populations, frame }: Definition,
  { kind }: Table<ReleasedFigure>,
  id: string,
  title: string,
): string {
  const base = populations.find((population) => population.id === id)?.base
  if (base !== undefined) return base
  if (kind !== 'response rate') return title
  return id === 'people' ? 'people invited' : `all ${frame?.unit.many ?? id}`
}

/** A code list as CSV: its order, its values and, where they do not say it themselves, what they mean. */
export function codesCsv({ codes }: CodeList): string {
  const told = codes.some(({ meaning }) => meaning !== undefined)
  return toCsv(
    ['position', 'value', ...(told ? ['meaning'] : [])],
    codes.map(({ value, meaning = '' }, index) => [String(index + 1), value, ...(told ? [meaning] : [])]),
  )
}
