import type { Person, Question, Variable, World } from './model.ts'
import type { Random } from './random.ts'
import { isAsked } from './truth.ts'

/** Weights that fall off: a few large groups and some small ones. */
const skewed = (random: Random, size: number): readonly number[] => {
  const steep = random.whole(0, 3)
  return random.shuffled(Array.from({ length: size }, (_, place) => 1 / (place + 1) ** steep + 0.02))
}

/** How likely each answer is, for each value of the variable it goes by. */
interface Leaning {
  readonly variable: Variable | undefined
  readonly weights: ReadonlyMap<string, readonly number[]>
  readonly silent: number
}

/** People with values and answers, as the rules of the world let them be asked. */
export function somePeople(random: Random, world: Omit<World, 'people'>, count: number): readonly Person[] {
  const valued = world.variables.map(({ id, values }) => ({
    id,
    values,
    weights: skewed(random, values.length),
    // Of a frame every unit has its values.
    unsaid: world.frame?.variable === id ? 0 : random.pick([0, 0, 0.05, 0.15]),
  }))
  const leanings = new Map(world.questions.map((question) => [question.id, leaning(random, question, world)]))
  return Array.from({ length: count }, () => {
    const values = Object.fromEntries(
      valued.map(({ id, values: labels, weights, unsaid }) => [
        id,
        random.chance(unsaid) ? '' : (labels[random.weighted(weights)] ?? ''),
      ]),
    )
    const file = world.files.length > 1 && random.chance(0.35) ? 1 : 0
    const said: Record<string, readonly string[]> = {}
    const numbers: Record<string, number> = {}
    const person = { file, values, said, numbers }
    for (const question of world.questions) {
      const own = leanings.get(question.id)
      if (own === undefined || !isAsked({ ...world, people: [] }, person, question)) continue
      if (random.chance(own.silent)) continue
      const weights = own.weights.get(values[own.variable?.id ?? ''] ?? '') ?? []
      said[question.id] = someAnswer(random, question, weights, numbers)
    }
    return person
  })
}

function leaning(random: Random, question: Question, { variables }: Omit<World, 'people'>): Leaning {
  const variable = random.chance(0.6) ? random.shuffled(variables)[0] : undefined
  const labels = ['', ...(variable?.values ?? [])]
  const size = Math.max(1, question.answers.length + question.bands.length)
  return {
    variable,
    weights: new Map(labels.map((label) => [label, ofAnswers(random, size)])),
    silent: random.pick([0, 0.05, 0.2, 0.5]),
  }
}

/** Nearly all alike is common: that is where unanimous groups come from. */
function ofAnswers(random: Random, size: number): readonly number[] {
  const even = Array.from({ length: size }, () => random.next() + 0.05)
  if (!random.chance(0.35)) return even
  const leading = random.whole(0, size - 1)
  return even.map((weight, place) => (place === leading ? 20 * weight + 5 : weight))
}

function someAnswer(
  random: Random,
  { id, kind, answers, bands }: Question,
  weights: readonly number[],
  numbers: Record<string, number>,
): readonly string[] {
  if (kind === 'open') return ['words of my own']
  if (kind === 'number') {
    const band = bands[random.weighted(weights)]
    if (band === undefined) return []
    numbers[id] = random.whole(band.least, band.most)
    return [band.label]
  }
  const first = answers[random.weighted(weights)] ?? ''
  if (kind === 'single' || kind === 'scale') return [first]
  const others = answers.filter((answer) => answer !== first)
  if (kind === 'multiple') {
    const ticked = new Set([first, ...random.some(others, random.whole(0, others.length - 1))])
    return answers.filter((answer) => ticked.has(answer))
  }
  const order = [first, ...random.shuffled(others)]
  return random.chance(0.6) ? order : order.slice(0, random.whole(1, order.length))
}
