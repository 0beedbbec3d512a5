import { listed } from '../listed.ts'

/**
 * The title of a variable within a sentence: "Type of authority" begins small, "NHS region" does not, and a
 * question is quoted as it was put.
 */
export function spokenTitle(title: string): string {
  if (isQuestion(title)) return `\u201c${title}\u201d`
  const [first = '', second = ''] = title
  return second === second.toUpperCase() && second !== second.toLowerCase()
    ? title
    : `${first.toLowerCase()}${title.slice(first.length)}`
}

/** A value of a variable within a sentence, or one of several: `ward North`, or the answer given to a question. */
export function spokenValue(title: string, value: string | readonly string[]): string {
  const values = [value].flat()
  return isQuestion(title)
    ? `the answer ${listed(
        values.map((one) => `\u2018${one}\u2019`),
        ' or ',
      )} to ${spokenTitle(title)}`
    : `${spokenTitle(title)} ${listed(values, ' or ')}`
}

const isQuestion = (title: string): boolean => title.trimEnd().endsWith('?')
