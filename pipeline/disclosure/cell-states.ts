import type { ConditionPart, Id } from '../definition/index.ts'
import { NOTHING } from '../fields.ts'
import type { CrossingCell } from './crossings.ts'
import type { Span } from './spans.ts'
import type { TabulationPlan } from './tabulation-plan.ts'

/** One requirement of a population, on the label that a respondent has for `name`. */
interface Part {
  readonly population: Id
  readonly holds: (label: string) => boolean
}

/** Something a respondent has one label of. */
interface Attribute {
  readonly name: string
  readonly labels: readonly string[]
  readonly parts: readonly Part[]
  /** Its place among the variables whose values tell cells apart. */
  readonly shown?: number
}

/** A cell as far as attributes were looked at: populations that are not ruled out, values. */
interface State {
  readonly alive: ReadonlySet<Id>
  readonly values: readonly string[]
}

/**
 * The cells of a span that can occur, by the rules of its populations: attribute by attribute each state is split by the
 * labels that lead on to different ones, so that labels that no rule and no table tells apart are never
 * multiplied. Undefined where there are more than `most`.
 */
export function cellStates(
  plan: TabulationPlan,
  span: Span,
  most: number,
): readonly CrossingCell[] | undefined {
  let states = new Map<string, State>([
    ['', { alive: new Set(span.populations), values: span.variables.map(() => '') }],
  ])
  for (const attribute of attributesOf(plan, span)) {
    const next = new Map<string, State>()
    for (const state of states.values()) {
      for (const label of attribute.labels) {
        const after = step(state, attribute, label)
        next.set(JSON.stringify([[...after.alive], after.values]), after)
        if (next.size > most) return undefined
      }
    }
    states = next
  }
  return [...states.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { alive, values }]) => ({ populations: [...alive], values }))
}

function step({ alive, values }: State, { parts, shown }: Attribute, label: string): State {
  const out = new Set(parts.filter(({ holds }) => !holds(label)).map(({ population }) => population))
  return {
    alive: out.size === 0 ? alive : new Set([...alive].filter((id) => !out.has(id))),
    values: shown === undefined ? values : values.map((value, place) => (place === shown ? label : value)),
  }
}

/** Of a question with several answers each requirement stands by itself: it holds or it does not. */
function attributesOf(plan: TabulationPlan, { variables, populations }: Span): readonly Attribute[] {
  const rules = plan.populations
    .filter(({ id }) => populations.includes(id))
    .flatMap(({ id, where }) => Object.entries(where).map(([name, part]) => ({ id, name, part })))
  const several = (name: string) => plan.questions.some(({ id, rows }) => id === name && rows !== 'one')
  const names = [...new Set([...variables, ...rules.map(({ name }) => name)])].sort()
  return names.flatMap((name): readonly Attribute[] => {
    const own = rules.filter((rule) => rule.name === name)
    if (several(name)) {
      const byPart = new Map(own.map(({ part }) => [JSON.stringify(part), part]))
      return [...byPart.keys()].map((key) => ({
        name: `${name} ${key}`,
        labels: ['', 'holds'],
        parts: own
          .filter(({ part }) => JSON.stringify(part) === key)
          .map(({ id }) => ({ population: id, holds: (label) => label !== '' })),
      }))
    }
    const parts = own.map(({ id, part }) => ({
      population: id,
      holds: (label: string) => partHolds(part, label),
    }))
    const labels = ['', ...labelsOf(plan, name)]
    const place = variables.indexOf(name)
    if (place >= 0) return [{ name, labels, parts, shown: place }]
    const pattern = (label: string) => parts.map(({ holds }) => (holds(label) ? '1' : '0')).join('')
    return [{ name, labels: [...new Map(labels.map((label) => [pattern(label), label])).values()], parts }]
  })
}

/** Its code list, and what tables show besides: those who did not say. */
const labelsOf = ({ variables, groups }: TabulationPlan, name: string): readonly string[] => [
  ...new Set([
    ...(variables.find(({ id }) => id === name)?.values ?? []),
    ...groups.flatMap(({ values }) => values[name] ?? []),
  ]),
]

/** Whether a requirement is met, as `2-clean` reads conditions over names of which a respondent has one label; '' is none. */
export function partHolds({ how, labels }: ConditionPart, label: string): boolean {
  const said = label !== '' && !SILENT.includes(label)
  switch (how) {
    case 'any':
      return labels.includes(label)
    case 'answered':
      return said
    case 'none':
      return said && !labels.includes(label)
    case 'all':
      return new Set(labels).size === 1 && labels.includes(label)
  }
}

const SILENT: readonly string[] = Object.values(NOTHING)
