import type { Condition, Part, Question, Variable } from './model.ts'
import type { Random } from './random.ts'

/** Letters that answers of a question are named by: short labels that are in no sentence. */
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const

/** Questions of every kind, each routed or not by what came before it. */
export function someQuestions(
  random: Random,
  variables: readonly Variable[],
  channels: readonly string[],
  count: number,
): readonly Question[] {
  const questions: Question[] = []
  for (let index = 0; index < count; index += 1) {
    const id = `q${index + 1}`
    const plain = someQuestion(random, id)
    const routes = random.chance(0.4)
    const askedIf = routes ? someRoute(random, questions, variables, channels) : undefined
    questions.push({
      ...plain,
      ...(askedIf === undefined ? {} : { askedIf }),
      base: someBase(random, plain, questions),
    })
  }
  return questions
}

const KINDS = ['single', 'scale', 'multiple', 'ranking', 'number', 'open'] as const
const OFTEN = [0.38, 0.16, 0.22, 0.11, 0.09, 0.04] as const

function someQuestion(random: Random, id: string): Question {
  const kind = KINDS[random.weighted(OFTEN)] ?? 'single'
  const most = kind === 'ranking' ? 4 : kind === 'multiple' ? 4 : 5
  const size = random.whole(kind === 'ranking' || kind === 'scale' ? 3 : 2, most)
  const answers = LETTERS.slice(0, size).map((letter) => `${id.toUpperCase()} ${letter}`)
  const bands = kind === 'number' ? someBands(random, id) : []
  const meant = kind === 'scale' || kind === 'ranking' || kind === 'number'
  return {
    id,
    kind,
    answers: kind === 'number' || kind === 'open' ? [] : answers,
    bands,
    base: 'answered',
    nets: kind === 'single' || kind === 'scale' || kind === 'multiple' ? someNets(random, id, answers) : {},
    statistics: kind === 'open' ? ['percent'] : someStatistics(random, meant),
    decimals: random.whole(1, 2),
    scores: kind === 'scale' ? Object.fromEntries(answers.map((answer, place) => [answer, place + 1])) : {},
  }
}

function someBands(random: Random, id: string): Question['bands'] {
  const size = random.whole(2, 4)
  return Array.from({ length: size }, (_, place) => ({
    label: `${id.toUpperCase()} ${place * 10} to ${place * 10 + 9}`,
    least: place * 10,
    most: place * 10 + 9,
  }))
}

function someStatistics(random: Random, meant: boolean): Question['statistics'] {
  const shown = random.pick<Question['statistics']>([['percent'], ['count'], ['count', 'percent']])
  return meant && random.chance(0.5) ? [...shown, 'mean'] : shown
}

/** Disjoint or one in the other. */
function someNets(random: Random, id: string, answers: readonly string[]): Question['nets'] {
  if (answers.length < 3 || !random.chance(0.4)) return {}
  const name = `${id.toUpperCase()} net`
  const two = answers.slice(0, 2)
  if (answers.length < 4 || random.chance(0.4)) return { [`${name} 1`]: two }
  const other = random.chance(0.5) ? answers.slice(2, 4) : answers.slice(0, 3)
  return { [`${name} 1`]: two, [`${name} 2`]: other }
}

/** A condition on one name: any of some labels; of ticks also all or none of them. */
function somePart(random: Random, labels: readonly string[], several: boolean): Part {
  const count = random.whole(1, Math.max(1, Math.min(2, labels.length - 1)))
  const how = several ? random.pick(['any', 'any', 'all', 'none', 'answered'] as const) : 'any'
  return { how, labels: how === 'answered' ? [] : random.some(labels, count) }
}

/** By an answer, by two answers, by a variable, by the channel. */
function someRoute(
  random: Random,
  before: readonly Question[],
  variables: readonly Variable[],
  channels: readonly string[],
): Condition | undefined {
  const parents = before.filter(isChoice)
  const [first, second] = random.shuffled(parents)
  const by = random.next()
  if (first !== undefined && by < 0.65) {
    const one = [first.id, somePart(random, first.answers, first.kind === 'multiple')] as const
    if (second === undefined || by < 0.3) return Object.fromEntries([one])
    return Object.fromEntries([
      one,
      [second.id, somePart(random, second.answers, second.kind === 'multiple')],
    ])
  }
  if (channels.length > 1 && by > 0.78) return { channel: { how: 'any', labels: channels.slice(0, 1) } }
  const variable = random.shuffled(variables)[0]
  return variable === undefined ? undefined : { [variable.id]: somePart(random, variable.values, false) }
}

export const isChoice = ({ kind }: Question): boolean =>
  kind === 'single' || kind === 'scale' || kind === 'multiple'

function someBase(random: Random, question: Question, before: readonly Question[]): Question['base'] {
  const by = random.next()
  if (question.kind === 'open') return 'answered'
  if (by < 0.25) return 'asked'
  const parent = random.shuffled(before.filter(isChoice))[0]
  if (parent === undefined || by > 0.38) return 'answered'
  return {
    [parent.id]: random.chance(0.3)
      ? { how: 'answered', labels: [] }
      : somePart(random, parent.answers, parent.kind === 'multiple'),
  }
}

/** A population that an answer makes. */
export const answerPart = (random: Random, question: Question): Part =>
  somePart(random, question.answers, question.kind === 'multiple')
