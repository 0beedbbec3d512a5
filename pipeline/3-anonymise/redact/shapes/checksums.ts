/** Check digits. In: digits (and letters, for an IBAN) without spaces. */

const digit = (text: string, index: number): number => text.charCodeAt(index) - 48

/** NHS number, ten digits, modulus 11 (NHS Data Dictionary, "NHS number"). */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false
  let sum = 0
  for (let index = 0; index < 9; index += 1) sum += digit(digits, index) * (10 - index)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === digit(digits, 9)
}

/** Payment card, 13 to 19 digits, Luhn (ISO/IEC 7812-1, annex B). All the same digit is no card. */
export function isCardNumber(digits: string): boolean {
  if (!/^[2-6]\d{12,18}$/.test(digits)) return false
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const one = digit(digits, digits.length - 1 - index)
    sum += index % 2 === 0 ? one : one * 2 - (one > 4 ? 9 : 0)
  }
  return sum % 10 === 0
}

/** IBAN, ISO 13616: modulus 97 of the number that its characters spell, the first four last, is 1. */
export function isIban(text: string): boolean {
  if (!/^[a-z]{2}\d{2}[a-z0-9]{11,30}$/.test(text)) return false
  let remainder = 0
  for (const character of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder === 1
}

/** Unique Taxpayer Reference, ten digits of which the first checks the others (HMRC, modulus 11). */
export function isTaxReference(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false
  const weights = [6, 7, 8, 9, 10, 5, 4, 3, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * digit(digits, index + 1), 0)
  return digit(digits, 0) === ([2, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1][sum % 11] ?? -1)
}
