import { type Engine, identifier, literals } from '../engine/index.ts'
import { countTicks, crossTabulate } from './cross-tabulate.ts'
import type { Draft } from './draft.ts'
import { draftDefinition } from './draft-definition.ts'
import { judge } from './judge.ts'
import type { ColumnProfile, ExportColumn } from './profile.ts'
import { profileColumns } from './profile-columns.ts'

/** An export that has been read, and what its platform is known to do; a plain table has no layout. */
export interface DraftInput {
  readonly file: string
  readonly sheet?: string
  readonly encoding?: string
  /** Relation of VARCHAR columns c0, c1... */
  readonly relation: string
  readonly columns: readonly ExportColumn[]
  readonly layout?: {
    readonly platform: string
    readonly separator: string
    readonly unticked: readonly string[]
    readonly missing: readonly string[]
    readonly dates: 'day first' | 'month first' | 'year first'
    readonly escapes: readonly (readonly [string, string])[]
    readonly setAside: readonly { readonly column: string; readonly equals: readonly string[] }[]
  }
  readonly frame?: {
    readonly file: string
    readonly relation: string
    readonly columns: readonly ExportColumn[]
  }
  /** Day of the draft, year first. */
  readonly today: string
}

/**
 * Drafts a definition from the rows of an export. Rows that are no responses (previews, tests) are taken out
 * of the relation first. Also gives the number of rows that it rests on.
 */
export async function draftFrom(
  engine: Engine,
  { relation, columns, layout, frame, today, ...source }: DraftInput,
): Promise<{ readonly draft: Draft; readonly rows: number; readonly profiles: readonly ColumnProfile[] }> {
  for (const { column, equals } of layout?.setAside ?? []) {
    const at = columns.findIndex(({ heading }) => heading === column)
    if (at < 0) continue
    await engine.run(
      `DELETE FROM ${identifier(relation)} WHERE list_contains([${literals(equals)}], trim(c${at}))`,
    )
  }
  const conventions = { missing: layout?.missing ?? [], escapes: layout?.escapes ?? [] }
  const unticked = layout?.unticked ?? []
  const separator = layout === undefined ? {} : { separator: layout.separator }
  const profiles = await profileColumns(engine, relation, columns, { ...conventions, ...separator })
  const platform = layout === undefined ? {} : { platform: layout.platform, dates: layout.dates }
  const known = { ...source, ...platform, ...separator, unticked, today }
  const [{ rows } = { rows: 0 }] = profiles
  const marks = { ...conventions, unticked }
  const ticks = await countTicks(engine, relation, judge(profiles, { ...known, ticks: new Map() }), marks)
  const crossings = await crossTabulate(engine, relation, rows, judge(profiles, { ...known, ticks }), marks)
  const register = frame && {
    file: frame.file,
    profiles: await profileColumns(engine, frame.relation, frame.columns, { missing: [], escapes: [] }),
  }
  const draft = draftDefinition(profiles, {
    ...known,
    ticks,
    crossings,
    ...(register === undefined ? {} : { frame: register }),
  })
  return { draft, rows, profiles }
}
