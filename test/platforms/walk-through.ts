import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { respondents } from './answers.ts'
import { writeExport } from './write.ts'

/** The export of the README's walk-through: synthetic, as SmartSurvey writes it. */
export const WALK_THROUGH = join(import.meta.dirname, '../golden/walk-through/library-survey.csv')

/** Its text. The marks that tests search for elsewhere are made plain words. */
export const walkThroughExport = (): string =>
  new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(writeExport('smartsurvey', respondents()).bytes)
    .replaceAll('CANARY.', 'person.')
    .replaceAll('CANARY ', '')

if (process.argv[1] === import.meta.filename) writeFileSync(WALK_THROUGH, walkThroughExport())
