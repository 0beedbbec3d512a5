import {
  answerColumns,
  type Condition,
  codedQuestions,
  type Definition,
  type Id,
  type Question,
  type TextTheme,
  themeQuestion,
} from '../definition/index.ts'
import type { Field } from '../fields.ts'
import { type ProfileName, type RiskModel, riskModel } from '../policy.ts'
import type { GroupOfRespondents, Table } from '../tables.ts'
import { type PlannedRows, plannedRows } from './planned-rows.ts'

/**
 * How the tables of a release hang together: what anybody may know, because the release says it. Written
 * into each release as `tabulation-plan.json`, so that whoever attacks or re-uses it need not guess.
 */
export interface TabulationPlan {
  readonly profile: ProfileName
  /** The thresholds in force; the rules are public, the answers are not. */
  readonly rules: RiskModel
  /** Most that a rounded count lies from the true one; 0 where counts are not rounded. */
  readonly roundedWithin: number
  readonly questions: readonly PlannedQuestion[]
  readonly populations: readonly {
    readonly id: Id
    readonly where: Condition
    /** Whether it rests on answers, which nobody else knows. */
    readonly answers?: true
  }[]
  /** What stands in the column `population` of the tables, taken apart. */
  readonly groups: readonly PlannedGroup[]
  /** Values of each variable that tables are broken down by or that populations rest on. */
  readonly variables: readonly { readonly id: Id; readonly values: readonly string[] }[]
  /** Variables that stand in the published responses, as published. */
  readonly published: readonly Id[]
  /** Of these, values that were put together: variable -> label -> the values it stands for. */
  readonly recoded?: Readonly<Record<Id, Readonly<Record<string, readonly string[]>>>>
  /** Whether tables count people of whom no row leaves. */
  readonly somePeopleWithoutRow?: true
  /** What stands in the published responses, also where tables are not compared with it; releases of before lack it. */
  readonly rows?: PlannedRows
  /** Table -> the question it counts, or whose scores it averages. */
  readonly tables: readonly {
    readonly id: string
    readonly question: Id
    readonly of: 'answers' | 'scores'
  }[]
}

export interface PlannedQuestion {
  readonly id: Id
  /** Whether each respondent in the base is in one row, in any number of them, or (what is ranked first) in one at most. */
  readonly rows: 'one' | 'several' | 'ranked'
  /** The rows: answers, then "no reply" where it is in the base. */
  readonly answers: readonly string[]
  readonly nets: Readonly<Record<string, readonly string[]>>
  /** Rows whose people are all in another row too: that of a sub-theme -> that of its theme. */
  readonly within?: Readonly<Record<string, string>>
  readonly base: 'answered' | 'asked' | 'rule'
  /** Asked, or counted, only of those who gave any (or all) of these answers to each of these questions. */
  readonly askedIf: readonly PlannedRoute[]
  /** Whether the base is all those: everybody who was asked, and nothing else led to it. */
  readonly exactly?: true
  /** Columns of the published responses whose answers say, alone or with other conditions, who is asked. */
  readonly routedBy?: readonly string[]
  /** Nobody may learn that all, or all but one, of a small group gave the same answer. */
  readonly sensitive?: true
  /** Percentages are weighted: they stand for no counts. */
  readonly weighted: boolean
  /** What answers count in a mean of scores; absent where no mean is of scores. */
  readonly scores?: Readonly<Record<string, number>>
  /** Where each row stands in the published responses: who holds this value in this column. */
  readonly columns: readonly { readonly row: string; readonly name: string; readonly value: string }[]
  /** Values that say that a respondent is in the base, in any of these columns. */
  readonly replies: readonly string[]
}

/** Answers to an earlier question that lead to a later one. */
export interface PlannedRoute {
  readonly question: Id
  readonly how: 'any' | 'all'
  readonly answers: readonly string[]
}

/** A group that columns of tables show. */
export interface PlannedGroup extends GroupOfRespondents {
  readonly id: string
}

/** Row that a base of all who were asked has besides the answers. */
export const NO_REPLY = 'No reply'

/** What leaves of the responses beside the tables. */
export interface RowsBeside {
  readonly rows: number
  /** Responses that are counted. */
  readonly responses: number
  readonly classes: { readonly leftOut: ReadonlySet<Id> }
  readonly fields: readonly Field[]
}

