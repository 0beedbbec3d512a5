export interface NormalisedHeading {
  /** Trimmed, one space between words, lower case, straight quotes and plain hyphens. */
  readonly whole: string
  /** The same without a leading question number. */
  readonly bare: string
  /** The question number: "13" of "13. …", "Q13 …", "13) …", "Question 13: …". */
  readonly number?: string
}

/**
 * A heading as it is compared: differences that come from typing, Word and the platforms' numbering
 * do not count. A number makes a question number only with `Q` before it or a stop, bracket, colon or
 * dash after it, so "2015 budget" keeps its year.
 */
export function normaliseHeading(heading: string): NormalisedHeading {
  const whole = heading
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/gu, '')
    .replace(/[‘’‚‛′`´]/gu, "'")
    .replace(/[“”„‟″«»]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
  const [, withQ, withoutQ, bare = ''] = NUMBERED.exec(whole) ?? []
  const number = (withQ ?? withoutQ)?.replace(/^0+(?=.)/, '')
  if (number === undefined) return { whole, bare: whole }
  // "Q13" on its own is its own name.
  return { whole, bare: bare === '' ? `q${number}` : bare.trim(), number }
}

const NUMBER = String.raw`(\d{1,3}(?:\.\d{1,2})*[a-z]?)`
const NUMBERED = new RegExp(
  `^(?:(?:question |q ?)${NUMBER}(?:[.):]+|(?= )|$)|${NUMBER}(?:[.):]+|(?= - ))(?=.)) ?(?:- )?(?!\\d)(.*)$`,
)
