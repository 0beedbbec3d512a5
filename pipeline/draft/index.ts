/**
 * Draft of a definition. In: an export as read (a relation of VARCHAR columns) and how its platform lays it
 * out. Out: `consultation.yaml` as text, valid as it stands, with a question wherever it guessed. Labels are
 * taken from closed questions alone. Does not belong here: reading files, and deciding anything for good.
 */
export type { Draft } from './draft.ts'
export { draftDefinition } from './draft-definition.ts'
export { type DraftInput, draftFrom } from './draft-from.ts'
export type { ExportFacts } from './facts.ts'
export type { ColumnProfile, ExportColumn } from './profile.ts'
export { profileColumns } from './profile-columns.ts'
export { surveyName } from './survey-name.ts'
export { questionsIn } from './yaml/comments.ts'
export { draftYaml } from './yaml/draft-yaml.ts'
