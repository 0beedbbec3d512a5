/** HTML that was pasted into an answer: tags within words say nothing, and entities stand for characters. */

const INLINE =
  'a|abbr|acronym|b|bdi|bdo|big|center|cite|code|del|em|font|i|img|ins|kbd|label|mark|q|s|small|span|strike|strong|sub|sup|tt|u|var|wbr'
const BLOCK =
  'address|article|blockquote|body|br|dd|div|dl|dt|footer|h[1-6]|head|header|hr|html|li|main|ol|p|pre|script|section|style|table|tbody|td|th|thead|tr|ul'

/** Sticky: an HTML tag, its attributes at most 2,000 characters long. Group 1 is there when it breaks a line. */
export const TAG = new RegExp(`</?(?:(${BLOCK})|${INLINE})(?:[\\s/][^<>]{0,2000})?>`, 'iy')

/** Sticky: a character written as an HTML entity, or an at sign or full stop as in a URL. */
export const ENTITY = /&#x([0-9a-f]{1,6});?|&#([0-9]{1,7});?|&([a-z]{2,8});|%(40|2e|20)/iy

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  commat: '@',
  gt: '>',
  hyphen: '-',
  lt: '<',
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '-',
  mdash: '-',
  period: '.',
  quot: '"',
  rsquo: "'",
  lsquo: "'",
  shy: '',
  zwj: '',
  zwnj: '',
  lrm: '',
  rlm: '',
}

/** The character that an entity stands for; nothing where there is no such entity. */
export function entityText(match: RegExpExecArray): string | undefined {
  const [, hexadecimal, decimal, name, percent] = match
  if (name !== undefined) return NAMED[name.toLowerCase()]
  const code =
    decimal === undefined ? Number.parseInt(hexadecimal ?? percent ?? '', 16) : Number.parseInt(decimal, 10)
  return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? undefined : String.fromCodePoint(code)
}
