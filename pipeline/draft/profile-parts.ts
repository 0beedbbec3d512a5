import type { Engine, Row } from '../engine/index.ts'
import { joinParts } from './join-parts.ts'
import { neighboursSql, partsSql, separatedSql } from './parts-sql.ts'
import { type PartsProfile, share } from './profile.ts'

/** Between several answers in one cell; a comma only with a blank, because amounts hold commas too. */
const SEPARATORS = [';', ', ', '|']
/** Share of cells that must be made of parts that other cells have too. */
export const HALF_KNOWN = 0.4
/** More options than any question has. */
const MOST_OPTIONS = 100
/** How often options that hold the separator are looked for: each time they can grow by one part. */
const MOST_ROUNDS = 4

/**
 * For each column of `cells` how its texts look taken apart, at each separator that its cells hold.
 * Options may hold the separator themselves (", " above all): parts that only ever stand side by side are
 * one option.
 */
export async function profileParts(
  engine: Engine,
  cells: string,
  own: string | undefined,
): Promise<ReadonlyMap<number, readonly PartsProfile[]>> {
  const separators = [...new Set(own === undefined ? SEPARATORS : [own, ...SEPARATORS])]
  const held = await engine.rows(separatedSql(cells, separators))
  const profiles = new Map<number, PartsProfile[]>()
  for (const [index, separator] of separators.entries()) {
    const columns = held
      .filter((row) => Number(row[`s${index}`]) > 1 && !isOwnWords(row))
      .map((row) => Number(row['col']))
    if (columns.length === 0) continue
    for (const [column, profile] of profilesOf(
      await engine.rows(partsSql(cells, columns, separator)),
      separator,
    )) {
      const filled = Number(held.find(({ col }) => Number(col) === column)?.['filled'] ?? 0)
      const whole =
        share(profile.explained, filled) > HALF_KNOWN
          ? await wholeOptions(engine, cells, column, profile)
          : profile
      profiles.set(column, [...(profiles.get(column) ?? []), whole])
    }
  }
  return profiles
}

/** Thousands of texts, nearly all of them different: no choice of options makes so many. */
const isOwnWords = (row: Row): boolean =>
  Number(row['distinct']) > 5000 && share(Number(row['distinct']), Number(row['filled'])) > 0.8

function profilesOf(rows: readonly Row[], separator: string): ReadonlyMap<number, PartsProfile> {
  const profiles = new Map<number, PartsProfile>()
  for (const row of rows) {
    const column = Number(row['col'])
    const value = { text: String(row['part']), count: Number(row['cells']), first: Number(row['first']) }
    profiles.set(column, {
      separator,
      distinct: Number(row['distinct']),
      occurrences: Number(row['occurrences']),
      values: [...(profiles.get(column)?.values ?? []), value],
      explained: Number(row['explained']),
      withoutRepeats: Number(row['without_repeats']),
    })
  }
  return profiles
}

/** The profile once parts that belong together are joined; as it is where they are too many. */
async function wholeOptions(
  engine: Engine,
  cells: string,
  column: number,
  profile: PartsProfile,
): Promise<PartsProfile> {
  const { separator } = profile
  let best = profile
  let whole: readonly string[] = []
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const frequent = best.values.filter(({ count }) => count > 1)
    if (frequent.length < 2 || frequent.length > MOST_OPTIONS) return best
    const parts = frequent.map(({ text }) => text)
    const pairs = await engine.rows(neighboursSql(cells, column, separator, whole, parts))
    const joined = joinParts(
      pairs.map(({ part, next, joint, cells: count }) => ({
        part: String(part),
        ...(next === null ? {} : { next: String(next), joint: String(joint) }),
        count: Number(count),
      })),
      new Map(frequent.map(({ text, count }) => [text, count])),
    )
    if (joined.length === 0) return best
    whole = [...whole, ...joined]
    best =
      profilesOf(await engine.rows(partsSql(cells, [column], separator, whole)), separator).get(column) ??
      best
  }
  return best
}
