import type { Shown } from './columns.ts'
import type { Phrases } from './phrases.ts'
import type { Labelled } from './phrases-en.ts'
import type { Asked } from './question.ts'

/** A row that may be told, and what respondents did who are counted in it. */
export interface Row extends Labelled {
  readonly did: string
}

/**
 * The rows by which a column is told, the largest first, without hidden ones and those that nobody is in: nets and what
 * is in no net where there are any, else the answers.
 */
export function rowsOf(say: Phrases, asked: Asked, shown: Shown): readonly Row[] {
  const answers = asked.answers.flatMap((label) => rowOf(shown, label, say.said(asked.manner, label)))
  const netted = asked.manner === 'answered' ? withNets(say, asked, shown, answers) : []
  return largestFirst(netted.length > 0 ? netted : answers)
}

/** The nets of a question that share no answer, and the answers in none of them; nothing where no net may be seen. */
function withNets(say: Phrases, asked: Asked, shown: Shown, answers: readonly Row[]): readonly Row[] {
  const apart = Object.entries(asked.nets).filter(
    ([, members], index, nets) =>
      !nets.slice(0, index).some(([, others]) => others.some((answer) => members.includes(answer))),
  )
  const rows = apart.flatMap(([label, members]) =>
    rowOf(shown, label, say.saidOneOf(asked.manner, label, members)),
  )
  if (rows.length === 0) return []
  const inNone = answers.filter(({ label }) => !apart.some(([, members]) => members.includes(label)))
  return [...rows, ...inNone]
}

const rowOf = (shown: Shown, label: string, did: string): readonly Row[] => {
  const figure = shown.figure(label, 'percent')
  return figure === undefined || figure.value === 0 ? [] : [{ label, figure, did }]
}

const largestFirst = (rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((a, b) => b.figure.value - a.figure.value)
