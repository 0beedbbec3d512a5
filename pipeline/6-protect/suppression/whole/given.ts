import type { ConditionPart } from '../../../definition/index.ts'
import { NO_REPLY, type PlannedQuestion } from '../../../disclosure/index.ts'
import type { Row, Term } from '../../../solver/index.ts'
import { partKey } from './conditions.ts'

/** Answers to a question that no condition tells apart. */
export interface Given {
  /** Nothing was said: not asked, or asked and silent. */
  readonly silent: boolean
  /** Which parts of conditions hold of them, by their keys. */
  readonly holding: ReadonlySet<string>
  /** The parts that do not. */
  readonly failing: readonly ConditionPart[]
  readonly parts: readonly ConditionPart[]
  /** Labels that everybody here gave, and labels that somebody here can have given. */
  readonly all: ReadonlySet<string>
  readonly some: ReadonlySet<string>
}

/** More labels than this in conditions on one question of several answers are not told apart. */
const MOST_NAMED = 10

/** The answers to a question, sorted by which parts of conditions hold of them; undefined where these name too many, or nothing is counted. */
export function givenOf(
  question: PlannedQuestion,
  parts: readonly ConditionPart[],
): readonly Given[] | undefined {
  const labels = question.answers.filter((label) => label !== NO_REPLY)
  if (labels.length === 0) return undefined
  const silent: Given = {
    silent: true,
    holding: new Set(),
    failing: parts,
    parts,
    all: new Set(),
    some: new Set(),
  }
  const said = question.rows === 'one' ? labels.map((label) => [label]) : subsetsOf(labels, parts)
  if (said === undefined) return undefined
  const classes = new Map<string, (readonly string[])[]>()
  for (const own of said) {
    const key = parts
      .filter((part) => partHolds(part, own))
      .map(partKey)
      .join()
    classes.set(key, [...(classes.get(key) ?? []), own])
  }
  return [
    silent,
    ...[...classes.values()].map((members): Given => {
      const [first = []] = members
      const holding = parts.filter((part) => partHolds(part, first))
      return {
        silent: false,
        holding: new Set(holding.map(partKey)),
        failing: parts.filter((part) => !holding.includes(part)),
        parts,
        all: new Set(labels.filter((label) => members.every((own) => own.includes(label)))),
        some: new Set(labels.filter((label) => members.some((own) => own.includes(label)))),
      }
    }),
  ]
}

/** Which labels of those that are named can be given together, with any others or none; never nothing at all. */
function subsetsOf(
  labels: readonly string[],
  parts: readonly ConditionPart[],
): readonly (readonly string[])[] | undefined {
  const named = labels.filter((label) => parts.some((part) => part.labels.includes(label)))
  if (named.length > MOST_NAMED) return undefined
  const others = labels.filter((label) => !named.includes(label))
  return Array.from({ length: 2 ** named.length }, (_, bits) =>
    named.filter((__, place) => (bits >> place) % 2 === 1),
  ).flatMap((own) => [
    ...(own.length > 0 ? [own] : []),
    // Each of the others can be given, and none must be.
    ...others.map((other) => [...own, other]),
  ])
}

/** Whether a part holds of these labels, of which there is at least one. */
export function partHolds({ how, labels }: ConditionPart, said: readonly string[]): boolean {
  if (said.length === 0) return false
  switch (how) {
    case 'answered':
      return true
    case 'any':
      return labels.some((label) => said.includes(label))
    case 'all':
      return labels.every((label) => said.includes(label))
    case 'none':
      return !labels.some((label) => said.includes(label))
  }
}

/** What follows for the counts of those who gave such answers, who are as many as the base. */
export function countsGiven(
  { rows, answers }: PlannedQuestion,
  given: Given,
  base: number,
  of: (label: string) => number,
): readonly Row[] {
  const labels = answers.filter((label) => label !== NO_REPLY)
  const none = labels
    .filter((label) => !given.some.has(label))
    .map((label) => between(0, 0, [[of(label), 1]]))
  // Of what is ranked only the first is counted.
  if (rows === 'ranked') return given.silent ? none : []
  if (given.silent) return none
  const whole = labels
    .filter((label) => given.all.has(label))
    .map((label) =>
      between(0, 0, [
        [of(label), 1],
        [base, -1],
      ]),
    )
  const sumOf = (some: readonly string[]): readonly Term[] =>
    labels.filter((label) => some.includes(label)).map((label): Term => [of(label), 1])
  const bounds = given.parts.flatMap((part): readonly Row[] => {
    const holding = given.holding.has(partKey(part))
    if (part.how === 'any' && holding)
      return [between(0, Number.POSITIVE_INFINITY, [...sumOf(part.labels), [base, -1]])]
    if (part.how === 'all' && !holding)
      return [between(Number.NEGATIVE_INFINITY, 0, [...sumOf(part.labels), [base, 1 - part.labels.length]])]
    return []
  })
  return [...none, ...whole, ...bounds]
}

const between = (lower: number, upper: number, terms: readonly Term[]): Row => ({ lower, upper, terms })
