export interface SplitHeading {
  readonly question: string
  readonly part?: string
}

/**
 * Makes a function that splits "question - part", where `between` joins the two. A heading is split
 * only where another one begins with the same question, because a question may hold the joint itself.
 * Where it could be split in several places, the one after the end of a sentence is right, else the
 * first; the heading stays the same whichever it is.
 */
export function sharedQuestion(
  headings: readonly string[],
  between: string,
): (heading: string) => SplitHeading {
  const shared = new Map<string, number>()
  const count = (question: string) => shared.set(question, (shared.get(question) ?? 0) + 1)
  for (const heading of new Set(headings)) {
    count(heading)
    for (const question of questionsOf(heading, between)) count(question)
  }
  return (heading) => {
    const fit = questionsOf(heading, between).filter((question) => (shared.get(question) ?? 0) > 1)
    const question = fit.find((one) => /[?:.…]$/u.test(one)) ?? fit[0]
    return question === undefined
      ? { question: heading }
      : { question, part: heading.slice(question.length + between.length) }
  }
}

/** Everything before a joint, shortest first. */
function questionsOf(heading: string, between: string): readonly string[] {
  const found: string[] = []
  for (let at = heading.indexOf(between, 1); at > 0; at = heading.indexOf(between, at + 1)) {
    const part = heading.slice(at + between.length)
    if (part !== '' && !part.startsWith(' ')) found.push(heading.slice(0, at))
  }
  return found
}
