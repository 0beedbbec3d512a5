import { countOf } from './count-words.ts'

/** How often, most often first. */
const ADVERBS: readonly (readonly [RegExp, number])[] = [
  [/^(?:almost|nearly) (?:always|all (?:of )?the time)\b|^almost every time\b/, 90],
  [/^(?:almost|nearly) never\b|^hardly ever\b/, 8],
  [/^always\b|^all (?:of )?the time\b|^every time\b|^constantly\b/, 100],
  [/^most of the time\b|^usually\b|^mostly\b|^normally\b/, 75],
  [/^very (?:often|frequently)\b/, 80],
  [/^not very often\b|^not often\b/, 20],
  [/^(?:quite |fairly )?often\b|^(?:quite |fairly )?frequently\b/, 65],
  [/^regularly\b|^a lot of the time\b/, 60],
  [/^(?:about )?half (?:of )?the time\b/, 50],
  [/^some(?:times\b| of the time\b)/, 45],
  [/^occasionally\b|^once in a while\b|^now and (?:then|again)\b|^from time to time\b/, 30],
  [/^very rarely\b/, 12],
  [/^rarely\b|^seldom\b|^infrequently\b/, 15],
  [/^never\b|^not at all\b|^at no time\b/, 0],
]

/** Where "Always" ... "Never" stand, the most frequent highest; undefined where a label is none of these. */
export function adverbScores(labels: readonly string[]): readonly number[] | undefined {
  const scores = labels.map((label) => ADVERBS.find(([words]) => words.test(label))?.[1])
  const known = scores.filter((score) => score !== undefined)
  return known.length === labels.length && new Set(known).size > 2 ? known : undefined
}

const PERIODS: readonly (readonly [RegExp, number])[] = [
  [/\bhour/, 8760],
  [/\bworking day|\bweekday/, 260],
  [/\bda(?:y|ily)\b|\bdays\b/, 365],
  [/\bfortnight/, 26],
  [/\bweek/, 52],
  [/\bmonth/, 12],
  [/\bquarter/, 4],
  [/\byear|\bannual|\bper annum/, 1],
]

/**
 * How many times a year a label says ("Once a month or less", "A few times per week", "Every day"), the
 * rarest lowest; undefined where a label does not.
 */
export function rateScores(labels: readonly string[]): readonly number[] | undefined {
  const scores = labels.map(timesAYear)
  const known = scores.filter((score) => score !== undefined)
  const timed = labels.filter((label) => PERIODS.some(([words]) => words.test(label)))
  return known.length === labels.length && timed.length > 1 ? known : undefined
}

function timesAYear(label: string): number | undefined {
  if (/^(?:never|not at all|none)\b|\b(?:have|has) never\b|^(?:i )?(?:don't|do not) /.test(label)) return 0
  if (/^(?:this is |it was )?(?:my )?first (?:time|visit)/.test(label)) return 0.01
  if (/^less (?:often|frequently)|^(?:rarely|hardly ever|seldom|very rarely)\b/.test(label)) return 0.05
  if (/^occasionally\b/.test(label)) return 0.1
  const period = PERIODS.find(([words]) => words.test(label))?.[1]
  if (period === undefined) return undefined
  if (/\bmost days\b/.test(label)) return 250
  const every = /\bevery (\S+) (?:days|weeks|months|years)\b/.exec(label)?.[1]
  const times = every === undefined ? (countOf(label) ?? 1) : 1 / (countOf(every) ?? 1)
  const less = /\bor (?:less|fewer)\b|\bless (?:often )?than\b|\bfewer than\b/.test(label) ? 0.9 : 1
  const more = /\bor more|\bmore (?:often )?than\b|\bat least\b|\bover\b/.test(label) ? 1.1 : 1
  return times * period * less * more
}
