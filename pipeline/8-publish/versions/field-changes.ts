import type { DescribedField } from './described.ts'
import type { Level } from './version.ts'

type FieldChange = readonly [Exclude<Level, 'none'>, string]

/** How a field that both releases have changed, and how far that raises the version. */
export function fieldChanges(old: DescribedField, now: DescribedField): readonly FieldChange[] {
  return [
    ...(old.type === now.type ? [] : [['major', `type is now ${now.type}, was ${old.type}`] as const]),
    ...(old.format === now.format
      ? []
      : [['major', `format is now ${now.format}, was ${old.format}`] as const]),
    ...(old.title === now.title ? [] : [['patch', 'has another title'] as const]),
    ...categoryChanges(old, now),
    ...constraintChanges(old, now),
  ]
}

/** Categories are what a cell may hold, so fewer of them are a stricter constraint, more a laxer one. */
function categoryChanges(old: DescribedField, now: DescribedField): readonly FieldChange[] {
  const kept = old.categories.filter((value) => now.categories.includes(value))
  const order = now.categories.filter((value) => kept.includes(value))
  const relabelled = kept.some((value) => labelOf(old, value) !== labelOf(now, value))
  return [
    ...old.categories
      .filter((value) => !kept.includes(value))
      .map((value): FieldChange => ['major', `category "${value}" removed`]),
    ...now.categories
      .filter((value) => !kept.includes(value))
      .map((value): FieldChange => ['minor', `category "${value}" added`]),
    ...(kept.join('\n') === order.join('\n')
      ? []
      : ([[old.ordered || now.ordered ? 'major' : 'patch', 'categories stand in another order']] as const)),
    ...(old.ordered === now.ordered
      ? []
      : ([
          ['major', now.ordered ? 'categories now have an order' : 'categories have no order now'],
        ] as const)),
    ...(relabelled ? ([['patch', 'a category has another label']] as const) : []),
  ]
}

const labelOf = ({ categories, labels }: DescribedField, value: string): string | undefined =>
  labels[categories.indexOf(value)]

/** Higher is stricter for these; for their counterparts lower is. */
const FLOORS = ['minimum', 'exclusiveMinimum', 'minLength']
const CEILINGS = ['maximum', 'exclusiveMaximum', 'maxLength']

/** The `enum` repeats the categories, where there are any. */
function constraintChanges(old: DescribedField, now: DescribedField): readonly FieldChange[] {
  const names = [...new Set([...Object.keys(old.constraints), ...Object.keys(now.constraints)])].sort()
  return names.flatMap((name): readonly FieldChange[] => {
    const [was, is] = [old.constraints[name], now.constraints[name]]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    if (name === 'enum' && (old.categories.length > 0 || now.categories.length > 0)) return []
    return [[isStricter(name, was, is) ? 'major' : 'minor', `constraint ${name} ${verb(was, is)}`]]
  })
}

const verb = (was: unknown, is: unknown): string =>
  was === undefined || was === false ? 'added' : is === undefined || is === false ? 'removed' : 'changed'

function isStricter(name: string, was: unknown, is: unknown): boolean {
  if (is === undefined || is === false) return false
  if (was === undefined || was === false) return true
  if (FLOORS.includes(name)) return Number(is) > Number(was)
  if (CEILINGS.includes(name)) return Number(is) < Number(was)
  if (Array.isArray(was) && Array.isArray(is)) return was.some((value) => !is.includes(value))
  // A pattern that differs may shut out what the old one let in.
  return true
}
