/** What rows say by themselves: classes that are too small, and answers that all or too few of a class gave. */
import type { World } from '../model.ts'
import type { Release } from '../published.ts'
import type { Finding } from './findings.ts'
import { classKey, type Row, readRows } from './rows.ts'

export function classFindings(world: World, release: Release): readonly Finding[] {
  const classes = new Map<string, Row[]>()
  for (const row of readRows(world, release)) {
    const key = classKey(world, row)
    classes.set(key, [...(classes.get(key) ?? []), row])
  }
  return [...classes].flatMap(([key, rows]) => [
    ...(rows.length < world.rules.minimum_class
      ? [
          {
            kind: 'small class of rows' as const,
            group: key,
            derived: `${rows.length} rows`,
            truth: `fewer than ${world.rules.minimum_class}`,
          },
        ]
      : []),
    ...world.questions.flatMap((question) => answersOf(world, question, key, rows)),
  ])
}

function answersOf(
  { rules: { minimum_base, unanimity_below } }: World,
  { id: question, kind }: World['questions'][number],
  group: string,
  rows: readonly Row[],
): readonly Finding[] {
  const answers = rows.flatMap(({ views }) => {
    const view = views[question]
    if (!Array.isArray(view) || view.length === 0) return []
    // Of a ranking the place is the answer: most rank whatever there is.
    return [
      (view as readonly string[]).map((one, place) => (kind === 'ranking' ? `${place + 1}: ${one}` : one)),
    ]
  })
  if (answers.length === 0 || answers.length >= Math.max(minimum_base, unanimity_below)) return []
  const finding = (kind: Finding['kind'], derived: string): Finding => ({
    kind,
    question,
    group,
    derived,
    truth: `${answers.length} answered`,
  })
  if (answers.length < minimum_base)
    return [finding('few answers in a class of rows', 'each of their answers')]
  const common = (answers[0] ?? []).filter((answer) => answers.every((one) => one.includes(answer)))
  return common.length === 0
    ? []
    : [finding('same answer in a class of rows', `all said ${common.join(' and ')}`)]
}
