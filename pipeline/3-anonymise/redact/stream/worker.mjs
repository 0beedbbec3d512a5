// A thread does not inherit the program's way of running TypeScript; this hands over to what is written in it.
import { load } from '../../../program.mjs'

await load(new URL('./worker.ts', import.meta.url))
