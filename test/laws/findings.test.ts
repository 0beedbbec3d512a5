import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isReal } from '../../pipeline/7-package/findings/compare.ts'
import { type Finding, findings } from '../../pipeline/7-package/findings/index.ts'
import { percent } from '../../pipeline/percent.ts'
import { percentInWords } from '../../pipeline/words-of-size.ts'
import {
  type Answers,
  answers,
  type ReleasedQuestion,
  releasedQuestion,
} from '../support/released-questions.ts'
import { releasedTables } from '../unit/package-fixture.ts'

function foundIn({ definition, table }: ReleasedQuestion): readonly Finding[] {
  const { key, byTable } = findings(definition, releasedTables([table]))
  return [...key, ...[...byTable.values()].flat()]
}

/** Numbers that a text prints itself: not those of labels and questions, which it quotes. */
const numbersIn = (text: string): readonly number[] =>
  [...text.replace(/\u2018(?:[^\u2019]|\u2019(?=\p{L}))*\u2019/gu, '').matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(
    ([number]) => Number(number.replaceAll(',', '')),
  )

describe('findings of any released table', () => {
  it('print no number that is not a figure shown in the table, and list each that they print', () => {
    let printed = 0
    fc.assert(
      fc.property(answers, (one) => {
        const released = releasedQuestion(one)
        for (const { text, figures, table } of foundIn(released)) {
          expect(table).toBe(released.table.id)
          expect([...new Set(numbersIn(text))].sort()).toEqual(
            [...new Set(figures.map(({ value }) => value))].sort(),
          )
          for (const figure of figures) expect(shown(released, figure), text).toBe(figure.value)
          printed += figures.length
        }
      }),
      { numRuns: 500 },
    )
    expect(printed).toBeGreaterThan(500)
  })

  it('say nothing of groups in which few answered', () => {
    fc.assert(
      fc.property(answers, (one) => {
        const released = releasedQuestion(one)
        const tiny = new Set(
          released.table.columns.flatMap(({ base, population }) => ((base ?? 0) < 30 ? [population] : [])),
        )
        for (const { figures } of foundIn(released)) {
          expect(figures.filter(({ population }) => tiny.has(population))).toEqual([])
        }
      }),
    )
  })

  it('call an answer the most common only where every other may be seen, and none is larger', () => {
    let told = 0
    fc.assert(
      fc.property(answers, (one) => {
        const released = releasedQuestion({ ...one, breakdown: false })
        for (const { text, figures } of foundIn(released)) {
          if (!text.includes('the most common') && !text.startsWith('The most common')) continue
          const [first] = figures
          const column = released.table.columns.findIndex(
            ({ population }) => population === first?.population,
          )
          const cells = released.table.rows.map(({ cells: all }) => all[column])
          expect(cells.some((cell) => cell?.status === 'c')).toBe(false)
          expect(Math.max(...cells.map((cell) => cell?.value ?? 0))).toBe(first?.value)
          told += 1
        }
      }),
      { numRuns: 500 },
    )
    expect(told).toBeGreaterThan(20)
  })

  it('turn round when the groups change places', () => {
    let compared = 0
    fc.assert(
      fc.property(twoGroups, (one) => {
        const there = comparisons(one)
        const back = comparisons({ ...one, groups: [...one.groups].reverse() })
        expect(back.size > 0).toBe(there.size > 0)
        for (const [row, word] of there) {
          if (back.has(row)) expect(back.get(row)).toBe(word === 'higher' ? 'lower' : 'higher')
        }
        compared += [...there.keys()].filter((row) => back.has(row)).length
      }),
      { numRuns: 300 },
    )
    expect(compared).toBeGreaterThan(50)
  })

  it('are sentences whatever the labels are', () => {
    fc.assert(
      fc.property(answers, (one) => {
        for (const { text } of foundIn(releasedQuestion(one))) {
          expect(text).toMatch(/^[\p{Lu}\d\u2018].*\.$/u)
          expect(text).not.toMatch(/undefined|NaN|null|\[object| {2}|\n|\.\./)
          expect(text.length).toBeLessThan(1500)
        }
      }),
    )
  })
})

/** The released value of a figure, or the base of its column. */
function shown(
  { table: { columns, rows } }: ReleasedQuestion,
  { population, row, statistic }: Finding['figures'][number],
): number | null | undefined {
  const column = columns.findIndex((one) => one.population === population)
  if (statistic === 'base') return columns[column]?.base
  return rows.find(({ label }) => label === row)?.cells[column]?.value
}

const twoGroups = answers
  .filter(({ groups, kind }) => groups.length >= 2 && kind === 'single')
  .map(
    (one): Answers => ({
      ...one,
      labels: one.labels.slice(0, 5),
      groups: one.groups.slice(0, 2),
      hidden: [],
      breakdown: false,
    }),
  )

/** Of each comparison the row, and whether the first group is said to be higher or lower. */
function comparisons(one: Answers): ReadonlyMap<string, string> {
  const { definition, table } = releasedQuestion(one)
  const { byTable } = findings(definition, releasedTables([table]))
  return new Map(
    (byTable.get('7') ?? []).flatMap(({ text, figures: [first, second] }) => {
      const word = /^A (higher|lower) proportion/.exec(text)?.[1]
      if (word === undefined || first === undefined || second === undefined) return []
      expect(word).toBe(first.value > second.value ? 'higher' : 'lower')
      return [[first.row, word]]
    }),
  )
}

describe('a real difference', () => {
  const side = fc.record({ base: fc.integer({ min: 30, max: 2000 }), share: fc.nat(1000) })
  const near = fc
    .record({ one: side, other: side, by: fc.integer({ min: -150, max: 150 }) })
    .map(({ one, other, by }) => {
      const share = Math.min(1000, Math.max(0, one.share + by))
      const count = (base: number, of: number) => Math.round((base * of) / 1000)
      return [
        { base: one.base, count: count(one.base, one.share) },
        { base: other.base, count: count(other.base, share) },
      ] as const
    })

  it('is one by the exact counts too, between groups that do not overlap and of one inside the other', () => {
    const told = { apart: 0, inside: 0 }
    fc.assert(
      fc.property(near, fc.integer({ min: 1, max: 12 }), ([a, b], tests) => {
        const whole = { base: a.base + b.base, count: a.count + b.count }
        const claims = {
          apart: isReal(printed(a), printed(b), false, tests, 50),
          inside: isReal(printed(a), printed(whole), true, tests, 50),
        }
        for (const kind of ['apart', 'inside'] as const) {
          if (!claims[kind]) continue
          told[kind] += 1
          expect(Math.min(a.base, b.base)).toBeGreaterThanOrEqual(50)
          expect(pValue(a, b)).toBeLessThan(0.01 / tests)
        }
      }),
      { numRuns: 3000 },
    )
    expect(told.apart).toBeGreaterThan(100)
    expect(told.inside).toBeGreaterThan(50)
  })

  it('is found where it is plain, and not where there is none', () => {
    expect(
      isReal(printed({ base: 300, count: 240 }), printed({ base: 300, count: 150 }), false, 10, 50),
    ).toBe(true)
    expect(isReal(printed({ base: 300, count: 150 }), printed({ base: 300, count: 150 }), false, 1, 50)).toBe(
      false,
    )
    expect(isReal(printed({ base: 49, count: 45 }), printed({ base: 300, count: 150 }), false, 1, 50)).toBe(
      false,
    )
    // The rest of the whole is too small to be spoken of.
    expect(isReal(printed({ base: 300, count: 150 }), printed({ base: 340, count: 190 }), true, 1, 50)).toBe(
      false,
    )
  })
})

const printed = ({ base, count }: { readonly base: number; readonly count: number }) => ({
  percent: percent(count, base, 0),
  within: 0.5,
  base,
})

interface Counted {
  readonly base: number
  readonly count: number
}

/** Two-sided, of the pooled test of exact counts; the normal tail by Simpson's rule, which knows no bound. */
function pValue(a: Counted, b: Counted): number {
  const pooled = (a.count + b.count) / (a.base + b.base)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.base + 1 / b.base))
  const z = Math.abs(a.count / a.base - b.count / b.base) / error
  const density = (x: number) => Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI)
  const steps = 2000
  const width = 12 / steps
  const inner = Array.from({ length: steps + 1 }, (_, index) => {
    const weight = index === 0 || index === steps ? 1 : index % 2 === 1 ? 4 : 2
    return weight * density(z + index * width)
  })
  return (2 * width * inner.reduce((sum, one) => sum + one, 0)) / 3
}

