import { type Folded, isCapital } from '../fold/index.ts'
import { KINDS } from '../model.ts'
import { type Found, matches, type Shape } from './shape.ts'

/** Words that end the name of a street and little else. */
const STREET = 'street|road|rd|lane|avenue|ave|crescent|cres|terrace|boulevard|mews|cul-de-sac'
/** Words that end the name of a street, and are used for much else: only with capitals. */
const ALSO =
  'st|ln|close|drive|dr|way|court|ct|gardens|gdns|grove|place|pl|square|sq|hill|row|walk|rise|view|green|park|parade|fields?|meadows?|mount|croft|yard|gate|wharf|quay|heights|villas|cottages?|house|buildings?|vale|bank|end|side|bridge|common|heath'
const WORD = "[\\p{L}][\\p{L}'.-]{0,24}"
const NUMBERED = new RegExp(
  `(?<![\\p{L}\\p{N}.,£$])((?:(?:flat|unit|apartment|apt|room|suite|block)\\.? ?[a-z0-9]{1,5},? {0,2}\\n?)?(?:no\\.? ?|number )?\\d{1,4} ?[a-z]?(?: ?[-/] ?\\d{1,4}[a-z]?)?,? {1,2})((?:${WORD} ){1,4}?)(${STREET}|${ALSO})(?![\\p{L}\\p{N}])`,
  'gu',
)
const LIVING = new RegExp(
  `\\b(?:live|lives|living|lived|reside|resides|home is|house is|neighbours|moved)(?: \\p{L}{2,9}){0,3}? (?:at|on|in|off|to) ((?:${WORD} ){1,3}?(?:${STREET}|${ALSO}))(?![\\p{L}\\p{N}])`,
  'gu',
)
const FLAT = /(?<![\p{L}\p{N}])(?:flat|apartment|apt)\.? ?(?:no\.? ?)?\d{1,4}[a-z]?(?![\p{L}\p{N}])/gu
const BOX = /(?<![\p{L}\p{N}])p\.? ?o\.? ?box (?:no\.? ?)?\d{1,6}(?!\d)/gu

/** Words that no street is named with: with one of them, "12 people on the road" is no address. */
const NOT_NAMES =
  /(?<![\p{L}])(?:a|an|and|are|as|at|away|be|by|can|cars?|council'?s?|councils|councillors|days?|different|every|extra|for|from|had|has|have|hours?|if|in|into|is|it|its|main|metres?|miles?|minutes?|mile|minute|month|months|more|my|new|not|of|off|on|or|other|our|out|people|per|such|than|that|their|there|these|they|this|those|to|up|was|we|were|week|weeks|when|which|who|with|year|years|you|your)(?![\p{L}])/u

/** Addresses: a number and a street, a flat, a post box, the street somebody lives in. */
export const addresses: Shape = (folded) => {
  const { text } = folded
  return [
    ...(/\d/.test(text) ? matches(text, NUMBERED, (match) => numbered(folded, match)) : []),
    ...matches(text, LIVING, (match) => living(folded, match)),
    ...(/\d/.test(text)
      ? [FLAT, BOX].flatMap((pattern) => matches(text, pattern, whole('a flat or post box')))
      : []),
  ]
}

function numbered(folded: Folded, match: RegExpExecArray): Found | undefined {
  const [, number = '', name = '', ending = ''] = match
  const from = match.index + number.length
  const strong = new RegExp(`^(?:${STREET})$`, 'u').test(ending)
  const capital = isCapital(folded, from) && (strong || isCapital(folded, from + name.length))
  if (!capital && (!strong || NOT_NAMES.test(name))) return undefined
  return whole('a number and a street')(match)
}

function living(folded: Folded, match: RegExpExecArray): Found | undefined {
  const street = match[1] ?? ''
  const from = match.index + match[0].length - street.length
  if (!isCapital(folded, from) || NOT_NAMES.test(street)) return undefined
  return {
    from,
    to: from + street.length,
    kind: KINDS.address,
    sure: true,
    reason: 'the street somebody lives in',
  }
}

const whole = (reason: string) => (match: RegExpExecArray) => ({
  from: match.index,
  to: match.index + match[0].length,
  kind: KINDS.address,
  sure: true,
  reason,
})
