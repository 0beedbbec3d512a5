import {
  type Ample,
  crossingsOf,
  type Interval,
  intervals,
  mostPeople,
  routingComponents,
  type Structure,
  structureOf,
  type TabulationPlan,
} from '../disclosure/index.ts'
import type { LinearModel, Row, Solver, Term } from '../solver/index.ts'
import { ampleRow, largeBase } from './ample-rows.ts'
import { type Target, targetsOf } from './derive-targets.ts'
import { factsOf } from './facts.ts'
import type { Range } from './figure-bounds.ts'
import type { Finding } from './findings.ts'
import { waysBeyond } from './how-far.ts'
import { combinersOf } from './implied-sizes.ts'
import { findingsOf, type JudgedRow } from './judge-group.ts'
import { aroundOf } from './larger-groups.ts'
import type { MicrodataCount, PublishedFigure } from './published.ts'
import { sizesAlone } from './sizes-alone.ts'
import { groupsTogether, toldGroups } from './told-apart.ts'

export interface DeriveInput {
  readonly plan: TabulationPlan
  readonly figures: readonly PublishedFigure[]
  readonly counts: readonly MicrodataCount[]
}

export interface Derived {
  readonly findings: readonly Finding[]
  /** Counts that were looked at: hidden ones, and those of groups that only subtraction shows. */
  readonly examined: number
  /** Intervals of which an end could not be shown to be possible: the truth may be narrower. */
  readonly untight: number
}

/**
 * What follows from the tables of a release about small groups, question by question (questions tied by
 * routing together). Work for a solving thread.
 */
export function derive(solver: Solver, { plan, figures, counts }: DeriveInput): Derived {
  const all = crossingsOf(plan)
  const crossings = all.filter((crossing) => crossing !== undefined)
  const together = groupsTogether(plan)
  const groups = crossings.flatMap((crossing, index) => toldGroups(crossing, index, together))
  const most = mostPeople(plan.rules, [
    ...figures.map(({ base }) => Number(base)),
    ...counts.map(({ count }) => count),
  ])
  const combiners = combinersOf(crossings)
  const bySizes =
    waysBeyond(plan.rules, crossings) === undefined
      ? undefined
      : sizesAlone(solver, { plan, crossings, groups, figures, counts, combiners, most })
  const results = routingComponents(plan).map((questions) => {
    const [only = '', ...others] = questions
    const looked = others.length === 0 ? bySizes?.(only) : undefined
    if (looked !== undefined) return { findings: [], examined: looked, untight: 0 }
    const structure = structureOf(plan, crossings, questions)
    const { bounds, relations } = factsOf(plan, structure, figures, counts)
    const responses = factsOf(plan, structure, [], counts).bounds
    const wanted = targetsOf(plan, structure, groups, bounds, responses, combiners)
    const modelOf = (expected: readonly Row[]): LinearModel => ({
      columns: structure.names.map((_, column) => ({
        lower: Math.max(0, bounds.get(column)?.least ?? 0),
        upper: Math.min(most, bounds.get(column)?.most ?? Number.POSITIVE_INFINITY),
        integer: true,
      })),
      rows: [...structure.relations, ...expected, ...relations],
    })
    const judged = judge(solver, plan, structure, modelOf(structure.expected), wanted, responses)
    // Respondents need not have done as they were asked: what contradicts the figures is not so.
    return judged.contradicts ? judge(solver, plan, structure, modelOf([]), wanted, responses) : judged
  })
  return {
    findings: [
      ...results.flatMap(({ findings }) => findings),
      ...(crossings.length < all.length ? [{ rule: 'not tested' as const, group: '', derived: [] }] : []),
    ],
    examined: results.reduce((sum, { examined }) => sum + examined, 0),
    untight: results.reduce((sum, { untight }) => sum + untight, 0),
  }
}

