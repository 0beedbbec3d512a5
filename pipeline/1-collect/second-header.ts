/**
 * Whether the second record of a file is a row of headings too, as survey platforms write them, so that it
 * would count as a response: words that only platforms write (“Open-Ended Response”, `{"ImportId":`, tags
 * such as `#adm1`), options under blank headings, or wordings under codes. A number, date or e-mail
 * address in it says no, and so does a third record that is of the same kind: better to miss an odd
 * export, whose blank headings are refused anyway, than to take a person for a heading.
 *
 * `records` are the first of the file, the first row of headings among them.
 */
export function looksLikeHeader(records: readonly (readonly string[])[]): boolean {
  const [first = [], second = [], third] = records.map((record) => record.map((cell) => cell.trim()))
  const filled = second.filter((cell) => cell !== '')
  if ([...second, ...(third ?? [])].some((cell) => IMPORT_ID.test(cell))) return true
  if (filled.length < 2 || second.some((cell) => isData(cell))) return false
  if (filled.every((cell) => TAG.test(cell))) return true
  if (third === undefined)
    return filled.length > 2 && filled.every((cell) => PLATFORM_WORDS.has(cell.toLowerCase()))
  const changes = third.some((cell) => isData(cell))
  return changes && (saysResponse(second) || namesOptions(first, second) || wordsCodes(first, second))
}

/** What SurveyMonkey writes below a question that has one column. */
const PLATFORM_WORDS: ReadonlySet<string> = new Set([
  'response',
  'open-ended response',
  'other (please specify)',
])

const saysResponse = (second: readonly string[]): boolean =>
  second.filter((cell) => PLATFORM_WORDS.has(cell.toLowerCase())).length > 1 ||
  second.includes('Open-Ended Response')

/** Blank headings, at least two, and nearly all of them with a text below that no other of them has. */
function namesOptions(first: readonly string[], second: readonly string[]): boolean {
  const below = second.filter((_, index) => (first[index] ?? '') === '')
  const labels = new Set(below.filter((cell) => cell !== ''))
  return below.length > 1 && labels.size * 10 >= below.length * 9 && first.some((cell) => cell !== '')
}

/** Codes in the first row, and in the second what they stand for: questions, most of them. */
function wordsCodes(first: readonly string[], second: readonly string[]): boolean {
  const asked = second.filter((cell, index) => cell.endsWith('?') && CODE.test(first[index] ?? ''))
  return asked.length > 1 && asked.length * 2 > second.filter((cell) => cell !== '').length
}

const IMPORT_ID = /^\{\s*"ImportId"\s*:/
/** Humanitarian Exchange Language, as KoboToolbox can add it. */
const TAG = /^#[a-z][a-z0-9_]*(?:\s*\+\s*[a-z0-9_]+)*$/i
const CODE = /^[A-Za-z]{1,10}[._]?\d{1,3}(?:[._-]?[A-Za-z0-9]{1,5})*$/

const isData = (cell: string): boolean => DATA.some((pattern) => pattern.test(cell))

const DATA: readonly RegExp[] = [
  // Numbers, amounts, percentages.
  /^[-+−]?[£$€]?\s?\d[\d,. ]*%?$/,
  // Dates and times.
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ,].*)?$/,
  /^\d{1,2}:\d{2}(?::\d{2})?$/,
  // E-mail, IPv4 and web addresses; identifiers of responses.
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  /^\d{1,3}(?:\.\d{1,3}){3}$/,
  /^https?:\/\//i,
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  /^R_[A-Za-z0-9]{10,}$/,
]
