import type { Issue } from '../issues.ts'
import type { TextInspection } from './inspect-text.ts'
import type { TextProblem } from './judge-text.ts'

/** Whether the file is a container that `readSpreadsheet` should be asked about. */
export const mayBeWorkbook = ({ problem }: TextInspection): boolean => problem === 'zip' || problem === 'ole'

/**
 * What an inspection found wrong, in words. A possible workbook is nothing wrong: the spreadsheet
 * reader judges it. A declared one-byte encoding on a file that is UTF-8 earns a warning, for it
 * would read every accented letter as two.
 */
export function explainInspection(inspection: TextInspection): readonly Issue[] {
  const { problem, encoding, validUtf8, ascii } = inspection
  if (mayBeWorkbook(inspection)) return []
  if (problem !== undefined) return [explain(problem, inspection)]
  if (encoding.startsWith('utf-') || !validUtf8 || ascii) return []
  return [
    {
      code: 'collect/encoding-doubtful',
      severity: 'warning',
      concern: 'definition',
      message: `The file is declared as ${encoding} but is well-formed UTF-8.`,
      advice: 'Remove `encoding:` from the definition unless you are sure of it.',
    },
  ]
}

const EXPORT_AGAIN = 'Export the file again, as CSV UTF-8 or as a workbook.'
const STATE_ENCODING =
  'Export the file again as CSV UTF-8, or state its encoding with `encoding:` in the definition.'

const LABELS = 'The answers must be written as labels, not as codes.'

const WORDS: Readonly<Record<TextProblem, readonly [code: string, message: string, advice: string]>> = {
  empty: ['empty-file', 'The file is empty.', EXPORT_AGAIN],
  blank: ['empty-file', 'The file holds nothing but white space.', EXPORT_AGAIN],
  zip: ['not-csv', 'The file is a ZIP archive, not CSV.', EXPORT_AGAIN],
  ole: ['not-csv', 'The file is an old Office document, not CSV.', EXPORT_AGAIN],
  pdf: ['not-csv', 'The file is a PDF, not CSV.', EXPORT_AGAIN],
  gzip: ['not-csv', 'The file is compressed with gzip.', 'Unpack it first.'],
  archive: ['not-csv', 'The file is a compressed archive.', 'Unpack it first.'],
  database: [
    'not-csv',
    'The file is a database, not CSV.',
    'Export the table with the responses as CSV UTF-8.',
  ],
  parquet: ['not-csv', 'The file is in Parquet, not CSV.', EXPORT_AGAIN],
  spss: [
    'not-csv',
    'The file is an SPSS file, not CSV.',
    `Open it in SPSS or in PSPP, which is free, and run: SAVE TRANSLATE /OUTFILE='responses.csv' /TYPE=CSV /FIELDNAMES /CELLS=LABELS. ${LABELS}`,
  ],
  stata: [
    'not-csv',
    'The file is a Stata file, not CSV.',
    `Open it in Stata and run: export delimited using responses.csv. ${LABELS}`,
  ],
  sas: [
    'not-csv',
    'The file is a SAS file, not CSV.',
    `Run in SAS: proc export data=… outfile='responses.csv' dbms=csv; run; ${LABELS}`,
  ],
  r: [
    'not-csv',
    'The file is a workspace of R, not CSV.',
    'Save the table in R with write.csv(…, row.names = FALSE).',
  ],
  'triple-s': [
    'not-csv',
    'The file is the description of a Triple-S survey; the answers are in another file.',
    `Export the survey as CSV. ${LABELS}`,
  ],
  'utf-32': ['encoding', 'The file is in UTF-32, which is not supported.', EXPORT_AGAIN],
  'nul bytes': ['binary', 'The file holds NUL bytes, which text never does: it was damaged.', EXPORT_AGAIN],
  binary: ['binary', 'The file is not text.', EXPORT_AGAIN],
  'damaged utf-8': [
    'encoding',
    'The file is UTF-8 in parts only: it was damaged, or two files of different encodings were joined.',
    STATE_ENCODING,
  ],
  'unknown encoding': [
    'encoding',
    'The file is not UTF-8, and read as Windows-1252 or Mac Roman its accented letters and signs stand where none belong.',
    STATE_ENCODING,
  ],
  'unknown declared encoding': [
    'unknown-encoding',
    'The definition declares an encoding that does not exist.',
    'Write for example `encoding: windows-1252`, or leave it out.',
  ],
  'not the declared encoding': [
    'encoding',
    'The file is not in the encoding that the definition declares.',
    'Leave `encoding:` out to have it detected, or correct it.',
  ],
}

function explain(problem: TextProblem, { encoding, invalidAt }: TextInspection): Issue {
  const [code, message, advice] = WORDS[problem]
  const located =
    problem === 'damaged utf-8' || problem === 'unknown encoding' || encoding.startsWith('utf-8')
  const where = located && invalidAt !== undefined ? ` The first such place is byte ${invalidAt + 1}.` : ''
  return {
    code: `collect/${code}`,
    severity: 'error',
    concern: problem === 'unknown declared encoding' ? 'definition' : 'data',
    message: message + where,
    advice,
    ...(problem === 'not the declared encoding' ? { expected: encoding } : {}),
  }
}
