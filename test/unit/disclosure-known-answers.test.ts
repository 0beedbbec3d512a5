import { beforeAll, describe, expect, it } from 'vitest'
import { suppress } from '../../pipeline/6-protect/suppression/suppress.ts'
import { derive } from '../../pipeline/attack/derive.ts'
import { crossingOf, intervals, wholeSpan } from '../../pipeline/disclosure/index.ts'
import { type LinearModel, loadSolver, type Solver } from '../../pipeline/solver/index.ts'
import { knownAnswers } from '../support/known-answers.ts'
import { EVERYBODY, groupOf, plan, printed, question } from '../support/plans.ts'
import { NO_ROWS } from '../support/world-counts.ts'

const known = knownAnswers()
const published = known as NonNullable<typeof known>
let solver: Solver

beforeAll(async () => {
  solver = await loadSolver()
})

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

/** A two-way table of which all margins and the cells that are not hidden are known. */
function twoWay(
  rows: readonly (readonly number[])[],
  isHidden: (row: number, column: number) => boolean,
): LinearModel {
  const width = rows[0]?.length ?? 0
  const place = (row: number, column: number) => row * width + column
  const total = sum(rows.map(sum))
  return {
    columns: rows.flatMap((counts, row) =>
      counts.map((count, column) =>
        isHidden(row, column)
          ? { lower: 0, upper: total, integer: true }
          : { lower: count, upper: count, integer: true },
      ),
    ),
    rows: [
      ...rows.map((counts, row) => ({
        lower: sum(counts),
        upper: sum(counts),
        terms: counts.map((_, column) => [place(row, column), 1] as const),
      })),
      ...Array.from({ length: width }, (_, column) => {
        const of = sum(rows.map((counts) => counts[column] ?? 0))
        return { lower: of, upper: of, terms: rows.map((__, row) => [place(row, column), 1] as const) }
      }),
    ],
  }
}

const ends = (model: LinearModel, columns: readonly number[]) =>
  intervals(
    solver,
    model,
    columns.map((column) => [[column, 1]]),
  )?.map(({ least, most }) => [least, most])

describe.skipIf(known === undefined)('a table of four by four with its margins (sdcTable)', () => {
  const { inner, cols, primary, ...answers } = published?.sdctable_4x4 ?? { inner: {}, cols: [], primary: [] }
  const names = Object.keys(inner)
  const at = (cell: string) => {
    const [row = '', column = ''] = cell.split('|')
    return names.indexOf(row) * cols.length + cols.indexOf(column)
  }
  const hiding = (...cells: readonly string[]) => {
    const hidden = new Set(cells.map(at))
    return twoWay(Object.values(inner), (row, column) => hidden.has(row * cols.length + column))
  }

  it('leaves each hidden cell the published interval, and one of them none', () => {
    const before = answers as (typeof published)['sdctable_4x4']
    const cells = Object.keys(before.intervals_before)
    expect(cells).toEqual(primary)
    expect(ends(hiding(...primary), cells.map(at))).toEqual(Object.values(before.intervals_before))
    expect(ends(hiding(...primary), [at('w|b')])).toEqual([[47, 47]])
  })

  it('leaves it the published interval once one more is hidden', () => {
    const before = answers as (typeof published)['sdctable_4x4']
    const added = {
      'x|d': before['after_adding_x|d']['w|b'],
      ...before['other_single_additions_w|b'],
    }
    for (const [cell, interval] of Object.entries(added)) {
      expect(ends(hiding(...primary, cell), [at('w|b')]), cell).toEqual([interval])
    }
  })
})

describe.skipIf(known === undefined)('two tables that share cells (sdcTable)', () => {
  const { units, table1, table2 } = published?.sdctable_linked ?? { units: {}, table1: {}, table2: {} }
  const people = sum(Object.values(units))
  const unit = question('unit', Object.keys(units), { nets: { ...table1, ...table2 } })
  const planned = plan([unit], { small_counts: 3 })
  const totals = { ...table1, ...table2 }
  const totalOf = (name: string) => sum((totals[name] ?? []).map((one) => units[one] ?? 0))
  const counts = {
    ...units,
    ...Object.fromEntries(Object.keys(totals).map((name) => [name, totalOf(name)])),
  }
  const hiding = (hidden: readonly string[], nets = Object.keys(totals)) =>
    printed(
      'unit',
      'all',
      Object.fromEntries(
        Object.entries(counts)
          .filter(([row]) => row in units || nets.includes(row))
          .map(([row, count]) => [row, hidden.includes(row) ? '[c]' : count]),
      ),
      people,
    )
  const primary = Object.keys(units).filter((one) => (units[one] ?? 0) <= 3)
  const found = (hidden: readonly string[], nets?: readonly string[]) =>
    derive(solver, { plan: planned, figures: hiding(hidden, nets as string[]), counts: [] }).findings

  it('are each safe alone, and together give one cell away', () => {
    expect(found(primary, Object.keys(table1))).toEqual([])
    expect(found(primary, Object.keys(table2))).toEqual([])
    const [finding, ...others] = found(primary)
    expect(others).toEqual([])
    expect(finding).toMatchObject({ rule: 'small count', derived: [{ row: 'K', least: 3, most: 3 }] })
  })

  it('are safe once one cell more is hidden, and that is what the protector hides', () => {
    expect(found([...primary, 'N'])).toEqual([])
    const shown = [
      { question: 'unit', group: 'all', row: null, count: people },
      ...Object.entries(counts).map(([row, count]) => ({ question: 'unit', group: 'all', row, count })),
    ]
    const rows = new Map(Object.entries(units).map(([row, count]) => [row, [count]]))
    const crossing = crossingOf(planned.groups, wholeSpan(planned), [{ populations: [], values: [] }])
    const questions = new Map([['unit', { base: [people], rows }]])
    const inner = [{ crossing, people: [people], measures: new Map(), questions }]
    const { hidden, unprotectable, report } = suppress(solver, { plan: planned, inner, shown, ...NO_ROWS })
    expect(unprotectable).toEqual([])
    expect(hidden.map(({ row }) => row).sort()).toEqual([...primary, 'N'].sort())
    expect(report).toMatchObject({ primary: 5, secondary: 1, optimal: true })
  })
})

