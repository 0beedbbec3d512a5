import { grouped } from '../../grouped.ts'
import type { Difference, RowChanges, SchemaChange } from './difference.ts'

/** A difference in sentences, the gravest first. Empty where the data are the same. */
export function differenceSentences({ schema, rows, figures }: Difference): readonly string[] {
  const { changed, marked, added, removed, tables } = figures
  const sentences = [
    ...schema.filter(({ level }) => level === 'major').map(schemaSentence),
    ...(removed > 0 ? [`${count(removed, 'figure is', 'figures are')} gone.`] : []),
    ...(changed > 0
      ? [`${count(changed, 'figure has another value or base', 'figures have other values or bases')}.`]
      : []),
    ...(marked > 0
      ? [
          `${count(marked, 'figure with the same value is', 'figures with the same values are')} marked otherwise: of low reliability ([u]), or no longer.`,
        ]
      : []),
    ...(added > 0 ? [`${count(added, 'figure is', 'figures are')} new.`] : []),
    ...(tables.length > 0 ? [`Tables concerned: ${shortened(tables)}.`] : []),
    ...rows.filter((one) => one.added + one.removed > 0).map(rowSentence),
    ...schema.filter(({ level }) => level !== 'major').map(schemaSentence),
  ]
  const more = sentences.length - MOST
  return more < 2
    ? sentences
    : [...sentences.slice(0, MOST), `${grouped(more)} more changes of the kinds above.`]
}

/** More than this nobody reads; a program has the whole difference. */
const MOST = 30

function schemaSentence({ resource, field, change }: SchemaChange): string {
  const what =
    resource === '' ? 'The package' : field === undefined ? resource : `${resource}, field ${field}`
  return `${what}: ${change}.`
}

const rowSentence = ({ resource, before, after, added, removed }: RowChanges): string =>
  `${resource}: ${count(added, 'row', 'rows')} came, ${count(removed, 'row', 'rows')} went; ${grouped(after)} now, ${grouped(before)} before.`

/** The first dozen by name, the rest by number. */
const shortened = (names: readonly string[]): string =>
  names.length <= 12
    ? names.join(', ')
    : `${names.slice(0, 12).join(', ')} and ${grouped(names.length - 12)} more`

const count = (value: number, one: string, many: string): string =>
  `${grouped(value)} ${value === 1 ? one : many}`