describe('a percentage in words', () => {
  const PARTS: Readonly<Record<string, number>> = {
    ...{ 'one in ten': 10, 'a fifth': 20, 'a quarter': 25, 'a third': 100 / 3, 'four in ten': 40, half: 50 },
    ...{
      'six in ten': 60,
      'two thirds': 200 / 3,
      'three quarters': 75,
      'eight in ten': 80,
      'nine in ten': 90,
    },
  }

  it('is on the side of its part that the words say, and near it', () => {
    let told = 0
    for (const decimals of [0, 1, 2]) {
      const scale = 10 ** decimals
      for (let units = 0; units <= 100 * scale; units++) {
        const words = percentInWords(units, decimals)
        const [, side = '', name = ''] =
          /^(just under |nearly |just over |more than |)(.*)$/.exec(words ?? '') ?? []
        const part = PARTS[name]
        if (part === undefined) {
          expect(
            words === undefined ? units < 7.5 * scale || units === 100 * scale : units >= 95 * scale,
          ).toBe(true)
          continue
        }
        const away = units / scale - part
        expect(Math.abs(away), `${units} ${words}`).toBeLessThanOrEqual(5)
        if (side === '') expect(Math.abs(away)).toBeLessThanOrEqual(0.5 / scale + 1e-9)
        else expect(away > 0, `${units} ${words}`).toBe(side === 'just over ' || side === 'more than ')
        told += 1
      }
    }
    expect(told).toBeGreaterThan(9000)
  })
})
