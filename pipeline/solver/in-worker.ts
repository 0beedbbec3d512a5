import { Worker } from 'node:worker_threads'
import type { Solver } from './model.ts'

/**
 * Does a piece of work with a solver in a thread of its own, so that the calling thread stays free.
 * `work` must be exported under its own name by the file `module`; input and output are copied between
 * the threads. Throws what `work` throws. Undefined where `seconds` ran out and the thread was stopped: what
 * is then a safe answer is the caller's to know.
 */
export function inWorker<Input, Output>(
  module: URL,
  work: (solver: Solver, input: Input) => Output | Promise<Output>,
  input: Input,
  seconds: number,
): Promise<Output | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
      workerData: { module: module.href, name: work.name, input },
    })
    const timer = setTimeout(() => {
      resolve(undefined)
      void worker.terminate()
    }, seconds * 1000)
    worker.on('message', (output: Output) => resolve(output))
    worker.on('error', reject)
    worker.on('exit', (code) => {
      clearTimeout(timer)
      if (code !== 0) reject(new Error('the solving thread ended early'))
    })
  })
}
