import { type ReleasedTables, seal, type Table, type Tables } from '../../pipeline/artefacts.ts'
import type { Definition, Condition as Rule } from '../../pipeline/definition/index.ts'
import type { PlannedQuestion, TabulationPlan } from '../../pipeline/disclosure/index.ts'
import type { Condition, World } from './model.ts'

/** What ties published figures together and can be kept from protection: section 2.3 of the model of persons. */
export const SWITCHES = [
  'ticks and base',
  'first ranks and base',
  'routing, base asked',
  'routing, base answered',
  'base by a rule',
  'population by an answer',
  'nets',
  'zero under rounding',
  'rows',
  'response rates',
  'same people under two labels',
] as const

export type Switch = (typeof SWITCHES)[number]

/** A row that no table shows and nobody is in: what it might count is slack between the answers and the base. */
const SLACK = 'An answer that nobody has heard of'

/** Tables as protection gets them when it is not told of a coupling. What is released is made of the whole ones. */
export function withoutCoupling(off: Switch, made: Tables): Tables {
  const { plan } = made
  const question = (change: (one: PlannedQuestion) => PlannedQuestion): Tables =>
    seal<Tables>({ ...made, plan: { ...plan, questions: plan.questions.map(change) } })
  const slack = (rows: PlannedQuestion['rows']) =>
    question((one) => (one.rows === rows ? { ...one, answers: [...one.answers, SLACK] } : one))
  const unrouted = (base: PlannedQuestion['base']) =>
    question(({ exactly, ...one }) =>
      one.base === base ? { ...one, askedIf: [] } : { ...one, ...(exactly === undefined ? {} : { exactly }) },
    )
  switch (off) {
    case 'ticks and base':
      return withSlack(slack('several'))
    case 'first ranks and base':
      return withSlack(slack('ranked'))
    case 'zero under rounding':
      return withSlack(question((one) => ({ ...one, answers: [...one.answers, SLACK] })))
    case 'routing, base asked':
      return unrouted('asked')
    case 'routing, base answered':
      return unrouted('answered')
    case 'base by a rule':
      return unrouted('rule')
    case 'population by an answer':
      return seal<Tables>({ ...made, plan: { ...plan, populations: plan.populations.map(ofNoAnswers) } })
    case 'nets':
      return seal<Tables>({
        ...question((one) => ({ ...one, nets: {} })),
        tables: made.tables.map(rowsBut(plan)),
      })
    case 'rows':
      return seal<Tables>({ ...made, plan: { ...plan, rules: { ...plan.rules, microdata: 0 } } })
    case 'response rates':
      return seal<Tables>({ ...made, tables: made.tables.map(({ by: _, ...table }) => table) })
    case 'same people under two labels':
      return made
  }
}

/** A rule of which nothing is known. */
const UNKNOWN: Rule = {
  'a detail that nobody has heard of': { how: 'any', labels: [] },
}

/** The rules by which people are asked and counted, as protection reads them when it is not told of a coupling. */
export function withoutRule(off: Switch, definition: Definition): Definition {
  const { questions, populations } = definition
  const asked = (base: 'asked' | 'answered' | 'rule'): Definition => ({
    ...definition,
    questions: questions.map((one) => {
      if (one.base.of !== base) return one
      return base === 'rule' ? { ...one, base: { ...one.base, rule: UNKNOWN } } : { ...one, askedIf: UNKNOWN }
    }),
  })
  switch (off) {
    case 'routing, base asked':
      return asked('asked')
    case 'routing, base answered':
      return asked('answered')
    case 'base by a rule':
      return asked('rule')
    case 'population by an answer':
      return { ...definition, populations: populations.map((one) => ({ ...one, where: UNKNOWN })) }
    default:
      return definition
  }
}

/** Nobody is in the row of slack, in any cell. */
const withSlack = (made: Tables): Tables =>
  seal<Tables>({
    ...made,
    inner: made.inner.map((inner) => ({
      ...inner,
      questions: new Map(
        [...inner.questions].map(([id, counts]) => [
          id,
          { ...counts, rows: new Map([...counts.rows, [SLACK, counts.base.map(() => 0)]]) },
        ]),
      ),
    })),
  })

const ofNoAnswers = (one: TabulationPlan['populations'][number]) =>
  one.answers === true ? { ...one, where: {} } : one

const isNet = (plan: TabulationPlan, question: string | undefined, label: string): boolean =>
  plan.questions.some(({ id, nets }) => id === question && Object.hasOwn(nets, label))

const rowsBut =
  (plan: TabulationPlan) =>
  <F>(table: Table<F>): Table<F> => ({
    ...table,
    rows: table.rows.filter(({ label }) => !isNet(plan, table.question, label)),
  })

/** The tables that leave, with the nets that protection did not hear of: each where the base of its column is shown. */
export function withNets(
  { plan, tables }: Tables,
  released: ReleasedTables['tables'],
): ReleasedTables['tables'] {
  return released.map((table) => {
    const whole = tables.find(({ id }) => id === table.id)
    const nets = (whole?.rows ?? []).filter(({ label }) => isNet(plan, table.question, label))
    const isShown = (column: number) => table.rows.some(({ cells }) => cells[column]?.status !== 'c')
    return {
      ...table,
      rows: [
        ...table.rows,
        ...nets.map(({ label, cells }) => ({
          label,
          cells: cells.map(({ value, status }, column) =>
            isShown(column) ? { value, status } : { value: null, status: 'c' as const },
          ),
        })),
      ],
    }
  })
}

/** A world that says the same, but whose populations rest on copies of its variables: nobody tells that they are copies. */
export function ofCopies(world: World): World {
  const named = new Set(world.populations.flatMap(({ where = {} }) => Object.keys(where)))
  const copied = world.variables.filter(({ id }) => named.has(id) && id !== world.frame?.variable)
  const copyOf = (id: string) => (copied.some((one) => one.id === id) ? `${id}_again` : id)
  const where = (condition: Condition): Condition =>
    Object.fromEntries(Object.entries(condition).map(([id, part]) => [copyOf(id), part]))
  return {
    ...world,
    variables: [...world.variables, ...copied.map((one) => ({ ...one, id: copyOf(one.id) }))],
    populations: world.populations.map((one) =>
      one.where === undefined ? one : { ...one, where: where(one.where) },
    ),
    people: world.people.map((person) => ({
      ...person,
      values: {
        ...person.values,
        ...Object.fromEntries(copied.map(({ id }) => [copyOf(id), person.values[id] ?? ''])),
      },
    })),
  }
}
