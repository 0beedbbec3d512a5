/**
 * Verify. In: a release as anybody may have downloaded it, and an engine that may read its folder. Out: what is
 * wrong with it, and how much was checked. Trusts nothing that the release says of itself without counting it.
 * Not here: where the release came from (edge), what should be in one (7-package).
 */
import { describedRelease } from '../8-publish/index.ts'
import type { Engine } from '../engine/index.ts'
import { hasErrors, type Issue } from '../issues.ts'
import { checkChecksums } from './check-checksums.ts'
import { checkDescriptor } from './check-descriptor.ts'
import { checkFigures } from './check-figures.ts'
import { checkParquet } from './check-parquet.ts'
import { checkPrinted } from './check-printed.ts'
import { checkResponses } from './check-responses.ts'
import { checkRows } from './check-rows.ts'
import { checkTable } from './check-table.ts'
import type { ReleaseReader } from './reader.ts'

export type { ReleaseReader } from './reader.ts'

export interface Verdict {
  readonly issues: readonly Issue[]
  /** How much was looked at; nothing of what comes after an error that forbids it. */
  readonly checked: {
    readonly files: number
    readonly tables: number
    readonly rows: number
    /** Published figures, and how many of them were computed anew from the responses. */
    readonly figures: number
    readonly recomputed: number
  }
}

/**
 * Checks a release in four steps, each only when the one before found nothing: every file by its checksum; the
 * descriptor by the standard and by the files; every table by its schema and keys; the responses by the rules that
 * the release says it keeps, and the figures by each other and by the responses.
 */
export async function verifyRelease(engine: Engine, reader: ReleaseReader): Promise<Verdict> {
  const files = await checkChecksums(reader)
  const none = { files: files.checked, tables: 0, rows: 0, figures: 0, recomputed: 0 }
  if (hasErrors(files.issues)) return { issues: files.issues, checked: none }
  const described = await checkDescriptor(reader)
  if (hasErrors(described.issues)) return { issues: described.issues, checked: none }
  const release = describedRelease(described.descriptor)
  const tables = await Promise.all(release.tables.map((table) => checkTable(engine, reader, table, release)))
  const checked = { ...none, tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0) }
  const shapes = tables.flatMap(({ issues }) => issues)
  if (hasErrors(shapes)) return { issues: shapes, checked }
  const figures = await checkFigures(engine, reader, release)
  return {
    issues: [
      ...(await checkResponses(engine, reader, release)),
      ...(await checkRows(engine, reader)),
      ...(await checkParquet(engine, reader, release)),
      ...(await checkPrinted(engine, reader, release)),
      ...figures.issues,
    ],
    checked: { ...checked, figures: figures.figures, recomputed: figures.recomputed },
  }
}
