/**
 * Whether digits are a telephone number; gives the offset where it begins (a plus or bracket before the first
 * digit belongs to it), undefined if it is none. By the UK's National Telephone Numbering Plan (Ofcom): a nought and 9 or 10
 * digits, or +44, 0044 with or without "(0)"; and by ITU-T E.164: a plus and 7 to 15 digits. Whether the
 * range is in use is not asked: a number one digit off is somebody's too.
 */
export function isTelephoneNumber(
  text: string,
  from: number,
  digits: string,
  joints: readonly string[],
): number | undefined {
  const before = /(?:\+ ?\(?|\(\+?)$/.exec(text.slice(Math.max(0, from - 3), from))?.[0] ?? ''
  const begins = from - before.length
  if (joints.some((joint) => joint.includes(','))) return undefined
  if (before.includes('+')) return digits.length >= 7 && digits.length <= 16 ? begins : undefined
  if (isDate(text.slice(from, from + 10))) return undefined
  const national = /^(?:0044|44)0?/.test(digits) ? digits.replace(/^(?:0044|44)0?/, '0') : digits
  if (digits.startsWith('00') && digits.length >= 11 && digits.length <= 17) return begins
  if (/^44/.test(digits) && /^0[1-9]\d{9}$/.test(national)) return begins
  if (/^0[1-35789]\d{8,9}$/.test(digits)) return begins
  return undefined
}

const isDate = (written: string): boolean => /^\d{2}[-/.]\d{2}[-/.](?:19|20)\d{2}/.test(written)
