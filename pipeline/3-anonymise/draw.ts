import type { Id } from '../definition/index.ts'
import { type Engine, identifier } from '../engine/index.ts'
import type { Line } from './lines.ts'

/** Relation of the responses (their `row`) that are in a later `piece` of a divided group than the first. */
export const DRAWN = 'drawn'

/**
 * Draws the responses of each later piece of the divided groups. Who is drawn is decided by a hash keyed with the
 * secret: the same files draw the same, and nobody who sees the release can tell. It is another hash than the
 * one that orders the release, where the blanked responses of a group would else stand before its others.
 */
export async function draw(
  engine: Engine,
  relation: string,
  variables: readonly Id[],
  lines: readonly Line[],
): Promise<void> {
  const pieces = piecesOf(lines)
  const divided = new Set(pieces.map(({ place }) => place))
  const keys = lines.filter(({ place, piece }) => divided.has(place) && piece === 0)
  const values = variables.map(
    (_, index) => [`value_${index}`, keys.map(({ group }) => group.values[index] ?? 0)] as const,
  )
  await engine.table('combinations', new Map([['place', keys.map(({ place }) => place)], ...values]))
  const names = ['place', 'piece', 'after', 'upto'] as const
  await engine.table('pieces', new Map(names.map((name) => [name, pieces.map((piece) => piece[name])])))
  const equal = variables.map((id, index) => `enum_code(r.${identifier(id)}) = combinations.value_${index}`)
  await engine.run(`CREATE TABLE ${DRAWN} AS
    WITH ranked AS (
      SELECT r.rowid AS row, combinations.place, row_number() OVER (PARTITION BY combinations.place
        ORDER BY md5_number_lower((SELECT key FROM secret) || 'drawn' || r.digest::VARCHAR), r.digest) AS rank
      FROM ${identifier(relation)} r JOIN combinations ON ${equal.join(' AND ')})
    SELECT row, piece FROM ranked JOIN pieces USING (place) WHERE rank > after AND rank <= upto`)
}

interface Piece {
  readonly place: number
  readonly piece: number
  /** Ranks of the group's responses that are in it: more than `after`, at most `upto`. */
  readonly after: number
  readonly upto: number
}

/** The later pieces of each divided group; the first is what is left. */
function piecesOf(lines: readonly Line[]): readonly Piece[] {
  const drawn = new Map<number, number>()
  const seen = new Set<string>()
  return lines.flatMap(({ place, piece, part }) => {
    const name = `${place} ${piece}`
    if (piece === 0 || seen.has(name)) return []
    seen.add(name)
    const after = drawn.get(place) ?? 0
    drawn.set(place, after + part.count)
    return [{ place, piece, after, upto: after + part.count }]
  })
}
