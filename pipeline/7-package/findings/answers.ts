import type { Definition } from '../../definition/index.ts'
import { type Printed, type ReleasedTable, type Shown, shownIn } from './columns.ts'
import type { Finding } from './model.ts'
import type { Phrases } from './phrases.ts'
import type { Labelled } from './phrases-en.ts'
import { type Asked, askedIn } from './question.ts'
import { MOST_ANSWERS, MOST_POPULATIONS, WORTH_TELLING } from './rules.ts'
import { findingOf, type Told } from './told.ts'
import { whoIn } from './who.ts'

/** What is said of the answers to a question, and what the choice of key findings goes by. */
export interface AnswersFinding {
  readonly finding: Finding
  /** The same, to be read away from its table. */
  readonly apart: Finding
  readonly asked: Asked
  /** Largest percentage told. */
  readonly top: number
}

/**
 * How the first population answered, and the others on the same answers; nothing where nothing may be said. Tables of
 * breakdowns, means and tests have no such finding.
 */
export function answersFinding(
  definition: Definition,
  say: Phrases,
  table: ReleasedTable,
): AnswersFinding | undefined {
  const asked = table.kind === 'question' ? askedIn(definition, table) : undefined
  const [first, ...others] = shownIn(table)
  if (asked === undefined || first === undefined) return undefined
  const lead = leadOf(definition, say, asked, first)
  if (lead === undefined) return undefined
  const { rows } = lead
  const beside = others.slice(0, MOST_POPULATIONS).flatMap((shown) => {
    const what = rows.flatMap((row) => {
      const figure = shown.figure(row.label, 'percent')
      return figure === undefined ? [] : [{ figure, row, shown }]
    })
    return what.length === 0 ? [] : [{ shown, what }]
  })
  const second = beside.map(({ shown, what }) => {
    const who = whoIn(definition, shown).all
    // The same answers in the same order need not be named twice.
    return lead.isList && what.length === rows.length
      ? say.amongInOrder(
          who,
          what.map(({ figure }) => figure),
        )
      : say.among(
          who,
          what.map(({ figure, row }) => say.did(figure, row.did)),
        )
  })
  const top = rows[0]?.label ?? ''
  const bases = [first, ...beside.map(({ shown }) => shown)].flatMap((shown) => shown.base(top) ?? [])
  const rest = [...second, say.basis(bases, definition.weighting !== undefined, asked.manner)]
  return {
    finding: findingOf(table.id, [lead.sentence, ...rest]),
    apart: findingOf(table.id, [say.asked(asked.text, asked.manner, lead.sentence), ...rest]),
    asked,
    top: rows[0]?.figure.value ?? 0,
  }
}

/** A row that is told: what respondents did who are counted in it. */
interface Row extends Labelled {
  readonly did: string
}

interface Lead {
  readonly sentence: Told
  /** Rows it tells, the largest first. */
  readonly rows: readonly Row[]
  /** Whether it lists answers that are long to name. */
  readonly isList: boolean
}

/** What respondents did is not said twice when it takes more characters than this. */
const LONG = 40

function leadOf(definition: Definition, say: Phrases, asked: Asked, shown: Shown): Lead | undefined {
  const who = whoIn(definition, shown).some
  const answers = largestFirst(
    asked.answers.flatMap((label) => rowOf(shown, label, say.said(asked.manner, label))),
  )
  const netted = asked.manner === 'answered' ? withNets(say, asked, shown, answers) : []
  const told = netted.length > 0 ? netted : answers
  const [top] = told
  if (top === undefined || top.figure.value < WORTH_TELLING) return undefined
  const rows = worthTelling(told)
  const isComplete = !asked.answers.some((label) => shown.isHidden(label, 'percent'))
  if (
    told === netted ||
    (asked.manner === 'answered' && (top.figure.value > 50 || (isComplete && answers.length <= 3)))
  ) {
    const rest = isComplete || told === netted ? rows.slice(1) : []
    const share = say.share(top.figure, intervalOf(shown, top.label))
    const sentence = say.majority(
      share,
      who,
      top.did,
      rest.map(({ figure, did }) => say.did(figure, did)),
    )
    return { sentence, rows: [top, ...rest], isList: [top, ...rest].some(({ did }) => did.length > LONG) }
  }
  if (!isComplete || answers.length < 2) return undefined
  const first = rows.filter(({ figure }) => figure.value === top.figure.value)
  const others = rows.filter(({ figure }) => figure.value !== top.figure.value)
  return { sentence: say.mostCommon(asked.manner, who, first, others), rows, isList: true }
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
  return largestFirst([...rows, ...inNone])
}

/** The first few; of answers that were given equally often all or none. */
function worthTelling(rows: readonly Row[]): readonly Row[] {
  const value = (row: Row | undefined) => row?.figure.value
  const worth = rows.filter((row) => value(row) === value(rows[0]) || row.figure.value >= WORTH_TELLING)
  const next = value(worth[MOST_ANSWERS])
  const told = worth.slice(0, MOST_ANSWERS).filter((row) => value(row) !== next)
  return told.length === 0 ? rows.slice(0, 1) : told
}

const rowOf = (shown: Shown, label: string, did: string): readonly Row[] => {
  const figure = shown.figure(label, 'percent')
  return figure === undefined || figure.value === 0 ? [] : [{ label, figure, did }]
}

const largestFirst = (rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((a, b) => b.figure.value - a.figure.value)

/** The limits of an estimate, where they are shown and leave something open. */
function intervalOf(
  shown: Shown,
  row: string,
): { readonly low: Printed; readonly high: Printed } | undefined {
  const low = shown.figure(row, 'percent_low')
  const high = shown.figure(row, 'percent_high')
  return low === undefined || high === undefined || low.value === high.value ? undefined : { low, high }
}
