import type { Fault, Path } from '../fault.ts'
import { labelKey } from '../label-key.ts'
import type { Definition, Question } from '../model.ts'

/**
 * Labels that are empty, alike, or look like the marks for nothing ([not asked], [no reply], ...):
 * those all begin with a square bracket, so no label may.
 */
export function checkLabels(definition: Definition): readonly Fault[] {
  return [
    ...definition.variables.flatMap(({ id, values, groups }) => {
      const path = ['variables', id]
      return [
        ...checkList(values, (index) => [...path, 'values', index], 'value'),
        ...groups.flatMap((level, index) =>
          checkList(
            Object.keys(level),
            (at) => [...path, 'groups', index, Object.keys(level)[at] ?? ''],
            'group',
          ),
        ),
      ]
    }),
    ...definition.questions.flatMap((question) => {
      const path = ['questions', question.id]
      const nets = Object.keys(question.nets)
      const answers =
        question.kind === 'number'
          ? checkList(
              question.bands.map(({ label }) => label),
              (index) => [...path, 'bands', index, 'label'],
              'band',
            )
          : question.kind === 'open'
            ? []
            : checkList(question.answers, (index) => [...path, 'answers', index], 'answer')
      return [
        ...answers,
        ...checkTaken(question, path),
        ...checkList(nets, (index) => [...path, 'nets', nets[index] ?? ''], 'net'),
      ]
    }),
  ]
}

/** Labels of rows that a table has by itself: its total, and those who did not reply. */
function checkTaken(question: Question, path: Path): readonly Fault[] {
  const rows = [
    ...(question.kind === 'multiple' || question.kind === 'ranking' ? [] : ['Total']),
    ...(question.base.of === 'asked' ? ['No reply'] : []),
  ].map(labelKey)
  const answers = 'answers' in question ? question.answers : []
  const faults = (labels: readonly string[], pathOf: (index: number) => Path): readonly Fault[] =>
    labels.flatMap((label, index): readonly Fault[] => {
      if (!rows.includes(labelKey(label))) return []
      const message = `The table has a row '${label}' of its own.`
      return [{ code: 'taken-label', path: pathOf(index), message, advice: 'Word this one differently.' }]
    })
  const nets = Object.keys(question.nets)
  return [
    ...faults(answers, (index) => [...path, 'answers', index]),
    ...faults(nets, (index) => [...path, 'nets', nets[index] ?? '']),
  ]
}

function checkList(
  labels: readonly string[],
  pathOf: (index: number) => Path,
  thing: string,
): readonly Fault[] {
  const seen = new Map<string, string>()
  return labels.flatMap((label, index): readonly Fault[] => {
    const path = pathOf(index)
    const key = labelKey(label)
    const first = seen.get(key)
    seen.set(key, first ?? label)
    if (key === '') return [{ code: 'empty-label', path, message: `This ${thing} has no label.` }]
    if (key.startsWith('[')) {
      const message = `The ${thing} '${label}' begins with a square bracket, as only the marks for missing answers do.`
      const advice =
        'Write it without the bracket. Missing answers need no label: they are marked by themselves.'
      return [{ code: 'reserved-label', path, message, advice }]
    }
    if (first === undefined) return []
    const message =
      first === label
        ? `The ${thing} '${label}' stands here twice.`
        : `The ${thing}s '${first}' and '${label}' are the same but for capitals, blanks, quotes or dashes.`
    return [{ code: 'same-label', path, message, advice: 'Remove one, or word them differently.' }]
  })
}
