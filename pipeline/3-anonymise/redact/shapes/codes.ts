import { type Folded, isCapital } from '../fold/index.ts'
import { KINDS } from '../model.ts'
import { isIban } from './checksums.ts'
import { matches, type Shape, saidBefore } from './shape.ts'

/** The 124 postcode areas (Royal Mail, Programmers' Guide to the Postcode Address File), and GIR 0AA. */
const AREAS =
  'ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv ja je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze zz'
    .split(' ')
    .join('|')
const POSTCODE = new RegExp(
  `(?<![a-z0-9])(?:gir {0,2}0aa|(?:${AREAS})\\d[a-z\\d]?[ .-]{0,3}\\d[abd-hjlnp-uw-z]{2})(?![a-z0-9])`,
  'g',
)
const OUTWARD = new RegExp(
  `\\bpost ?code(?: is| area|:|-| of| in)?[ :]{1,3}((?:${AREAS})\\d[a-z\\d]?)(?![a-z0-9])`,
  'g',
)

/** UK postcodes in full; the first half alone where it is said to be a postcode. */
export const postcodes: Shape = ({ text }) => [
  ...matches(text, POSTCODE, (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    kind: KINDS.postcode,
    sure: true,
    reason: 'a UK postcode',
  })),
  ...matches(text, OUTWARD, (match) => ({
    from: match.index + match[0].length - (match[1] ?? '').length,
    to: match.index + match[0].length,
    kind: KINDS.postcode,
    sure: true,
    reason: 'said to be a postcode',
  })),
]

const NINO =
  /(?<![a-z0-9])([a-z]{2})[ .-]{0,2}\d{2}[ .-]{0,2}\d{2}[ .-]{0,2}\d{2}(?:[ .-]{0,2}([a-z]))?(?![a-z0-9])/g
/** HMRC, National Insurance Manual NIM39110: letters and prefixes that are not used. */
const UNUSED = /^[dfiquv]|^.[dfioquv]|^(?:bg|gb|kn|nk|nt|tn|zz)/
const NI_WORDS = /\bn\.?i\.?\b|national insurance|\bnino\b/

/** National Insurance numbers; those that cannot exist where words say so, else to be looked at. */
export const nationalInsuranceNumbers: Shape = ({ text }) =>
  matches(text, NINO, (match) => {
    const [whole, prefix = '', suffix = ''] = match
    const said = saidBefore(text, match.index, NI_WORDS)
    const possible = !UNUSED.test(prefix) && /^[a-d]$/.test(suffix)
    if (!said && !possible && suffix === '') return undefined
    return {
      from: match.index,
      to: match.index + whole.length,
      kind: KINDS.nationalInsurance,
      sure: said || possible,
      reason: possible ? 'a National Insurance number' : 'the form of a National Insurance number',
    }
  })

const CURRENT = /(?<![a-z0-9])[a-z]{2}\d{2} ?[a-z]{3}(?![a-z0-9])/g
const OLDER = /(?<![a-z0-9])(?:[a-z]\d{1,3} ?[a-z]{3}|[a-z]{3} ?\d{1,3}[a-z])(?![a-z0-9])/g
const NORTHERN = /(?<![a-z0-9])(?:[a-z]{1,3} ?\d{1,4}|\d{1,4} ?[a-z]{1,3})(?![a-z0-9])/g
const VEHICLE_WORDS =
  /\b(?:reg|registration|number ?plate|plate|plates|vehicle|car|van|lorry|taxi|motorbike|licen[cs]e plate)\b[^.\n]{0,24}$/
const VEHICLE_REG = /\b(?:reg|registration|number ?plate|plate|plates)\b[^.\n]{0,14}$/
const ORDINARY =
  /(?<![a-z])(?:the|and|for|are|was|has|had|not|but|you|one|our|can|new|now|all|any|its|who|how|too|two|out|off|per|yes|may|did|see|use|via|far|way|day|bus|car|due|end)(?![a-z])/

/** A road, or a quantity with its unit: "THE A12 AND", "FOR 20M". */
const UNIT = /^[abm]\d|[a-z] ?\d{1,3}[mkpsh]$/

