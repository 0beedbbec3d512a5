/** The thread in which a workbook is read, so that a hostile one can be stopped. In: a `WorkbookTask`. */
import { parentPort, workerData } from 'node:worker_threads'
import { readInPieces } from './read-in-pieces.ts'
import type { WorkbookTask } from './read-workbook.ts'

const task: WorkbookTask = workerData
parentPort?.postMessage(await readInPieces(task))
