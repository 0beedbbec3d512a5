import { type Difference, differenceSentences, type FigureChange, type Level } from '../8-publish/index.ts'
import { grouped } from '../grouped.ts'

/** Figures that are shown one by one; `--json` has thousands. */
const SHOWN = 20

/** A difference for people: what it asks of the version, what changed, and the first figures that did. */
export function differenceLines(
  versions: { readonly before: string; readonly after: string },
  level: Level,
  difference: Difference,
): readonly string[] {
  const { list, added, removed, changed, marked } = difference.figures
  const all = added + removed + changed + marked
  return [
    `${versions.before} -> ${versions.after}: ${LEVELS[level]}`,
    ...differenceSentences(difference),
    ...list.slice(0, SHOWN).map(figureLine),
    ...(all > SHOWN ? [`… and ${grouped(all - SHOWN)} more figures; --json lists them`] : []),
  ]
}

const LEVELS: Readonly<Record<Level, string>> = {
  none: 'the data are the same',
  patch: 'a patch (values were mended, or words changed)',
  minor: 'minor (something was added)',
  major: 'major (what others may build on changed or went)',
}

function figureLine({ table, population, row, statistic, change, ...values }: FigureChange): string {
  const { before = '', after = '', baseBefore = '', baseAfter = '' } = values
  const bases =
    baseBefore === baseAfter || change !== 'changed' ? '' : ` (base ${baseBefore} -> ${baseAfter})`
  const what =
    change === 'added'
      ? `new, ${after}`
      : change === 'removed'
        ? `gone, was ${before}`
        : `${before} -> ${after}`
  return `  Table ${table}, ${population}, ${row}, ${statistic}: ${what}${bases}`
}