/** Vehicle registrations since 1963 (DVLA, INF104); older and Northern Irish ones where words say so. */
export const vehicleRegistrations: Shape = (folded) => {
  const { text } = folded
  const plate = (judge: (match: RegExpExecArray) => boolean, reason: string) => (match: RegExpExecArray) =>
    judge(match)
      ? { from: match.index, to: match.index + match[0].length, kind: KINDS.vehicle, sure: true, reason }
      : undefined
  const written = (match: RegExpExecArray) => inCapitals(folded, match.index, match[0].length)
  const said = (match: RegExpExecArray) => saidBefore(text, match.index, VEHICLE_WORDS)
  return [
    ...matches(
      text,
      CURRENT,
      plate((match) => written(match) || said(match) || !match[0].includes(' '), 'a vehicle registration'),
    ),
    ...matches(
      text,
      OLDER,
      plate(
        (match) => said(match) || (written(match) && !(ORDINARY.test(match[0]) && UNIT.test(match[0]))),
        'an older vehicle registration',
      ),
    ),
    ...matches(
      text,
      NORTHERN,
      plate(
        (match) => saidBefore(text, match.index, VEHICLE_REG) && /[a-z]/.test(match[0]),
        'said to be a vehicle registration',
      ),
    ),
  ]
}

function inCapitals(folded: Folded, from: number, length: number): boolean {
  for (let index = from; index < from + length; index += 1) {
    const letter = folded.text.charCodeAt(index)
    if (letter >= 97 && letter <= 122 && !isCapital(folded, index)) return false
  }
  return true
}

/** Letters and digits of an IBAN by country (ISO 13616 registry, release 98), of the countries whose banks people here have. */
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  ...{
    ad: 24,
    ae: 23,
    al: 28,
    at: 20,
    be: 16,
    bg: 22,
    ch: 21,
    cy: 28,
    cz: 24,
    de: 22,
    dk: 18,
    ee: 20,
    es: 24,
  },
  ...{
    fi: 18,
    fr: 27,
    gb: 22,
    gi: 23,
    gr: 27,
    hr: 21,
    hu: 28,
    ie: 22,
    im: 22,
    il: 23,
    is: 26,
    it: 27,
    je: 22,
  },
  ...{
    li: 21,
    lt: 20,
    lu: 20,
    lv: 21,
    mc: 27,
    mt: 31,
    nl: 18,
    no: 15,
    pk: 24,
    pl: 28,
    pt: 25,
    ro: 24,
    sa: 24,
  },
  ...{ se: 24, si: 19, sk: 24, tr: 26, ua: 29 },
}
const IBAN = /(?<![a-z0-9])[a-z]{2}\d{2}(?=(?:[ -]?[a-z0-9]){11,30})/g
const LICENCE = /(?<![a-z0-9])[a-z9]{5} ?\d{6} ?[a-z9]{2}\d[a-z]{2}(?![a-z0-9])/g

/** IBANs by their check digits, and driving licence numbers (DVLA) by their form. */
export const accountsAndLicences: Shape = ({ text }) => [
  ...matches(text, IBAN, (match) => {
    const end = behindLetters(text, match.index, IBAN_LENGTHS[match[0].slice(0, 2)] ?? 0)
    if (!isIban(text.slice(match.index, end).replace(/[ -]/g, '')) || /[a-z0-9]/.test(text[end] ?? ' '))
      return undefined
    return { from: match.index, to: end, kind: KINDS.bank, sure: true, reason: 'an IBAN' }
  }),
  ...matches(text, LICENCE, (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    kind: KINDS.number,
    sure: true,
    reason: 'the form of a driving licence number',
  })),
]

/** Where `count` letters and digits end, spaces and hyphens between them not counted. */
function behindLetters(text: string, from: number, count: number): number {
  let at = from
  for (let seen = 0; seen < count && at < text.length; at += 1) if (/[a-z0-9]/.test(text[at] ?? '')) seen += 1
  return at
}
