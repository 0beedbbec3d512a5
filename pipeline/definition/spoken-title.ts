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

/** A value of a variable within a sentence: `ward North`, or the answer given to a question. */
export const spokenValue = (title: string, value: string): string =>
  isQuestion(title)
    ? `the answer \u2018${value}\u2019 to ${spokenTitle(title)}`
    : `${spokenTitle(title)} ${value}`

const isQuestion = (title: string): boolean => title.trimEnd().endsWith('?')
