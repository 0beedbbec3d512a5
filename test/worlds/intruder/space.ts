/**
 * The cells that the intruder tells people apart by, and the patterns of answers that somebody in a cell can have given.
 * Both follow from the rules of the definition alone; nothing is known of who there is.
 */
import { type Condition, NO_REPLY, type Part, type Question, type World } from '../model.ts'
import { partHolds } from '../truth.ts'

/** What somebody may say to a question: nothing, one answer, ticks, items in order. */
export type Pattern = readonly string[]

/** One combination of everything that rules or publications tell people apart by. */
export interface Cell {
  readonly labels: Readonly<Record<string, string>>
  readonly file: number
  /** Question that conditions are about -> which of its patterns somebody here gave. */
  readonly given: Readonly<Record<string, number>>
}

export interface Space {
  readonly world: World
  readonly questions: readonly Question[]
  readonly cells: readonly Cell[]
  /** Question -> all its patterns; the first is silence. */
  readonly patterns: ReadonlyMap<string, readonly Pattern[]>
  /** Question that conditions are about -> patterns alike to all of them, class by class. */
  readonly classes: ReadonlyMap<string, readonly (readonly number[])[]>
  /** Person -> the place of the cell; nothing that the intruder looks at. */
  readonly people: readonly number[]
}

/** Names of questions that a condition is about. */
export const questionsIn = ({ questions }: World, condition: Condition = {}): readonly string[] =>
  Object.keys(condition).filter((name) => questions.some(({ id }) => id === name))

export function spaceOf(world: World, questions: readonly Question[]): Space {
  const patterns = new Map(questions.map((question) => [question.id, patternsOf(question)]))
  const parts = partsByQuestion(world, questions)
  const classes = new Map(
    [...parts].map(([id, those]) => [id, alike(patterns.get(id) ?? [], those)] as const),
  )
  const space = { world, questions, patterns, classes }
  const cells = cellsOf(space)
  return { ...space, cells, people: cellsOfPeople({ ...space, cells }) }
}

/** Everything that somebody may say, silence first. */
export function patternsOf({ kind, answers, bands }: Question): readonly Pattern[] {
  if (kind === 'number') return [[], ...bands.map(({ label }) => [label])]
  if (kind === 'open') return [[], ['words of my own']]
  if (kind === 'multiple') return subsets(answers)
  if (kind !== 'ranking') return [[], ...answers.map((answer) => [answer])]
  return [[], ...orders(answers)]
}

const subsets = (answers: readonly string[]): readonly Pattern[] =>
  Array.from({ length: 2 ** answers.length }, (_, bits) =>
    answers.filter((__, place) => (bits & (1 << place)) !== 0),
  )

/** Every order of every choice of items. */
const orders = (items: readonly string[]): readonly Pattern[] =>
  items.flatMap((first): readonly Pattern[] => {
    const rest = orders(items.filter((item) => item !== first))
    return [[first], ...rest.map((order) => [first, ...order])]
  })

/** Question -> the parts of all conditions that are about it, each once. */
function partsByQuestion(world: World, among: readonly Question[]): ReadonlyMap<string, readonly Part[]> {
  const conditions = [
    ...world.questions.map(({ askedIf }) => askedIf),
    ...world.questions.map(({ base }) => (typeof base === 'string' ? undefined : base)),
    ...world.populations.map(({ where }) => where),
  ]
  const parts = new Map<string, Map<string, Part>>()
  for (const condition of conditions) {
    for (const [name, part] of Object.entries(condition ?? {})) {
      if (!among.some(({ id }) => id === name)) continue
      const own = parts.get(name) ?? new Map<string, Part>()
      parts.set(name, own.set(JSON.stringify(part), part))
    }
  }
  return new Map([...parts].map(([name, own]) => [name, [...own.values()]]))
}

/** Patterns that no condition tells apart; silence by itself, for it is no answer. */
function alike(patterns: readonly Pattern[], parts: readonly Part[]): readonly (readonly number[])[] {
  const classes = new Map<string, number[]>()
  for (const [place, pattern] of patterns.entries()) {
    const key = [pattern.length > 0, ...parts.map((part) => partHolds(part, pattern))].join()
    classes.set(key, [...(classes.get(key) ?? []), place])
  }
  return [...classes.values()]
}

