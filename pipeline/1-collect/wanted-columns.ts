import { answerColumns, type Definition, type Question, type SourceFile } from '../definition/index.ts'
import type { WantedColumn } from './column-mapping.ts'

/** Names besides variables and questions that a source may map, by what the source is. */
const ROLES = {
  frame: ['key', 'name'],
  invitees: ['link', 'unit'],
  response: ['link', 'unit', 'unit_name', 'started', 'submitted', 'covers'],
} as const

/**
 * What to look for in a source: what its definition names must be there; in response files every
 * question is also looked for by its number, wording or id.
 */
export function wantedColumns(
  definition: Definition,
  kind: keyof typeof ROLES,
  source: SourceFile,
): readonly WantedColumn[] {
  const named = [...ROLES[kind], ...definition.variables.map(({ id }) => id)].flatMap((name) => {
    const heading = source.columns[name]
    return heading === undefined ? [] : [{ name, heading, candidates: [], required: true }]
  })
  if (kind !== 'response') return named
  return [
    ...named,
    ...definition.questions.flatMap((question, index) => questionColumns(question, index + 1, source)),
  ]
}

function questionColumns(question: Question, number: number, source: SourceFile): readonly WantedColumn[] {
  if (question.kind === 'multiple' && 'headings' in question.encoding) {
    const { headings } = question.encoding
    return answerColumns(question).map(({ name, option = '' }) => ({
      name,
      candidates: [headings[option] ?? `${question.text} - ${option}`, name],
      required: false,
    }))
  }
  const heading = source.columns[question.id]
  return [
    {
      name: question.id,
      ...(heading === undefined ? {} : { heading }),
      candidates: [`${number}. ${question.text}`, `Q${number}. ${question.text}`, question.text, question.id],
      required: heading !== undefined,
    },
  ]
}
