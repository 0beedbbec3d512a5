import type { PlannedGroup, PlannedQuestion, TabulationPlan } from '../../pipeline/disclosure/index.ts'
import { type Atom, atomsOf, isAtomIn, isOf, type Told, tablesOf, toldAtoms } from './atoms.ts'
import { type Ends, type Known, type Sum, tryEverything } from './brute-force.ts'
import { bitsInSpan } from './fractions.ts'
import { type Count, countOf } from './world-counts.ts'
import { isIn, type Person, type World } from './worlds.ts'

/** People who can be told apart by the groups that tables show, and what can be known of one answer of theirs. */
export interface Learned {
  readonly question: string
  readonly group: string
  readonly row: string
  /** Those who answered. */
  readonly base: Ends
  readonly count: Ends
  /** Those of them who are not in the row. */
  readonly others: Ends
  /** Whether they are a column, or what is left between columns and such rests: no union of several. */
  readonly left: boolean
  /** Whether anybody can point at them: not where they are told only by that they left something unstated. */
  readonly pointable: boolean
  /** What is or may be told of many people whom they are among: at most so many are in the row, and not in it. */
  readonly around: { readonly count: number; readonly others: number }
  /** What is so. */
  readonly truth: { readonly base: number; readonly count: number }
}

/**
 * What an intruder takes for granted besides the tables. One of `everything` knows in which ways of being in and out of groups
 * nobody answered, and who kept to what was asked, and looks at every group whose counts follow from the tables' columns by
 * sums and multiples. One of `tables` knows the tables alone, and looks at groups, pairs and what cannot be told apart further.
 */
export type Knowledge = 'everything' | 'tables'

/** People around a group: how many at least, and how many of them at most are in a row, and not in it. */
interface Around {
  readonly size: number
  readonly count: number
  readonly others: number
}

/** A group, a question and an answer to it. */
interface Target extends Told {
  readonly one: PlannedQuestion
  readonly row: string
  readonly left: boolean
  readonly pointable: boolean
  readonly large: readonly (readonly number[])[]
  /** Columns, and what is left between two, of as many as may be shown, that it is within. */
  readonly shown: readonly (readonly number[])[]
}

/**
 * What follows from the counts that are seen about every group that can be told apart, by trying everything;
 * undefined where that is too much.
 */
export function learn(
  world: World,
  seen: readonly Range[],
  knowledge: Knowledge,
): readonly Learned[] | undefined {
  const { plan, people } = world
  const atoms = atomsOf(plan.groups)
  const unknown = new Map<string, number>()
  for (const one of plan.questions) {
    for (const atom of atoms.keys()) {
      const rows = one.rows === 'several' ? [null, ...one.answers] : one.answers
      for (const row of rows) unknown.set(key(one.id, atom, row), unknown.size)
    }
  }
  const columns = (one: PlannedQuestion, those: readonly number[], row: string | null): readonly number[] => {
    const parts = row === null ? (one.rows === 'several' ? [null] : one.answers) : (one.nets[row] ?? [row])
    return those.flatMap((atom) => parts.map((part) => unknown.get(key(one.id, atom, part)) ?? -1))
  }
  const answered = (one: PlannedQuestion, those: readonly number[]): readonly number[] =>
    one.answers.includes(SILENT)
      ? one.answers.filter((row) => row !== SILENT).flatMap((row) => columns(one, those, row))
      : columns(one, those, null)
  const members = (those: readonly number[]) =>
    people.filter((person) => those.some((at) => isOf(atoms[at] ?? NOBODY, person)))
  const facts = seen.flatMap(({ question, group, row, least, most }): readonly Known[] => {
    const one = plan.questions.find(({ id }) => id === question)
    const those = plan.groups.find(({ id }) => id === group)
    return one === undefined || those === undefined
      ? []
      : [{ of: columns(one, inside(those, atoms), row), least, most }]
  })
  // That nobody was asked is an answer to what leads there: that is not known.
  const empty = plan.questions.flatMap((one) =>
    [...atoms.keys()].flatMap((at): readonly Known[] =>
      countOf(one, members([at]), null) > 0 || one.askedIf.length > 0
        ? []
        : [{ of: columns(one, [at], null), least: 0, most: 0 }],
    ),
  )
  const rules = plan.questions.flatMap((one) =>
    [...atoms.keys()].flatMap((at) => rulesOf(plan, one, (of, row) => columns(of, [at], row))),
  )
  const asked = plan.questions.flatMap((one) =>
    [...atoms.keys()].flatMap((at) =>
      knowledge === 'everything' && !isKept(one, members([at]))
        ? []
        : askedOf(plan, one, (of, row) => columns(of, [at], row)),
    ),
  )
  const targets = knowledge === 'everything' ? impliedTargets(world, atoms) : tableTargets(world, atoms, seen)
  const wanted = targets.flatMap(({ those, one, row, large }): readonly Sum[] => {
    const of = (all: readonly number[]): readonly Sum[] => {
      const own = columns(one, all, row)
      return [{ of: answered(one, all) }, { of: own }, { of: answered(one, all), less: own }]
    }
    return [...of(those), ...(knowledge === 'tables' ? large.flatMap(of) : [])]
  })
  const known = [...facts, ...(knowledge === 'everything' ? empty : []), ...rules]
  const kept = tryEverything(unknown.size, [...known, ...asked], wanted)
  // Respondents need not have done as they were asked: what contradicts the figures is not so.
  const found = kept === 'none' ? tryEverything(unknown.size, known, wanted) : kept
  if (found === undefined) return undefined
  if (found === 'none') throw new Error('what is so must agree with what is seen')
  const many = Math.max(plan.rules.minimum_base, plan.rules.unanimity_below)
  let start = 0
  return targets.map(({ name, those, one, row, large, shown, left, pointable }): Learned => {
    const own = found.slice(start, start + 3 * (1 + (knowledge === 'tables' ? large.length : 0)))
    start += own.length
    const ends = (place: number): Ends => own[place] ?? [0, 0]
    const about = large.map((column, index): Around => {
      const some = members(column)
      const [count, size] = [countOf(one, some, row), answeredIn(one, some)]
      if (knowledge === 'everything') return { size, count, others: size - count }
      const at = 3 * (index + 1)
      return { size: ends(at)[0], count: ends(at + 1)[1], others: ends(at + 2)[1] }
    })
    const enough = about.filter(({ size }) => size >= plan.rules.minimum_base)
    const some = members(those)
    return {
      question: one.id,
      group: name,
      row,
      base: ends(0),
      count: ends(1),
      others: ends(2),
      left,
      pointable,
      around: {
        count: Math.min(
          ...(knowledge === 'everything'
            ? shown.map((column) => countOf(one, members(column), row))
            : enough.map(({ count }) => count)),
        ),
        others: Math.min(...about.filter(({ size }) => size >= many).map(({ others }) => others)),
      },
      truth: { base: answeredIn(one, some), count: countOf(one, some, row) },
    }
  })
}

