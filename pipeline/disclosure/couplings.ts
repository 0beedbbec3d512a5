import type { Id } from '../definition/index.ts'
import type { Row, Term } from '../solver/index.ts'
import { NO_REPLY, type PlannedQuestion, type TabulationPlan } from './tabulation-plan.ts'

/** A relation between counts of one cell. `expected`: only if respondents did as they were asked. */
export interface Coupling {
  readonly row: Row
  readonly holds: 'always' | 'expected'
}

/** The column of a row of a question in the cell, null for the base. */
type At = (question: Id, row: string | null) => number

const INFINITE = Number.POSITIVE_INFINITY

/**
 * What ties the counts of one cell together (the model of disclosure control, 2.2 and 2.3). One answer: answers add up to the
 * base. Several: each at most the base, which is at most their sum where everybody ticked something. Ranks: first places add
 * up to the base where everybody ranked. Nets of several: at least each of their parts, at most the sum of these and the base,
 * which is at most the sum of what is part of nothing else. A theme within a theme: at most. Routing: who was asked gave an
 * answer that leads there, so is in each net of all of these; all in a net of some of them were asked, and as many as must have
 * given all of the answers that are asked for together. Populations made of answers: within, all gave
 * one of them; outside, nobody did.
 */
export function couplingsOf(
  plan: TabulationPlan,
  questions: readonly PlannedQuestion[],
  populations: readonly Id[],
  at: At,
  told: readonly Id[] = plan.populations.map(({ id }) => id),
): readonly Coupling[] {
  return questions.flatMap((question) => [
    ...rowsOfQuestion(question, at),
    ...routingOf(questions, question, at),
    ...membershipOf(plan, question, populations, told, at),
  ])
}

/** What ties the rows of one question to each other and to its base. */
export function rowsOfQuestion(
  { id, rows, answers, nets, within }: PlannedQuestion,
  at: At,
): readonly Coupling[] {
  const base = at(id, null)
  const own = (row: string) => at(id, row)
  const columns = answers.map(own)
  if (rows === 'one') return [always(sum(columns, base))]
  // Who gave no reply ticked nothing.
  const silent = answers.filter((row) => row === NO_REPLY).map(own)
  const replied = answers.filter((row) => row !== NO_REPLY)
  return [
    ...replied.map((row) => always(atMost([own(row), ...silent], [base]))),
    ...(rows === 'ranked' ? [always(atMost(columns, [base])), expected(atMost([base], columns))] : []),
    ...(rows === 'several' ? [expected(atMost([base], topRows(answers, nets, within).map(own)))] : []),
    ...Object.entries(nets).flatMap(([label, members]) => {
      const parts = topRows(members, netsWithin(nets, label)).map(own)
      return [
        ...parts.map((part) => always(atMost([part], [own(label)]))),
        always(atMost([own(label)], parts)),
        always(atMost([own(label), ...silent], [base])),
      ]
    }),
    ...Object.entries(within ?? {}).map(([part, whole]) => always(atMost([own(part)], [own(whole)]))),
  ]
}

/** Rows that all others are parts of: nets that are in no other net, and answers in none and in no other answer. */
function topRows(
  answers: readonly string[],
  nets: PlannedQuestion['nets'],
  within: PlannedQuestion['within'] = {},
): readonly string[] {
  const labels = Object.keys(nets).filter(
    (label) => !Object.keys(nets).some((other) => isWithin(nets, label, other)),
  )
  const netted = new Set(labels.flatMap((label) => nets[label] ?? []))
  return [...labels, ...answers.filter((row) => !netted.has(row) && !Object.hasOwn(within, row))]
}

/** The nets that are parts of one. */
const netsWithin = (nets: PlannedQuestion['nets'], whole: string): PlannedQuestion['nets'] =>
  Object.fromEntries(Object.entries(nets).filter(([label]) => isWithin(nets, label, whole)))

