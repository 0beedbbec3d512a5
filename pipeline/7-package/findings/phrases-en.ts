/**
 * How findings are said in English. In: figures and labels. Out: words, with the figures they print. Another language
 * is another file with the same functions (`phrases.ts`). Labels and questions hold any text, so they are quoted and
 * never become part of the grammar.
 */
import { grouped } from '../../grouped.ts'
import { percentInWords } from '../../words-of-size.ts'
import type { Printed } from './columns.ts'
import { type Told, told, toldList } from './told.ts'

/** What was done with an answer: given as the only one, chosen among several, mentioned as a theme, ranked first. */
export type Manner = 'answered' | 'chose' | 'mentioned' | 'ranked'

const print = (text: string, { decimals, ...figure }: Printed): Told => ({ text, figures: [figure] })

/** "1,234.5" */
const number = (figure: Printed): Told => {
  const [whole = '', ...rest] = Math.abs(figure.value).toFixed(figure.decimals).split('.')
  return print([`${figure.value < 0 ? '\u2212' : ''}${grouped(Number(whole))}`, ...rest].join('.'), figure)
}

/** "72 per cent" */
const percent = (figure: Printed): Told => told`${number(figure)} per cent`

/** "nearly three quarters (72 per cent)", or "7 per cent" where no words of size fit. */
const share = (figure: Printed, interval?: Interval): Told => {
  const between = interval === undefined ? '' : told`, confidence interval ${range(interval)}`
  const words = percentInWords(Math.round(figure.value * 10 ** figure.decimals), figure.decimals)
  if (words !== undefined) return told`${words} (${percent(figure)}${between})`
  return interval === undefined
    ? percent(figure)
    : told`${percent(figure)} (confidence interval ${range(interval)})`
}

/** Lower and upper limit of an estimate. */
export interface Interval {
  readonly low: Printed
  readonly high: Printed
}

const range = ({ low, high }: Interval): Told => told`${number(low)} to ${number(high)}`

/** Longer labels end, within a sentence, at a word before this many characters. */
const LONGEST_LABEL = 100
const LONGEST_QUESTION = 240

const quoted = (label: string): string => `\u2018${shortened(label, LONGEST_LABEL)}\u2019`

function shortened(text: string, longest: number): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  // What stands in brackets at the end explains; the words before it are the answer.
  const brief = plain.length > longest ? plain.replace(/ \([^()]*\)$/, '') : plain
  if (brief.length <= longest) return brief
  return `${brief.slice(0, longest + 1).replace(/\s\S*$/, '')} \u2026`
}

/** "said yes", "answered \u2018Never\u2019", "chose \u2018Books\u2019" */
function said(manner: Manner, label: string): string {
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
function saidOneOf(manner: Manner, net: string, members: readonly string[]): string {
  const verb = manner === 'chose' ? 'chose' : 'answered'
  const named = members.map(quoted)
  const text = `${named.slice(0, -1).join(', ')}${named.length > 1 ? ' or ' : ''}${named.at(-1) ?? ''}`
  return members.length <= 3 && text.length <= LONGEST_NET
    ? `${verb} ${text}`
    : `gave an answer that counts as ${quoted(net)}`
}

const WHAT = { answered: 'answer', chose: 'choice', mentioned: 'theme', ranked: 'first choice' } as const
const GIVEN = { answered: 'given', chose: 'made', mentioned: 'mentioned', ranked: 'made' } as const

export const EN = {
  share,
  percent,
  said,
  saidOneOf,

  /** "nearly three quarters (72 per cent) of leaders said yes, while 24 per cent said no" */
  majority: (first: Told, who: string, did: string, rest: readonly Told[]): Told =>
    told`${first} of ${who} ${did}${rest.length === 0 ? '' : told`, while ${toldList(rest, ' and ')}`}`,

  /** "24 per cent said no" */
  did: (figure: Printed, what: string): Told => told`${percent(figure)} ${what}`,

  /** "the most common answer among leaders was \u2018Always\u2019 (47 per cent), followed by \u2018Never\u2019 (32 per cent)" */
  mostCommon: (manner: Manner, who: string, first: readonly Labelled[], rest: readonly Labelled[]): Told => {
    const what = WHAT[manner]
    const [top] = first
    const leading =
      first.length === 1 && top !== undefined
        ? told`${what} among ${who} was ${quoted(top.label)}, ${GIVEN[manner]} by ${share(top.figure)}`
        : told`${what}s among ${who} were ${toldList(first.map(labelled), ' and ')}`
    return told`the most common ${leading}${followed(rest)}`
  },

  /** "among all respondents, 73 per cent said yes and 22 per cent said no" */
  among: (who: string, what: readonly Told[]): Told => told`among ${who}, ${toldList(what, ' and ')}`,

  /** "among all respondents, the proportions were 48 per cent, 26 per cent and 30 per cent, in the same order" */
  amongInOrder: (who: string, figures: readonly Printed[]): Told => {
    const list = toldList(figures.map(percent), ' and ')
    return figures.length === 1
      ? told`among ${who}, the proportion was ${list}`
      : told`among ${who}, the proportions were ${list}, in the same order`
  },

  /** "the figures rest on 154 and 187 respondents" */
  basis: (bases: readonly Printed[], weighted: boolean, manner: Manner): Told =>
    told`the figures ${weighted ? 'are weighted and ' : ''}rest on ${toldList(bases.map(number), ' and ')} ${manner === 'mentioned' ? 'coded answers' : 'respondents'}`,

  /** A sentence that stands away from its question: "to the question \u2018Do you agree?\u2019, half ..." */
  asked: (question: string, manner: Manner, sentence: Told): Told => {
    const asked = /^(.*\?)[^?]*$/s.exec(question)?.[1]
    const text = `\u2018${shortened(asked ?? question, LONGEST_QUESTION)}\u2019`
    const opening = manner === 'mentioned' ? 'in answers to' : asked === undefined ? 'on' : 'to the question'
    return told`${opening} ${text}, ${sentence}`
  },

  /** "of 794 people, 160 responded: a response rate of 20 per cent" */
  responseRate: (people: boolean, many: string, responded: Printed, inFrame: Printed, rate: Printed): Told =>
    people
      ? told`of the ${number(inFrame)} people who were invited, ${number(responded)} responded: a response rate of ${percent(rate)}`
      : told`at least one response was received from ${number(responded)} of the ${number(inFrame)} ${many} (${percent(rate)})`,

  /** "65 per cent of authorities were covered, by their own response or that of an organisation that speaks for them" */
  coverage: (many: string, covered: Printed): Told =>
    told`${share(covered)} of the ${many} were covered, by a response of their own or by that of an organisation that speaks for them`,

  /** "the response rate was highest for \u2018County\u2019 (63 per cent) and lowest for \u2018District\u2019 (28 per cent)" */
  highestAndLowest: (highest: readonly Labelled[], lowest: readonly Labelled[]): Told =>
    told`the response rate was highest for ${toldList(highest.map(labelled), ' and ')} and lowest for ${toldList(lowest.map(labelled), ' and ')}`,
} as const

/** A label and its figure. */
export interface Labelled {
  readonly label: string
  readonly figure: Printed
}

const labelled = ({ label, figure }: Labelled): Told => told`${quoted(label)} (${percent(figure)})`

const followed = (rest: readonly Labelled[]): string | Told =>
  rest.length === 0 ? '' : told`, followed by ${toldList(rest.map(labelled), ' and ')}`
