/** Random worlds: small consultations of every make, each told by its seed. */
import type { Condition, Population, Profile, Question, Variable, World } from './model.ts'
import { somePeople } from './people.ts'
import { PROFILES } from './profiles.ts'
import { answerPart, isChoice, someQuestions } from './questions.ts'
import { type Random, randomOf } from './random.ts'

const NAMES = ['ward', 'tier', 'role'] as const
const VALUES: Readonly<Record<string, readonly string[]>> = {
  ward: ['North', 'South', 'East', 'West', 'Centre', 'Harbour'],
  tier: ['Upper', 'Lower', 'Single', 'Joint', 'Other tier', 'None at all'],
  role: ['Resident', 'Farmer', 'Trader', 'Visitor', 'Pupil', 'Carer'],
}
/** Combinations of values above which the intruder's cells grow faster than what they teach. */
const MOST_CELLS = 130

/** The world of this seed. Its people, questions, groups, profile and rules all follow from it. */
export function worldOf(seed: number): World {
  const random = randomOf(seed)
  const variables = someVariables(random)
  const files = someFiles(random)
  const channels = files.map(({ channel }) => channel)
  const questions = someQuestions(random, variables, channels, random.whole(1, 4))
  const counted = questions.some(({ kind }) => kind !== 'open') ? questions : [{ ...plainQuestion('q1') }]
  const lacking =
    counted.length < 2 || files.length < 2 || !random.chance(0.6) ? [] : [counted.at(-1)?.id ?? '']
  const carried = files.map((file, index) => (index === 0 ? file : { ...file, lacks: lacking }))
  const populations = somePopulations(random, variables, channels, counted)
  const profile = random.pick<Profile>([
    'consultation',
    'consultation',
    'consultation',
    'health',
    'special-category',
  ])
  const stated = someRules(random, profile)
  const microdata = PROFILES[profile].microdata && stated.microdata !== 0
  const frame = files.length === 1 && random.chance(0.15) ? someFrame(random, variables) : undefined
  const rest = {
    seed,
    family: 'random',
    variables,
    files: carried,
    questions: counted,
    populations,
    breakdowns: someBreakdowns(random, variables, populations),
    publish: random.some(variables, random.whole(0, 2)).map(({ id }) => id),
    profile,
    stated,
    rules: { ...PROFILES[profile], ...stated, microdata },
    ...(frame === undefined ? {} : { frame }),
  }
  const people = random.pick([random.whole(20, 60), random.whole(60, 150), random.whole(150, 400)])
  // Who answered nothing at all is no response: such rows are set aside.
  const spoke = somePeople(random, rest, people).filter(({ said }) => Object.keys(said).length > 0)
  // A file without a row is refused, and would be no world.
  const [first] = spoke
  const isEmpty = files.some((_, index) => !spoke.some(({ file }) => file === index))
  return isEmpty || first === undefined
    ? { ...worldOf(seed + 1_000_000_000), seed }
    : { ...rest, people: spoke }
}

function someVariables(random: Random): readonly Variable[] {
  const variables: Variable[] = []
  let cells = 1
  for (const id of NAMES.slice(0, random.whole(1, 3))) {
    const values = (VALUES[id] ?? []).slice(0, random.whole(2, 6))
    cells *= values.length + 1
    if (cells > MOST_CELLS) break
    const grouped = values.length > 3 && random.chance(0.3)
    variables.push({ id, values, groups: grouped ? { [`Group of ${id}`]: values.slice(0, 2) } : {} })
  }
  return variables
}

const someFiles = (random: Random): World['files'] =>
  random.chance(0.36)
    ? [
        { channel: 'Online', lacks: [] },
        { channel: 'Paper', lacks: [] },
      ]
    : [{ channel: 'Online', lacks: [] }]

const plainQuestion = (id: string): Question => ({
  id,
  kind: 'single',
  answers: ['Yes', 'No'],
  bands: [],
  base: 'answered',
  nets: {},
  statistics: ['count'],
  decimals: 1,
  scores: {},
})

/** Everybody, and one to three that are told by values, the channel or an answer; some nest, some complement. */
function somePopulations(
  random: Random,
  variables: readonly Variable[],
  channels: readonly string[],
  questions: readonly Question[],
): readonly Population[] {
  if (!random.chance(0.65)) return []
  const made: Population[] = random.chance(0.85) ? [{ id: 'everybody' }] : []
  for (let index = random.whole(1, 3); index > 0; index -= 1) {
    const where = someWhere(random, variables, channels, questions, made)
    const id = `pop${made.length + 1}`
    if (!made.some((other) => JSON.stringify(other.where) === JSON.stringify(where))) made.push({ id, where })
  }
  return made
}

function someWhere(
  random: Random,
  variables: readonly Variable[],
  channels: readonly string[],
  questions: readonly Question[],
  made: readonly Population[],
): Condition {
  const by = random.next()
  const choices = random.shuffled(questions.filter(isChoice))
  const variable = random.shuffled(variables)[0]
  if (by < 0.25 && choices[0] !== undefined) return { [choices[0].id]: answerPart(random, choices[0]) }
  if (by < 0.45 && channels.length > 1) return { channel: { how: 'any', labels: random.some(channels, 1) } }
  if (variable === undefined) return { channel: { how: 'any', labels: channels.slice(0, 1) } }
  const earlier = made.find(({ where }) => where?.[variable.id] !== undefined)?.where?.[variable.id]
  if (earlier !== undefined && by < 0.6) {
    const others = variable.values.filter((value) => !earlier.labels.includes(value))
    if (others.length > 0 && by < 0.5) return { [variable.id]: { how: 'any', labels: others } }
  }
  const one = {
    [variable.id]: {
      how: 'any' as const,
      labels: random.some(variable.values, random.whole(1, Math.max(1, variable.values.length - 1))),
    },
  }
  const second = variables.find(({ id }) => id !== variable.id)
  if (second === undefined || by < 0.85) return one
  return { ...one, [second.id]: { how: 'any', labels: random.some(second.values, 2) } }
}

function someBreakdowns(
  random: Random,
  variables: readonly Variable[],
  populations: readonly Population[],
): readonly (readonly string[])[] {
  const single = random.some(variables, random.whole(0, variables.length)).map(({ id }) => [id])
  const [first, second] = random.shuffled(variables)
  const crossed =
    first !== undefined && second !== undefined && random.chance(0.2) ? [[first.id, second.id]] : []
  const named = populations.find(({ where }) => where !== undefined)
  const inside =
    named !== undefined && first !== undefined && random.chance(0.12) ? [[named.id, first.id]] : []
  return [...single, ...crossed, ...inside]
}

/** Half of the worlds have small thresholds, so that small worlds have something to show and something to hide. */
function someRules(random: Random, profile: Profile): World['stated'] {
  const microdata = profile === 'consultation' && random.chance(0.3) ? { microdata: 0 } : {}
  if (random.chance(0.5)) return microdata
  const minimum_base = random.whole(2, 6)
  return {
    ...microdata,
    minimum_base,
    unanimity_below: minimum_base + random.whole(0, 6),
    ...(profile === 'consultation' ? { minimum_class: random.whole(3, 8) } : {}),
    ...(profile === 'special-category' ? { small_counts: random.whole(0, 3) } : {}),
  }
}

function someFrame(random: Random, variables: readonly Variable[]): World['frame'] {
  const variable = variables[0]
  if (variable === undefined) return undefined
  return {
    variable: variable.id,
    silent: Object.fromEntries(variable.values.map((value) => [value, random.whole(0, 12)])),
  }
}
