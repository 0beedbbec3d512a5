import schema from '../../schemas/consultation.schema.json' with { type: 'json' }
import type { Checked } from '../issues.ts'
import { checkChannels } from './check/channels.ts'
import { checkConditions } from './check/conditions.ts'
import { checkDates } from './check/dates.ts'
import { checkDescription } from './check/description.ts'
import { checkFiles } from './check/files.ts'
import { checkIds } from './check/ids.ts'
import { checkLabels } from './check/labels.ts'
import { checkOpenText } from './check/open-text.ts'
import { checkPersonalFacts } from './check/personal-facts.ts'
import { checkPrivacy } from './check/privacy.ts'
import { checkQuestions } from './check/questions.ts'
import { checkRecode } from './check/recode.ts'
import { checkRouting } from './check/routing.ts'
import { checkTables } from './check/tables.ts'
import { checkThemes } from './check/themes.ts'
import { checkVariables } from './check/variables.ts'
import { checkWaves } from './check/waves.ts'
import { checkWeighting } from './check/weighting.ts'
import { faultIssues } from './fault.ts'
import { fill } from './fill/definition.ts'
import type { WrittenDefinition } from './fill/written.ts'
import type { Definition } from './model.ts'
import { readWritten } from './read-written.ts'

/**
 * Reads the text of `consultation.yaml` in three steps, each only when the one before is right: as YAML,
 * as the shape that `schemas/consultation.schema.json` describes, and as names that must agree with
 * each other. `id` is the name of its folder. Out comes the definition with every default filled in,
 * or what is wrong with it, in the order of the file and with line numbers.
 */
export function readDefinition(text: string, file: string, id: string): Checked<Definition | undefined> {
  const { value: written, issues: wrong, place } = readWritten<WrittenDefinition>(text, file, schema)
  if (written === undefined) return { value: undefined, issues: wrong }
  const definition = fill(written, id)
  const issues = faultIssues(
    CHECKS.flatMap((check) => check(definition)),
    place,
    file,
  )
  return { value: issues.length === 0 ? definition : undefined, issues }
}

const CHECKS = [
  checkIds,
  checkDates,
  checkDescription,
  checkFiles,
  checkLabels,
  checkVariables,
  checkPrivacy,
  checkPersonalFacts,
  checkQuestions,
  checkConditions,
  checkRouting,
  checkTables,
  checkRecode,
  checkChannels,
  checkWeighting,
  checkWaves,
  checkThemes,
  checkOpenText,
]
