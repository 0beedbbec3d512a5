import type { Figure, ReleasedFigure, Table } from '../artefacts.ts'
import type { Hidden } from './release-table.ts'
import type { SuppressionInput } from './suppression/model.ts'

export function mergedColumns(
  _made: Table<Figure>,
  released: Table<ReleasedFigure>,
  _input: SuppressionInput,
  _hidden: Hidden,
): Table<ReleasedFigure> {
  return released
}
