import type { DraftQuestion } from '../draft.ts'

/**
 * For each question what stands behind its `asked_if:`: a mark (`&after_q1`) where later questions are asked
 * of the same people, the mark's name (`*after_q1`) where an earlier one has it, else nothing.
 */
export function routingAnchors(questions: readonly DraftQuestion[]): readonly string[] {
  const keys = questions.map(({ askedIf }) => (askedIf === undefined ? undefined : JSON.stringify(askedIf)))
  const names = new Map<string, string>()
  return questions.map(({ askedIf }, index) => {
    const key = keys[index]
    if (key === undefined || askedIf === undefined) return ''
    const known = names.get(key)
    if (known !== undefined) return `*${known}`
    if (!keys.includes(key, index + 1)) return ''
    const others = [...names.values()].filter((name) => name.startsWith(`after_${askedIf.name}`)).length
    const name = `after_${askedIf.name}${others === 0 ? '' : `_${others + 1}`}`
    names.set(key, name)
    return `&${name}`
  })
}
