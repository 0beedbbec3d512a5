/**
 * What one character is folded to. Sources: Unicode 15.1 (NFKD, general categories), and of the
 * confusables of Unicode Technical Standard 39 those Cyrillic, Greek and Armenian letters and signs that pass
 * for a Latin letter, a digit or a sign of an address.
 */

/** Cyrillic, Greek, Armenian and other letters, each followed by the Latin letter it passes for. */
const LOOKALIKES =
  "аaвbгrеeёeѕsіiїiјjкkмmнhоoпnрpсcтtуyхxԁdһhӏlԛqԝwүyғfҽeαaβbγyεeζzηnιiκkμuνvοoρpσoςcτtυuχxωwϲcϳjօoսuոnհhցgզqаaƅbɑaɡgɩiıiʟlɢgʀrᴀaᴄcᴇeᴏoᴛtᴜuᴠvᴡwᴢzǀlℓlꞌ'"
/** Letters that no decomposition takes apart. */
const SPELT_OUT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
}
const QUOTES = '\u2018\u2019\u201a\u201b\u2032\u02b9\u02bb\u02bc\u02bd\u02c8\u00b4\u0060\u055a\u05f3\uff07'
const DASHES = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u02d7\ufe58\ufe63\uff0d\u30fb\u05be\u058a'
const SIGNS: Readonly<Record<string, string>> = {
  '\u2024': '.',
  '\u3002': '.',
  '\uff61': '.',
  '\u06d4': '.',
  '\u2044': '/',
  '\u2215': '/',
  '\u2028': '\n',
  '\u2029': '\n',
  '\u0085': '\n',
  '\v': '\n',
  '\f': '\n',
}

const FIXED = new Map<string, string>([
  ...[...LOOKALIKES].flatMap((letter, index, all): [string, string][] =>
    index % 2 === 0 ? [[letter, all[index + 1] ?? '']] : [],
  ),
  ...Object.entries(SPELT_OUT),
  ...[...QUOTES].map((quote): [string, string] => [quote, "'"]),
  ...[...DASHES].map((dash): [string, string] => [dash, '-']),
  ...Object.entries(SIGNS),
])

/** Marks, controls, and what is there but not to be seen; tabs and line ends are kept. */
const INVISIBLE = /^[\p{M}\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0]$/u

const known = new Map<number, string>()

/** What stands for a code point in a folded text: nothing, or one or more lower-case characters. */
export function foldCharacter(codePoint: number): string {
  const found = known.get(codePoint)
  if (found !== undefined) return found
  const folded = foldNew(String.fromCodePoint(codePoint))
  known.set(codePoint, folded)
  return folded
}

function foldNew(character: string): string {
  if (character === '\t' || character === '\n' || character === '\r') return character
  let folded = ''
  for (const part of character.normalize('NFKD')) {
    for (const lower of part.toLowerCase()) {
      const fixed = FIXED.get(lower) ?? FIXED.get(part)
      if (fixed !== undefined) folded += fixed
      else if (/^\p{Zs}$/u.test(lower)) folded += ' '
      else if (!INVISIBLE.test(lower)) folded += decimalDigit(lower)
    }
  }
  return folded
}

/** Digits of other scripts as 0 to 9: each script has its ten in a row, the first at a multiple of their run. */
function decimalDigit(character: string): string {
  if (!/^\p{Nd}$/u.test(character)) return character
  let zero = character.codePointAt(0) ?? 0
  let digit = 0
  while (digit < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && !TENTH.has(zero)) {
    zero -= 1
    digit += 1
  }
  return String(digit)
}

/** Zeros that follow directly on the nine of another run: Tai Tham Tham digits, and mathematical digits. */
const TENTH = new Set([0x1a90, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6])