function judge(
  solver: Solver,
  plan: TabulationPlan,
  structure: Structure,
  model: LinearModel,
  targets: readonly Target[],
  known: ReadonlyMap<number, Range>,
): Derived & { readonly contradicts: boolean } {
  const { rules } = plan
  const small = Math.max(rules.minimum_base, rules.unanimity_below)
  // Large groups need no closer look, unless every small count matters; nor has whoever is outside.
  const isEnough = ({ least }: Interval) => least >= small && rules.small_counts === 0
  const bases = intervals(
    solver,
    model,
    targets.map(({ base }) => base),
    isEnough,
    // That a group may be large is all that has to be seen of it.
    rules.small_counts > 0 ? undefined : () => largeBase(small),
  )
  if (bases === undefined) {
    const { id = '' } = structure.questions[0] ?? {}
    return {
      findings: [{ rule: 'impossible', question: id, group: '', derived: [] }],
      examined: 0,
      untight: 0,
      contradicts: true,
    }
  }
  const looked = targets.flatMap((target, index) => {
    const base = bases[index]
    if (base === undefined || base.most < 1) return []
    return base.most < small || rules.small_counts > 0 ? [{ target, base }] : []
  })
  const wanted = looked.flatMap(({ target }) => rowTerms(target))
  const ample = looked.flatMap(({ target, base }) => target.rows.flatMap(() => ampleRow(rules, base)))
  const found =
    wanted.length === 0
      ? []
      : (intervals(solver, model, wanted, undefined, (index) => ample[index] ?? NOTHING) ?? [])
  const suspects = byTarget(looked, found).filter(
    ({ target, base, rows }) => findingsOf(rules, target, base, rows).length > 0,
  )
  // Of those the whole intervals are told, and compared with what the responses alone say.
  const closer = suspects.flatMap(({ target }) => rowTerms(target))
  const exact = closer.length === 0 ? [] : (intervals(solver, model, closer) ?? [])
  const findings = byTarget(suspects, exact).flatMap(({ target, base, rows }) => {
    const alone = fromResponsesAlone(solver, structure, model, known, target, base)
    return findingsOf(rules, target, base, rows, alone, aroundOf(solver, plan, structure, model, target))
  })
  return {
    findings,
    examined: targets.length + wanted.length,
    untight: [...looked.map(({ base }) => base), ...found].filter(({ tight }) => !tight).length,
    contradicts: false,
  }
}

const NEVER = () => false
const NOTHING: Ample = { isHigh: NEVER, isLow: NEVER, isAmple: NEVER }

/** Targets with what was found of their rows, one target after the other. */
function byTarget<Looked extends { readonly target: Target }>(
  looked: readonly Looked[],
  found: readonly Interval[],
): readonly (Looked & { readonly rows: readonly JudgedRow[] })[] {
  let start = 0
  return looked.map((one) => {
    const own = found.slice(start, start + 2 * one.target.rows.length)
    start += own.length
    return { ...one, rows: judgedRows(one.target, own) }
  })
}

/**
 * What whoever holds the responses derives of a group's rows without any table, when he knows how large it is;
 * undefined where no responses are published. What everybody said, each group said.
 */
function fromResponsesAlone(
  solver: Solver,
  structure: Structure,
  { columns }: LinearModel,
  known: ReadonlyMap<number, Range>,
  target: Target,
  base: Interval,
): readonly JudgedRow[] | undefined {
  if (known.size === 0) return undefined
  const most = columns.reduce((sum, { upper }) => Math.max(sum, upper), 0)
  const model = {
    columns: columns.map((_, column) => {
      const own = known.get(column)
      return { lower: own?.least ?? 0, upper: own?.most ?? most, integer: true }
    }),
    rows: [...structure.relations, { lower: base.least, upper: base.most, terms: target.base }],
  }
  const found = intervals(solver, model, rowTerms(target))
  return found === undefined ? undefined : judgedRows(target, found)
}

const rowTerms = ({ base, rows }: Target): readonly (readonly Term[])[] =>
  rows.flatMap(({ terms }): readonly (readonly Term[])[] => {
    const own = terms()
    return [own, [...base, ...negative(own)]]
  })

const negative = (terms: readonly Term[]): readonly Term[] => terms.map(([column, by]) => [column, -by])

const judgedRows = ({ rows }: Target, found: readonly Interval[]): readonly JudgedRow[] =>
  rows.map(({ label }, index) => {
    const count = found[2 * index] ?? { least: 0, most: 0, tight: true }
    return { label, count, others: found[2 * index + 1] ?? count }
  })
