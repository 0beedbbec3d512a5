import { createHash } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Inspections } from '../1-collect/index.ts'
import { CODING_SHEETS, CODING_TO_DO, REVIEW_SHEETS, type ReviewItem } from '../artefacts.ts'
import type { Engine } from '../engine/index.ts'
import { isCode } from './lock.ts'
import { type PrivateSheet, privateCsv, privateWorkbook } from './private-sheet/index.ts'

/** What the sheets were when they were last written: which of the two somebody has filled in since. */
const WRITTEN = 'review.json'
/** More rows are for programs: a workbook of them would not open. */
const MOST_ROWS = 50_000

/** Writes the sheet of passages and quotes to decide on, twice; removes it where there is nothing to decide. */
export async function writeReview(folder: string, items: readonly ReviewItem[]): Promise<void> {
  const contents = await writeBoth(folder, REVIEW_SHEETS, items.length === 0 ? undefined : reviewSheet(items))
  const digests = Object.fromEntries(contents.map(([file, bytes]) => [file, sha256(bytes)]))
  await writeFile(join(folder, WRITTEN), `${JSON.stringify(digests, null, 2)}\n`)
}

/**
 * Of the two review sheets the one that somebody has filled in: a decision that was taken back in it must not live on in
 * the other. Both where both were changed; where neither was they say the same.
 */
export async function filledIn(folder: string, inspections: Inspections): Promise<Inspections> {
  const written: Readonly<Record<string, string>> = await readFile(join(folder, WRITTEN), 'utf8').then(
    (text): Record<string, string> => JSON.parse(text),
    (error: unknown) => {
      if (isCode(error, 'ENOENT') || error instanceof SyntaxError) return {}
      throw error
    },
  )
  const isChanged = ({ file, sha256: now }: Inspections[number]) => written[file] !== now
  const reviewed = inspections.filter(({ purpose }) => purpose === 'reviewed')
  const keep = new Set(reviewed.some(isChanged) ? reviewed.filter(isChanged) : reviewed.slice(0, 1))
  return inspections.filter((one) => one.purpose !== 'reviewed' || keep.has(one))
}

function reviewSheet(items: readonly ReviewItem[]): PrivateSheet {
  const ordered = [
    ...items.filter(({ what }) => what === 'words'),
    ...items.filter(({ what }) => what === 'quote'),
  ]
  const choices = (row: number) =>
    ordered[row]?.what === 'words' ? ['keep', 'redact'] : ['publish', 'withhold']
  return {
    name: 'Review',
    columns: [
      { heading: 'choice', width: 12, choices },
      { heading: 'what', width: 9 },
      { heading: 'passage', width: 90 },
      { heading: 'subject', width: 32 },
      { heading: 'reason', width: 32 },
      { heading: 'if nothing is chosen', width: 22 },
      { heading: 'question', width: 12 },
      { heading: 'response', width: 22 },
      { heading: 'row of quotes', width: 15 },
      { heading: 'id', width: 28 },
    ],
    rows: ordered.map((item) => [
      item.choice ?? '',
      item.what,
      item.passage,
      item.subject,
      item.reason,
      item.needed ? 'not published' : 'redacted',
      item.question,
      item.response,
      String(item.row),
      item.id,
    ]),
  }
}

/** Writes the sheet of answers that nobody has coded; returns how many there are. */
export async function writeCodingSheet(engine: Engine, folder: string): Promise<number> {
  const [made] = await engine.rows(
    `SELECT count(*)::INTEGER AS tables FROM duckdb_tables() WHERE table_name = '${CODING_TO_DO}'`,
  )
  const rows =
    Number(made?.['tables']) === 0 ? [] : await engine.rows(`SELECT * FROM ${CODING_TO_DO} ORDER BY rowid`)
  const headings = ['response', 'question', 'answer', 'proposed', 'because', 'codes']
  const widths = [22, 12, 90, 24, 40, 24]
  const sheet: PrivateSheet = {
    name: 'Coding',
    columns: headings.map((heading, index) => ({ heading, width: widths[index] ?? 20 })),
    rows: rows.map((row) => headings.map((heading) => String(row[heading] ?? ''))),
  }
  await writeBoth(folder, CODING_SHEETS, rows.length === 0 ? undefined : sheet)
  return rows.length
}

async function writeBoth(
  folder: string,
  [csv, xlsx]: readonly [string, string],
  sheet: PrivateSheet | undefined,
): Promise<readonly (readonly [string, string | Uint8Array])[]> {
  if (sheet === undefined) {
    for (const file of [csv, xlsx]) await rm(join(folder, file), { force: true })
    return []
  }
  const contents: (readonly [string, string | Uint8Array])[] = [[csv, privateCsv(sheet)]]
  if (sheet.rows.length <= MOST_ROWS) contents.push([xlsx, privateWorkbook(sheet)])
  else await rm(join(folder, xlsx), { force: true })
  for (const [file, content] of contents) {
    const part = join(folder, 'work', file)
    await writeFile(part, content)
    await rename(part, join(folder, file))
  }
  return contents
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