const SILENT = 'No reply'
const NOBODY: Atom = { labels: [] }

const inside = (group: PlannedGroup, atoms: readonly Atom[]): readonly number[] =>
  [...atoms.keys()].filter((at) => isAtomIn(group, atoms[at] ?? NOBODY))

const answeredIn = (one: PlannedQuestion, people: readonly Person[]): number =>
  countOf(one, people, null) - countOf(one, people, SILENT)

const repliesOf = ({ answers }: PlannedQuestion) => answers.filter((row) => row !== SILENT)

/** The groups of some people who answered whose counts are a rational combination of the columns that tables show. */
function impliedTargets({ plan, people }: World, atoms: readonly Atom[]): readonly Target[] {
  const { minimum_base, unanimity_below } = plan.rules
  const many = Math.max(minimum_base, unanimity_below)
  return plan.questions.flatMap((one) => {
    const peopleOf = (those: readonly number[]) =>
      people.filter((person) => those.some((at) => isOf(atoms[at] ?? NOBODY, person)))
    const occupied = [...atoms.keys()].filter((at) => answeredIn(one, peopleOf([at])) > 0)
    const first = plan.questions.find(({ id }) => id === one.askedIf[0]?.question) ?? one
    const asked = [...atoms.keys()].filter((at) => countOf(first, peopleOf([at]), null) > 0)
    const columns = plan.groups.map((group) => inside(group, atoms).filter((at) => asked.includes(at)))
    // By those who answered, and by those who may have been asked: each tells something.
    const implied = [occupied, asked].flatMap((all) =>
      bitsInSpan(
        columns.map((column) => all.map((at) => (column.includes(at) ? 1 : 0))),
        all.length,
      ).map((bits) => all.filter((_, at) => bits[at] === 1)),
    )
    const large = columns.filter((column) => answeredIn(one, peopleOf(column)) >= many)
    // What may be shown of so many, of columns and of what is left between two, says something of each of them.
    const rests = leftBetween(columns, columns)
    const left = [columns, rests, leftBetween(columns, rests), leftBetween(rests, columns)].flat()
    const names = new Set(left.map((some) => nameOf(some.filter((at) => occupied.includes(at)))))
    const shown = [...columns, ...rests].filter((column) => answeredIn(one, peopleOf(column)) >= minimum_base)
    return implied.flatMap((those) => {
      const around = large.filter((column) => those.every((at) => column.includes(at)))
      const pointable = !areUnstated(plan, one, peopleOf(those), people)
      return repliesOf(one).map((row) => ({
        name: those.join(),
        those,
        one,
        row,
        left: names.has(nameOf(those.filter((at) => occupied.includes(at)))),
        pointable,
        large: around,
        shown: shown.filter((column) => those.every((at) => column.includes(at))),
      }))
    })
  })
}

const leftBetween = (parts: readonly (readonly number[])[], within: readonly (readonly number[])[]) =>
  parts.flatMap((part) =>
    within
      .filter((other) => other.length < part.length && other.every((at) => part.includes(at)))
      .map((other) => part.filter((at) => !other.includes(at))),
  )

const nameOf = (atoms: readonly number[]): string => [...atoms].sort((a, b) => a - b).join()

