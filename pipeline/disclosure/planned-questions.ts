import {
  answerColumns,
  type Condition,
  codedQuestions,
  type Definition,
  type Question,
  type TextTheme,
  themeQuestion,
} from '../definition/index.ts'
import { NO_REPLY, type PlannedQuestion, type PlannedRoute } from './tabulation-plan.ts'

/** A question as its table counts it: rows, base, who was asked, and where its answers stand in the published rows. */
export function plannedQuestion(definition: Definition, question: Question): PlannedQuestion {
  const { id, nets, base, askedIf = {}, kind } = question
  const answers = labelsOf(question)
  const routes = routesOf(definition, askedIf)
  const counted = (base.of === 'rule' ? routesOf(definition, base.rule) : []).map((route) => ({
    ...route,
    counts: true as const,
  }))
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
    askedIf: [...routes, ...counted],
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
export const plannedThemes = (definition: Definition): readonly PlannedQuestion[] =>
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
export const labelsOf = (question: Question): readonly string[] =>
  answerColumns(question).flatMap(({ option, labels }) => (option === undefined ? labels : [option]))
