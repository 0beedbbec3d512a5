import { labelKey } from '../../definition/index.ts'

/**
 * Whether a question asks who the respondent is: name, organisation, or where to reach them. Only
 * wordings that can hardly mean anything else; the author names what it misses. A part counts where its
 * question is about contact ("Your details - Email"), because "Email" may also be an answer.
 */
export function asksWho(question: string, part?: string): boolean {
  if (WHO.test(plain(question))) return true
  return part !== undefined && CONTACT.test(plain(question)) && WHO.test(plain(part))
}

/** Whether the column is the text box of "other": "Other (please specify)". */
export const isOtherBox = (part: string): boolean => OTHER.test(plain(part))

const plain = (text: string): string =>
  labelKey(text)
    .replace(/\((?:optional|if applicable|if any)\)/gu, '')
    .replace(/[\s?.:*]+$/u, '')

const NAME = '(?:(?:full|first|last|family|given|middle) ?|sur|fore)?names?(?: and (?:surname|family name))?'
const REACH =
  'e-?mail(?: address)?|(?:tele|mobile )?phone(?: number)?|mobile(?: number)?|contact (?:details|number|information)'
const PLACE = '(?:full |home |postal |street )?address|post ?code|zip(?: code)?'
const BODY = "organi[sz]ation(?:'s name| name)?|name of (?:your |the )?(?:organi[sz]ation|respondent)"
const WHO = new RegExp(
  `^(?:what(?:'s| is| are) |please (?:enter|give|provide|state|write|tell us) |enter )?(?:your )?(?:${NAME}|${REACH}|${PLACE}|${BODY}|date of birth|ip address)$`,
  'u',
)
const CONTACT = /\b(?:contact|your details|about you|personal (?:details|information)|respondent)\b/u
const OTHER =
  /^(?:if )?(?:an)?other\b.*\b(?:specify|state|describe|write|tell us|explain|details?|which|what)\b/u
