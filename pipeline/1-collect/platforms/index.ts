/**
 * What the exports of survey platforms look like: how their rows of headings become one heading a column,
 * which columns are the platform's own, and how cells are written. In: the first records of a file. Out: a
 * layout. Does not belong here: reading files, and what a definition makes of the columns.
 */
import { citizenSpace } from './citizen-space.ts'
import { googleForms } from './google-forms.ts'
import { kobotoolbox } from './kobotoolbox.ts'
import type { Layout, Platform } from './layout.ts'
import { limesurvey } from './limesurvey.ts'
import { microsoftForms } from './microsoft-forms.ts'
import { qualtrics } from './qualtrics.ts'
import type { PlatformReader } from './reader.ts'
import type { Records } from './records.ts'
import { smartsurvey } from './smartsurvey.ts'
import { snap } from './snap.ts'
import { surveyjs } from './surveyjs.ts'
import { surveymonkey } from './surveymonkey.ts'

export { type Layout, type LayoutColumn, PLATFORMS, type Platform } from './layout.ts'

/** The surest signs first. */
const READERS: readonly PlatformReader[] = [
  qualtrics,
  surveymonkey,
  smartsurvey,
  limesurvey,
  kobotoolbox,
  microsoftForms,
  googleForms,
  snap,
  citizenSpace,
  surveyjs,
]

/**
 * How to read a file as an export of `platform`, from its first records (up to five; the header first,
 * cells as text). Undefined where the file does not look like one.
 */
export function layoutOf(platform: Platform, records: Records): Layout | undefined {
  return READERS.find((reader) => reader.platform === platform)?.layout(records)
}

/** The layout of the platform whose signs the file bears; undefined for a plain table. */
export function recognise(records: Records): Layout | undefined {
  return READERS.find((reader) => reader.recognises(records))?.layout(records)
}

/** The platforms whose signs the file bears, the surest first. */
export function fitting(records: Records): readonly Platform[] {
  return READERS.filter((reader) => reader.recognises(records)).map(({ platform }) => platform)
}
