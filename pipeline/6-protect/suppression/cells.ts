import type { SuppressionInput } from './model.ts'

type Inputs = Pick<SuppressionInput, 'inner' | 'plan'>

/**
 * Cells of each crossing of which everybody may know that nobody in them answered a question: no response is in any cell that
 * differs from one at most in populations made of answers. That a cell is empty because nobody gave an answer is no public
 * knowledge; nor that nobody was asked, where an answer to an earlier question led there: who may know that nobody
 * answered that one, knows it of this one.
 */
export function knownEmpty(
  { inner, plan }: Inputs,
  question: string,
): readonly ((cell: number) => boolean)[] {
  const asked = new Set(plan.populations.flatMap(({ id, answers }) => (answers === true ? [id] : [])))
  const routes = plan.questions.find(({ id }) => id === question)?.askedIf ?? []
  const before = routes.filter((route) => plan.questions.some(({ id }) => id === route.question))
  if (before.length > 0) {
    const parents = before.map((route) => knownEmpty({ inner, plan }, route.question))
    return inner.map((_, index) => (cell) => parents.some((parent) => parent[index]?.(cell) === true))
  }
  return inner.map((one) => {
    const people = one.questions.get(question)?.base ?? []
    const kinds = kindsOf(one.crossing.cells, asked)
    const occupied = new Set(kinds.filter((_, cell) => (people[cell] ?? 0) > 0))
    return (cell) => !occupied.has(kinds[cell] ?? '')
  })
}

/** Adds to cells those that differ from them only in populations made of answers to the question itself. */
export function withOwnSiblings(
  { inner, plan }: Inputs,
  question: string,
): readonly ((cells: readonly number[]) => readonly number[])[] {
  const own = new Set(
    plan.populations.filter(({ where }) => Object.hasOwn(where, question)).map(({ id }) => id),
  )
  if (own.size === 0) return inner.map(() => (cells: readonly number[]) => cells)
  return inner.map(({ crossing }) => {
    const kinds = kindsOf(crossing.cells, own)
    const byKind = new Map<string, number[]>()
    for (const [cell, kind] of kinds.entries()) byKind.set(kind, [...(byKind.get(kind) ?? []), cell])
    return (cells) =>
      [...new Set(cells.flatMap((cell) => byKind.get(kinds[cell] ?? '') ?? []))].sort((a, b) => a - b)
  })
}

const kindsOf = (
  cells: Inputs['inner'][number]['crossing']['cells'],
  but: ReadonlySet<string>,
): readonly string[] =>
  cells.map(({ populations, values }) => JSON.stringify([populations.filter((id) => !but.has(id)), values]))
