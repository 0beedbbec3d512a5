import { type Definition, optionColumn, type Question, type SourceFile } from '../definition/index.ts'
import type { WantedColumn } from './column-mapping.ts'
import { normaliseHeading } from './normalise-heading.ts'
import type { LayoutColumn } from './platforms/index.ts'

/** Names besides variables and questions that a source may map, by what the source is. */
const ROLES = {
  frame: ['key', 'name', 'from', 'until'],
  aliases: ['name', 'key'],
  invitees: ['link', 'unit'],
  response: [
    ...['link', 'unit', 'unit_name', 'started', 'submitted', 'covers'],
    ...['weight', 'stratum', 'cluster', 'population_size'],
    ...['reference', 'organisation_name', 'may_be_named', 'do_not_publish'],
  ],
} as const

/**
 * What to look for in a source with these columns: what its definition names must be there; in response
 * files every question is also looked for by its number, wording or id, its options and items by the
 * wording they share with it.
 */
export function wantedColumns(
  definition: Definition,
  kind: keyof typeof ROLES,
  source: SourceFile,
  columns: readonly LayoutColumn[],
): readonly WantedColumn[] {
  const named = [...ROLES[kind], ...definition.variables.map(({ id }) => id)].flatMap((name) => {
    const heading = source.columns[name]
    return heading === undefined ? [] : [{ name, heading, candidates: [], required: true }]
  })
  if (kind !== 'response') return named
  const submitted = columns.find(({ role }) => role === 'submitted')
  const bySelf: readonly WantedColumn[] =
    submitted === undefined || source.columns['submitted'] !== undefined
      ? []
      : [{ name: 'submitted', heading: submitted.heading, candidates: [], required: true }]
  return [
    ...named,
    ...bySelf,
    ...definition.questions.flatMap((question, index) =>
      questionColumns(definition, question, index + 1, source, columns),
    ),
  ]
}

function questionColumns(
  definition: Definition,
  question: Question,
  number: number,
  source: SourceFile,
  columns: readonly LayoutColumn[],
): readonly WantedColumn[] {
  if (question.kind === 'open' && question.beside !== undefined) {
    return [otherText(definition, question.id, question.beside, source, columns)]
  }
  const heading = source.columns[question.id] ?? ('matrix' in question ? question.matrix?.heading : undefined)
  const cell: WantedColumn = {
    name: question.id,
    ...(heading === undefined ? {} : { heading }),
    candidates: [
      ...('matrix' in question && question.matrix !== undefined
        ? [`${question.matrix.text} - ${question.matrix.item}`]
        : []),
      `${number}. ${question.text}`,
      `Q${number}. ${question.text}`,
      question.text,
      question.id,
      ...('matrix' in question && question.matrix !== undefined ? [question.matrix.item] : []),
    ],
    required: heading !== undefined,
  }
  const options = heading === undefined ? optionColumns(question, columns) : []
  return options.length > 0 ? options : [cell]
}

/**
 * A column for each answer or item, where the file has such columns. For one choice they count only where
 * the question has no cell of its own: the text box of "other" is worded like an option too.
 */
function optionColumns(question: Question, columns: readonly LayoutColumn[]): readonly WantedColumn[] {
  if (!('answers' in question)) return []
  const bare = (heading: string) => normaliseHeading(heading).bare
  const typed = new Set(
    columns.filter(({ role }) => role === 'other text').map(({ heading }) => bare(heading)),
  )
  const there = new Set(columns.map(({ heading }) => bare(heading)))
  const wanted = question.answers.flatMap((option, index): readonly WantedColumn[] => {
    const name = optionColumn(question.id, index)
    const stated = Object.hasOwn(question.headings, option) ? question.headings[option] : undefined
    const heading = stated ?? `${question.text} - ${option}`
    const isText = 'other' in question && question.other === option && typed.has(bare(heading))
    return isText ? [] : [{ name, candidates: [heading, name], required: false }]
  })
  const found = wanted.filter(({ candidates }) => candidates.some((candidate) => there.has(bare(candidate))))
  const stated = Object.keys(question.headings).length > 0
  if (question.kind === 'single') {
    return stated || (found.length > 1 && !there.has(bare(question.text))) ? wanted : []
  }
  return stated || found.length > 0 ? wanted : []
}

/** The words typed beside an answer: where the definition says, else where the platform puts them. */
function otherText(
  definition: Definition,
  name: string,
  beside: { readonly question: string; readonly answer: string; readonly heading?: string },
  source: SourceFile,
  columns: readonly LayoutColumn[],
): WantedColumn {
  const heading = source.columns[name] ?? beside.heading
  if (heading !== undefined) return { name, heading, candidates: [], required: false }
  const asked = definition.questions.find(({ id }) => id === beside.question)
  const text = asked?.text ?? ''
  const own = columns.filter(
    ({ role, question }) =>
      role === 'other text' && normaliseHeading(question).bare === normaliseHeading(text).bare,
  )
  const plain = asked?.kind === 'single' ? [`${text} - ${beside.answer}`] : []
  return {
    name,
    candidates: [...own.map((column) => column.heading), `${text} - ${beside.answer} - Text`, ...plain],
    required: false,
  }
}
