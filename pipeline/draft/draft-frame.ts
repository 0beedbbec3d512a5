import { labelKey } from '../definition/index.ts'
import { closedList } from './closed.ts'
import { traitOf } from './describes.ts'
import type { Draft, DraftColumn, DraftVariable } from './draft.ts'
import type { FrameFacts } from './facts.ts'
import { headingKey, hintsOf } from './headings.ts'
import { type Identifiers, idOf } from './ids.ts'
import type { ColumnProfile } from './profile.ts'

/** Most values of a variable. */
export const MOST_VALUES_OF_A_VARIABLE = 40

/**
 * What a register of units is made of: the column of keys (a code of its own in every row), of names, and
 * variables (few values, in every row). The rest is ignored. Undefined where no column can be the key.
 * Variables that the responses have too, under the same identifier and with the same values, are shared.
 */
export function draftFrame(
  { file, profiles }: FrameFacts,
  known: readonly DraftVariable[],
  ids: Identifiers,
): { readonly frame: NonNullable<Draft['frame']>; readonly variables: readonly DraftVariable[] } | undefined {
  const unique = profiles.filter(({ distinct, filled, rows }) => distinct === rows && filled === rows)
  const name = [...unique]
    .sort((a, b) => nameScore(b) - nameScore(a) || a.index - b.index)
    .find((one) => nameScore(one) > 0)
  const key = [...unique].sort((a, b) => keyScore(b) - keyScore(a) || a.index - b.index)[0]
  if (key === undefined) return undefined
  const named = name === undefined || name.index === key.index ? [] : [column('name', name)]
  const variables: DraftVariable[] = []
  const columns: DraftColumn[] = []
  const ignore: string[] = []
  for (const profile of profiles) {
    if (profile.index === key.index || named.some(({ heading }) => heading === profile.heading)) continue
    const list =
      profile.filled === profile.rows ? closedList(profile.values, profile.filled, true) : undefined
    const values = list?.labels ?? []
    if (
      list === undefined ||
      list.typed.cells > 0 ||
      values.length < 2 ||
      values.length > MOST_VALUES_OF_A_VARIABLE
    ) {
      ignore.push(profile.heading)
      continue
    }
    const trait = traitOf({ text: profile.heading, labels: [] })?.id
    const shared = known.find(({ id, values: theirs }) => id === trait && isSame(theirs, values))
    const id = shared?.id ?? ids.take([trait, idOf(profile.heading.trim().replace(/\s+/g, '_')), 'unit_type'])
    columns.push(column(id, profile))
    if (shared === undefined) variables.push({ id, title: profile.heading, values, doubts: [] })
  }
  return {
    frame: {
      file,
      columns: [column('key', key), ...named, ...columns],
      ignore: ignore.map((heading) => ({ heading, doubts: [] })),
      doubts: [
        `Is "${key.heading}" the code of a unit${named[0] === undefined ? '' : ` and "${named[0].heading}" its name`}?`,
      ],
    },
    variables,
  }
}

const column = (name: string, { heading }: ColumnProfile): DraftColumn => ({ name, heading, doubts: [] })

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length &&
  one.every((value) => other.some((also) => labelKey(also) === labelKey(value)))

const nameScore = ({ heading, codes, filled, meanWords }: ColumnProfile): number =>
  codes > filled / 2
    ? 0
    : (/\bname\b|name$/.test(headingKey(heading)) ? 2 : 0) + (meanWords > 1 ? 1 : 0) + 0.5

const keyScore = ({ heading, codes, filled, meanWords, longest }: ColumnProfile): number =>
  (hintsOf(heading).some((hint) => hint === 'code' || hint === 'identifier') ? 4 : 0) +
  (codes > filled * 0.9 ? 2 : 0) +
  (meanWords < 1.5 ? 1 : 0) +
  (longest < 15 ? 0.5 : 0)
