/**
 * How findings are said in English. In: figures and labels. Out: words, with the figures they print. Another language
 * is another file with the same functions (`phrases.ts`).
 */
import { grouped } from '../../grouped.ts'
import { percentInWords } from '../../words-of-size.ts'
import type { Printed } from './columns.ts'
import { LONGEST_QUESTION, type Manner, quoted, said, saidOneOf, shortened } from './labels-en.ts'
import { type Told, told, toldList } from './told.ts'

const print = (text: string, { decimals, ...figure }: Printed): Told => ({ text, figures: [figure] })

/** "1,234.5" */
const number = (figure: Printed): Told => {
  const [whole = '', ...rest] = Math.abs(figure.value).toFixed(figure.decimals).split('.')
  return print([`${figure.value < 0 ? '\u2212' : ''}${grouped(Number(whole))}`, ...rest].join('.'), figure)
}

/** A count, "about 155" where it was rounded before it was released. */
const count = (figure: Printed, isRounded: boolean): Told =>
  isRounded ? told`about ${number(figure)}` : number(figure)

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

const MEASURES = { Mean: 'mean', Median: 'median', Total: 'estimated total' } as const
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

  /** "a higher proportion of leaders (94 per cent) than of all respondents (84 per cent) said yes" */
  compared: (isHigher: boolean, who: string, one: Printed, than: string, other: Printed, did: string): Told =>
    told`a ${isHigher ? 'higher' : 'lower'} proportion of ${who} (${percent(one)}) than of ${than} (${percent(other)}) ${did}`,

  /** "among all respondents, a lower proportion (84 per cent) said yes" */
  differs: (isHigher: boolean, who: string, figure: Printed, did: string): Told =>
    told`among ${who}, a ${isHigher ? 'higher' : 'lower'} proportion (${percent(figure)}) ${did}`,

  /** "a higher proportion of respondents said yes now (72 per cent) than in the wave \u20182025\u2019 (60 per cent)" */
  changed: (isHigher: boolean, who: string, did: string, now: Printed, wave: string, before: Printed): Told =>
    told`a ${isHigher ? 'higher' : 'lower'} proportion of ${who} ${did} now (${percent(now)}) than in the wave ${quoted(wave)} (${percent(before)})`,

  /** "the mean among respondents was 5.2 (confidence interval 4.8 to 5.6) and the median 4" */
  estimates: (who: string, isScore: boolean, measures: readonly Measured[]): Told => {
    const list = measures.map(({ name, figure, interval }, index) => {
      const was = index === 0 ? ` among ${who} was` : ''
      const between = interval === undefined ? '' : told` (confidence interval ${range(interval)})`
      return told`the ${MEASURES[name]}${isScore && name !== 'Total' ? ' score' : ''}${was} ${number(figure)}${between}`
    })
    return toldList(list, ' and ')
  },

  /** "on average, respondents ranked \u2018Tea\u2019 highest (mean rank 2.38) and \u2018Milk\u2019 lowest (4.33)" */
  meanRanks: (who: string, first: Labelled, last: Labelled): Told =>
    told`on average, ${who} ranked ${quoted(first.label)} highest (mean rank ${number(first.figure)}) and ${quoted(last.label)} lowest (${number(last.figure)})`,

  /** "for nearly two thirds (62 per cent) of authorities, \u2018Peer challenge\u2019 was \u2018Yes\u2019" */
  profile: (figure: Printed, who: string, title: string, value: string): Told =>
    told`for ${share(figure)} of ${who}, ${quoted(title)} was ${quoted(value)}`,

  /** "after weighting, half ...": weighted shares are of those whom respondents stand for, not of respondents. */
  weighted: (sentence: Told): Told => told`after weighting, ${sentence}`,

  /** "among leaders, almost four times as many answers mentioned \u2018For\u2019 (47) as mentioned \u2018Against\u2019 (12)" */
  timesAsMany: (who: string, times: string, more: Labelled, fewer: Labelled): Told =>
    told`among ${who}, ${times} answers mentioned ${quoted(more.label)} (${number(more.figure)}) as mentioned ${quoted(fewer.label)} (${number(fewer.figure)})`,

  /** "the highest proportion of respondents said yes for \u2018Parks\u2019 (93 per cent), the lowest for \u2018Roads\u2019 (29 per cent)" */
  mostAndLeast: (who: string, did: string, most: Labelled, least: Labelled): Told =>
    told`the highest proportion of ${who} ${did} for ${labelled(most)}, the lowest for ${labelled(least)}`,

  /** "the figures rest on 154 and 187 respondents" */
  basis: (bases: readonly Printed[], manner: Manner, isRounded: boolean): Told =>
    told`the figures rest on ${isRounded ? 'about ' : ''}${toldList(bases.map(number), ' and ')} ${manner === 'mentioned' ? 'coded answers' : 'respondents'}`,

  /** A sentence that stands away from its question: "to the question \u2018Do you agree?\u2019, half ..." */
  asked: ({ text: question, item, manner }: Put, sentence: Told): Told => {
    const asked = /^(.*\?)[^?]*$/s.exec(question)?.[1]
    const text = `\u2018${shortened(asked ?? question, LONGEST_QUESTION)}\u2019`
    const opening = manner === 'mentioned' ? 'in answers to' : asked === undefined ? 'on' : 'to the question'
    return item === undefined
      ? told`${opening} ${text}, ${sentence}`
      : told`on ${quoted(item)} (${text}), ${sentence}`
  },

  /** "of 794 people, 160 responded: a response rate of 20 per cent" */
  responseRate: (
    invited: boolean,
    many: string,
    responded: Printed,
    inFrame: Printed,
    rate: Printed,
    isRounded: boolean,
  ): Told =>
    invited
      ? told`of ${isRounded ? '' : 'the '}${count(inFrame, isRounded)} people who were invited, ${count(responded, isRounded)} responded: a response rate of ${percent(rate)}`
      : told`at least one response was received from ${count(responded, isRounded)} of ${isRounded ? '' : 'the '}${count(inFrame, isRounded)} ${many} (${percent(rate)})`,

  /** "65 per cent of authorities were covered, by their own response or that of an organisation that speaks for them" */
  coverage: (many: string, covered: Printed): Told =>
    told`${share(covered)} of the ${many} were covered, by a response of their own or by that of an organisation that speaks for them`,

  /** "the response rate was highest for \u2018County\u2019 (63 per cent) and lowest for \u2018District\u2019 (28 per cent)" */
  highestAndLowest: (highest: readonly Labelled[], lowest: readonly Labelled[]): Told =>
    told`the response rate was highest for ${toldList(highest.map(labelled), ' and ')} and lowest for ${toldList(lowest.map(labelled), ' and ')}`,
} as const

/** A question as it was put, perhaps a row of a grid. */
export interface Put {
  readonly text: string
  readonly item?: string
  readonly manner: Manner
}

/** A mean, median or total. */
export interface Measured {
  readonly name: keyof typeof MEASURES
  readonly figure: Printed
  readonly interval?: Interval | undefined
}

/** A label and its figure. */
export interface Labelled {
  readonly label: string
  readonly figure: Printed
}

const labelled = ({ label, figure }: Labelled): Told => told`${quoted(label)} (${percent(figure)})`

const followed = (rest: readonly Labelled[]): string | Told =>
  rest.length === 0 ? '' : told`, followed by ${toldList(rest.map(labelled), ' and ')}`
