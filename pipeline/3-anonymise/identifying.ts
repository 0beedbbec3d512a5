import { NOTHING } from '../artefacts.ts'
import type { Condition, Definition, Id, Variable } from '../definition/index.ts'
import type { Identifying } from './classes.ts'

/** What leaves of a respondent as part of the key of the rows: a variable, or a question about a fact. */
export interface Detail {
  readonly id: Id
  readonly title: string
  readonly values: readonly string[]
  /** What stands where there is no value; it identifies too. */
  readonly nothing: readonly string[]
  readonly groups: Variable['groups']
  readonly ordered: boolean
  readonly isQuestion: boolean
}

/** The details that the definition lets out, most important first. */
export const publishedDetails = (definition: Definition): readonly Detail[] =>
  definition.privacy.publish.map((id) => detailOf(definition, id))

function detailOf({ variables, questions }: Definition, id: Id): Detail {
  const variable = variables.find((candidate) => candidate.id === id)
  if (variable !== undefined) {
    const { title, values, groups } = variable
    const nothing = [NOTHING.noReply, NOTHING.error]
    return { id, title, values, nothing, groups, ordered: areAscending(values), isQuestion: false }
  }
  const question = questions.find((candidate) => candidate.id === id)
  if (question?.kind !== 'single')
    throw new Error(`${id} is neither a variable nor a question with one answer`)
  const { text, answers, ordered } = question
  const nothing = [NOTHING.notAsked, NOTHING.noReply, NOTHING.error]
  return {
    ...{ id, title: text, values: answers, nothing, groups: [] },
    ...{ ordered: ordered || areAscending(answers), isQuestion: true },
  }
}

/** Whether values stand in an order that their first numbers say: "16 to 24", "25 to 34". */
function areAscending(values: readonly string[]): boolean {
  const numbers = values.map((value) => Number(/\d+/.exec(value)?.[0] ?? Number.NaN))
  return values.length > 2 && numbers.every((one, index) => index === 0 || one >= (numbers[index - 1] ?? 0))
}

/** A detail's values and what stands where it has none; both identify, so both count as values. In the order of the type of its column. */
export const codeList = ({ values, nothing }: Detail): readonly string[] => [...values, ...nothing]

/** The details as what anonymising works on, with their levels: labels, then coarser groups. */
export function identifyingVariables(definition: Definition): readonly Identifying[] {
  const tabulated = tabulatedNames(definition)
  return publishedDetails(definition).map((detail) => {
    const values = codeList(detail)
    return {
      id: detail.id,
      levels: [values, ...detail.groups.map((groups) => values.map((value) => groupOf(groups, value)))],
      ordered: detail.ordered,
      tabulated: detail.isQuestion || tabulated.has(detail.id),
    }
  })
}

/** Whatever tells people apart whose answers are in tables: variables of breakdowns, populations, bases, routing, weights. */
function tabulatedNames({ questions, populations, tables, weighting }: Definition): ReadonlySet<Id> {
  const conditions: readonly (Condition | undefined)[] = [
    ...populations.map(({ where }) => where),
    ...questions.map(({ askedIf }) => askedIf),
    ...questions.map(({ base }) => (base.of === 'rule' ? base.rule : undefined)),
  ]
  return new Set([
    ...tables.breakdowns.flat(),
    ...tables.banners.flat(),
    ...conditions.flatMap((condition) => Object.keys(condition ?? {})),
    ...(weighting?.rake ?? []).map(({ variable }) => variable),
  ])
}

/** The coarser label of a value, or itself where no group has it. */
function groupOf(groups: Readonly<Record<string, readonly string[]>>, value: string): string {
  const found = Object.entries(groups).find(([, members]) => members.includes(value))
  return found?.[0] ?? value
}
