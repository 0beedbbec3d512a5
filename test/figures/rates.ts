/** Response rates, coverage and profiles, counted from the list of units, the list of people and the cleaned responses. */
import type { CleanedFiles } from './cleaned.ts'
import type { Plan } from './plan.ts'
import type { Cells } from './who.ts'

/** Row -> how many, of how many. */
export type Shares = ReadonlyMap<string, { readonly part: number; readonly whole: number }>

const COVERED = 'Covered by a response, its own or that of an organisation that speaks for it'

/** Units that a kept response speaks for: that which it names, and all of the person invited. */
function responding({ responses, people }: CleanedFiles): ReadonlySet<string> {
  const keysOf = new Map(people.map(({ place, keys }) => [String(place), keys]))
  return new Set(
    responses.flatMap(({ unit, person }) => [
      ...(unit === null ? [] : [String(unit)]),
      ...listed(person === null ? undefined : keysOf.get(String(person))),
    ]),
  )
}

const listed = (keys: unknown): readonly string[] => (Array.isArray(keys) ? keys.map(String) : [])

/** How many people or units with each value responded, of how many there are; and all of them. */
export function ratesBy(files: CleanedFiles, variable: string, of: 'people' | 'units'): Shares {
  const known = of === 'people' ? files.people : files.units
  const answered =
    of === 'people' ? new Set(files.responses.map(({ person }) => String(person))) : responding(files)
  const hasAnswered = (one: Cells) => answered.has(String(of === 'people' ? one['place'] : one['key']))
  return withTotal(known, variable, hasAnswered)
}

function withTotal(known: readonly Cells[], variable: string, counts: (one: Cells) => boolean): Shares {
  const shares = new Map<string, { part: number; whole: number }>()
  for (const one of known)
    for (const row of [String(one[variable]), 'Total']) {
      const share = shares.get(row) ?? { part: 0, whole: 0 }
      shares.set(row, { part: share.part + (counts(one) ? 1 : 0), whole: share.whole + 1 })
    }
  return shares
}

/** Units that responded, and those that somebody speaks for as well. */
export function coverageOf(plan: Plan, files: CleanedFiles): Shares {
  const own = responding(files)
  const covered = files.responses.flatMap(({ covers, source }) =>
    covers === null
      ? []
      : String(covers)
          .split(plan.separators[String(source)] ?? ';')
          .map((key) => key.trim()),
  )
  const spoken = new Set([...own, ...covered])
  const share = (of: ReadonlySet<string>) => ({
    part: files.units.filter(({ key }) => of.has(String(key))).length,
    whole: files.units.length,
  })
  return new Map([
    ['At least one response received', share(own)],
    [COVERED, share(spoken)],
  ])
}

/** What the units that responded are like. */
export function profileOf(files: CleanedFiles, variable: string): Shares {
  const own = responding(files)
  const there = files.units.filter(({ key }) => own.has(String(key)))
  const rows = withTotal(there, variable, () => true)
  return new Map([...rows].map(([row, { part }]) => [row, { part, whole: there.length }]))
}
