/**
 * Kills the run of the example at every moment that there is, and runs it again each time: first once for each state
 * that a killed run leaves, then at the moments that leave the same again. Takes the better part of an hour, so it is
 * no part of the tests (`interrupted.test.ts` looks at each of these states).
 */
import { rmSync } from 'node:fs'
import { counted, exampleWorld, inWords, killedAt, recorded, runAgain } from './world.ts'

const world = exampleWorld()
const { expected, moments, states } = await recorded(world)
const waiting = [
  ...states.flatMap((state) => state.moments.slice(0, 1)),
  ...states.flatMap((state) => state.moments.slice(1)),
]
console.log(`${moments.length} moments, which leave ${states.length} different states`)
let wrong = 0
const work = async () => {
  for (let moment = waiting.shift(); moment !== undefined; moment = waiting.shift()) {
    const { home, faults } = await killedAt(world, moment, expected)
    const again = await runAgain(world, home, expected)
    rmSync(home, { recursive: true })
    wrong += faults.length + again.length
    const said = [...faults, ...again].map((fault) => `\n  ${fault}`).join('')
    console.log(`${moments.length - waiting.length} of ${moments.length}, ${inWords(moment)}${said}`)
  }
}
await Promise.all([work(), work()])
console.log(`killed at ${counted(moments)}: ${wrong} faults`)
process.exitCode = wrong === 0 ? 0 : 1
