import { labelKey } from '../definition/index.ts'

/** A heading or wording as it is compared: lower case, plain marks, without number, hints and end marks. */
export const headingKey = (heading: string): string =>
  labelKey(heading)
    .replace(/^(?:question ?|q ?)?\d{1,3}[a-z]?(?:[.):]+ ?| - | (?=[a-z]{3,}.*\?$))/, '')
    .replace(/\((?:optional|if applicable|if any|required)\)/g, '')
    .replace(/[_.]+/g, ' ')
    .replace(/[\s?:*]+$/, '')
    .trim()

/** Wording without the number before it, and the number: "3. Why?", "Q3) Why?". */
export function unnumbered(wording: string): { readonly text: string; readonly number?: string } {
  const [, number, text] = /^(?:question |q ?)?(\d{1,3})[.):] ?(?=[^\d\s])(.+)$/i.exec(wording) ?? []
  return number === undefined || text === undefined
    ? { text: wording }
    : { text, number: String(Number(number)) }
}

const PERSON =
  /\be-?mails?\b|\b(?:first|last|full|family|given|middle|contact|respondent|your|user|participant|nick)[ -]?names?\b|\b(?:sur|fore|user)names?\b|^names?(?: of (?:the )?(?:respondent|person|participant))?$|\b(?:tele)?phone\b|\bmobile(?: number)?\b|\b(?:home|postal|street|full|your) address\b|^address|\bpost ?code\b|\bzip(?: code)?\b|\bip(?: address)?$|\bdate of birth\b|\bdob\b|\b(?:nhs|national insurance|passport) n(?:umber|o)\b|\blatitude\b|\blongitude\b|\bgps\b|\bsignature\b|\bcontact details\b|\btwitter\b|\bsocial media\b|^login$/
const ORGANISATION =
  /\borgani[sz]ations?\b|\bauthorit(?:y|ies)\b|\bcouncils?\b|\bcompan(?:y|ies)\b|\bemployers?\b|\binstitutions?\b|\bschools?\b|\bcharit(?:y|ies)\b|\bfirm\b|\bagency\b|\btrust\b|\bbusiness name\b|\bname$|^[a-z]?name$/
/** Asks for the name of a body, not for its kind. */
const BODY =
  '(?:organi[sz]ation|group|club|council|compan(?:y|ies)|business|employer|charity|school|society|association|union|trust|firm|agency)'
const NAME_OF_BODY = new RegExp(
  String.raw`\bnames? of (?:the |your |an? |any )?(?:\w+ )?${BODY}\b|\b${BODY}(?:'?s)? name\b`,
)
const IDENTIFIER =
  /^(?:(?:respondent|response|submission|user|participant|case|record|survey|entry|external|session|collector|unique|reference|client|customer|unit) ?)?(?:id|identifier|uuid|guid|token|ref|reference|number|no|key|link|code)$|(?:^| )(?:id|uuid)$|^respondentid$|^responseid$/
const TECHNICAL =
  /^(?:status|response status|progress|finished|duration(?: \(in seconds\))?|time taken|user language|language|distribution channel|source|collector|browser|user agent|device|referr?er|attachments|score|total score|date (?:created|modified|updated)|modified|updated|created)$/
const SUBMITTED =
  /^(?:submitted|submitted at|date submitted|submit ?date|submission (?:date|time)|completed|completed at|date completed|completion time|end ?(?:date|time)|ended|finished at|received|date received|timestamp|time ?stamp|response date|recorded ?date)$/
const STARTED = /^(?:started|started at|start ?(?:date|time)|date started|created at|opened)$/
const WEIGHT =
  /^(?:(?:survey|sample|sampling|design|final|person|respondent|post-?stratification|calibrated|grossing) )?(?:weights?|weighting|wt|wgt|pweight|pw)$/
const STRATUM_SIZE = /^(?:fpc|population ?size|stratum ?size)$/
const PLACE =
  /\b(?:region|county|counties|district|ward|borough|town|city|state|province|country|locality|constituency|parish)\b/
const CODE = /(?:^| )(?:code|id)$|num$/
const OTHER_TEXT =
  /^(?:if )?(?:an)?other\b.*\b(?:specify|state|describe|write|explain|details?|tell us)\b|\bother \(?please (?:specify|state|describe)\)?$|\bother text$/

/** What a heading says its column is; undefined where it says nothing of the kind. */
export type Hint =
  | 'person'
  | 'organisation'
  | 'name of a body'
  | 'identifier'
  | 'technical'
  | 'submitted'
  | 'started'
  | 'weight'
  | 'population size'
  | 'place'
  | 'code'
  | 'other text'

const HINTS: readonly (readonly [Hint, RegExp])[] = [
  ['submitted', SUBMITTED],
  ['started', STARTED],
  ['weight', WEIGHT],
  ['population size', STRATUM_SIZE],
  ['other text', OTHER_TEXT],
  ['identifier', IDENTIFIER],
  ['technical', TECHNICAL],
  ['person', PERSON],
  ['organisation', ORGANISATION],
  ['name of a body', NAME_OF_BODY],
  ['place', PLACE],
  ['code', CODE],
]

/** Everything a heading hints at, the surest first. */
export function hintsOf(heading: string): readonly Hint[] {
  const key = headingKey(heading)
  return HINTS.filter(([, words]) => words.test(key)).map(([hint]) => hint)
}
