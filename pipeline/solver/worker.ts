/** The thread that solves. In: `Task`s, one after the other; out: what their functions returned. */
import { parentPort } from 'node:worker_threads'
import { loadSolver } from './load.ts'

/** A file whose export `name` is a function of a solver and `input`. */
export interface Task {
  readonly module: string
  readonly name: string
  readonly input: unknown
}

export interface Answer {
  readonly output: unknown
}

/** Answers tasks until the thread is stopped. `load` imports the file of a task. */
export async function serve(
  load: (module: string) => Promise<Readonly<Record<string, unknown>>>,
): Promise<void> {
  const solver = await loadSolver()
  parentPort?.on('message', async ({ module, name, input }: Task) => {
    const work = (await load(module))[name]
    if (typeof work !== 'function') throw new Error(`${name} is no function`)
    parentPort?.postMessage({ output: work(solver, input) } satisfies Answer)
  })
}
