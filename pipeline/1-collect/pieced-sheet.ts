import type { Range } from 'xlsx'
import type { Checked } from '../issues.ts'
import type { SheetPiece } from './sheet-intake.ts'

/** A sheet that comes in pieces, as often as they are asked for. */
export interface PiecedSheet {
  /** Its name, and what was noticed in opening it. */
  readonly sheet: Checked<string>
  readonly epoch1904: boolean
  /** Rows in order; returns the merged cells. */
  readonly pieces: () => AsyncGenerator<SheetPiece, readonly Range[]>
}