function cellsOf(space: Omit<Space, 'cells' | 'people'>): readonly Cell[] {
  const { world, classes } = space
  const labels = world.variables.reduce<readonly Cell['labels'][]>(
    (made, { id, values }) =>
      made.flatMap((one) => ['', ...values].map((value) => ({ ...one, [id]: value }))),
    [{}],
  )
  const frame = world.frame?.variable
  const known = labels.filter((one) => frame === undefined || one[frame] !== '')
  const start = known.flatMap((one) => world.files.map((_, file): Cell => ({ labels: one, file, given: {} })))
  // In the order of the questionnaire, for each may be asked by what was said before.
  return space.questions
    .filter(({ id }) => classes.has(id))
    .reduce((cells, question) => {
      const own = classes.get(question.id) ?? []
      return cells.flatMap((cell) =>
        own.flatMap((members, place) => {
          const silent = members.includes(0)
          if (!silent && !askedIn(space, cell, question)) return []
          return [{ ...cell, given: { ...cell.given, [question.id]: place } }]
        }),
      )
    }, start)
}

type Known = Pick<Space, 'world' | 'patterns' | 'classes'>

/** Whether a condition holds of everybody in a cell; the cell knows every answer that it asks for. */
export function holdsIn(space: Known, cell: Cell, condition: Condition = {}): boolean {
  return Object.entries(condition).every(([name, part]) => partHolds(part, givenIn(space, cell, name)))
}

function givenIn({ world, patterns, classes }: Known, cell: Cell, name: string): Pattern {
  if (world.questions.some(({ id }) => id === name)) {
    const place = cell.given[name]
    if (place === undefined) throw new Error(`cells do not know ${name}`)
    const member = classes.get(name)?.[place]?.[0] ?? 0
    return patterns.get(name)?.[member] ?? []
  }
  const label = name === 'channel' ? (world.files[cell.file]?.channel ?? '') : (cell.labels[name] ?? '')
  return label === '' ? [] : [label]
}

export const askedIn = (space: Known, cell: Cell, { id, askedIf }: Question): boolean =>
  space.world.files[cell.file]?.lacks.includes(id) !== true && holdsIn(space, cell, askedIf)

export const inPopulation = (space: Known, cell: Cell, id: string): boolean =>
  holdsIn(space, cell, space.world.populations.find((one) => one.id === id)?.where)

/** Patterns that somebody in a cell can have given to a question; silence where it was not asked. */
export function patternsIn(space: Space, cell: Cell, question: Question): readonly number[] {
  if (!askedIn(space, cell, question)) return [0]
  const place = cell.given[question.id]
  if (place !== undefined) return space.classes.get(question.id)?.[place] ?? []
  return [...(space.patterns.get(question.id) ?? []).keys()]
}

/** Whether somebody in this cell with this pattern is in the base of a question. */
export function countsIn(space: Space, cell: Cell, question: Question, pattern: Pattern): boolean {
  if (question.base === 'asked') return askedIn(space, cell, question)
  if (pattern.length === 0) return false
  return question.base === 'answered' || holdsIn(space, cell, question.base)
}

/** Whether a pattern stands in a row of a question's table. */
export function standsIn({ kind, nets }: Question, pattern: Pattern, row: string): boolean {
  if (row === NO_REPLY) return pattern.length === 0
  const answers = nets[row] ?? [row]
  return answers.some((answer) => (kind === 'ranking' ? pattern[0] === answer : pattern.includes(answer)))
}

/** The places of the true people's cells; the judge's, not the intruder's. */
function cellsOfPeople(space: Omit<Space, 'people'>): readonly number[] {
  const places = new Map(space.cells.map((cell, place) => [keyOf(space, cell), place]))
  const coupled = [...space.classes]
  return space.world.people.map(({ values, file, said }) => {
    const given = Object.fromEntries(
      coupled.map(([id, classes]) => {
        const pattern = patternOf(space, id, said[id] ?? [])
        return [id, classes.findIndex((members) => members.includes(pattern))]
      }),
    )
    const place = places.get(keyOf(space, { labels: values, file, given }))
    if (place === undefined) throw new Error('somebody is in no cell')
    return place
  })
}

const keyOf = ({ world, classes }: Known, { labels, file, given }: Cell): string =>
  JSON.stringify([
    file,
    world.variables.map(({ id }) => labels[id] ?? ''),
    [...classes.keys()].map((id) => given[id]),
  ])

export const patternOf = ({ patterns }: Known, question: string, said: readonly string[]): number =>
  (patterns.get(question) ?? []).findIndex(
    (pattern) => pattern.length === said.length && pattern.every((answer, place) => answer === said[place]),
  )
