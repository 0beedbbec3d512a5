import { rm } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import type { Issue } from '../issues.ts'
import { guardSpreadsheet } from './guard-spreadsheet.ts'
import type { WorkbookTask } from './read-workbook.ts'
import { spreadsheetIssue } from './spreadsheet-issue.ts'
import { SPREADSHEET_LIMITS } from './spreadsheet-limits.ts'
import type { SpreadsheetReading } from './spreadsheet-reading.ts'

export type { SpreadsheetReading } from './spreadsheet-reading.ts'

export interface SpreadsheetOptions {
  /** Name of the sheet; the first visible one when absent. */
  readonly sheet?: string
  /** 'unchecked' leaves judging the headings, and merged cells among the first three rows, to the caller. */
  readonly headings?: 'checked' | 'unchecked'
  readonly milliseconds?: number
  readonly heapMiB?: number
}

/**
 * Writes one sheet of a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods) to `targetCsv` as UTF-8 CSV, comma, LF,
 * one record for each sheet row. The file is first shown to be a workbook that is safe to unpack, then read
 * in a thread of its own with a limit on memory and time, because it comes from strangers. Everything
 * that can be wrong with it comes back as issues, without what its cells say.
 */
export async function readSpreadsheet(
  path: string,
  {
    sheet,
    headings = 'checked',
    milliseconds = SPREADSHEET_LIMITS.milliseconds,
    heapMiB = SPREADSHEET_LIMITS.heapMiB,
  }: SpreadsheetOptions,
  targetCsv: string,
): Promise<SpreadsheetReading> {
  const guarded = await guardSpreadsheet(path)
  if ('refused' in guarded) return { issues: [guarded.refused] }
  const task: WorkbookTask = {
    path,
    format: guarded.format,
    headings,
    targetCsv,
    ...(sheet === undefined ? {} : { sheet }),
  }
  const reading = await inWorker(task, milliseconds, heapMiB)
  if (reading.csv === undefined) await rm(targetCsv, { force: true })
  return reading
}

/** Settles once: with the worker's answer, or with why there is none. */
function inWorker(task: WorkbookTask, milliseconds: number, heapMiB: number): Promise<SpreadsheetReading> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./spreadsheet-worker.mjs', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: heapMiB },
      // The reader prints remarks on the file; they are of no use to anyone.
      stdout: true,
      stderr: true,
    })
    let stopped = false
    const timer = setTimeout(() => {
      stopped = true
      worker.terminate().then(() => resolve({ issues: [tooSlow(milliseconds)] }), reject)
    }, milliseconds)
    worker.once('message', (reading: SpreadsheetReading) => resolve(reading))
    worker.once('error', (error: Error & { readonly code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ issues: [tooMuchMemory()] })
      else reject(error)
    })
    worker.once('exit', () => {
      clearTimeout(timer)
      if (!stopped) reject(new Error('the spreadsheet worker ended without an answer'))
    })
  })
}

const tooSlow = (milliseconds: number): Issue =>
  spreadsheetIssue(
    'too-big',
    `Reading the workbook took longer than ${milliseconds / 1000} seconds.`,
    'Export the table as CSV.',
  )

const tooMuchMemory = (): Issue =>
  spreadsheetIssue(
    'too-big',
    'Reading the workbook takes more memory than it may use.',
    'Export the table as CSV.',
  )