/** Whether nothing tells some people from others who are alike in all but that they stated what these did not. */
function areUnstated(
  { groups }: TabulationPlan,
  one: PlannedQuestion,
  some: readonly Person[],
  people: readonly Person[],
): boolean {
  if (!groups.some(({ values }) => 'w' in values)) return false
  const replied = (person: Person) => answeredIn(one, [person]) === 1
  const own = some.filter(replied)
  const shown = groups.filter(({ values }) => !('w' in values))
  const alike = (person: Person, other: Person) =>
    shown.every((group) => isIn(group, person) === isIn(group, other)) &&
    person.labels['w'] === '' &&
    other.labels['w'] !== ''
  return (
    own.every(({ labels }) => labels['w'] === '') &&
    people.some((other) => replied(other) && own.some((person) => alike(person, other)))
  )
}

/** What whoever has only the tables looks at, each table by itself. */
function tableTargets({ plan }: World, atoms: readonly Atom[], seen: readonly Range[]): readonly Target[] {
  const isEmpty = (one: PlannedQuestion, at: number) =>
    plan.groups.some(
      ({ id, ...group }) =>
        isAtomIn({ id, ...group }, atoms[at] ?? NOBODY) &&
        seen.some(
          ({ question, group: of, row, most }) =>
            question === one.id && of === id && row === null && most === 0,
        ),
    )
  return tablesOf(plan.groups).flatMap((table) => {
    const hasValues = table.some(({ values }) => 'w' in values)
    return toldAtoms(table, atoms).flatMap((told) => {
      const areSilent = (at: number) => atoms[at]?.labels.every((labels) => labels['w'] === '') === true
      const isUnstated = (one: PlannedQuestion) =>
        hasValues && told.those.every((at) => areSilent(at) || isEmpty(one, at))
      const large = table
        .map((group) => inside(group, atoms))
        .filter((column) => told.those.every((at) => column.includes(at)))
      return plan.questions.flatMap((one) =>
        repliesOf(one).map((row) => ({
          ...told,
          one,
          row,
          left: true,
          pointable: !isUnstated(one),
          large,
          shown: [],
        })),
      )
    })
  })
}

export interface Range extends Omit<Count, 'count'> {
  readonly least: number
  readonly most: number
}

export const exactly = (seen: readonly Count[]): readonly Range[] =>
  seen.map(({ count, ...of }) => ({ ...of, least: count, most: count }))

/** What whole percentages of bases that are seen say: the counts that print so, found by trying each. */
export const roundly = (seen: readonly Count[]): readonly Range[] =>
  seen.map(({ count, ...of }) => {
    const { count: base = count } =
      seen.find((one) => one.question === of.question && one.group === of.group && one.row === null) ?? {}
    const print = (tried: number) => Math.floor((200 * tried + base) / (2 * base))
    const fitting = Array.from({ length: base + 1 }, (_, tried) => tried).filter(
      (tried) => base === 0 || print(tried) === print(count),
    )
    return { ...of, least: Math.min(...fitting), most: Math.max(...fitting) }
  })

const key = (question: string, atom: number, row: string | null) => JSON.stringify([question, atom, row])

type ColumnsOf = (of: PlannedQuestion, row: string | null) => readonly number[]

const MANY = Number.POSITIVE_INFINITY

/** What holds whatever was answered: ticks are at most the base, who was routed gave the answer that leads there. */
function rulesOf(plan: TabulationPlan, one: PlannedQuestion, columns: ColumnsOf): readonly Known[] {
  const ticks =
    one.rows === 'several'
      ? one.answers.map(
          (row): Known => ({ of: columns(one, null), less: columns(one, row), least: 0, most: MANY }),
        )
      : []
  return [
    ...ticks,
    ...leading(plan, one, columns).map(
      (of): Known => ({ of, less: columns(one, null), least: 0, most: MANY }),
    ),
  ]
}

/** What holds where everybody did as they were asked: ticked something, and went where an answer led. */
function askedOf(plan: TabulationPlan, one: PlannedQuestion, columns: ColumnsOf): readonly Known[] {
  const ticked =
    one.rows === 'several'
      ? [
          {
            of: one.answers.flatMap((row) => columns(one, row)),
            less: columns(one, null),
            least: 0,
            most: MANY,
          },
        ]
      : []
  const went =
    one.base === 'asked' && one.exactly === true
      ? leading(plan, one, columns).map((of) => ({ of, less: columns(one, null), least: 0, most: 0 }))
      : []
  return [...ticked, ...went]
}

/** Whether some people did as they were asked: who is in the base ticked something. */
export const isKept = (one: PlannedQuestion, people: readonly Person[]): boolean =>
  one.rows !== 'several' ||
  people.every(({ rows }) => rows[one.id] === undefined || rows[one.id]?.length !== 0)

const leading = (
  { questions }: TabulationPlan,
  { askedIf }: PlannedQuestion,
  columns: ColumnsOf,
): readonly (readonly number[])[] =>
  askedIf.flatMap(({ question, answers }) => {
    const before = questions.find(({ id }) => id === question)
    return before === undefined ? [] : [answers.flatMap((row) => columns(before, row))]
  })
