import { describe, expect, it } from 'vitest'
import { saidBeside, shownTogether } from '../../pipeline/6-protect/together/index.ts'
import type { Figure, ReleasedFigure, Table, TableColumn } from '../../pipeline/artefacts.ts'
import { percent } from '../../pipeline/percent.ts'
import type { RiskModel } from '../../pipeline/policy.ts'
import { plan, question } from '../support/plans.ts'
import { definition as parks } from './package-fixture.ts'

/** A group, its counts of Yes and No, and whether it is hidden; 'No' hides that row alone. */
type Group = readonly [
  values: Readonly<Record<string, string>>,
  counts: readonly [number, number],
  hidden?: true | 'No',
]

const DEFINITION = {
  ...parks,
  variables: ['ward', 'type'].map((id) => ({
    id,
    title: id === 'ward' ? 'Ward' : 'Type',
    values: [],
    groups: [],
  })),
  populations: [{ id: 'all', title: 'All', base: 'everybody' }],
}
const WARDS: readonly Group[] = [
  [{ ward: 'North' }, [30, 20]],
  [{ ward: 'South' }, [15, 25]],
  [{ ward: 'East' }, [12, 8], true],
  [{ ward: 'West' }, [1, 3], true],
]
const ALL: Group = [{}, [58, 56]]

const idOf = (values: Group[0]): string =>
  Object.entries(values)
    .map(([id, value]) => `${id}: ${value}`)
    .join(', ') || 'all'

function columnsOf([values, counts]: Group, title?: string): readonly TableColumn[] {
  const said = Object.entries(values)
    .map(([id, value]) => `${id} ${value}`)
    .join(' and ')
  return (['count', 'percent'] as const).map((statistic) => ({
    population: idOf(values),
    title: title ?? (Object.values(values).join(', ') || 'All'),
    statistic,
    base: counts[0] + counts[1],
    baseDescription: `${said === '' ? 'everybody' : `respondents with ${said}`} who had ward East`,
    decimals: 0,
    group: { populations: said === '' ? ['all'] : [], without: [], values },
  }))
}

/** A table of these groups, as made and as released. */
function tableOf(
  id: string,
  groups: readonly Group[],
  kind: Table<Figure>['kind'],
  titles: readonly string[] = [],
) {
  const columns = groups.flatMap((group, index) => columnsOf(group, titles[index]))
  const rows = ['Yes', 'No', 'Total']
  const cells = (row: number, one: Group) => {
    const [yes, no] = one[1]
    const count = [yes, no, yes + no][row] ?? 0
    const values = [count, percent(count, yes + no, 0)]
    const hidden = one[2] === true || (one[2] === 'No' && row === 1)
    return values.map((value) => ({
      made: { value, count, status: '' } as Figure,
      released: (hidden ? { value: null, status: 'c' } : { value, status: '' }) as ReleasedFigure,
    }))
  }
  const made = rows.map((label, row) => ({ label, cells: groups.flatMap((one) => cells(row, one)) }))
  const table = { id, title: 'Agree', kind, question: 'agree', notes: [] }
  return {
    made: {
      ...table,
      columns,
      rows: made.map((row) => ({ ...row, cells: row.cells.map((one) => one.made) })),
    },
    released: {
      ...table,
      columns: columns.map((column, index) =>
        groups[Math.floor(index / 2)]?.[2] === true ? { ...column, base: null } : column,
      ),
      rows: made.map((row) => ({ ...row, cells: row.cells.map((one) => one.released) })),
    },
  }
}

const RULES: Partial<RiskModel> = { minimum_base: 10, unanimity_below: 20 }

/** The columns that a breakdown gains beside a table of everybody: heading, place, base, figures. */
function gained(
  tables: readonly ReturnType<typeof tableOf>[],
  { rules = RULES, definition = DEFINITION }: { rules?: Partial<RiskModel>; definition?: typeof parks } = {},
) {
  const groups = tables.flatMap(({ made }) =>
    made.columns.flatMap(({ population: id, group }) => (group ? [{ id, ...group }] : [])),
  )
  const planned = plan([question('agree', ['Yes', 'No'])], rules, { groups })
  const [last] = shownTogether(definition, tables, planned).slice(-1)
  const names = new Set(groups.map(({ id }) => id))
  return (last?.released.columns ?? []).flatMap((column, place) =>
    names.has(column.population)
      ? []
      : [
          {
            ...column,
            place,
            figures: last?.released.rows.map(({ cells }) => cells[place]?.value ?? cells[place]?.status),
          },
        ],
  )
}

