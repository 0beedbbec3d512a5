import {
  type Condition,
  type Definition,
  type Population,
  type Question,
  spokenTitle,
} from '../definition/index.ts'

/**
 * Who was asked, in words: the population, narrowed by the routing. `tableOf` gives the number of the
 * table of a question.
 */
export function baseDescription(
  definition: Definition,
  population: Population,
  question: Question,
  tableOf: ReadonlyMap<string, string>,
): string {
  const routing = routes(definition, narrowing(question.askedIf ?? {}, population.where ?? {}), tableOf)
  const asked = [population.base, ...routing].join(' ')
  const { base } = question
  if (base.of === 'answered') return asked
  if (base.of === 'asked') return `${asked}, whether or not they replied`
  return base.description ?? `${asked}, of those ${routes(definition, base.rule, tableOf).join(' ')}`
}

/** The parts of a routing that do not hold for the whole population already. */
const narrowing = (routing: Condition, population: Condition): Condition =>
  Object.fromEntries(
    Object.entries(routing).filter(([name, { how, labels }]) => {
      const within = population[name]
      const implied =
        within?.how === 'any' &&
        (how === 'answered' || (how === 'any' && within.labels.every((label) => labels.includes(label))))
      return !implied
    }),
  )

function routes(
  definition: Definition,
  condition: Condition,
  tableOf: ReadonlyMap<string, string>,
): readonly string[] {
  return Object.entries(condition).map(([name, { how, labels }], index) => {
    const who = index === 0 ? 'who' : 'and'
    const said = labels.map(spoken).join(how === 'all' ? ' and ' : ' or ')
    if (definition.questions.some(({ id }) => id === name)) {
      const table = tableOf.get(name)
      const where = table === undefined ? ` to ${name}` : ` in Table ${table}`
      if (how === 'answered') return `${who} gave any answer${where}`
      return `${who} answered ${how === 'none' ? 'other than ' : ''}${said}${where}`
    }
    const variable = definition.variables.find(({ id }) => id === name)
    const title = variable?.title ?? name
    return title.endsWith('?')
      ? `${who} answered ${said} to ${spokenTitle(title)}`
      : `${who} had ${spokenTitle(title)} ${said}`
  })
}

/** A short answer is said in lower case, a longer one is quoted as it stands. */
const spoken = (label: string): string =>
  /^(yes|no|don['\u2019]t know)$/i.test(label) ? label.toLowerCase() : `\u2018${label}\u2019`
