import type { Condition, Question, World } from './model.ts'

/** What ties one published figure to another, as section 2.3 of the model of persons lists it. */
export const COUPLINGS = [
  'ticks and base',
  'first ranks and base',
  'partial ranks',
  'routing',
  'routing, base asked',
  'routing by several answers',
  'routing by ticks',
  'routing by two parents',
  'routing by variable',
  'routing by channel',
  'base by a rule',
  'population by an answer',
  'population by channel',
  'populations that overlap',
  'nets',
  'nested nets',
  'zero under rounding',
  'rows',
  'rows and routing',
  'response rates',
  'same people under two labels',
  'question of one file',
  'mean of scores',
  'mean rank',
  'mean of numbers',
  'crossed breakdown',
  'not stated',
  'percentages without counts',
] as const

export type Coupling = (typeof COUPLINGS)[number]

/** The couplings that occur in a world; a world without tables of a kind has none of its couplings. */
export function couplingsOf(world: World): ReadonlySet<Coupling> {
  const { questions, populations, breakdowns, files, rules, people, variables, frame } = world
  const found = new Set<Coupling>()
  const note = (name: Coupling, is: boolean): void => {
    if (is) found.add(name)
  }
  const isAnswer = (name: string) => questions.some(({ id }) => id === name)
  const answersIn = (condition: Condition = {}) => Object.keys(condition).filter(isAnswer)
  const routed = questions.filter(({ kind, askedIf }) => kind !== 'open' && askedIf !== undefined)
  const byAnswer = routed.filter(({ askedIf }) => answersIn(askedIf).length > 0)
  const kindOf = (id: string): Question['kind'] | undefined => questions.find((one) => one.id === id)?.kind
  const parents = byAnswer.flatMap(({ askedIf = {} }) =>
    Object.entries(askedIf).filter(([name]) => isAnswer(name)),
  )
  const wheres = populations.flatMap(({ where }) => (where === undefined ? [] : [where]))
  note(
    'ticks and base',
    questions.some(({ kind }) => kind === 'multiple'),
  )
  note(
    'first ranks and base',
    questions.some(({ kind }) => kind === 'ranking'),
  )
  note(
    'partial ranks',
    questions.some(
      ({ id, kind, answers }) =>
        kind === 'ranking' &&
        people.some(({ said }) => (said[id]?.length ?? answers.length) < answers.length),
    ),
  )
  note('routing', routed.length > 0)
  note(
    'routing, base asked',
    byAnswer.some(({ base }) => base === 'asked'),
  )
  note(
    'routing by several answers',
    parents.some(([name, { labels }]) => kindOf(name) !== 'multiple' && labels.length > 1),
  )
  note(
    'routing by ticks',
    parents.some(([name]) => kindOf(name) === 'multiple'),
  )
  note(
    'routing by two parents',
    byAnswer.some(({ askedIf }) => answersIn(askedIf).length > 1),
  )
  note(
    'routing by variable',
    routed.some(({ askedIf = {} }) =>
      Object.keys(askedIf).some((name) => variables.some(({ id }) => id === name)),
    ),
  )
  note(
    'routing by channel',
    routed.some(({ askedIf = {} }) => askedIf['channel'] !== undefined),
  )
  note(
    'base by a rule',
    questions.some(({ base }) => typeof base !== 'string'),
  )
  note(
    'population by an answer',
    wheres.some((where) => answersIn(where).length > 0),
  )
  note(
    'population by channel',
    wheres.some((where) => where['channel'] !== undefined),
  )
  note('populations that overlap', wheres.length > 1)
  note(
    'nets',
    questions.some(({ nets }) => Object.keys(nets).length > 0),
  )
  note(
    'nested nets',
    questions.some(({ nets }) => isNested(Object.values(nets))),
  )
  note('zero under rounding', rules.rounding > 1)
  note('rows', rules.microdata)
  note('rows and routing', rules.microdata && routed.length > 0)
  note('response rates', frame !== undefined)
  note('same people under two labels', isTwice(world))
  note(
    'question of one file',
    files.some(({ lacks }) => lacks.length > 0),
  )
  const meant = (kind: Question['kind']) =>
    questions.some((one) => one.kind === kind && one.statistics.includes('mean'))
  note('mean of scores', meant('scale'))
  note('mean rank', meant('ranking'))
  note('mean of numbers', meant('number'))
  note(
    'crossed breakdown',
    breakdowns.some(({ length }) => length > 1),
  )
  note(
    'not stated',
    variables.some(({ id }) => people.some(({ values }) => values[id] === '')),
  )
  note(
    'percentages without counts',
    questions.some(({ kind, statistics }) => kind !== 'open' && !statistics.includes('count')),
  )
  return found
}

const isNested = ([one = [], other]: readonly (readonly string[])[]): boolean =>
  other?.some((answer) => one.includes(answer)) === true

/** A variable that tables are broken down by and that alone makes a population. */
const isTwice = ({ populations, breakdowns }: World): boolean =>
  populations.some(({ where = {} }) => {
    const [name, ...others] = Object.keys(where)
    return others.length === 0 && breakdowns.some(([by, ...rest]) => by === name && rest.length === 0)
  })
