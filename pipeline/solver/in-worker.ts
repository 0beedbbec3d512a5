import { Worker } from 'node:worker_threads'
import type { Solver } from './model.ts'
import type { Answer, Task } from './worker.ts'

/** Work for a solving thread: it is given the solver that is there, and what to do. */
type Work = (solver: Solver, input: never) => unknown

/** What came of a task; `ended` where time ran out. The thread is gone but where there is an answer. */
type Came = Answer | { readonly failed: unknown } | 'ended'

let thread: SolvingThread | undefined
let before: Promise<unknown> = Promise.resolve()

/**
 * Does a piece of work with a solver in another thread, so that the calling thread stays free. The file `module` must
 * export the work under `name`; input and output are copied between the threads. Throws what the work throws.
 * Undefined where `seconds` ran out and the thread was stopped: what is then a safe answer is the caller's to know.
 * One thread does all the work of a process, one piece after the other, since starting it costs more than
 * most of the work; it keeps no process alive.
 */
export function inWorker<Does extends Work>(
  module: URL,
  name: string,
  input: Parameters<Does>[1],
  seconds: number,
): Promise<ReturnType<Does> | undefined> {
  const mine = before.then(async () => {
    thread ??= startThread()
    const came = await thread.ask({ module: module.href, name, input }, seconds)
    if (came === 'ended') return undefined
    if ('failed' in came) throw came.failed
    return came.output as ReturnType<Does>
  })
  before = mine.catch(() => undefined)
  return mine
}

interface SolvingThread {
  readonly ask: (task: Task, seconds: number) => Promise<Came>
}

function startThread(): SolvingThread {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url))
  let settle: (came: Came) => void = () => undefined
  const gone = (came: Came) => {
    if (thread === started) thread = undefined
    settle(came)
  }
  worker.on('message', (answer: Answer) => settle(answer))
  worker.on('error', (failed) => gone({ failed }))
  worker.on('exit', () => gone({ failed: new Error('the solving thread ended early') }))
  worker.unref()
  const started: SolvingThread = {
    ask: async (task, seconds) => {
      worker.ref()
      let timer: NodeJS.Timeout | undefined
      const came = await new Promise<Came>((resolve) => {
        settle = resolve
        timer = setTimeout(() => gone('ended'), seconds * 1000)
        worker.postMessage(task)
      })
      clearTimeout(timer)
      worker.unref()
      if (came === 'ended') void worker.terminate()
      return came
    },
  }
  return started
}
