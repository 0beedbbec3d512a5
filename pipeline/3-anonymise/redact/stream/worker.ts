/** A thread that redacts: in, batches of answers; out, the same redacted. Started by `pool.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Entry } from '../frame/index.ts'
import { type Batch, batchRedactor } from './batch.ts'

const redactBatch = batchRedactor(workerData as readonly Entry[])
parentPort?.on('message', (batch: Batch) => parentPort?.postMessage(redactBatch(batch)))
