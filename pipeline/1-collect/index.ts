/**
 * Collect (GSBPM 4). In: the files of a consultation as received. Out: submissions, file by file: how
 * to read each, and which of its columns is what. Every column is mapped, identifying, or ignored by
 * name; an unknown one is refused. Does not belong here: changing or judging a value (2-clean).
 */
import { PRINTED_COLUMNS, type SubmissionSource, type Submissions, seal, WAVE_COLUMNS } from '../artefacts.ts'
import { type Definition, optionColumn, type Question, type SourceFile } from '../definition/index.ts'
import type { Engine } from '../engine/index.ts'
import { type Checked, hasErrors, type Issue, Refused } from '../issues.ts'
import type { WantedColumn } from './column-mapping.ts'
import { type Inspection, inspectSource, type Planned } from './inspect-source.ts'
import { type CollectFolders, openSource, type PlatformFile } from './open-source.ts'
import { decisionSheets, namedColumns, openOwnSheets, ownSheets } from './own-sheets.ts'
import type { LayoutColumn } from './platforms/index.ts'
import { wantedColumns } from './wanted-columns.ts'

export { type OpenedExport, openExport } from './open-export.ts'
export type { CollectFolders } from './open-source.ts'
export { isDecisions } from './own-sheets.ts'
export type { Layout, LayoutColumn, Platform } from './platforms/index.ts'
export type Inspections = readonly Inspection[]

/** Looks at every file once: is it there, what is it, its checksum. Nothing is read for its content. */
export async function inspectSources(definition: Definition, raw: string): Promise<Inspections> {
  const inspections: Inspection[] = []
  for (const planned of sourcesOf(definition)) inspections.push(await inspectSource(planned, raw))
  return inspections
}

/** The same for sheets with decisions, where an earlier run has left them in this private folder. */
export async function inspectDecisions(definition: Definition, folder: string): Promise<Inspections> {
  const inspections: Inspection[] = []
  for (const planned of decisionSheets(definition)) {
    const inspection = await inspectSource(planned, folder)
    const missing = inspection.issues.some(({ code }) => code === 'collect/missing-file')
    if (!missing) inspections.push(inspection)
  }
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
    source: PlatformFile | undefined,
    wanted: (columns: readonly LayoutColumn[]) => readonly WantedColumn[],
  ): Promise<SubmissionSource | undefined> => {
    const inspection = inspections.find(({ source: one }) => one === source)
    if (source === undefined || inspection === undefined || hasErrors(inspection.issues)) return undefined
    const opened = await openSource(engine, source, inspection, wanted, folders)
    issues.push(...opened.issues)
    return opened.value
  }
  const openAs = (kind: 'frame' | 'aliases' | 'invitees' | 'response', source: SourceFile | undefined) =>
    open(source, (columns) => (source === undefined ? [] : wantedColumns(definition, kind, source, columns)))
  const frame = await openAs('frame', definition.frame)
  const aliases = await openAs('aliases', definition.frame?.aliases)
  const invitees = await openAs('invitees', definition.invitees)
  const responses: SubmissionSource[] = []
  for (const source of definition.responses) {
    const opened = await openAs('response', source)
    if (opened !== undefined) responses.push(opened)
  }
  const waves: SubmissionSource[] = []
  for (const { source } of inspections.filter(({ purpose }) => purpose === 'wave')) {
    const opened = await open(source, () => namedColumns(WAVE_COLUMNS))
    if (opened !== undefined) waves.push(opened)
  }
  const sheets = await openOwnSheets(definition, inspections, open)
  const printed = await open(sourceAs(inspections, 'printed'), () => namedColumns(PRINTED_COLUMNS))
  issues.push(...neverAsked(definition, responses))
  if (hasErrors(issues)) throw new Refused(issues)
  const value = seal<Submissions>({
    ...(frame === undefined ? {} : { frame }),
    ...(invitees === undefined ? {} : { invitees }),
    responses,
    ...(aliases === undefined ? {} : { aliases }),
    waves,
    ...sheets,
    ...(printed === undefined ? {} : { printed }),
  })
  return { value, issues }
}

const sourceAs = (inspections: Inspections, purpose: Inspection['purpose']): SourceFile | undefined =>
  inspections.find((one) => one.purpose === purpose)?.source

/** Every file the definition names, each once, with its plan. */
function sourcesOf(definition: Definition): readonly Planned[] {
  const { frame, invitees, responses, printed, waves } = definition
  const files = [frame, frame?.aliases, invitees, ...responses].filter((source) => source !== undefined)
  const tables = (file: string): PlatformFile => ({
    file,
    columns: {},
    identifying: [],
    ignore: [],
    othersIgnored: true,
  })
  return [
    ...files.map((source) => ({ source, purpose: 'plan' as const })),
    ...(printed === undefined ? [] : [{ source: tables(printed), purpose: 'printed' as const }]),
    ...waves.map(({ file }) => ({ source: tables(file), purpose: 'wave' as const })),
    ...ownSheets(definition),
  ]
}

/** A question that no file carries would publish a column of nothing. */
function neverAsked(definition: Definition, responses: readonly SubmissionSource[]): readonly Issue[] {
  if (responses.length < definition.responses.length) return []
  const isCarried = (question: Question) => {
    if (question.kind === 'open' && question.beside !== undefined) return true
    const options = 'answers' in question ? question.answers : []
    const names = [question.id, ...options.map((_, index) => optionColumn(question.id, index))]
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
