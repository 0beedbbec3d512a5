/** `npm run worlds -- --from 1 --count 2000`: runs the product on random worlds and sets the intruder on each release. */
import { minimist } from 'zx'
import { councilOf } from './council.ts'
import { worldOf } from './generate.ts'
import { said } from './intruder/index.ts'
import { SWITCHES } from './switched-off.ts'
import { tally, tried } from './tally.ts'

const options = minimist(process.argv.slice(2), {
  boolean: ['unprotected', 'verbose'],
  string: ['family', 'off'],
  default: { from: 1, count: 100, family: 'random', findings: 3, seconds: 60 },
})
const from = Number(options['from'])
const count = Number(options['count'])
const family = options['family'] === 'council' ? councilOf : worldOf
const off = SWITCHES.find((one) => one === options['off'])
const sum = tally()
for (let seed = from; seed < from + count; seed += 1) {
  const one = await tried(family(seed), {
    unprotected: options['unprotected'] === true,
    ...(off === undefined ? {} : { off }),
    mostFindings: Number(options['findings']),
    seconds: Number(options['seconds']),
  })
  sum.add(one)
  if (options['verbose'] === true) console.log(sum.line(one))
  for (const finding of one.attack?.findings ?? []) console.log(`seed ${seed}  ${said(finding)}`)
  if (one.fault !== undefined) console.log(`seed ${seed}  fault: ${one.fault}`)
}
console.log(sum.words())
process.exit(sum.leaking().length + sum.faults().length > 0 ? 1 : 0)
