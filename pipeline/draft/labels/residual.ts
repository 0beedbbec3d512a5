/** Answers that are none, or stand for whatever else was said, in the order in which they end a list. */
const RESIDUAL: readonly RegExp[] = [
  /^(?:an)?others?\b(?! than\b)|^prefer to self|^something else\b|^somewhere else\b|^someone else\b/,
  /^none of (?:the|these|those)\b|^no(?:ne)? particular\b/,
  /^(?:i )?(?:don't|do not|didn't|did not) (?:know|understand|remember|recall|mind|have an? (?:opinion|view))|^(?:not|un)[ -]?sure\b|^no (?:opinion|view)\b|^can't (?:say|tell|remember|recall)\b|^undecided\b|^unfamiliar\b|^unknown$|^dk$|^don't care\b/,
  /^not applicable\b|^n[/.]?a\.?\b|^(?:does|do) not apply\b|^doesn't apply\b|^not relevant to\b|^not answered\b|^no (?:answer|reply|response)\b/,
  /^(?:i )?(?:would |i'd )?(?:prefer|rather) not\b|^refused\b|^declined? to\b/,
]

/** Place of a label among those that end a list, by its key; undefined for others. */
export function residualRank(key: string): number | undefined {
  const rank = RESIDUAL.findIndex((words) => words.test(key))
  return rank < 0 ? undefined : rank
}

/** Whether a label stands for whatever else was typed: "Other (please specify)". */
export const isOther = (key: string): boolean =>
  /^(?:an)?others?(?:$|[ ,:;([-]+(?:please|\(|specify|state|describe|answer|option|reason|if|give|write|tell|:))/.test(
    key,
  ) || /^something else\b/.test(key)

/** "None", "nothing": the lowest amount, or no answer of a list. */
export const isNone = (key: string): boolean => /^(?:none|nothing)$/.test(key)
