import { codedQuestions, type Definition, type Question, themeId } from '../../definition/index.ts'
import type { ReleasedTable } from './columns.ts'
import type { Manner } from './labels-en.ts'

/** A question as its table shows it. */
export interface Asked {
  readonly id: string
  /** The question as it was put; of a grid the whole. */
  readonly text: string
  /** Which row of the grid; absent where there is none. */
  readonly item?: string
  readonly manner: Manner
  /** Rows that are answers, themes or items; nets and totals are not among them. */
  readonly answers: readonly string[]
  /** Net -> its answers. */
  readonly nets: Readonly<Record<string, readonly string[]>>
  /** Whether only some were asked. */
  readonly routed: boolean
  /** Id of the grid it is a row of; its own id otherwise. */
  readonly grid: string
}

/** The question of a table of answers or themes; undefined for any other table. */
export function askedIn(definition: Definition, table: ReleasedTable): Asked | undefined {
  if (table.question === undefined || table.of !== undefined) return undefined
  const coded = codedQuestions(definition).find(({ id }) => themeId(id) === table.question)
  const question = coded ?? definition.questions.find(({ id }) => id === table.question)
  if (question === undefined) return undefined
  const themes = (coded?.themes ?? []).flatMap(({ parent, label }) => (parent === undefined ? [label] : []))
  const nets = coded === undefined ? question.nets : {}
  const rows = table.rows.map(({ label }) => label)
  const hasTotal = question.kind !== 'multiple' && question.kind !== 'ranking'
  return {
    id: question.id,
    ...(question.kind === 'single' && question.matrix !== undefined
      ? question.matrix
      : { text: question.text }),
    manner: coded === undefined ? MANNERS[question.kind] : 'mentioned',
    // Of themes only the main ones are of a kind: who mentions a part mentions the whole.
    answers:
      coded === undefined
        ? rows.filter((row) => !(hasTotal && row === 'Total') && !Object.hasOwn(nets, row))
        : themes,
    nets,
    routed: question.askedIf !== undefined,
    grid: question.kind === 'single' && question.matrix !== undefined ? question.matrix.text : question.id,
  }
}

const MANNERS: Readonly<Record<Question['kind'], Manner>> = {
  single: 'answered',
  multiple: 'chose',
  ranking: 'ranked',
  number: 'answered',
  open: 'mentioned',
}
