/** How long a step may take before people are told what is going on. */
const PATIENCE = 1000

/** Wraps the steps of a run: names those that take more than a second. */
export function progress(write: (line: string) => void) {
  return async <T>(name: string, work: () => Promise<T> | T): Promise<T> => {
    const timer = setTimeout(() => write(`… ${name}`), PATIENCE)
    try {
      return await work()
    } finally {
      clearTimeout(timer)
    }
  }
}
