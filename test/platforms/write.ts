import type { Platform } from '../../pipeline/1-collect/platforms/index.ts'
import type { Respondent } from './answers.ts'
import type { Format } from './format.ts'
import { citizenSpace } from './formats/citizen-space.ts'
import { googleForms } from './formats/google-forms.ts'
import { kobotoolbox } from './formats/kobotoolbox.ts'
import { limesurvey } from './formats/limesurvey.ts'
import { microsoftForms } from './formats/microsoft-forms.ts'
import { qualtrics } from './formats/qualtrics.ts'
import { smartsurvey } from './formats/smartsurvey.ts'
import { snap } from './formats/snap.ts'
import { surveyjs } from './formats/surveyjs.ts'
import { surveymonkey, surveymonkeyCondensed } from './formats/surveymonkey.ts'

/** Exports that can be written; SurveyMonkey has two forms. */
export type ExportName = Platform | 'surveymonkey condensed'

const FORMATS: Readonly<Record<ExportName, () => Format>> = {
  qualtrics,
  surveymonkey,
  'surveymonkey condensed': surveymonkeyCondensed,
  smartsurvey,
  'citizen space': citizenSpace,
  limesurvey,
  'microsoft forms': microsoftForms,
  'google forms': googleForms,
  kobotoolbox,
  snap,
  surveyjs,
}

export const EXPORTS: readonly ExportName[] = [
  'qualtrics',
  'surveymonkey',
  'surveymonkey condensed',
  'smartsurvey',
  'citizen space',
  'limesurvey',
  'microsoft forms',
  'google forms',
  'kobotoolbox',
  'snap',
  'surveyjs',
]

/** The platform to name in a definition for an export. */
export const platformOf = (name: ExportName): Platform =>
  name === 'surveymonkey condensed' ? 'surveymonkey' : name

/**
 * The answers as the platform exports them. Strays are written where the platform keeps such rows, and
 * are no part of the file elsewhere. The same answers give the same bytes.
 */
export function writeExport(
  name: ExportName,
  answers: readonly Respondent[],
): { readonly file: string; readonly bytes: Uint8Array } {
  const { file, keeps, bytes } = FORMATS[name]()
  return { file, bytes: bytes(answers.filter(({ stray }) => stray === undefined || keeps.includes(stray))) }
}
