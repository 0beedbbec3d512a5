import { KINDS } from '../model.ts'
import { isCardNumber, isNhsNumber, isTaxReference } from './checksums.ts'
import type { DigitGroup } from './digit-groups.ts'
import type { Found } from './shape.ts'
import { isTelephoneNumber } from './telephone.ts'

/** Neighbouring runs of digits, read as one number. */
export interface DigitRow {
  readonly text: string
  readonly groups: readonly DigitGroup[]
  readonly from: number
  readonly to: number
  readonly digits: string
  /** What stands shortly before it. */
  readonly before: string
}

/** Fewest and most digits of what is looked for. */
export const FEWEST_DIGITS = 6
export const MOST_DIGITS = 19

const WORDS = {
  nhs: /\bnhs\b|national health/,
  bank: /\b(?:bank|account|acc|a\/c|sort ?code|card|visa|mastercard|amex|debit|credit)\b/,
  sortCode: /\bsort ?code\b|\bs\/c\b/,
  tax: /\butr\b|taxpayer|tax ref/,
  passport: /\bpassport\b/,
  telephone:
    /\b(?:tel|telephone|phone|phoned|mob|mobile|cell|call|ring|text|fax|whatsapp|ext|extension|landline|number is|contact (?:me|us) on)\b[^.\n]{0,24}$/,
  reference:
    /\b(?:ref|reference|case|claim|crime|incident|planning|tenancy|membership|licence|staff|payroll|employee|patient|hospital|complaint)\b[^.\n]{0,24}$/,
} as const

/** What a row of digits is; nothing where it may be any quantity. */
export function judgeNumber(row: DigitRow): Found | undefined {
  const { text, from, to, digits, before } = row
  const written = text.slice(from, to)
  const joints = row.groups.slice(1).map(({ joint }) => joint ?? '')
  if (isIpAddress(row.groups, joints)) return found(row, KINDS.web, 'an IP address')
  const telephone = isTelephoneNumber(text, from, digits, joints)
  if (telephone !== undefined)
    return { ...found(row, KINDS.telephone, 'a telephone number'), from: telephone }
  if (isCardNumber(digits) && CARD.test(written))
    return found(row, KINDS.bank, 'a card number whose check digit is right')
  if (digits.length === 10 && WORDS.tax.test(before))
    return found(row, KINDS.number, 'said to be a tax reference')
  if (isNhsNumber(digits) && NHS.test(written))
    return found(row, KINDS.nhs, 'an NHS number whose check digit is right')
  if (digits.length === 10 && WORDS.nhs.test(before)) return found(row, KINDS.nhs, 'said to be an NHS number')
  if (SORT_CODE.test(written) && WORDS.sortCode.test(before))
    return found(row, KINDS.bank, 'said to be a sort code')
  return isQuantity(row, written, joints) ? undefined : judgeByWords(row)
}

function judgeByWords(row: DigitRow): Found | undefined {
  const { groups, digits, before } = row
  if (digits.length >= 7 && WORDS.bank.test(before)) return found(row, KINDS.bank, 'said to be bank details')
  if (digits.length === 9 && WORDS.passport.test(before))
    return found(row, KINDS.number, 'said to be a passport number')
  if (digits.length <= 8 && WORDS.telephone.test(before))
    return found(row, KINDS.telephone, 'said to be a telephone number')
  if (groups.length > 1) return undefined
  if (WORDS.reference.test(before)) return found(row, KINDS.number, 'said to be a reference')
  if (isTaxReference(digits))
    return found(row, KINDS.number, 'a tax reference whose check digit is right', false)
  return digits.length >= 8 ? found(row, KINDS.number, 'a long number', false) : undefined
}

const found = ({ from, to }: DigitRow, kind: string, reason: string, sure = true): Found => ({
  from,
  to,
  kind,
  sure,
  reason,
})

const CARD = /^(?:\d+|\d{4}([ -])\d{4,6}\1\d{4,5}(?:\1\d{4}(?:\1\d{1,3})?)?)$/
const NHS = /^(?:\d{10}|\d{3}[ -]?\d{3}[ -]?\d{4})$/
const SORT_CODE = /^\d{2}[- ]?\d{2}[- ]?\d{2}$/

/** Four numbers up to 255 between full stops; those of one digit each are a section of a document. */
function isIpAddress(groups: readonly DigitGroup[], joints: readonly string[]): boolean {
  return (
    groups.length === 4 &&
    joints.every((joint) => joint === '.') &&
    groups.every(({ digits }) => digits.length <= 3 && Number(digits) <= 255) &&
    groups.some(({ digits }) => digits.length > 1)
  )
}

const DATE = /^(?:\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)?\d{2}|(?:19|20)\d{2}[-/. ]\d{1,2}[-/. ]\d{1,2})$/

/** Money, thousands with commas, dates and years: they say how much or when. */
function isQuantity({ before, groups }: DigitRow, written: string, joints: readonly string[]): boolean {
  if (/[£$€]\s?$/.test(before)) return true
  if (joints.some((joint) => joint.includes(',')) || DATE.test(written)) return true
  return groups.length > 1 && groups.every(({ digits }) => /^(?:19|20)\d\d$/.test(digits))
}
