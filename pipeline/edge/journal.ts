import { appendFile, mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Issue } from '../issues.ts'

/** File in a consultation's private folder: one line of JSON for everything that happened, oldest first. */
export const JOURNAL = 'journal.jsonl'

export type Event =
  | 'started'
  | 'step'
  | 'waiting'
  | 'published'
  | 'unchanged'
  | 'draft'
  | 'early'
  | 'withdrawn'
  | 'refused'
  | 'locked'
  | 'failed'

export interface Journal {
  /** Adds a line. A journal that cannot be written must not be the reason why a release is not made. */
  readonly note: (event: Event, details?: Readonly<Record<string, unknown>>) => Promise<void>
}

/** Opens the journal of a consultation for one run, which `clock` names and dates. */
export async function openJournal(folder: string, clock: () => Date): Promise<Journal> {
  const run = `${clock().toISOString()} ${process.pid}`
  const path = join(folder, JOURNAL)
  let start = await endsWithinLine(path)
  return {
    note: async (event, details = {}) => {
      const line = `${JSON.stringify({ time: clock().toISOString(), run, event, ...details })}\n`
      try {
        await mkdir(folder, { recursive: true })
        await appendFile(path, `${start ? '\n' : ''}${line}`)
        start = false
      } catch {
        // The run itself says what is wrong with the disk.
      }
    },
  }
}

/** A run that was cut off may have left half a line. */
async function endsWithinLine(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => undefined)
  if (file === undefined) return false
  try {
    const { size } = await file.stat()
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1))
    return size > 0 && buffer[0] !== 0x0a
  } finally {
    await file.close()
  }
}

/** When the last thing that the journal knows of happened; undefined where it knows of none. Cut lines are passed over. */
export async function lastNoted(folder: string): Promise<Date | undefined> {
  const text = await readFile(join(folder, JOURNAL), 'utf8').catch(() => '')
  for (const line of text.split('\n').reverse()) {
    const [, time] = /^\{"time":"([^"]+)"/.exec(line) ?? []
    const date = new Date(time ?? Number.NaN)
    if (!Number.isNaN(date.getTime())) return date
  }
  return undefined
}

/** Issues as they go into the journal: which, and where; the words are in the result. */
export const issueCodes = (issues: readonly Issue[]): readonly string[] => [
  ...new Set(issues.map(({ code }) => code)),
]
