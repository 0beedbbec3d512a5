/**
 * Takes the number that a platform puts before a question off its wording: "Q3. ", "Q3 ", "3) ",
 * "Question 3: ". Without `Q` a stop, bracket or colon must follow, so "2015 budget" keeps its year.
 */
export function numbered(text: string): { readonly text: string; readonly code?: string } {
  const [, withQ, withoutQ, rest = ''] = NUMBERED.exec(text) ?? []
  const code = withQ === undefined ? withoutQ : `Q${withQ}`
  if (code === undefined) return { text }
  // "Q3" on its own is all there is of the question.
  return { code, text: rest === '' ? text : rest }
}

const NUMBER = String.raw`(\d{1,3}(?:[._]?[a-z](?![a-z])|[._]\d{1,3})*)`
const NUMBERED = new RegExp(
  `^(?:(?:question |q)${NUMBER}(?:[.):]+ ?| |$)|${NUMBER}[.):]+ )(?:- )?(.*)$`,
  'iu',
)