describe.skipIf(known === undefined)('the worked examples of the Handbook', () => {
  const { handbook } = published ?? {}

  it('bounds what margins leave of a small table (example 3 of chapter 4)', () => {
    const { rows, ...answers } = handbook.example3_feasibility
    const margins = rows.slice(0, -1).map((row) => Number(row.at(-1)))
    const [totals = []] = rows.slice(-1)
    const place = (row: number, column: number) => 2 * row + column
    const model: LinearModel = {
      columns: rows.slice(0, -1).flatMap((row) =>
        row.slice(0, -1).map((cell) => ({
          lower: cell === '?' ? 0 : cell,
          upper: cell === '?' ? Number(totals.at(-1)) : cell,
          integer: true,
        })),
      ),
      rows: [
        ...margins.map((of, row) => ({
          lower: of,
          upper: of,
          terms: [0, 1].map((column) => [place(row, column), 1] as const),
        })),
        ...[0, 1].map((column) => ({
          lower: Number(totals[column]),
          upper: Number(totals[column]),
          terms: margins.map((_, row) => [place(row, column), 1] as const),
        })),
      ],
    }
    const { X11, X12, X21, X22 } = answers
    expect(ends(model, [0, 1, 2, 3])).toEqual([X11, X12, X21, X22])
  })

  it('subtracts an area from a larger one (geographical differencing)', () => {
    const { area_1991, area_2001, difference } = handbook.geographical_differencing
    const cells = difference.flatMap((row, first) => row.map((_, second) => `${first}|${second}`))
    const counts = (area: readonly (readonly number[])[]) =>
      Object.fromEntries(area.flat().map((count, index) => [cells[index] ?? '', count]))
    const planned = plan([question('cell', cells)], { minimum_base: 10, values_left: 3 }, AREAS)
    const { findings } = derive(solver, {
      plan: planned,
      figures: [
        ...printed('cell', 'area_1991', counts(area_1991), sum(area_1991.flat())),
        ...printed('cell', 'area_2001', counts(area_2001), sum(area_2001.flat())),
      ],
      counts: [],
    })
    const derived = difference
      .flat()
      .flatMap((count, index) => (count === 0 ? [] : [{ row: cells[index], least: count, most: count }]))
    expect(findings).toMatchObject([
      {
        rule: 'small group',
        group: 'area_1991 without area_2001',
        base: { least: sum(difference.flat()), most: sum(difference.flat()) },
        derived,
      },
    ])
  })

  it('subtracts one banding of ages from another (sub-population differencing)', () => {
    const { bands1, male1, bands2, male2, derived } = handbook.subpopulation_differencing
    const [name = '', least = 0] = Object.entries(derived)[0] ?? []
    const age = question('age', ['<20', '20-24', '25-39', '40-59', '60-69', '70+'], {
      nets: { '20-39': ['20-24', '25-39'], '<25': ['<20', '20-24'] },
    })
    const counts = (bands: readonly string[], male: readonly number[]) =>
      Object.fromEntries(bands.map((band, index) => [band, male[index] ?? 0]))
    const tables = ['one', 'two'].map((id) => ({ id, question: 'age', of: 'answers' as const }))
    const attack = (figures: ReturnType<typeof printed>) =>
      derive(solver, { plan: plan([age], { small_counts: 3 }, { tables }), figures, counts: [] }).findings
    const one = printed('one', 'all', counts(bands1, male1), sum(male1))
    const two = printed('two', 'all', counts(bands2, male2), sum(male2))
    expect(attack(one)).toEqual([])
    expect(attack(two)).toEqual([])
    expect(attack([...one, ...two])).toMatchObject([
      { rule: 'small count', derived: [{ row: name.replace('male ', ''), least, most: least }] },
    ])
  })

  it('puts tables of people who live and who work in a place side by side (linking)', () => {
    // The Handbook's tables are not among the reference data, only what follows from them: these are ours.
    const [least = 0] = Object.values(handbook.linking.derived)
    const sexes = question('sex', ['Male', 'Female'])
    const planned = plan([sexes], { minimum_base: 10, values_left: 3 }, LIVE_AND_WORK)
    const { findings } = derive(solver, {
      plan: planned,
      figures: [
        ...printed('sex', 'all', { Male: 60, Female: 40 }, 100),
        ...printed('sex', 'live_here', { Male: 35, Female: 21 }, 56),
        ...printed('sex', 'live_or_work_here', { Male: 49, Female: 31 }, 80),
        ...printed('sex', 'work_here', { Male: 20, Female: 11 }, 31),
      ],
      counts: [],
    })
    expect(findings.map(({ group }) => group)).toContain('both live_here and work_here')
    expect(findings.find(({ group }) => group === 'both live_here and work_here')?.derived).toContainEqual({
      row: 'Female',
      least,
      most: least,
    })
  })
})

