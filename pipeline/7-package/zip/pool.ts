import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { deflateBlock } from './deflate.ts'

/** What compresses blocks. The bytes of a block do not depend on who compresses it. */
export interface Deflater {
  /** Blocks it can usefully be given before one comes back. */
  readonly capacity: number
  /** Takes the block over: the caller may not use it again. */
  readonly deflate: (block: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

/** More would wait for the disk. */
const MOST_WORKERS = 4

/** Compresses in the calling thread: for little data, where starting a worker takes longer. */
export const inlineDeflater = (): Deflater => ({
  capacity: 1,
  deflate: async (block) => deflateBlock(block),
  close: async () => undefined,
})

/** Compresses in worker threads, so that the calling thread stays free. */
export function workerDeflater(): Deflater {
  const members = Array.from({ length: Math.min(MOST_WORKERS, availableParallelism()) }, startMember)
  let next = 0
  return {
    capacity: members.length * 2,
    deflate: (block) => {
      const member = members[next % members.length]
      next += 1
      if (member === undefined) throw new Error('the pool has no workers')
      return member.deflate(block)
    },
    close: async () => {
      await Promise.all(members.map(({ worker }) => worker.terminate()))
    },
  }
}

interface Job {
  readonly resolve: (deflated: Uint8Array) => void
  readonly reject: (error: Error) => void
}

/** One worker and the jobs it was given; it answers in the order it was asked. */
function startMember() {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url))
  const jobs: Job[] = []
  let failure: Error | undefined
  const fail = (error: Error) => {
    failure ??= error
    for (const { reject } of jobs.splice(0)) reject(failure)
  }
  worker.on('message', (deflated: Uint8Array) => jobs.shift()?.resolve(deflated))
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('a compressing thread ended early')))
  return {
    worker,
    deflate: (block: Uint8Array<ArrayBuffer>) =>
      new Promise<Uint8Array>((resolve, reject) => {
        if (failure !== undefined) return reject(failure)
        jobs.push({ resolve, reject })
        worker.postMessage(block, [block.buffer])
      }),
  }
}