const main = tableOf('1', [ALL], 'question')

describe('hidden groups shown together', () => {
  it('are one column named after them, of what all leave beside those shown', () => {
    const columns = gained([main, tableOf('1_by_ward', WARDS, 'breakdown')])
    expect(columns).toMatchObject([
      {
        ...{
          population: 'ward: East and West',
          title: 'East and West',
          statistic: 'count',
          base: 24,
          place: 8,
        },
        baseDescription: 'respondents with ward East or West who had ward East',
        group: { values: { ward: ['East', 'West'] } },
        figures: [13, 11, 24],
      },
      { statistic: 'percent', base: 24, place: 9, figures: [54, 46, 100] },
    ])
  })

  it('name those who did not say, who are among them', () => {
    const silent: Group = [{ ward: '[no reply]' }, [5, 4], true]
    const columns = gained([
      tableOf('1', [[{}, [63, 60]]], 'question'),
      tableOf('1_by_ward', [...WARDS, silent], 'breakdown'),
    ])
    expect(columns[0]).toMatchObject({ title: 'East, West and [no reply]', base: 33, figures: [18, 15, 33] })
  })

  it('are not shown where all are not, or one is hidden alone, or a value is called so', () => {
    const hidden: Group = [{}, [58, 56], true]
    expect(gained([tableOf('1', [hidden], 'question'), tableOf('1_by_ward', WARDS, 'breakdown')])).toEqual([])
    expect(gained([tableOf('1_by_ward', WARDS, 'breakdown')])).toEqual([])
    const one = WARDS.map(
      ([values, counts, is]): Group =>
        values['ward'] === 'East' ? [values, counts] : [values, counts, is as true],
    )
    expect(gained([main, tableOf('1_by_ward', one, 'breakdown')])).toEqual([])
    const called: Group = [{ ward: 'East and West' }, [10, 10]]
    expect(
      gained([
        tableOf('1', [[{}, [68, 66]]], 'question'),
        tableOf('1_by_ward', [...WARDS, called], 'breakdown'),
      ]),
    ).toEqual([])
  })

  it('hide a row that is hidden of all, or of any group beside them', () => {
    const some = WARDS.map((one): Group => (one[0]['ward'] === 'South' ? [one[0], one[1], 'No'] : one))
    const [count] = gained([main, tableOf('1_by_ward', some, 'breakdown')])
    expect(count?.figures).toEqual([13, 'c', 24])
    const all: Group = [{}, [58, 56], 'No']
    const [other] = gained([tableOf('1', [all], 'question'), tableOf('1_by_ward', WARDS, 'breakdown')])
    expect(other?.figures).toEqual([13, 'c', 24])
  })

  it('are never few people, nor of one answer, nor of small counts', () => {
    const breakdown = tableOf('1_by_ward', WARDS, 'breakdown')
    expect(gained([main, breakdown], { rules: { minimum_base: 25 } })).toEqual([])
    expect(gained([main, breakdown], { rules: { minimum_base: 24 } })).toHaveLength(2)
    expect(gained([main, breakdown], { rules: { ...RULES, small_counts: 11 } })).toEqual([])
    const alike = WARDS.map(
      ([values, [yes, no], is]): Group => (is ? [values, [yes + no, 0], is] : [values, [yes, no]]),
    )
    const agreed = [tableOf('1', [[{}, [69, 45]]], 'question'), tableOf('1_by_ward', alike, 'breakdown')]
    expect(gained(agreed, { rules: { ...RULES, unanimity_below: 25 } })).toEqual([])
    expect(gained(agreed, { rules: RULES })).toHaveLength(2)
  })

  it('have counts alone where percentages are weighted', () => {
    const weighted = { ...DEFINITION, weighting: { rake: [] } }
    const columns = gained([main, tableOf('1_by_ward', WARDS, 'breakdown')], { definition: weighted })
    expect(columns.map(({ statistic }) => statistic)).toEqual(['count'])
  })

  it('stand beside their own variable where several are side by side', () => {
    const types: readonly Group[] = [
      [{ type: 'A' }, [28, 26]],
      [{ type: 'B' }, [30, 30]],
    ]
    const titles = ['All', 'Ward: North', 'Ward: South', 'Ward: East', 'Ward: West', 'Type: A', 'Type: B']
    const columns = gained([main, tableOf('1_by_ward-type', [ALL, ...WARDS, ...types], 'breakdown', titles)])
    expect(columns.map(({ title, place }) => [title, place])).toEqual([
      ['Ward: East and West', 10],
      ['Ward: East and West', 11],
    ])
  })

  it('by two variables are those of which most can be shown together', () => {
    const wards = tableOf(
      '1_by_ward',
      [
        [{ ward: 'North' }, [30, 30]],
        [{ ward: 'South' }, [30, 30]],
      ],
      'breakdown',
    )
    const types = tableOf(
      '1_by_type',
      [
        [{ type: 'A' }, [30, 30]],
        [{ type: 'B' }, [30, 30]],
      ],
      'breakdown',
    )
    const both = (hidden: readonly string[]) =>
      ['North', 'South'].flatMap((ward) =>
        ['A', 'B'].map(
          (type): Group =>
            hidden.includes(ward + type) ? [{ ward, type }, [15, 15], true] : [{ ward, type }, [15, 15]],
        ),
      )
    const shown = (hidden: readonly string[], tables: readonly ReturnType<typeof tableOf>[]) =>
      gained([main, ...tables, tableOf('1_by_ward_by_type', both(hidden), 'breakdown')]).map(
        ({ title }) => title,
      )
    expect(new Set(shown(['NorthA', 'NorthB'], [wards]))).toEqual(new Set(['North, A and B']))
    expect(new Set(shown(['NorthA', 'SouthA'], [types]))).toEqual(new Set(['North and South, A']))
    expect(shown(['NorthA', 'SouthB'], [wards, types])).toEqual([])
    expect(shown(['NorthA', 'NorthB'], [types])).toEqual([])
  })
})

