#!/usr/bin/env node
// Node 20 does not run TypeScript; this hands over to the program that is written in it.
import { register } from 'tsx/esm/api'

register()
await import('./main.ts')