/** Whether a net is part of another; of two with the same members the later is part of the earlier. */
function isWithin(nets: PlannedQuestion['nets'], label: string, whole: string): boolean {
  const [part, all] = [nets[label] ?? [], nets[whole] ?? []]
  if (label === whole || !part.every((row) => all.includes(row))) return false
  const labels = Object.keys(nets)
  return part.length < all.length || labels.indexOf(label) > labels.indexOf(whole)
}

function routingOf(
  questions: readonly PlannedQuestion[],
  { id, askedIf, exactly }: PlannedQuestion,
  at: At,
): readonly Coupling[] {
  return askedIf.flatMap(({ question: before, how, answers }): readonly Coupling[] => {
    const parent = questions.find((one) => one.id === before)
    // A table whose base a rule narrows does not count all who gave the answer.
    if (parent === undefined || parent.base === 'rule') return []
    const base = at(id, null)
    const leading = answers.map((row) => at(before, row))
    if (how === 'all') {
      return [
        ...leading.map((column) => always(atMost([base], [column]))),
        ...(exactly === true ? [expected(allOf(leading, at(before, null), base))] : []),
      ]
    }
    if (parent.rows === 'one')
      return [
        always(atMost([base], leading)),
        ...(exactly === true ? [expected(atMost(leading, [base]))] : []),
      ]
    const labels = Object.entries(parent.nets)
    const around = labels.filter(([, members]) => answers.every((row) => members.includes(row)))
    const inside = labels.filter(([, members]) => members.every((row) => answers.includes(row)))
    const netAt = ([label]: (typeof labels)[number]) => at(before, label)
    return [
      ...[leading, [at(before, null)], ...around.map((net) => [netAt(net)])].map((most) =>
        always(atMost([base], most)),
      ),
      ...(exactly === true ? [...leading, ...inside.map(netAt)] : []).map((least) =>
        expected(atMost([least], [base])),
      ),
    ]
  })
}

/** Populations that rest on this question alone say what their members answered, and that nobody else did. */
function membershipOf(
  plan: TabulationPlan,
  { id, rows, answers }: PlannedQuestion,
  populations: readonly Id[],
  told: readonly Id[],
  at: At,
): readonly Coupling[] {
  return plan.populations.flatMap(({ id: population, where }): readonly Coupling[] => {
    const part = told.includes(population) ? where[id] : undefined
    if (part === undefined || (part.how !== 'any' && part.how !== 'none')) return []
    const named =
      part.how === 'any'
        ? part.labels
        : answers.filter((row) => row !== NO_REPLY && !part.labels.includes(row))
    const inside = answers.filter((row) => named.includes(row)).map((row) => at(id, row))
    const outside = answers.filter((row) => !named.includes(row)).map((row) => at(id, row))
    const base = at(id, null)
    if (populations.includes(population)) {
      const none = rows === 'one' || part.how === 'none' ? outside : []
      return [...none.map((column) => always(zero(column))), always(atMost([base], inside))]
    }
    const only = Object.keys(where).length === 1
    return only && (rows === 'one' || part.how === 'any') ? inside.map((column) => always(zero(column))) : []
  })
}

const always = (row: Row): Coupling => ({ row, holds: 'always' })
const expected = (row: Row): Coupling => ({ row, holds: 'expected' })

/** The parts add up to the whole. */
export const sum = (parts: readonly number[], whole: number): Row => ({
  lower: 0,
  upper: 0,
  terms: [...parts.map((part): Term => [part, 1]), [whole, -1]],
})

const zero = (column: number): Row => ({ lower: 0, upper: 0, terms: [[column, 1]] })

/** As many as must have given all of some answers (Bonferroni): each of them was given by all of a base but a few. */
const allOf = (answers: readonly number[], base: number, all: number): Row => ({
  lower: -INFINITE,
  upper: 0,
  terms: [
    ...answers.map((one): Term => [one, 1]),
    ...(answers.length > 1 ? [[base, 1 - answers.length] as const] : []),
    [all, -1],
  ],
})

/** The sum of some is at most that of others. */
export const atMost = (some: readonly number[], others: readonly number[]): Row => ({
  lower: -INFINITE,
  upper: 0,
  terms: [...some.map((one): Term => [one, 1]), ...others.map((one): Term => [one, -1])],
})