const AREAS = {
  populations: [
    { id: 'area_1991', where: { area: { how: 'any' as const, labels: ['core', 'fringe'] } } },
    { id: 'area_2001', where: { area: { how: 'any' as const, labels: ['core'] } } },
  ],
  groups: [groupOf('area_1991'), groupOf('area_2001')],
  variables: [{ id: 'area', values: ['core', 'fringe', 'elsewhere'] }],
}

const LIVE_AND_WORK = {
  populations: [
    { id: 'live_here', where: { place: { how: 'any' as const, labels: ['live', 'both'] } } },
    { id: 'live_or_work_here', where: { place: { how: 'any' as const, labels: ['live', 'both', 'work'] } } },
    { id: 'work_here', where: { place: { how: 'any' as const, labels: ['work', 'both'] } } },
  ],
  groups: [EVERYBODY, groupOf('live_here'), groupOf('live_or_work_here'), groupOf('work_here')],
  variables: [{ id: 'place', values: ['live', 'work', 'both', 'neither'] }],
}

describe.skipIf(known === undefined)('the worked examples of OpenSAFELY', () => {
  const { opensafely } = published ?? {}

  it('gives a hidden count away by its exact total, and not where all is rounded', () => {
    const { hd, published_hd, totals } = opensafely.redact_round
    const place = published_hd.findIndex((one) => typeof one === 'string')
    const model = (spread: number, figures: readonly (number | string)[], total: number): LinearModel => ({
      columns: [
        ...figures.map((figure) =>
          typeof figure === 'string'
            ? { lower: 1, upper: 7, integer: true }
            : { lower: figure - spread, upper: figure + spread, integer: true },
        ),
        { lower: total - spread, upper: total + spread, integer: true },
      ],
      rows: [
        {
          lower: 0,
          upper: 0,
          terms: [...figures.map((_, index) => [index, 1] as const), [figures.length, -1] as const],
        },
      ],
    })
    const exact = hd.map((count, index) => (index === place ? '' : count))
    expect(ends(model(0, exact, sum(hd)), [place])).toEqual([[hd[place], hd[place]]])
    expect(ends(model(2, published_hd, totals[1]), [place])).toEqual([[1, 7]])
  })

  it('subtracts men from everybody (differencing)', () => {
    const { total, male, derived_female_21_30: women } = opensafely.differencing
    const rows = ['no', 'yes']
    const counts = (list: readonly number[]) =>
      Object.fromEntries(rows.map((row, index) => [row, list[index] ?? 0]))
    const sexes = {
      populations: [{ id: 'male', where: { sex: { how: 'any' as const, labels: ['male'] } } }],
      groups: [EVERYBODY, groupOf('male')],
      variables: [{ id: 'sex', values: ['male', 'female'] }],
    }
    const { findings } = derive(solver, {
      plan: plan([question('disease', rows)], { minimum_base: 10, values_left: 3 }, sexes),
      figures: [
        ...printed('disease', 'all', counts(total), sum(total)),
        ...printed('disease', 'male', counts(male), sum(male)),
      ],
      counts: [],
    })
    expect(findings).toMatchObject([
      {
        group: 'everybody without male',
        derived: rows.map((row, index) => ({ row, least: women[index], most: women[index] })),
      },
    ])
  })

  it('leaves six counts behind each midpoint', () => {
    for (const [range, midpoint] of Object.entries(opensafely.midpoint6)) {
      const [least = 0, most = least] = range.split('-').map(Number)
      const sixths = (midpoint + (midpoint === 0 ? 0 : 3)) / 6
      const model: LinearModel = {
        columns: [
          { lower: 0, upper: 100, integer: true },
          { lower: sixths, upper: sixths, integer: true },
        ],
        rows: [
          {
            lower: midpoint === 0 ? 0 : -5,
            upper: 0,
            terms: [
              [0, 1],
              [1, -6],
            ],
          },
        ],
      }
      expect(ends(model, [0]), range).toEqual([[least, most]])
    }
  })
})
