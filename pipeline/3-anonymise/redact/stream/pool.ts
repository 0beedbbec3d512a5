import { Worker } from 'node:worker_threads'
import type { Entry } from '../frame/index.ts'
import { type Batch, batchRedactor, type RedactedBatch } from './batch.ts'

/** What redacts batches. What becomes of an answer does not depend on who redacts it. */
export interface Redactor {
  /** Batches it can usefully be given before one comes back. */
  readonly capacity: number
  readonly redact: (batch: Batch) => Promise<RedactedBatch>
  readonly close: () => Promise<void>
}

/** Redacts in the calling thread: for few answers, where starting a thread takes longer. */
export function inlineRedactor(entries: readonly Entry[]): Redactor {
  const redactBatch = batchRedactor(entries)
  return { capacity: 1, redact: async (batch) => redactBatch(batch), close: async () => undefined }
}

/** Redacts in this many threads. Each holds the gazetteer once. */
export function threadedRedactor(entries: readonly Entry[], threads: number): Redactor {
  const members = Array.from({ length: Math.max(1, threads) }, () => startMember(entries))
  let next = 0
  return {
    capacity: members.length * 2,
    redact: (batch) => {
      const member = members[next % members.length]
      next += 1
      if (member === undefined) throw new Error('the pool has no threads')
      return member.redact(batch)
    },
    close: async () => {
      await Promise.all(members.map(({ worker }) => worker.terminate()))
    },
  }
}

interface Job {
  readonly resolve: (redacted: RedactedBatch) => void
  readonly reject: (error: Error) => void
}

/** One thread and the jobs it was given; it answers in the order it was asked. */
function startMember(entries: readonly Entry[]) {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: entries })
  const jobs: Job[] = []
  let failure: Error | undefined
  const fail = (error: Error) => {
    failure ??= error
    for (const { reject } of jobs.splice(0)) reject(failure)
  }
  worker.on('message', (redacted: RedactedBatch) => jobs.shift()?.resolve(redacted))
  // The words of an error may quote an answer: only that it was one is passed on.
  worker.on('error', () => fail(new Error('a redacting thread failed')))
  worker.on('exit', () => fail(new Error('a redacting thread ended early')))
  return {
    worker,
    redact: (batch: Batch) =>
      new Promise<RedactedBatch>((resolve, reject) => {
        if (failure !== undefined) return reject(failure)
        jobs.push({ resolve, reject })
        worker.postMessage(batch)
      }),
  }
}
