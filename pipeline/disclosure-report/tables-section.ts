import type { Alternative, ProtectionReport, RefusedBreakdown } from '../artefacts.ts'
import { grouped } from '../grouped.ts'
import { escaped } from '../html/index.ts'
import { list, section, table } from './html.ts'
import type { DisclosureReport } from './model.ts'

/** What protecting the tables took, and why. */
export function tablesSection({
  tables,
  suppression,
  refusals,
  refusedBreakdowns,
}: DisclosureReport): string {
  if (tables === undefined)
    return section('tables', 'Tables', '<p>They could not be protected: see the findings.</p>')
  return section(
    'tables',
    'Tables',
    [
      table('Figures of the tables', ['What became of them', 'Figures'], fates(tables)),
      ...(tables.changed.figures === 0
        ? []
        : [
            `<p>Rounding moved counts by ${tables.changed.meanCount} on average, and percentages by ${tables.changed.meanPercent} points.</p>`,
          ]),
      ...(suppression === undefined || suppression.targets === 0
        ? []
        : [
            `<p>${grouped(suppression.targets)} counts were to be protected. ${grouped(suppression.primary)} columns or single figures are hidden for themselves (primary suppression) and ${grouped(suppression.secondary)} so that those do not follow (complementary suppression)${suppression.secondary === 0 ? '' : suppression.optimal ? '; no cheaper choice protects as much' : '; a cheaper choice may exist'}.</p>`,
          ]),
      ...(refusals.length === 0 ? [] : ['<p>Refused:</p>', list(refusals)]),
      ...refusedBreakdowns.map(groupsOf),
    ].join('\n'),
  )
}

/** The groups of a refused breakdown, how large they are, and what to write. */
function groupsOf({ by, groups, write, does }: RefusedBreakdown): string {
  const lines = write.map((line) => `<pre><code>${escaped(line)}</code></pre>`).join('\n')
  return `${table(
    `By ${by.join(' and ')}, which is refused: how many answered`,
    ['Group', 'People'],
    groups.map(({ title, least, most }) => [
      title,
      least === most ? grouped(least) : `${grouped(least)} to ${grouped(most)}, by question`,
    ]),
  )}
${lines === '' ? `<p>What would let it be shown: ${does}.</p>` : `<p>To have it shown, write this in the definition. It ${escaped(does)}.</p>\n${lines}`}`
}

function fates({ figures, hidden, changed }: ProtectionReport): readonly (readonly string[])[] {
  const lost = Object.values(hidden).reduce((sum, one) => sum + one, 0)
  const shown: readonly (readonly [string, number])[] = [
    ['Shown as they are', figures - lost - changed.figures],
    ['Shown rounded to another value', changed.figures],
    ['Hidden, [c]: too few people answered', hidden.base],
    ['Left out for quality, [x]: too few answered, and the responses tell as much', hidden.quality],
    [
      'Hidden, [c]: small counts, one answer of all, and what these and small groups would follow from',
      hidden.derived,
    ],
    ['In breakdowns that are refused', hidden.refused],
    ['Left out: cannot be made of rounded counts', hidden.unrounded],
    ['All', figures],
  ]
  return shown
    .filter(([what, count]) => count > 0 || what === 'All')
    .map(([what, count]) => [what, grouped(count)])
}

const WAYS: Readonly<Record<Alternative['way'], string>> = {
  suppress: 'Hide figures',
  round: 'Round to multiples of 5',
  partition: 'Show groups that do not overlap',
  merge: 'Merge small answers into one',
}

/** What other ways would cost, so that a person can choose. */
export function alternativesSection({ tables }: DisclosureReport): string {
  if (tables === undefined) return ''
  const { alternatives } = tables
  return section(
    'alternatives',
    'What other ways would cost',
    `<p>Figures of the tables of answers, without breakdowns that are refused whatever is done. What was done is in bold and as it came out; the others are counted without solving anything, so \u201cat least\u201d may be exceeded.</p>
${table(
  'Each way of protecting the tables, and its cost',
  ['Way', 'Figures lost', 'Figures changed', 'Percentages move by, on average'],
  alternatives.map(({ way, chosen, lost, atLeast, changed, meanPercent }) => [
    `${WAYS[way]}${chosen ? ' (done)' : ''}`,
    `${atLeast && !chosen ? 'at least ' : ''}${grouped(lost)}`,
    grouped(changed),
    meanPercent === undefined ? '\u2013' : `${meanPercent} points`,
  ]),
  new Set(alternatives.flatMap(({ chosen }, index) => (chosen ? [index] : []))),
)}
<p>Groups that do not overlap: <code>privacy: { groups: partition }</code>; each changed figure is then of the people whom no earlier group counts. Answers are merged by <code>recode</code>; rounding is a rule, <code>rounding: 5</code>, and asks that no responses are published.</p>`,
  )
}
