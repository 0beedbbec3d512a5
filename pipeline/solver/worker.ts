/** The thread that solves. In: a `Task`; out: what its function returned. Started by `in-worker.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import { loadSolver } from './load.ts'

/** A file whose export `name` is a function of a solver and `input`. */
export interface Task {
  readonly module: string
  readonly name: string
  readonly input: unknown
}

const { module, name, input }: Task = workerData
const work: unknown = (await import(module))[name]
if (typeof work !== 'function') throw new Error(`${name} is no function`)
parentPort?.postMessage(await work(await loadSolver(), input))
