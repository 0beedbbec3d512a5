/**
 * How labels and questions stand in an English sentence. They hold any text, so they are quoted and never become part of
 * the grammar.
 */

/** What was done with an answer: given as the only one, chosen among several, mentioned as a theme, ranked first. */
export type Manner = 'answered' | 'chose' | 'mentioned' | 'ranked'

/** Longer labels end, within a sentence, at a word before this many characters. */
const LONGEST_LABEL = 100
export const LONGEST_QUESTION = 240

export const quoted = (label: string): string => `\u2018${shortened(label, LONGEST_LABEL)}\u2019`

export function shortened(text: string, longest: number): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  // What stands in brackets at the end explains; the words before it are the answer.
  const brief = plain.length > longest ? plain.replace(/ \([^()]*\)$/, '') : plain
  if (brief.length <= longest) return brief
  // Neither half a word nor half a character.
  return `${brief.slice(0, longest + 1).replace(/\s\S*$|[\ud800-\udbff]$/, '')} \u2026`
}

/** "said yes", "answered \u2018Never\u2019", "chose \u2018Books\u2019" */
export function said(manner: Manner, label: string): string {
  if (manner === 'chose') return `chose ${quoted(label)}`
  if (manner === 'mentioned') return `mentioned ${quoted(label)}`
  if (manner === 'ranked') return `ranked ${quoted(label)} first`
  if (/^(yes|no)$/i.test(label)) return `said ${label.toLowerCase()}`
  if (/^don['\u2019]t know$/i.test(label)) return 'answered \u2018don\u2019t know\u2019'
  return label === 'No reply' ? 'gave no reply' : `answered ${quoted(label)}`
}

/** Longer nets are told by their name. */
const LONGEST_NET = 90

/** A net by its answers where they are few and short: "answered \u2018Agree\u2019 or \u2018Strongly agree\u2019". */
export function saidOneOf(manner: Manner, net: string, members: readonly string[]): string {
  const verb = manner === 'chose' ? 'chose' : 'answered'
  const named = members.map(quoted)
  const text = `${named.slice(0, -1).join(', ')}${named.length > 1 ? ' or ' : ''}${named.at(-1) ?? ''}`
  return members.length <= 3 && text.length <= LONGEST_NET
    ? `${verb} ${text}`
    : `gave an answer that counts as ${quoted(net)}`
}
