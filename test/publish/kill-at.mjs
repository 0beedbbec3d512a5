// Kills this process at its KILL_AT-th change of what stands below KILL_BELOW, counted from 1; 0 counts nothing.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const at = Number(process.env.KILL_AT)
const below = process.env.KILL_BELOW
let changes = 0
const fatal = (name, original) =>
  function (...args) {
    const there = args.some((one) => typeof one === 'string' && one.startsWith(below))
    if (there && (name !== 'open' || /[wax]/.test(args[1] ?? ''))) changes += 1
    if (changes === at) process.kill(process.pid, 'SIGKILL')
    return original.apply(this, args)
  }
if (at > 0) {
  for (const name of ['copyFile', 'mkdir', 'rename', 'rm', 'symlink', 'writeFile', 'open'])
    fs.promises[name] = fatal(name, fs.promises[name])
  syncBuiltinESMExports()
}