describe('what is said beside a table of its groups', () => {
  const said = (groups: readonly Group[], all = ALL) => {
    const tables = [tableOf('1', [all], 'question'), tableOf('1_by_ward', groups, 'breakdown')]
    const planned = plan([question('agree', ['Yes', 'No'])], RULES)
    const [last] = shownTogether(DEFINITION, tables, planned).slice(-1)
    return last === undefined ? [] : saidBeside(last).released.notes
  }

  it('is which of how many are hidden, and that they are shown together', () => {
    expect(said(WARDS)).toEqual([
      'Hidden to protect people: 2 of 4 groups (East, West), shown together as one column.',
    ])
    expect(said(WARDS, [{}, [58, 56], true])).toEqual([
      'Hidden to protect people: 2 of 4 groups (East, West).',
    ])
  })

  it('is nothing where all are shown, or single figures hidden', () => {
    expect(said(WARDS.map(([values, counts]): Group => [values, counts]))).toEqual([])
    expect(said(WARDS.map(([values, counts]): Group => [values, counts, 'No']))).toEqual([])
  })

  it('names what is shown together where that is not all of them', () => {
    const types = tableOf('1_by_type', [[{ type: 'A' }, [30, 30]]], 'breakdown')
    const both = tableOf(
      '1_by_ward_by_type',
      [
        [{ ward: 'North', type: 'A' }, [15, 15], true],
        [{ ward: 'South', type: 'A' }, [15, 15], true],
        [{ ward: 'South', type: 'B' }, [15, 15], true],
        [{ ward: 'North', type: 'B' }, [15, 15]],
      ],
      'breakdown',
    )
    const planned = plan([question('agree', ['Yes', 'No'])], RULES)
    const notes = shownTogether(DEFINITION, [main, types, both], planned).map(
      (one) => saidBeside(one).released.notes,
    )
    expect(notes.at(-1)).toEqual([
      'Hidden to protect people: 3 of 4 groups (North, A; South, A; South, B). Shown together as one column: North and South, A.',
    ])
  })

  it('stands behind what is said of the table itself, and before the reasons', () => {
    const { made, released } = tableOf('1_by_ward', WARDS, 'breakdown')
    const noted = { made: { ...made, notes: ['Own.'] }, released: { ...released, notes: ['Own.', 'Why.'] } }
    expect(saidBeside(noted).released.notes).toEqual([
      'Own.',
      'Hidden to protect people: 2 of 4 groups (East, West).',
      'Why.',
    ])
  })
})
