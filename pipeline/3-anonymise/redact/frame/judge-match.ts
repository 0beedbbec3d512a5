import { type Folded, isCapital, isLetter } from '../fold/index.ts'
import type { Match } from './matching.ts'
import { BODY_WORDS } from './organisation-forms.ts'

/** What a name found comes to: where it reaches, and whether that is sure; nothing where it is an ordinary word. */
export interface Verdict {
  readonly from: number
  readonly to: number
  readonly sure: boolean
}

/** Judges a name by how it is written and what stands beside it. See `Strength`. */
export function judgeMatch(folded: Folded, match: Match): Verdict | undefined {
  const { from, to, known } = match
  const { strength, ordinary, several } = known
  if (strength === 'always') return { from, to, sure: true }
  const beside = withBody(folded.text, match)
  if (
    (strength === 'bare' || strength === 'own') &&
    beside !== undefined &&
    (capitals(folded, match) || !ordinary)
  )
    return { ...beside, sure: true }
  const capital = capitals(folded, match)
  if (!capital) {
    if (!ordinary) return { from, to, sure: strength === 'own' || strength === 'capital' }
    return several && strength === 'capital' ? { from, to, sure: false } : undefined
  }
  if (strength === 'doubtful') return { from, to, sure: false }
  const single = ordinary && !several
  if (single && DETERMINED.test(folded.text.slice(Math.max(0, from - 6), from))) return undefined
  const doubtful = single && opens(folded.text, from)
  if (strength === 'bare') return doubtful && !acts(folded.text, to) ? undefined : { from, to, sure: false }
  return { from, to, sure: !doubtful || acts(folded.text, to) }
}

/** Whether each of its words begins with a capital; links such as "of" need none. */
function capitals(folded: Folded, { from, to }: Match): boolean {
  const { text } = folded
  for (let at = from; at < to; at += 1) {
    const begins = isLetter(text.charCodeAt(at)) && (at === from || !isLetter(text.charCodeAt(at - 1)))
    if (
      begins &&
      !isCapital(folded, at) &&
      text.charCodeAt(at - 1) !== 39 &&
      !LINK.test(text.slice(at, at + 5))
    )
      return false
  }
  return true
}

const LINK = /^(?:of|on|in|and|the|upon|le|de|by|under)(?![a-z])/
const OPENING = /(?:^|[.!?:;\n\r\u2022"(]\s{0,4}|^\s{1,9})$/
const ACTS =
  /^ (?:is|has|was|does|did|have|had|will|should|said|council|and its|in (?:berkshire|somerset))(?![a-z])/

const DETERMINED = /(?:^|[^a-z])(?:the|a|an|this|our|your|any|every) $/

const opens = (text: string, from: number): boolean => OPENING.test(text.slice(Math.max(0, from - 6), from))
const acts = (text: string, to: number): boolean => ACTS.test(text.slice(to, to + 14))

const AFTER = /^(?:'s)?(?:[ -]{1,2}([\p{L}]{2,14})(?![\p{L}]))/u
const BEFORE = /(?<![\p{L}])([\p{L}]{4,12}) of (?:the )?$/u

/** The name with the words such as "Borough Council" behind it, or "City of" before it; nothing where there are none. */
function withBody(
  text: string,
  { from, to }: Match,
): { readonly from: number; readonly to: number } | undefined {
  let end = to
  for (let count = 0; count < 4; count += 1) {
    const next = AFTER.exec(text.slice(end, end + 20))
    if (next === null || !BODY_WORDS.has(next[1] ?? '')) break
    end += next[0].length
  }
  if (end > to) return { from, to: end }
  const before = BEFORE.exec(text.slice(Math.max(0, from - 24), from))
  return before !== null && BODY_WORDS.has(before[1] ?? '')
    ? { from: from - before[0].length, to }
    : undefined
}
