import type { RawRecord } from './model.ts'
import { withCell } from './model.ts'
import { headingOf, QUESTIONS } from './questions.ts'
import type { Random } from './random.ts'
import { randomStream } from './random.ts'
import type { TroubleKind } from './trouble-rules.ts'

/**
 * The record with some of its labels written as people and programs write them: curly apostrophes,
 * en dashes, other letter case, spaces around or of another kind. Each is noted as trouble.
 * `labels` names further columns that hold labels, `exact` columns that may only get stray spaces.
 */
export function withBlemishes<R extends RawRecord>(
  record: R,
  seed: string,
  columns: { readonly labels: readonly string[]; readonly exact: readonly string[] },
): R {
  const random = randomStream(`blemishes/${seed}`)
  const closed = QUESTIONS.filter((question) => question.answers !== undefined).map(headingOf)
  const spaces = BLEMISHES.filter(({ kind }) => kind === 'outer spaces' || kind === 'non-breaking space')
  const inLabels = [...closed, ...columns.labels].reduce(
    (changed, heading) => blemish(changed, heading, BLEMISHES, random),
    record,
  )
  return columns.exact.reduce((changed, heading) => blemish(changed, heading, spaces, random), inLabels)
}

function blemish<R extends RawRecord>(
  record: R,
  heading: string,
  blemishes: typeof BLEMISHES,
  random: Random,
): R {
  let changed = record
  for (const { kind, percent, change } of blemishes) {
    const label = changed.cells[heading] ?? ''
    // Drawn even for blank cells, so that one more answer does not move the blemishes after it.
    const falls = random.chance(percent)
    const becomes = change(label, random.int(4))
    if (falls && label !== '' && becomes !== label) changed = withCell(changed, heading, becomes, kind)
  }
  return changed
}

const BLEMISHES: readonly {
  readonly kind: TroubleKind
  readonly percent: number
  readonly change: (label: string, variant: number) => string
}[] = [
  { kind: 'curly apostrophe', percent: 25, change: (label) => label.replace("'", '’') },
  { kind: 'en dash', percent: 20, change: (label) => label.replace(' - ', ' – ') },
  { kind: 'letter case', percent: 1.5, change: otherCase },
  {
    kind: 'outer spaces',
    percent: 1.5,
    change: (label, variant) => (variant % 2 === 0 ? ` ${label}` : `${label}  `),
  },
  {
    kind: 'non-breaking space',
    percent: 1.5,
    change: (label, variant) => (variant === 0 ? label.replace(' ', '\u00a0') : `${label}\u00a0`),
  },
]

function otherCase(label: string, variant: number): string {
  if (variant === 0) return label.toLowerCase()
  if (variant === 1) return label.replace('know', 'Know').replace('Don', 'don')
  return label.toUpperCase()
}
