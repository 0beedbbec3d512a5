/**
 * Names of places and organisations, matched to the frame by stated rules, in turn: a person's decision,
 * the exact name, the name but for capitals and punctuation, another name it is known by, the name but
 * for words such as council. Nothing is guessed: what no rule matches is proposed, in a sheet, to a
 * person, whose decisions the next run applies.
 */
import type { Submissions } from '../../artefacts.ts'
import type { Engine } from '../../engine/index.ts'
import { hasErrors, type Issue } from '../../issues.ts'
import { indexNames } from './index-names.ts'
import { readAliases } from './read-aliases.ts'
import { readDecisions } from './read-decisions.ts'

export { NAME_MACROS } from './forms.ts'
export { indexNames } from './index-names.ts'
export { NAME_METHODS, nameMatchesSql } from './match-names.ts'
export { reviewSheet } from './review-sheet.ts'
export { dateFaults, existedOn, leftOut } from './validity.ts'

/** Empty relations of names, before any file is read. */
export const startNames = (engine: Engine): Promise<void> =>
  engine.run(`CREATE TABLE unit_aliases (name VARCHAR, key VARCHAR);
    CREATE TABLE decided_names (form VARCHAR, name VARCHAR, decision VARCHAR);
    CREATE TABLE name_decisions (form VARCHAR, key VARCHAR);
    CREATE TABLE names_seen (form VARCHAR, name VARCHAR, responses BIGINT)`)

/**
 * Reads other names of units and the decisions of an earlier run, after `units` and `former_units` are there,
 * and makes the index that names are matched with.
 */
export async function readNames(
  engine: Engine,
  { aliases, decisions }: Pick<Submissions, 'aliases' | 'decisions'>,
): Promise<readonly Issue[]> {
  const issues = [
    ...(aliases === undefined ? [] : await readAliases(engine, aliases)),
    ...(decisions === undefined ? [] : await readDecisions(engine, decisions)),
  ]
  if (!hasErrors(issues)) await indexNames(engine)
  return issues
}
