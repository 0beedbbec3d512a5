import type { Condition, ConditionPart, Id } from '../definition/index.ts'
import type { PlannedGroup, TabulationPlan } from './tabulation-plan.ts'

/**
 * The finest cells that the groups of some tables can be summed from: who is in which population, crossed
 * with the values of the variables they are broken down by. Tables by region and tables by type are two
 * crossings, which have only their total in common; a table by region and type is one.
 */
export interface Crossing {
  /** Variables that tables are broken down by; populations are always crossed with them where needed. */
  readonly variables: readonly Id[]
  readonly populations: readonly Id[]
  readonly cells: readonly CrossingCell[]
  /** Group -> indexes of its cells. */
  readonly groups: ReadonlyMap<string, readonly number[]>
}

export interface CrossingCell {
  /** Of the crossing's populations, those it belongs to. */
  readonly populations: readonly Id[]
  /** Value of each of the crossing's variables; '' for those who have none. */
  readonly values: readonly string[]
}

/** More cells than this no crossing may have: a breakdown by so much shows nobody anything. */
const MOST_CELLS = 20_000

/**
 * The crossings of a plan: one for every set of spanning variables that is in no other. Which memberships can occur
 * together follows from the rules of the populations alone, not from the responses: an intruder knows no more.
 */
export function crossingsOf(plan: TabulationPlan): readonly Crossing[] {
  const spans = plan.groups.map((group) => ({ group, span: spanOf(group) }))
  const maximal = maximalOf(spans.map(({ span }) => span))
  return maximal.map((span) => {
    const groups = spans.filter(({ span: one }) => isWithin(one, span)).map(({ group }) => group)
    return crossing(plan, span, groups)
  })
}

/** What a group is told by: names of variables, and POPULATIONS where it names a population. */
type Span = ReadonlySet<string>

const POPULATIONS = ''

function spanOf({ populations, without, values }: PlannedGroup): Span {
  const named = [...populations, ...without]
  return new Set([...Object.keys(values), ...(named.length === 0 ? [] : [POPULATIONS])])
}

const isWithin = (one: Span, other: Span): boolean => [...one].every((name) => other.has(name))

function maximalOf(spans: readonly Span[]): readonly Span[] {
  const distinct = [...new Map(spans.map((span) => [[...span].sort().join('\n'), span])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, span]) => span)
  return distinct.filter((one) => !distinct.some((other) => other !== one && isWithin(one, other)))
}

function crossing(plan: TabulationPlan, span: Span, groups: readonly PlannedGroup[]): Crossing {
  const variables = [...span].filter((name) => name !== POPULATIONS).sort()
  const used = plan.populations
    .filter(({ id }) => groups.some(({ populations, without }) => [...populations, ...without].includes(id)))
    .map(({ id, where }) => ({ id, parts: partsOf(plan, where) }))
  const cells = new Map<string, CrossingCell>()
  const shown = variables.map((name) => ({
    name,
    labels: distinctBy(
      groups.flatMap(({ values }) => values[name] ?? []),
      (label) => label,
    ),
  }))
  for (const labels of assignments(shown, used)) {
    const cell = {
      populations: used
        .filter(({ parts }) => parts.every(({ name, holds }) => holds(labels.get(name) ?? '')))
        .map(({ id }) => id),
      values: variables.map((name) => labels.get(name) ?? ''),
    }
    cells.set(JSON.stringify(cell), cell)
  }
  const list = [...cells.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell)
  return {
    variables,
    populations: used.map(({ id }) => id),
    cells: list,
    groups: new Map(
      groups.map((group) => [
        group.id,
        list.flatMap((cell, index) => (isIn(cell, group, variables) ? [index] : [])),
      ]),
    ),
  }
}

function isIn(cell: CrossingCell, group: PlannedGroup, variables: readonly Id[]): boolean {
  return (
    group.populations.every((id) => cell.populations.includes(id)) &&
    !group.without.some((id) => cell.populations.includes(id)) &&
    Object.entries(group.values).every(([name, value]) => cell.values[variables.indexOf(name)] === value)
  )
}

/** One requirement of a population, on the label that a respondent has for `name`. */
interface Part {
  readonly name: string
  readonly labels: readonly string[]
  readonly holds: (label: string) => boolean
}

interface Member {
  readonly id: Id
  readonly parts: readonly Part[]
}

/** Of a question with several answers each requirement stands by itself: it holds or it does not. */
function partsOf(plan: TabulationPlan, where: Condition): readonly Part[] {
  return Object.entries(where).map(([name, part]) => {
    const several = plan.questions.find(({ id }) => id === name)?.rows === 'several'
    if (several)
      return { name: `rule ${JSON.stringify([name, part])}`, labels: ['holds'], holds: (one) => one !== '' }
    const labels = plan.variables.find(({ id }) => id === name)?.values ?? []
    return { name: `rule ${name}`, labels, holds: (label) => partHolds(part, label) }
  })
}

/**
 * Every assignment of a label to each name, where labels that no rule tells apart stand for each other. What
 * a population rests on and what a table is broken down by are apart, also under one name: tables may
 * show coarser labels.
 */
function* assignments(
  shown: readonly { readonly name: string; readonly labels: readonly string[] }[],
  populations: readonly Member[],
): Generator<ReadonlyMap<string, string>> {
  const parts = populations.flatMap((member) => member.parts)
  const rules = [...new Set(parts.map(({ name }) => name))]
  const names = [...shown.map(({ name }) => name), ...rules]
  const choices = [
    ...shown.map(({ labels }) => ['', ...labels]),
    ...rules.map((name) => {
      const named = parts.filter((part) => part.name === name)
      return distinctBy(['', ...(named[0]?.labels ?? [])], (label) =>
        named.map(({ holds }) => holds(label)).join(),
      )
    }),
  ]
  const size = choices.reduce((product, { length }) => product * length, 1)
  if (size > MOST_CELLS) throw new Error(`a crossing of ${size} cells is too large to be protected`)
  for (let number = 0; number < size; number += 1) {
    let rest = number
    const labels = new Map<string, string>()
    for (const [index, name] of names.entries()) {
      const choice = choices[index] ?? []
      labels.set(name, choice[rest % choice.length] ?? '')
      rest = Math.floor(rest / choice.length)
    }
    yield labels
  }
}

/** As `2-clean` reads conditions over names of which a respondent has one label; '' is none. */
function partHolds({ how, labels }: ConditionPart, label: string): boolean {
  switch (how) {
    case 'any':
      return labels.includes(label)
    case 'answered':
      return label !== ''
    case 'none':
      return label !== '' && !labels.includes(label)
    case 'all':
      return new Set(labels).size === 1 && labels.includes(label)
  }
}

const distinctBy = <T>(values: readonly T[], key: (value: T) => string): readonly T[] => [
  ...new Map(values.map((value) => [key(value), value])).values(),
]