/** The plan of a definition, of the tables made from it, and of the rows that leave beside them. */
export function planOf(
  definition: Definition,
  tables: readonly Table<unknown>[],
  beside?: RowsBeside,
): TabulationPlan {
  const { privacy, populations, variables, responses, questions } = definition
  const groups = new Map(
    tables.flatMap(({ columns }) =>
      columns.flatMap(({ population, group }) => (group === undefined ? [] : [[population, group]])),
    ),
  )
  const named = new Set([
    ...[...groups.values()].flatMap(({ values }) => Object.keys(values)),
    ...populations.flatMap(({ where = {} }) => Object.keys(where)),
  ])
  const isInRows = (id: Id) => beside?.classes.leftOut.has(id) !== true && !privacy.publish.includes(id)
  const files = { id: 'source', values: responses.map(({ file }) => file) }
  const asked = questions.map((question) => ({ id: question.id, values: labelsOf(question) }))
  return {
    profile: privacy.profile,
    // Where no row leaves, whatever the reason, the tables stand alone.
    rules: { ...riskModel(privacy), ...(beside?.rows === 0 ? { microdata: 0 } : {}) },
    roundedWithin: 0,
    questions: [
      ...questions
        .filter((question) => answerColumns(question).length > 0)
        .map((question) => plannedQuestion(definition, question))
        .map((planned) => (isInRows(planned.id) ? planned : { ...planned, columns: [], replies: [] })),
      ...plannedThemes(definition),
    ],
    populations: populations.map(({ id, where = {} }) => ({
      id,
      where,
      ...(questions.some((question) => Object.hasOwn(where, question.id)) ? { answers: true as const } : {}),
    })),
    groups: [...groups].map(([id, group]) => ({ id, ...group })),
    variables: [...variables, ...asked, files]
      .filter(({ id }) => named.has(id))
      .map(({ id, values }) => ({ id, values })),
    published: riskModel(privacy).microdata === 0 || beside?.rows === 0 ? [] : privacy.publish,
    ...recodedIn(beside?.fields ?? []),
    ...(beside !== undefined && beside.rows > 0 && beside.rows < beside.responses
      ? { somePeopleWithoutRow: true as const }
      : {}),
    tables: tables.flatMap(({ id, kind, question, of, columns }): TabulationPlan['tables'] => {
      if (question === undefined || kind === 'response rate') return []
      if (of === undefined) return [{ id, question, of: 'answers' }]
      return columns.some(({ statistic }) => statistic === 'estimate') ? [{ id, question, of: 'scores' }] : []
    }),
    ...(riskModel(privacy).microdata === 0 || beside?.rows === 0
      ? {}
      : { rows: plannedRows(definition, isInRows) }),
  }
}

/** Values that rows put together, as the fields of the rows say. */
function recodedIn(fields: readonly Field[]): Pick<TabulationPlan, 'recoded'> {
  const recoded = fields.flatMap(({ name, merged }) =>
    merged === undefined
      ? []
      : [[name, Object.fromEntries(merged.map(({ label, standsFor }) => [label, standsFor]))] as const],
  )
  return recoded.length === 0 ? {} : { recoded: Object.fromEntries(recoded) }
}

function plannedQuestion(definition: Definition, question: Question): PlannedQuestion {
  const { id, nets, base, askedIf = {}, kind } = question
  const answers = labelsOf(question)
  const routes = routesOf(definition, askedIf)
  const exactly = base.of === 'asked' && routes.length === 1 && Object.keys(askedIf).length === 1
  const routedBy = definition.questions
    .filter((one) => one.id in askedIf)
    .flatMap((one) => answerColumns(one).map(({ name }) => name))
  return {
    id,
    rows: kind === 'multiple' ? 'several' : kind === 'ranking' ? 'ranked' : 'one',
    answers: base.of === 'asked' ? [...answers, NO_REPLY] : answers,
    nets,
    base: base.of,
    askedIf: [...routes, ...(base.of === 'rule' ? routesOf(definition, base.rule) : [])],
    ...(exactly ? { exactly: true as const } : {}),
    ...(routedBy.length === 0 ? {} : { routedBy }),
    ...(question.sensitive ? { sensitive: true as const } : {}),
    weighted: definition.weighting !== undefined,
    ...(kind === 'single' && question.statistics.includes('mean') ? { scores: question.scores } : {}),
    columns: answerColumns(question).flatMap(({ name, option, labels, kind: of }) =>
      option === undefined
        ? labels.map((label) => ({ row: label, name, value: label }))
        : [{ row: option, name, value: of === 'ticked' ? 'true' : '1' }],
    ),
    replies: [...new Set(answerColumns(question).flatMap(({ labels }) => labels))],
  }
}

/** The parts of a condition that are about answers which tables count. */
const routesOf = (definition: Definition, condition: Condition): readonly PlannedRoute[] =>
  Object.entries(condition).flatMap(([name, { how, labels }]): readonly PlannedRoute[] => {
    const before = definition.questions.find((one) => one.id === name)
    if (before === undefined || (before.kind !== 'single' && before.kind !== 'multiple')) return []
    const all = labelsOf(before)
    switch (how) {
      case 'any':
      case 'all':
        return [{ question: name, how, answers: labels }]
      case 'answered':
        return [{ question: name, how: 'any', answers: all }]
      default:
        return before.kind === 'multiple'
          ? []
          : [{ question: name, how: 'any', answers: all.filter((label) => !labels.includes(label)) }]
    }
  })

/** Themes that people coded answers to, as questions with several answers, of which no column is published. */
const plannedThemes = (definition: Definition): readonly PlannedQuestion[] =>
  (definition.openText?.coders ?? []).length === 0
    ? []
    : codedQuestions(definition).map((question) => ({
        ...plannedQuestion(definition, themeQuestion(question)),
        columns: [],
        replies: [],
        within: withinThemes(question.themes),
      }))

/** Whoever mentions a sub-theme mentions its theme. */
const withinThemes = (themes: readonly TextTheme[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    themes.flatMap(({ label, parent }) => {
      const whole = themes.find(({ code }) => code === parent)
      return parent === undefined || whole === undefined ? [] : [[label, whole.label]]
    }),
  )

/** The rows of a question's table that are answers; for a ranking, the items ranked first. */
const labelsOf = (question: Question): readonly string[] =>
  answerColumns(question).flatMap(({ option, labels }) => (option === undefined ? labels : [option]))
