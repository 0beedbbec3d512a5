import type { ReleasedFigure } from '../artefacts.ts'
import type { Reporting } from '../definition/index.ts'

/** Printed for a confidential figure. The author names the marks of the other statuses. */
export const CONFIDENTIAL = '[c]'

/** Printed for a figure that was left out because too little stands behind it. */
export const LEFT_OUT = '[x]'

/** Printed in the heading of a column with figures of low reliability: they are numbers, and stay numbers. */
export const UNRELIABLE = '[u]'

/** A figure as a plain number; blank where its status says why there is none. */
export function plainFigure({ value, status }: ReleasedFigure, decimals: number): string {
  if ((value === null) === (status === '' || status === 'u')) {
    throw new Error('a figure must have either a value or a status that says why not')
  }
  if (value === null) return ''
  const text = value.toFixed(decimals)
  // More digits than are printed would mean that the figure was rounded by nobody before.
  if (!(Math.abs(Number(text) - value) < 1e-9)) throw new Error('a figure has more digits than are released')
  return text
}

/** A figure as printed in a table: marks where it has no value or is zero. */
export function printedFigure(figure: ReleasedFigure, decimals: number, reporting: Reporting): string {
  const plain = plainFigure(figure, decimals)
  switch (figure.status) {
    case '':
    case 'u':
      return figure.value === 0 ? reporting.zero : plain
    case 'low':
      return reporting.low
    case 'c':
      return CONFIDENTIAL
    case 'x':
      return LEFT_OUT
    case 'z':
      return reporting.notApplicable
  }
}

/** What a printed table may hold where a consumer expects a number, each once. */
export const printedMarks = ({ low, zero, notApplicable }: Reporting): readonly string[] => [
  ...new Set([low, notApplicable, CONFIDENTIAL, LEFT_OUT, ...(Number.isFinite(Number(zero)) ? [] : [zero])]),
]
