import type { Crossing } from './crossings.ts'

interface Margin {
  readonly crossing: number
  readonly cells: readonly number[]
}

/** Groups that several crossings show: everybody, and each class of what two crossings have in common. */
export function sharedMargins(crossings: readonly Crossing[]): readonly (readonly Margin[])[] {
  if (crossings.length < 2) return []
  const classes = new Map<string, Margin[]>()
  for (const { variables, populations } of commons(crossings)) {
    for (const [index, crossing] of crossings.entries()) {
      if (!variables.every((name) => crossing.variables.includes(name))) continue
      if (!populations.every((id) => crossing.populations.includes(id))) continue
      const places = variables.map((name) => crossing.variables.indexOf(name))
      const byClass = new Map<string, number[]>()
      for (const [cell, { populations: of, values }] of crossing.cells.entries()) {
        const key = JSON.stringify([
          variables,
          populations,
          places.map((place) => values[place]),
          populations.filter((id) => of.includes(id)),
        ])
        const own = byClass.get(key) ?? []
        own.push(cell)
        byClass.set(key, own)
      }
      for (const [key, cells] of byClass)
        classes.set(key, [...(classes.get(key) ?? []), { crossing: index, cells }])
    }
  }
  return [...classes.values()].filter(({ length }) => length > 1)
}

/** What each two crossings have in common, and nothing, which all have. */
function commons(crossings: readonly Crossing[]): readonly Pick<Crossing, 'variables' | 'populations'>[] {
  const pairs = crossings.flatMap((one, index) =>
    crossings.slice(index + 1).map((other) => ({
      variables: one.variables.filter((name) => other.variables.includes(name)),
      populations: one.populations.filter((id) => other.populations.includes(id)),
    })),
  )
  const all = [{ variables: [], populations: [] }, ...pairs]
  return [...new Map(all.map((common) => [JSON.stringify(common), common])).values()]
}
