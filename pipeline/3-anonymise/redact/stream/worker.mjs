// A thread starts without the loader of the main thread; this hands over to the worker in TypeScript.
import { register } from 'tsx/esm/api'

register()
await import('./worker.ts')
