import { labelKey } from '../definition/index.ts'
import { orderLabels } from './labels/order-labels.ts'
import { isOther } from './labels/residual.ts'
import { type CellValue, share } from './profile.ts'

/** A list of labels that cells hold. */
export interface ClosedList {
  /** In the order they are to be shown. */
  readonly labels: readonly string[]
  readonly ordered: boolean
  readonly by: 'scale' | 'list' | 'yes and no' | 'frequency' | 'alphabet'
  /** The label that stands for whatever else was typed. */
  readonly other?: string
  /** Different texts that look typed rather than chosen, and the cells that hold them; they are not among `labels`. */
  readonly typed: { readonly texts: number; readonly cells: number }
  /** Whether they are places or bodies, each of which may well be met once. */
  readonly ofPlaces: boolean
  /** Labels that one cell alone holds. */
  readonly rare: readonly string[]
}

/** More labels than a list of answers has. */
const MOST_LABELS = 80
/** Longer labels are sentences that somebody wrote. */
const LONGEST_LABEL = 250
/** Shares of cells: whose texts are on the list; and of texts among cells. */
const ON_THE_LIST = 0.8
const TEXTS_A_CELL = 0.35

/**
 * The list of labels behind the texts of a column (or of several that share a list), or undefined where
 * they are not the cells of a closed question: too many different ones, too few of them repeated. Texts
 * that one row alone holds are taken for typed ones where they read like it.
 */
export function closedList(
  texts: readonly CellValue[],
  filled: number,
  ofPlaces = false,
): ClosedList | undefined {
  const values = merged(texts)
  if (values.length === 0 || values.length > MOST_LABELS) return undefined
  const whole = orderLabels(values)
  const repeated = values.filter(({ count }) => count > 1)
  const coverage = share(
    repeated.reduce((sum, { count }) => sum + count, 0),
    filled,
  )
  const known =
    values.length <= 12 && (whole.by === 'scale' || whole.by === 'yes and no') && filled >= values.length
  const few =
    values.length <= Math.max(2, filled * TEXTS_A_CELL) || (coverage > 0.9 && values.length * 2 <= filled)
  if (!known && !(coverage >= ON_THE_LIST && few)) return undefined
  if (values.some((value) => isProse(value, filled))) return undefined
  const typed = known ? [] : typedTexts(values, ofPlaces)
  const listed = values.filter((value) => !typed.includes(value) && !labelKey(value.text).startsWith('['))
  const barred = values.length - listed.length - typed.length
  const { labels, by } = orderLabels(listed)
  const other = labels.find((label) => isOther(labelKey(label)))
  return {
    labels,
    ordered: by === 'scale' && labels.length > 2,
    by,
    ...(other === undefined ? {} : { other }),
    typed: {
      texts: typed.length + barred,
      cells: values.filter((value) => !listed.includes(value)).reduce((sum, { count }) => sum + count, 0),
    },
    ofPlaces,
    rare: listed.filter(({ count }) => count === 1).map(({ text }) => text),
  }
}

/** Sentences, unless so many rows hold the same that they must have been offered. */
function isProse({ text, count }: CellValue, filled: number): boolean {
  if (text.length > LONGEST_LABEL) return true
  const isSentence = text.split(' ').length > 4 && /[.!?](?: [A-Z]|$)/.test(text)
  return isSentence && count > 1 && share(count, filled) < 0.05
}

/** Texts that differ in marks or capitals alone are one: the spelling of most rows. */
export function merged(texts: readonly CellValue[]): readonly CellValue[] {
  const byKey = new Map<string, CellValue>()
  for (const value of texts) {
    const key = labelKey(value.text)
    const before = byKey.get(key)
    const [main, extra] =
      before === undefined || before.count >= value.count ? [before, value] : [value, before]
    byKey.set(key, main === undefined ? value : { ...main, count: main.count + extra.count })
  }
  return [...byKey.values()]
}

/** Words of somebody's own among labels of a list: in few rows, and many of them, or long, or a sentence. */
function typedTexts(values: readonly CellValue[], ofPlaces: boolean): readonly CellValue[] {
  const most = Math.max(...values.map(({ count }) => count))
  const single = values.filter(({ text, count }) => count === 1 && !isOther(labelKey(text)))
  if (most < 10 || single.length === 0) return []
  if (!ofPlaces && single.length >= 5 && single.length * 4 >= values.length) return single
  return single.filter(({ text }) => {
    const words = text.split(' ').length
    return words > 5 || text.length > 40 || /[.!?,;]$|@|https?:|\b(?:i|my|we|our|me)\b/i.test(text)
  })
}
