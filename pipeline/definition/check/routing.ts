import type { Fault } from '../fault.ts'
import type { Definition, Id } from '../model.ts'

/** Routing that runs in a circle, each circle once: q3 depends on q5 and q5 on q3. */
export function checkRouting({ questions }: Definition): readonly Fault[] {
  const ids = new Set(questions.map(({ id }) => id))
  const needs = new Map(
    questions.map(
      ({ id, askedIf = {} }) => [id, Object.keys(askedIf).filter((name) => ids.has(name))] as const,
    ),
  )
  const done = new Set<Id>()
  return questions.flatMap(({ id }) => circles(id, [], needs, done).map(circleFault))
}

/** Circles met on the way down from `id`; every question is left once, so every circle is met once. */
function circles(
  id: Id,
  way: readonly Id[],
  needs: ReadonlyMap<Id, readonly Id[]>,
  done: Set<Id>,
): readonly (readonly Id[])[] {
  const start = way.indexOf(id)
  if (start >= 0) return [way.slice(start)]
  if (done.has(id)) return []
  const found = (needs.get(id) ?? []).flatMap((next) => circles(next, [...way, id], needs, done))
  done.add(id)
  return found
}

function circleFault(circle: readonly Id[]): Fault {
  const [first = '', second = first] = circle
  const path = ['questions', first, 'asked_if', second]
  if (circle.length === 1) {
    return {
      code: 'routing-circle',
      path,
      atKey: true,
      message: `'${first}' is asked only after an answer to itself.`,
    }
  }
  return {
    code: 'routing-circle',
    path,
    atKey: true,
    message: `Routing runs in a circle: ${[...circle, first].join(' -> ')}.`,
    advice: 'A question can only depend on questions that are asked before it.',
  }
}
