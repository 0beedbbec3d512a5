import type { Definition } from '../../definition/index.ts'
import { intervalOf, type Shown } from './columns.ts'
import type { Phrases } from './phrases.ts'
import type { Asked } from './question.ts'
import { type Row, rowsOf } from './rows.ts'
import { MOST_ANSWERS, WORTH_TELLING } from './rules.ts'
import type { Told } from './told.ts'
import { whoIn } from './who.ts'

/** What comes first of a question. */
export interface Lead {
  readonly sentence: Told
  /** Rows it tells, the largest first. */
  readonly rows: readonly Row[]
  /** Whether it lists answers that are long to name. */
  readonly isList: boolean
}

/** What respondents did is not said twice when it takes more characters than this. */
const LONG = 40

/** How one population answered, in a sentence; undefined where nothing may be said of it. */
export function leadOf(definition: Definition, say: Phrases, asked: Asked, shown: Shown): Lead | undefined {
  const who = whoIn(definition, shown).some
  const told = rowsOf(say, asked, shown)
  const isNetted = told.some(({ label }) => Object.hasOwn(asked.nets, label))
  const [top] = told
  if (top === undefined || top.figure.value < WORTH_TELLING) return undefined
  const rows = worthTelling(told)
  const isComplete = !asked.answers.some((label) => shown.isHidden(label, 'percent'))
  if (
    isNetted ||
    (asked.manner === 'answered' && (top.figure.value > 50 || (isComplete && told.length <= 3)))
  ) {
    const rest = isComplete || isNetted ? rows.slice(1) : []
    const share = say.share(top.figure, intervalOf(shown, top.label, 'percent'))
    const sentence = say.majority(
      share,
      who,
      top.did,
      rest.map(({ figure, did }) => say.did(figure, did)),
    )
    return { sentence, rows: [top, ...rest], isList: [top, ...rest].some(({ did }) => did.length > LONG) }
  }
  const first = told.filter(({ figure }) => figure.value === top.figure.value)
  if (!isComplete || told.length < 2 || first.length > MOST_ANSWERS) return undefined
  const others = rows.filter(({ figure }) => figure.value !== top.figure.value)
  return { sentence: say.mostCommon(asked.manner, who, first, others), rows, isList: true }
}

/** The first few; of answers that were given equally often all or none. */
function worthTelling(rows: readonly Row[]): readonly Row[] {
  const value = (row: Row | undefined) => row?.figure.value
  const worth = rows.filter((row) => value(row) === value(rows[0]) || row.figure.value >= WORTH_TELLING)
  const next = value(worth[MOST_ANSWERS])
  const told = worth.slice(0, MOST_ANSWERS).filter((row) => value(row) !== next)
  return told.length === 0 ? rows.slice(0, 1) : told
}
