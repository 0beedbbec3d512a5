/**
 * Collect (GSBPM 4). In: the files of a consultation as received. Out: submissions, file by file: how
 * to read each, and which of its columns is what. Every column is mapped, identifying, or ignored by
 * name; an unknown one is refused. Does not belong here: changing or judging a value (2-clean).
 */
import { PRINTED_COLUMNS, type SubmissionSource, type Submissions, seal } from '../artefacts.ts'
import { answerColumns, type Definition, type Question, type SourceFile } from '../definition/index.ts'
import type { Engine } from '../engine/index.ts'
import { type Checked, hasErrors, type Issue, Refused } from '../issues.ts'
import type { WantedColumn } from './column-mapping.ts'
import { type Inspection, inspectSource } from './inspect-source.ts'
import { type CollectFolders, openSource } from './open-source.ts'
import { wantedColumns } from './wanted-columns.ts'

export type { CollectFolders } from './open-source.ts'
export type Inspections = readonly Inspection[]

/** Looks at every file once: is it there, what is it, its checksum. Nothing is read for its content. */
export async function inspectSources(definition: Definition, raw: string): Promise<Inspections> {
  const inspections: Inspection[] = []
  for (const source of sourcesOf(definition)) inspections.push(await inspectSource(source, raw))
  return inspections
}

/** What the inspections found wrong. */
export const readingIssues = (inspections: Inspections): readonly Issue[] =>
  inspections.flatMap(({ issues }) => issues)

/** Throws `Refused` with everything that is wrong with any file, not just the first. */
export async function collect(
  engine: Engine,
  definition: Definition,
  inspections: Inspections,
  folders: CollectFolders,
): Promise<Checked<Submissions>> {
  const issues: Issue[] = [...readingIssues(inspections)]
  const open = async (
    source: SourceFile | undefined,
    wanted: readonly WantedColumn[],
  ): Promise<SubmissionSource | undefined> => {
    const inspection = inspections.find(({ source: one }) => one === source)
    if (source === undefined || inspection === undefined || hasErrors(inspection.issues)) return undefined
    const opened = await openSource(engine, source, inspection, wanted, folders)
    issues.push(...opened.issues)
    return opened.value
  }
  const frame = await open(
    definition.frame,
    definition.frame ? wantedColumns(definition, 'frame', definition.frame) : [],
  )
  const invitees = await open(
    definition.invitees,
    definition.invitees ? wantedColumns(definition, 'invitees', definition.invitees) : [],
  )
  const responses: SubmissionSource[] = []
  for (const source of definition.responses) {
    const opened = await open(source, wantedColumns(definition, 'response', source))
    if (opened !== undefined) responses.push(opened)
  }
  const printed = await open(inspections.find(({ printed: one }) => one)?.source, printedColumns)
  issues.push(...neverAsked(definition, responses))
  if (hasErrors(issues)) throw new Refused(issues)
  const value = seal<Submissions>({
    ...(frame === undefined ? {} : { frame }),
    ...(invitees === undefined ? {} : { invitees }),
    responses,
    ...(printed === undefined ? {} : { printed }),
  })
  return { value, issues }
}

const printedColumns: readonly WantedColumn[] = PRINTED_COLUMNS.map((name) => ({
  name,
  heading: name,
  candidates: [],
  required: true,
}))

/** Every file the definition names, each once, with its plan. */
function sourcesOf(
  definition: Definition,
): readonly { readonly source: SourceFile; readonly printed: boolean }[] {
  const { frame, invitees, responses, printed } = definition
  const plans = [frame, invitees, ...responses].filter((source) => source !== undefined)
  const figures: SourceFile[] =
    printed === undefined
      ? []
      : [{ file: printed, columns: {}, identifying: [], ignore: ['title', 'base_description'] }]
  return [
    ...plans.map((source) => ({ source, printed: false })),
    ...figures.map((source) => ({ source, printed: true })),
  ]
}

/** A question that no file carries would publish a column of nothing. */
function neverAsked(definition: Definition, responses: readonly SubmissionSource[]): readonly Issue[] {
  if (responses.length < definition.responses.length) return []
  const isCarried = (question: Question) => {
    const names = [question.id, ...answerColumns(question).map(({ name }) => name)]
    return responses.some(({ columns }) => names.some((name) => columns.has(name)))
  }
  return definition.questions
    .filter((question) => !isCarried(question))
    .map(({ id }) => ({
      code: 'collect/question-without-column',
      severity: 'error',
      concern: 'definition',
      message: 'No response file has a column for this question.',
      advice: `Name its heading under \`columns:\` of a response file (${id}: …), or word it as in the file.`,
      file: 'consultation.yaml',
      column: `questions.${id}`,
    }))
}
