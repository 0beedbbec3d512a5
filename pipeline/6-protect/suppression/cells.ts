import { populationsMadeOf } from '../../disclosure/index.ts'
import type { SuppressionInput } from './model.ts'
import { once } from './once.ts'

type Inputs = Pick<SuppressionInput, 'inner' | 'plan'>

/**
 * Cells of each crossing of which everybody may know that nobody in them answered a question: no response is in any cell that
 * differs from one at most in populations made of answers. That a cell is empty because nobody gave an answer is no public
 * knowledge; nor is it where a question was asked because of answers to another, whose own emptiness counts then.
 */
export const knownEmpty = once(emptyFor)

function emptyFor({ inner, plan }: Inputs, question: string): readonly ((cell: number) => boolean)[] {
  const asked = new Set(plan.populations.flatMap(({ id, answers }) => (answers === true ? [id] : [])))
  const root = askedFirst(plan, question)
  return inner.map((one) => {
    const people = one.questions.get(root)?.base ?? []
    const kinds = kindsOf(one.crossing.cells, asked)
    const occupied = new Set(kinds.filter((_, cell) => (people[cell] ?? 0) > 0))
    return (cell) => !occupied.has(kinds[cell] ?? '')
  })
}

/** Adds to cells those that differ from them only in populations made of answers to the question itself. */
export const withOwnSiblings = once(siblingsFor)

function siblingsFor(
  { inner, plan }: Inputs,
  question: string,
): readonly ((cells: readonly number[]) => readonly number[])[] {
  const own = populationsMadeOf(plan, question)
  if (own.size === 0) return inner.map(() => (cells: readonly number[]) => cells)
  return inner.map(({ crossing }) => {
    const kinds = kindsOf(crossing.cells, own)
    const byKind = new Map<string, number[]>()
    for (const [cell, kind] of kinds.entries()) byKind.set(kind, [...(byKind.get(kind) ?? []), cell])
    return (cells) =>
      [...new Set(cells.flatMap((cell) => byKind.get(kinds[cell] ?? '') ?? []))].sort((a, b) => a - b)
  })
}

/** The question from whose answers routing leads to this one; itself where none does. */
function askedFirst({ questions }: Inputs['plan'], question: string): string {
  let one = question
  for (const _ of questions) {
    const [before] = questions.find(({ id }) => id === one)?.askedIf ?? []
    if (before === undefined || !questions.some(({ id }) => id === before.question)) break
    one = before.question
  }
  return one
}

const kindsOf = (
  cells: Inputs['inner'][number]['crossing']['cells'],
  but: ReadonlySet<string>,
): readonly string[] =>
  cells.map(({ populations, values }) => JSON.stringify([populations.filter((id) => !but.has(id)), values]))
