import { labelKey } from '../definition/index.ts'
import { wordingKey } from './wording.ts'

/** Headings and questions that ask whether a response may be published, without what each of them says. */
const ASKS_CONSENT =
  /^(?:(?:publication|publishing|publish|response|data|survey|your)? ?consent(?: (?:to|for) (?:publish\w*|publication|shar\w+)(?: .*)?)?|confidential(?:ity)?(?: .*)?|(?:response|submission) (?:publication|published|public|confidential\w*|privacy)|publish(?:ed)?(?: (?:response|submission|answers?|permission|status|my response|yes.*))?|publication(?: (?:status|preference|permission|of (?:response|submission|answers|your response)))?|(?:publication|publishing|publish|privacy|anonymity) (?:preference|permission|option|choice)s?|may (?:be )?publish(?:ed)?|do not publish|not for publication|anonymous(?: response)?|anonymity|caniatâd(?: .*)?|cyfrinach\w*)$/
const OWN = String.raw`(?:your|my|this) (?:\w+ )?(?:response|responses|answers?|submission|reply|replies|comments?|views|feedback|contribution|representation|information)`
const PUBLIC = String.raw`(?:publish\w*|publication|made public|publicly|public|shared?|sharing|confidential\w*|private|anonymous\w*|withheld|withhold|quoted?)`
const SPEAKS_OF_OWN = new RegExp(String.raw`\b${OWN}\b.*\b${PUBLIC}\b|\b${PUBLIC}\b.*\b${OWN}\b`)
/** How such questions begin; others ask what ought to be done with responses in general. */
const ADDRESSED =
  /^(?:may|can|could|shall|would you|do you (?:want|wish|give|agree|consent|mind|prefer|object|require|need|allow)|are you|is (?:it|this|your)|i |please|tick|if you|keep|publish|treat|will|should your|should we (?:keep|publish|treat) your|are there any|are your|how (?:should|would you like|can|may)|what|which|permission|consent|do not|don't|happy|your|my|not|confidential)/
/** Agreement to something else: to be written to, to how data are handled. */
const ELSE =
  /\b(?:contact(?:ed)?|newsletter|mailing|updates|privacy (?:notice|policy|statement)|terms|cookies|gdpr|take part|participat\w+|over 1[368]|results|prize)\b/

/** Answers that speak of publishing or of keeping back. */
const SAYS =
  /\b(?:publish\w*|publication|confidential\w*|anonymous\w*|private|privately|not (?:be )?shared|made public|cyhoeddi|chyhoeddi|cyfrinachol)\b/
const SPEAKS =
  /\b(?:my|your|it|response|name|details|without|yes|no|keep|do not|don't|not|withhold|i|only|answers?|views|comments?)\b|^(?:confidential|published?|anonymous|private|public)$|\bymateb\b|ch?yhoeddi/
const KEEPS =
  /\b(?:not|never|don't|do not|cannot|no one|nobody|without|peidiwch)\b.*\b(?:publish\w*|publication|shared?|public|quoted?|ch?yhoeddi)\b|\bconfidential\b|\bkept? (?:it |my response |this )?private\b|^private\b|\bwithh[eo]ld\b|\bcyfrinachol\b/
const LETS_OUT =
  /\b(?:publish\w*|publication|public|shared?|anonymous\w*|quoted?|ch?yhoeddi)\b|\bnot confidential\b/

/**
 * Whether a column says if the response may be published, by its heading or wording, or by its answers: nothing
 * that a survey found out, but what its respondents asked for.
 */
export function isConsent({
  text,
  labels,
}: {
  readonly text: string
  readonly labels: readonly string[]
}): boolean {
  const key = wordingKey(text).replace(/^do you (?=consent)/, '')
  const plain = labelKey(text).replace(/[\s?:*.]+$/, '')
  if (ELSE.test(plain) && !/\bpublish/.test(plain)) return false
  if ([key, plain, ...key.split(/ - | \u2013 |: /)].some((part) => ASKS_CONSENT.test(part)))
    return isShort(labels)
  if (SPEAKS_OF_OWN.test(plain) && ADDRESSED.test(plain)) return isShort(labels)
  const keys = labels.map(labelKey)
  return (
    keys.length >= 2 &&
    keys.length <= 5 &&
    keys.every((label) => SAYS.test(label) && SPEAKS.test(label)) &&
    (!/\bshould\b/.test(key) || SPEAKS_OF_OWN.test(plain) || /\b(?:your|my) /.test(plain))
  )
}

/** Few answers, or none that are known: longer lists ask something else. */
const isShort = (labels: readonly string[]): boolean => labels.length <= 5

/**
 * The answers after which a response may be published. `undefined` where no list is needed: the column says yes
 * where the response is to be kept back, and no or nothing where it is not. What is not understood keeps back.
 */
export function mayPublishLabels(text: string, labels: readonly string[]): readonly string[] | undefined {
  const key = labelKey(text)
  const isKept = KEEPS.test(key) && !/\bnot confidential\b/.test(key)
  const known = labels.filter((label) => letsOut(labelKey(label), isKept))
  const plain = labels.every((label) => YES.test(labelKey(label)) || NO.test(labelKey(label)))
  if (known.length > 0) return isKept && plain ? undefined : known
  // "No" alone, to whether it may be published, is not "no" to whether it is to be kept back.
  return !isKept && labels.some((label) => /^(?:no|n|false|0)$/.test(labelKey(label))) ? ['Yes'] : undefined
}

/** Whether an answer, taken by itself, asks that the response be kept back. */
export const keepsBack = (label: string): boolean => !letsOut(labelKey(label), false)

const YES = /^(?:yes|y|true|1|x|ticked|checked|selected|ydw|ie)$/
const NO = /^(?:no|n|false|0|unticked|unchecked|not selected|nac ydw|na)$/

function letsOut(label: string, isKept: boolean): boolean {
  if (/\bnot (?:be )?(?:kept |treated as )?confidential\b/.test(label)) return true
  // "No, you may publish it" answers whether to keep it back.
  if (KEEPS.test(label.replace(/\bwithout (?:my |your |the )?(?:name|details|naming|personal)\b.*/, '')))
    return false
  if (LETS_OUT.test(label)) return true
  return isKept
    ? /^no\b/.test(label)
    : /^(?:yes|y|true|1|x|i agree|agree|i consent|consent|ticked|checked)\b/.test(label)
}
