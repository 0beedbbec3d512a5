#!/usr/bin/env node
// Node 20 does not run TypeScript; this hands over to the program that is written in it.
import { load } from '../program.mjs'

await load(new URL('./main.ts', import.meta.url))
