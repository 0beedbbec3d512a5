import { randomStream } from '../example/random.ts'
import { matchNames } from '../unit/names-matching.ts'
import { median } from './measure.ts'

/**
 * `npm run bench:names [-- times]`: free-typed names of organisations matched to a register with other
 * names, and proposals made for those that no rule finds; then ten times of everything, which a quadratic
 * step would make a hundred times slower.
 */
const [TYPED, UNITS, ALIASES_EACH] = [10_000, 1_000, 5]
const ROUNDS = 3
const KINDS = ['District Council', 'Borough Council', 'County Council', 'Combined Authority']
const SYLLABLES = 'ash bar cor den el fen gor hal ing kes lin mar nor os pen ram ston thor ul wick'.split(' ')
const print = (line: string) => process.stdout.write(`${line}\n`)

print('| typed names | register | other names | seconds | of the processor | found | proposed |')
print('|---:|---:|---:|---:|---:|---:|---:|')
for (const times of [1, Number(process.argv[2] ?? 10)]) print(await benchmark(times))

async function benchmark(times: number): Promise<string> {
  const given = names(times)
  const rounds: number[] = []
  const busy: number[] = []
  let [found, proposed] = [0, 0]
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage()
    const { engine, seconds, responses, sheet } = await matchNames({ ...given, fromFrame: false })
    const { user, system } = process.cpuUsage(before)
    rounds.push(seconds)
    busy.push((user + system) / 1e6)
    found = responses.filter(({ unit }) => unit !== null).length
    proposed = sheet.filter((row) => row['proposed_key'] !== null).length
    engine.close()
  }
  const count = (number: number) => number.toLocaleString('en-GB')
  return `| ${[count(TYPED * times), count(UNITS * times), count(UNITS * ALIASES_EACH * times), median(rounds).toFixed(2), median(busy).toFixed(2), count(found), count(proposed)].join(' | ')} |`
}

/** Seeded: half the names as they stand or nearly, a quarter other names, the rest misspelt or unknown. */
function names(times: number): Pick<Parameters<typeof matchNames>[0], 'frame' | 'aliases' | 'typed'> {
  const random = randomStream('names')
  const place = () => Array.from({ length: 3 }, () => random.pick(SYLLABLES)).join('')
  const title = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  const units = Array.from({ length: UNITS * times }, (_, index) => ({
    key: `U${index}`,
    name: `${title(place())} and ${title(place())} ${random.pick(KINDS)}`,
  }))
  const aliases = units.flatMap(({ key }) =>
    Array.from({ length: ALIASES_EACH }, () => ({ key, name: `${title(place())} ${title(place())}` })),
  )
  const typed = Array.from({ length: TYPED * times }, (_, index) => {
    const { name } = random.pick(index % 4 === 0 ? aliases : units)
    const at = 1 + random.int(name.length - 2)
    if (index % 8 === 1) return name.toUpperCase()
    if (index % 8 === 2) return name.replace(' and ', ' & ').replace(/ (District|Borough) Council$/, '')
    if (index % 8 === 3) return name.slice(0, at) + name.slice(at + 1)
    return index % 16 === 5 ? `${title(place())} Parish ${index}` : name
  })
  return {
    frame: [['key', 'name'], ...units.map(({ key, name }) => [key, name])],
    aliases: [['name', 'key'], ...aliases.map(({ key, name }) => [name, key])],
    typed,
  }
}
