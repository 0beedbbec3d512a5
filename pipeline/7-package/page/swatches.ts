import type { Series } from '../chart/index.ts'

/** Colours of answers, in order: eight that can be told apart, then the first again. */
const COLOURS = 8

/** From one end of a scale to the other, by how many points it has. */
const SCALES: Readonly<Record<number, readonly number[]>> = {
  2: [1, 5],
  3: [1, 3, 5],
  4: [1, 2, 4, 5],
  5: [1, 2, 3, 4, 5],
}

/** Most points of a scale that colours can tell apart. */
export const LONGEST_SCALE = 5

/** Answers that take no side, in English and Welsh: they are grey in every chart. */
const NO_SIDE =
  /^\W*(don.?t know|do not know|not sure|unsure|no (opinion|answer|view|preference)|prefer not|unfamiliar|not applicable|n\/a|can.?t say|ddim yn gwybod|dim barn|gwell peidio)/i

export const takesNoSide = (answer: string): boolean => NO_SIDE.test(answer)

/** A colour for each answer: those that take no side are grey. */
export function answerSeries(answers: readonly string[]): readonly Series[] {
  let next = 0
  return answers.map((label) => {
    if (takesNoSide(label)) return { label, swatch: 's0', text: 't0' }
    const number = (next++ % COLOURS) + 1
    return { label, swatch: `s${number}`, text: `t${number}` }
  })
}

/** The middle of a scale with two sides, and what stands at the far end of one, in English and Welsh. */
const MIDDLE = /neither|neutral|\bhalf\b|mixed|unchanged|no (change|difference)|\bsame\b|niwtral|y naill/i
const AGAINST =
  /disagree|dissatisf|unfavo|unlikely|unsafe|oppose|against|worse|poor|\bbad|negative|difficult|decrease|anghytuno|anfodlon/i

/**
 * Whether a scale runs from one side through a middle to the other, so that its sides may be set against each
 * other; one that runs from little to much has no middle.
 */
export function hasTwoSides(scale: readonly string[]): boolean {
  const half = scale.length / 2
  if (!Number.isInteger(half)) return MIDDLE.test(scale[Math.floor(half)] ?? '')
  return [scale[0] ?? '', scale.at(-1) ?? ''].some((end) => AGAINST.test(end))
}

/** Colours of a scale of at most `LONGEST_SCALE` points: two hues where it has two sides, else from dark to light. */
export function scaleSeries(answers: readonly string[], twoSides: boolean): readonly Series[] {
  const [area, text] = twoSides ? ['d', 'e'] : ['q', 'f']
  return answers.map((label, index) => {
    const number = SCALES[answers.length]?.[index] ?? 3
    return { label, swatch: `${area}${number}`, text: `${text}${number}` }
  })
}

/** Colours of populations side by side. */
export const populationSeries = (titles: readonly string[]): readonly Series[] =>
  titles.map((label, index) => ({ label, swatch: `bar-${(index % 4) + 1}`, text: 't1' }))
