// Node 20 does not run TypeScript, and a thread does not inherit the program's own way of doing so.
import { register } from 'tsx/esm/api'

register()
await import('./worker.ts')
