import type { Condition, ConditionPart, Definition, Id } from '../../../definition/index.ts'
import type { TabulationPlan } from '../../../disclosure/index.ts'

/** The rules by which people come to be asked and to be counted, as they are published. */
export interface Conditions {
  /** Question -> who is asked, and who of those who answered is in the base. */
  readonly of: ReadonlyMap<Id, { readonly asked: Condition; readonly rule: Condition }>
  readonly populations: ReadonlyMap<Id, Condition>
  /** Whether all responses came in one file, so that nobody lacked a question for it. */
  readonly oneFile: boolean
}

export const conditionsOf = ({ questions, populations, responses }: Definition): Conditions => ({
  of: new Map(
    questions.map(({ id, askedIf = {}, base }) => [
      id,
      { asked: askedIf, rule: base.of === 'rule' ? base.rule : {} },
    ]),
  ),
  populations: new Map(populations.map(({ id, where = {} }) => [id, where])),
  oneFile: responses.length < 2,
})

/** Every part of a condition that is about one of these questions, each once: question -> its parts. */
export function partsAbout(
  { of, populations }: Conditions,
  questions: ReadonlySet<Id>,
): ReadonlyMap<Id, readonly ConditionPart[]> {
  const own = [...of].filter(([id]) => questions.has(id)).flatMap(([, { asked, rule }]) => [asked, rule])
  const found = new Map<Id, Map<string, ConditionPart>>()
  for (const condition of [...own, ...populations.values()]) {
    for (const [name, part] of Object.entries(condition)) {
      if (!questions.has(name)) continue
      const parts = found.get(name) ?? new Map<string, ConditionPart>()
      found.set(name, parts.set(partKey(part), part))
    }
  }
  return new Map([...found].map(([name, parts]) => [name, [...parts.values()]]))
}

export const partKey = ({ how, labels }: ConditionPart): string => JSON.stringify([how, labels])

/** What is known of a condition of some people: of parts that nothing is known of it holds perhaps. */
export type Holds = 'yes' | 'no' | 'perhaps'

/** Whether all parts hold. */
export function holds(
  condition: Condition,
  known: (name: Id, part: ConditionPart) => boolean | undefined,
): Holds {
  let state: Holds = 'yes'
  for (const [name, part] of Object.entries(condition)) {
    const own = known(name, part)
    if (own === false) return 'no'
    if (own === undefined) state = 'perhaps'
  }
  return state
}

/** Questions of a plan that conditions tie to each other, directly or through others, each list in the order of the plan. */
export function tiedQuestions(
  plan: Pick<TabulationPlan, 'questions'>,
  { of }: Conditions,
): readonly (readonly Id[])[] {
  const ids = plan.questions.map(({ id }) => id)
  const root = new Map(ids.map((id) => [id, id]))
  const find = (id: Id): Id => {
    const next = root.get(id) ?? id
    return next === id ? id : find(next)
  }
  for (const id of ids) {
    const { asked = {}, rule = {} } = of.get(id) ?? {}
    for (const name of Object.keys({ ...asked, ...rule })) if (root.has(name)) root.set(find(name), find(id))
  }
  const lists = new Map<Id, Id[]>()
  for (const id of ids) {
    const own = lists.get(find(id))
    if (own === undefined) lists.set(find(id), [id])
    else own.push(id)
  }
  return [...lists.values()]
}
