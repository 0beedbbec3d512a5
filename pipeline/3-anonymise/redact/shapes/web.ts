import { MASK } from '../fold/index.ts'
import { KINDS } from '../model.ts'
import { matches, type Shape } from './shape.ts'

const LOCAL = "[\\p{L}\\p{N}._%+'-]"
const LABEL = '[\\p{L}\\p{N}-]'
/** Top levels under which addresses without `www.` are told from a full stop without a space after it. */
const TOP = 'uk|com|org|net|gov|edu|biz|eu|scot|wales|cymru|london|ie'

const DOT = `(?: {0,2}(?:\\.|[([{<] ?(?:dot|\\.) ?[)\\]}>]| dot ) {0,2})`
const SPACED = `${LABEL}{1,63}(?:${DOT}${LABEL}{1,63}){0,4}${DOT}(?:${TOP})`
/** A local part; what is sought first is what stands behind it. */
const BEHIND_LOCAL = `(?<=(?<!${LOCAL})(${LOCAL}{1,64}) {0,2})`

/** An at sign as such, and a domain; with spaces in it where its end is well known. */
const AT = new RegExp(
  `${BEHIND_LOCAL}@ {0,2}(?:${LABEL}{1,63}(?:\\.${LABEL}{1,63}){0,4}\\.\\p{L}{2,63}|${SPACED})(?!${LABEL})`,
  'gu',
)
/** The same, written so that programs do not see it: "name (at) example dot org". */
const SPOKEN_AT = new RegExp(
  `${BEHIND_LOCAL}(?:[([{<] ?at ?[)\\]}>] {0,2}${SPACED}|\\bat ${SPACED})(?!${LABEL})`,
  'gu',
)

/** E-mail addresses (RFC 5322 as people write it), "(at)" and "dot" included, and addresses with one part hidden. */
export const emailAddresses: Shape = ({ text }) => [
  ...(text.includes('@') ? matches(text, AT, email('an e-mail address')) : []),
  ...(text.includes('at') ? matches(text, SPOKEN_AT, email('an e-mail address in words')) : []),
]

/** What stands before "at example.org" and is no name. */
const NO_LOCAL =
  /^(?:a|and|are|available|be|booking|by|contact|details|email|find|found|from|go|here|hosted|information|is|it|look|looking|me|more|on|online|or|out|page|pages|pdf|portal|published|read|see|site|that|them|there|this|up|us|visit|was|website|you)$/

const email = (reason: string) => (match: RegExpExecArray) => {
  const [whole, local = ''] = match
  if (whole.startsWith('at') && NO_LOCAL.test(local)) return undefined
  const gap = /\s*$/.exec(match.input.slice(Math.max(0, match.index - 2), match.index))?.[0].length ?? 0
  return {
    from: match.index - gap - local.length,
    to: match.index + whole.length,
    kind: KINDS.email,
    sure: true,
    reason,
  }
}

const URL = new RegExp(
  `(?:\\b(?:https?|ftp|mailto|skype|tel)(?:://|:)|\\bwww\\d?\\.)[^\\s${MASK}<>"{}|\\\\^[\\]]{1,2000}`,
  'g',
)
const BARE = new RegExp(
  `(?<![@\\p{L}\\p{N}.-])(?:${LABEL}{1,63}\\.){1,5}(?:${TOP})(?!${LABEL})(?:\\.(?=\\s|$))?(?:[/?#][^\\s${MASK}<>"]{0,2000})?`,
  'gu',
)

/** Addresses of pages, with their scheme or without. */
export const webAddresses: Shape = ({ text }) => [
  ...(/:|www/.test(text) ? matches(text, URL, web('a web address')) : []),
  ...(text.includes('.') ? matches(text, BARE, web('a web address without a scheme')) : []),
]

const web = (reason: string) => (match: RegExpExecArray) => {
  const address = match[0].replace(/[.,;:!?)'\]]{1,9}$/, '')
  return { from: match.index, to: match.index + address.length, kind: KINDS.web, sure: true, reason }
}

const HANDLE = /(?<![\p{L}\p{N}_@.])@(?=[a-z0-9_.]{0,29}[a-z_])[a-z0-9_]{2,30}(?:\.[a-z0-9_]{1,30}){0,3}/gu
const TAGGED = /(?<![\p{L}\p{N}_])[a-z0-9_.]{2,32}#\d{4}(?!\d)/gu
const SAID =
  /\b(?:twitter|x|instagram|insta|facebook|fb|tiktok|snapchat|snap|linkedin|threads|mastodon|bluesky|telegram|whatsapp|discord|skype|youtube|handle|username)(?: (?:handle|name|account|id|user|username|page|profile))? ?(?:is|:|=|-|@|as|under) {0,2}(?:['"] ?)?([a-z0-9_.-]{3,30})/g

/** Names on social media: after an at sign, with a discriminator, or where the words before say so. */
export const socialHandles: Shape = ({ text }) => [
  ...(text.includes('@') ? matches(text, HANDLE, handle('a name after an at sign')) : []),
  ...(text.includes('#') ? matches(text, TAGGED, handle('a name with a discriminator')) : []),
  ...matches(text, SAID, (match) => {
    const name = (match[1] ?? '').replace(/[.-]{1,9}$/, '')
    if (!/[\d_]|[a-z]\.[a-z]/.test(name)) return undefined
    const from = match.index + match[0].lastIndexOf(match[1] ?? '')
    return {
      from,
      to: from + name.length,
      kind: KINDS.handle,
      sure: true,
      reason: 'said to be a name on social media',
    }
  }),
]

const handle = (reason: string) => (match: RegExpExecArray) => ({
  from: match.index,
  to: match.index + match[0].length,
  kind: KINDS.handle,
  sure: true,
  reason,
})
