import { parse } from 'csv-parse/sync'
import { read, utils } from 'xlsx'
import { QUESTIONS } from './questions.ts'
import { at } from './random.ts'
import { fromWindows1252 } from './windows-1252.ts'

export type Row = Readonly<Record<string, string>>

/** A response as a right run sees it. */
export interface ReadResponse {
  readonly record: number
  readonly file: string
  readonly role: string
  readonly units: readonly Row[]
  /** Frame codes an organisation speaks for. */
  readonly covers: readonly string[]
  /** Listed answers only, to questions that were asked. */
  readonly answers: Row
}

export interface Example {
  readonly frame: readonly Row[]
  readonly invitees: readonly Row[]
  readonly platform: readonly Row[]
  readonly further: readonly Row[]
  readonly figures: readonly Row[]
}

/** The files of the example, read as text, cells as they stand. */
export function readExample(files: ReadonlyMap<string, Uint8Array>): Example {
  const bytes = (name: string): Uint8Array => files.get(name) ?? new Uint8Array()
  const csv = (text: string): Row[] => parse(text, { columns: true, record_delimiter: ['\r\n', '\n'] })
  const utf8 = (name: string): Row[] => csv(new TextDecoder().decode(bytes(name)))
  const book = read(bytes('additional-responses.xlsx'), { cellDates: true, UTC: true })
  const sheet = book.Sheets['Responses']
  if (sheet === undefined) throw new Error('No sheet Responses')
  return {
    frame: utf8('authorities.csv'),
    invitees: utf8('invitees.csv'),
    platform: csv(fromWindows1252(bytes('responses.csv'))),
    further: utils.sheet_to_json(sheet, { defval: '', raw: false, dateNF: 'yyyy-mm-dd', UTC: true }),
    figures: utf8('printed-figures.csv'),
  }
}

/**
 * The responses that count, found by the rules of the manifest and nothing the generator knows: a
 * second, plain way to the figures, against which the raw files are tested.
 */
export function countedResponses(example: Example): readonly ReadResponse[] {
  const units = new Map(example.frame.map((unit) => [cell(unit, 'Authority code'), unit]))
  const byName = new Map(example.frame.map((unit) => [nameKey(cell(unit, 'Authority name')), unit]))
  const byLink = new Map(example.invitees.map((invitee) => [cell(invitee, 'Unique link'), invitee]))
  const last = new Map<string, ReadResponse & { readonly end: string }>()
  example.platform.forEach((row, index) => {
    if (cell(row, 'End time') === '' || /^(Test|Preview)$/.test(cell(row, 'Status'))) return
    const invitee = byLink.get(cell(row, 'Unique link'))
    const named = byName.get(nameKey(cell(row, 'Your authority')))
    const codes = (invitee === undefined ? '' : cell(invitee, 'Authority code')).split(';').map(tidy)
    const home = invitee === undefined ? [named] : codes.map((code) => units.get(code))
    const found = home.filter((unit) => unit !== undefined)
    if (found.length === 0) return
    const role = invitee === undefined ? cell(row, 'Your role') : cell(invitee, 'Role')
    const key = invitee === undefined ? `record ${index}` : cell(row, 'Unique link')
    const end = sortable(cell(row, 'End time'))
    if ((last.get(key)?.end ?? '') > end) return
    const listed = { record: index + 2, file: 'responses.csv', covers: [], answers: answersOf(row) }
    last.set(key, { ...listed, end, role: capitalised(role), units: found })
  })
  const further = example.further.map((row, index) => {
    const covers = cell(row, 'Authorities covered').split(';').map(tidy).filter(Boolean)
    const answers = answersOf(row)
    return { record: index + 2, file: 'additional-responses.xlsx', role: '', units: [], covers, answers }
  })
  return [...last.values(), ...further]
}

/** A cell with its spaces, apostrophes and dashes made plain. */
export const cell = (row: Row, column: string): string => tidy(row[column] ?? '')

/** A name of an authority for comparing. */
export function nameKey(name: string): string {
  return tidy(
    name
      .toLowerCase()
      .replaceAll('&', ' and ')
      .replace(/\b(the|council)\b/g, ' '),
  )
}

function answersOf(row: Row): Row {
  const answers: Record<string, string> = {}
  for (const { id, answers: labels, askedIf } of QUESTIONS) {
    const heading = Object.keys(row).find((key) => key.startsWith(`${id.slice(1)}. `)) ?? ''
    const written = cell(row, heading)
    const asked = askedIf === undefined || askedIf.answers.includes(answers[askedIf.id] ?? '')
    const listed = labels?.find((label) => label.toLowerCase() === written.toLowerCase())
    const answer = labels === undefined ? written : listed
    if (asked && answer !== undefined && answer !== '') answers[id] = answer
  }
  return answers
}

const tidy = (text: string): string =>
  text.replaceAll('’', "'").replaceAll('–', '-').replace(/\s+/g, ' ').trim()

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()

/** Either notation as text in the order of time. */
export function sortable(time: string): string {
  const [day, clock] = [time.slice(0, 10), time.slice(11)]
  const parts = day.split('/')
  return parts.length === 3 ? `${at(parts, 2)}-${at(parts, 1)}-${at(parts, 0)} ${clock}` : `${day} ${clock}`
}
