import type { Folded } from '../fold/index.ts'
import { KINDS } from '../model.ts'
import { isCardNumber, isNhsNumber, isTaxReference } from './checksums.ts'
import { type DigitGroup, digitGroups } from './digit-groups.ts'
import { type Found, type Shape, saidBefore } from './shape.ts'
import { isTelephoneNumber } from './telephone.ts'

/** More groups than any number is written in. */
const MOST_GROUPS = 8

/**
 * Telephone, NHS, card, account and tax numbers, IP addresses: neighbouring runs of digits, the longest
 * row of them first, judged by their check digit, their form, or the words before.
 */
export const numbers: Shape = (folded) => {
  const groups = digitGroups(folded.text)
  const found: Found[] = []
  let index = 0
  while (index < groups.length) {
    const one = longest(folded, groups, index)
    if (one === undefined) index += 1
    else {
      found.push(one.found)
      index = one.next
    }
  }
  return found
}

function longest(
  folded: Folded,
  groups: readonly DigitGroup[],
  first: number,
): { readonly found: Found; readonly next: number } | undefined {
  let last = first
  while (last + 1 < groups.length && last - first + 1 < MOST_GROUPS && groups[last + 1]?.joint !== undefined)
    last += 1
  for (; last >= first; last -= 1) {
    const found = judge(folded.text, groups.slice(first, last + 1), last + 1 - first)
    if (found !== undefined) return { found, next: last + 1 }
  }
  return undefined
}

const WORDS = {
  nhs: /\bnhs\b|national health/,
  bank: /\b(?:bank|account|acc|a\/c|sort ?code|card|visa|mastercard|amex|debit|credit)\b/,
  sortCode: /\bsort ?code\b|\bs\/c\b/,
  tax: /\butr\b|taxpayer|tax ref/,
  passport: /\bpassport\b/,
  telephone:
    /\b(?:tel|telephone|phone|phoned|mob|mobile|cell|call|ring|text|fax|whatsapp|ext|extension|landline|number is|contact (?:me|us) on)\b[^.\n]{0,24}$/,
  reference:
    /\b(?:ref|reference|case|claim|crime|incident|planning|tenancy|membership|licence|staff|payroll|employee|patient|hospital|complaint)\b[^.\n]{0,24}(?:no|number|num|id|#|:|ref|reference)?[^.\n]{0,8}$/,
} as const

/** What a row of digit groups is; nothing where it may be any quantity. */
function judge(text: string, groups: readonly DigitGroup[], count: number): Found | undefined {
  const [start] = groups
  const end = groups.at(-1)
  if (start === undefined || end === undefined) return undefined
  const digits = groups.map((group) => group.digits).join('')
  if (digits.length < 6 || digits.length > 19) return undefined
  const said = (words: RegExp): boolean => saidBefore(text, start.from, words)
  const as = (kind: string, reason: string, sure = true, from = start.from): Found => ({
    from,
    to: end.to,
    kind,
    sure,
    reason,
  })
  const written = text.slice(start.from, end.to)
  const joints = groups.slice(1).map(({ joint }) => joint ?? '')
  if (isIpAddress(groups, joints)) return as(KINDS.web, 'an IP address')
  const telephone = isTelephoneNumber(text, start.from, digits, joints)
  if (telephone !== undefined) return as(KINDS.telephone, 'a telephone number', true, telephone)
  if (isCardNumber(digits) && /^(?:\d+|\d{4}([ -])\d{4,6}\1\d{4,5}(?:\1\d{4}(?:\1\d{1,3})?)?)$/.test(written))
    return as(KINDS.bank, 'a card number whose check digit is right')
  if (digits.length === 10 && said(WORDS.tax)) return as(KINDS.number, 'said to be a tax reference')
  if (isNhsNumber(digits) && /^(?:\d{10}|\d{3}[ -]?\d{3}[ -]?\d{4})$/.test(written))
    return as(KINDS.nhs, 'an NHS number whose check digit is right')
  if (digits.length === 10 && said(WORDS.nhs)) return as(KINDS.nhs, 'said to be an NHS number')
  if (/^\d{2}[- ]?\d{2}[- ]?\d{2}$/.test(written) && said(WORDS.sortCode))
    return as(KINDS.bank, 'said to be a sort code')
  if (digits.length >= 7 && said(WORDS.bank)) return as(KINDS.bank, 'said to be bank details')
  if (digits.length === 9 && said(WORDS.passport)) return as(KINDS.number, 'said to be a passport number')
  if (digits.length <= 8 && said(WORDS.telephone) && !isQuantity(text, groups, joints))
    return as(KINDS.telephone, 'said to be a telephone number')
  if (isQuantity(text, groups, joints)) return undefined
  if (count === 1 && said(WORDS.reference)) return as(KINDS.number, 'said to be a reference')
  if (isTaxReference(digits) && count === 1)
    return as(KINDS.number, 'a tax reference whose check digit is right', false)
  if (count === 1 && digits.length >= 8) return as(KINDS.number, 'a long number', false)
  return undefined
}

/** Four numbers up to 255 between full stops; those of one digit each are a section of a document. */
function isIpAddress(groups: readonly DigitGroup[], joints: readonly string[]): boolean {
  return (
    groups.length === 4 &&
    joints.every((joint) => joint === '.') &&
    groups.every(({ digits }) => digits.length <= 3 && Number(digits) <= 255) &&
    groups.some(({ digits }) => digits.length > 1)
  )
}

/** Money, thousands with commas, dates and years: they say how much or when. */
function isQuantity(text: string, groups: readonly DigitGroup[], joints: readonly string[]): boolean {
  const [first] = groups
  if (first === undefined) return true
  if (/[£$€]\s?$/.test(text.slice(Math.max(0, first.from - 2), first.from))) return true
  if (joints.some((joint) => joint.includes(','))) return true
  const written = text.slice(first.from, groups.at(-1)?.to)
  if (
    /^(?:\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)?\d{2}|(?:19|20)\d{2}[-/. ]\d{1,2}[-/. ]\d{1,2})$/.test(written)
  )
    return true
  return groups.length > 1 && groups.every(({ digits }) => /^(?:19|20)\d\d$/.test(digits))
}
