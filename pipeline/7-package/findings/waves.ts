import type { Definition } from '../../definition/index.ts'
import { riskModel } from '../../policy.ts'
import { type ReleasedTable, shownIn } from './columns.ts'
import { isReal } from './compare.ts'
import type { Phrases } from './phrases.ts'
import { askedIn } from './question.ts'
import { isSample, shareOf } from './real.ts'
import { rowsOf } from './rows.ts'
import { fewestCompared, LEAST_POINTS, MOST_DIFFERENCES } from './rules.ts'
import type { Told } from './told.ts'
import { whoIn } from './who.ts'

/**
 * Real changes since the last wave, in the first population: by the same test as between two groups. Who answered both
 * times makes the waves more alike, so the test errs on the side of silence. Nothing of weighted figures, because
 * an earlier release does not say how sure it was.
 */
export function changesIn(definition: Definition, say: Phrases, table: ReleasedTable): readonly Told[] {
  const wave = definition.waves.at(-1)
  const { of: _, ...own } = table
  const asked = askedIn(definition, own)
  if (wave === undefined || asked === undefined || table.of === undefined || isSample(definition)) return []
  if (!table.columns.some(({ statistic }) => statistic === 'change')) return []
  const groups = shownIn(table)
  const now = groups.find(({ population }) => definition.populations.some(({ id }) => id === population))
  const before = groups.find(({ population }) => population === `${now?.population}, ${wave.label}`)
  if (now === undefined || before === undefined) return []
  const model = riskModel(definition.privacy)
  const rows = rowsOf(say, asked, now)
  const real = rows.flatMap(({ label, did, figure }) => {
    const earlier = before.figure(label, 'percent')
    if (earlier === undefined || Math.abs(figure.value - earlier.value) < LEAST_POINTS) return []
    const shares = [shareOf(definition, now, figure), shareOf(definition, before, earlier)] as const
    return isReal(...shares, false, rows.length, fewestCompared(model)) ? [{ did, figure, earlier }] : []
  })
  return real
    .slice(0, rows.length === 2 ? 1 : MOST_DIFFERENCES)
    .map(({ did, figure, earlier }) =>
      say.changed(
        figure.value > earlier.value,
        whoIn(definition, now).some,
        did,
        figure,
        wave.label,
        earlier,
      ),
    )
}
