import { labelKey } from '../definition/index.ts'

/** What stands before a question and says nothing of it. */
const LEAD =
  /^(?:(?:please|kindly|(?:could|can|would|will) you(?= (?:please|kindly|tell|give|state|provide|indicate|confirm|say|let)\b)|if you are happy to|optional|and|so|finally|first|firstly|about you|now|for monitoring purposes|to help us|we would like to know)\b[ ,:;-]*)+/
const REQUEST =
  /^(?:(?:select|state|give|choose|indicate|provide|enter|specify|tick|write|type|confirm|say|let us know|tell us|describe|share)(?: us)?(?: the box(?:es)? (?:that|which) (?:best )?(?:describes?|appl(?:y|ies) to))? )/

/** Longer wordings have said what they ask for by then. */
const LONGEST = 500

/**
 * A wording as it is compared: lower case, plain marks, without its number, hints in brackets and end marks; what
 * people say of themselves ("I am a carer") as if they were asked ("are you a carer").
 */
export function wordingKey(text: string): string {
  const key = labelKey(text.slice(0, LONGEST))
    .replace(/<[^>]*>/g, ' ')
    .replace(/^\W+/, '')
    .replace(/[_/]+/g, ' ')
    .replace(
      /^(?:question ?|q ?)?\d{1,3}[a-z]?(?:\.\d+)*(?:[.):]+ ?| - | (?=[a-z]{3,}))|^[a-z]{1,3}\d{1,3}[a-z]?[.):]+ ?/,
      '',
    )
    .replace(/ ?\([^()]*\)/g, '')
    .replace(/ ?\[[^[\]]*\]$/, '')
    .replace(
      / (?:from the (?:list|options?|drop-?down)(?: below)?|from the (?:following|below)(?: list)?|below)$/,
      '',
    )
    .replace(/\s+/g, ' ')
    .trim()
    .replace(LEAD, '')
    .replace(REQUEST, '')
    .replace(/[\s?:*.,;!]+$/, '')
  return asked(key)
}

function asked(key: string): string {
  return key
    .replace(/^(?:i am|i'm|we are) (?=\S)/, 'are you ')
    .replace(
      /^i (?=have|own|rent|live|work|hold|use|provide|look|care|consider|identify|speak|receive)/,
      'do you ',
    )
    .replace(/^my /, 'your ')
    .replace(/\bmyself\b/g, 'yourself')
    .replace(/\bmy\b/g, 'your')
}

/** The parts of a heading, such as `about you - age`, each of which may be the whole of it. */
export const partsOf = (key: string): readonly string[] => [
  key,
  ...(/ - | \u2013 |: | \| |; /.test(key)
    ? key.split(/ - | \u2013 |: | \| |; /).map((part) => asked(part.trim().replace(/[\s?:*.,;!]+$/, '')))
    : []),
]

/** A heading without what asks for it: "what is your", "which", "your". */
export const bare = (part: string): string =>
  part
    .replace(/^(?:what|which) (?:is|are|was|of these is|of the following is) /, '')
    .replace(/^(?:what's|whats|beth yw|enter|select) /, '')
    .replace(
      /^(?:respondent's|participant's|respondent|participant|person's|demographics?|demog?|dem|resp|eich|own) /,
      '',
    )
    .replace(/^(?:your|the) /, '')
    .replace(/^(?:own|current|usual|present|main) (?!language|carer|job|wage|activity)/, '')
    .replace(/ of (?:the )?(?:respondent|participant|person)$/, '')
    .replace(/ - selected choice$| \u2013 selected choice$/, '')
    .trim()

/** Stems of grids whose rows ask for a fact each. */
export const ABOUT_ONESELF =
  /^\W*(?:(?:please )?(?:tell us )?(?:a (?:bit|little) )?(?:more )?about (?:you|yourself)|are you|do you have|do any of (?:these|the following) apply to you|which of (?:these|the following) apply to you|your details|i am|i have)\b/i
