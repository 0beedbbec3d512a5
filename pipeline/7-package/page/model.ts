import type { Change, ReleasedFigure, ReleasedFile, ReleasedTables, Table } from '../../artefacts.ts'
import type { Definition, Question } from '../../definition/index.ts'
import type { Messages } from '../../html/index.ts'
import type { NotTested } from '../../not-tested.ts'
import type { DataPackage } from '../data-package/index.ts'
import type { Findings } from '../findings/index.ts'
import type { NamedTable } from '../names.ts'

export type ReleasedTable = Table<ReleasedFigure>

/** What the page of a release is made of: nothing that disclosure control did not let pass. */
export interface PageSource {
  readonly definition: Definition
  readonly released: ReleasedTables
  readonly tables: readonly NamedTable[]
  readonly findings: Findings
  readonly changes: readonly [Change, ...Change[]]
  readonly descriptor: DataPackage
  /** The files of the release that are written before the page. */
  readonly files: readonly ReleasedFile[]
  /** What the attack on this release leaves out. */
  readonly notTested: readonly NotTested[]
  readonly messages: Messages
}

/** Tables of one question, or of the questions of a grid, which share their chart. */
export interface QuestionGroup {
  readonly heading: string
  readonly parts: readonly QuestionPart[]
}

export interface QuestionPart {
  readonly question: Question
  /** The item of a grid; absent where the question stands alone. */
  readonly item?: string
  /** The table of answers. */
  readonly main: NamedTable
  /** Means, tests and what else there is of it. */
  readonly further: readonly NamedTable[]
}
