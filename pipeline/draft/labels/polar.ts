/** Opposites that scales are made of: the favourable end, and the other. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/\bagree|agreed\b/, /\bdisagree/],
  [/\bsatisf/, /\b(?:dis|un)satisf|\bnot satisf/],
  [/\bsupport/, /\boppos|\bagainst\b|\bobject/],
  [/\bin favou?r|\bfavou?rabl/, /\bunfavou?rabl|\bagainst\b/],
  [/\blikely|\bcertain\b/, /\bunlikely/],
  [/\bimportan|\bessential|\bcritical/, /\bunimportan/],
  [/\bgood\b|\bexcellent\b|\boutstanding\b/, /\bpoor\b|\bbad\b|\bterrible\b|\binadequate\b/],
  [/\bpositive/, /\bnegative/],
  [/\beas(?:y|ily)\b/, /\bdifficult|\bhard\b/],
  [/\bsafe/, /\bunsafe/],
  [/\bcomfortabl/, /\buncomfortabl/],
  [/\bhelpful/, /\bunhelpful/],
  [/\bclear/, /\bunclear/],
  [/\beffective/, /\bineffective/],
  [/\bappropriate/, /\binappropriate/],
  [/\bacceptabl/, /\bunacceptabl/],
  [/\badequate/, /\binadequate/],
  [/\bhapp(?:y|ily)\b/, /\bunhapp/],
  [/\bwell\b/, /\bbadly\b|\bpoorly\b/],
  [/\bbetter\b|\bimprov/, /\bworse|\bdeteriorat/],
  [/\bincreas|\bmore\b|\bhigher\b|\btoo much\b/, /\bdecreas|\breduc|\bless\b|\blower\b|\btoo little\b/],
  [/\bhigh\b/, /\blow\b/],
  [/\buseful/, /\buseless|\bnot useful/],
  [/\bconfiden/, /\bunconfident/],
  [/\bfair(?:ly treated)?\b/, /\bunfair/],
  [/\binterest/, /\buninterest/],
  [/\baware/, /\bunaware/],
  [/\bwilling/, /\bunwilling/],
  [/\bfamiliar/, /\bnever heard/],
  [/\brelevant/, /\birrelevant/],
  [/\bconcern|\bworr(?:y|ied)/, /\bunconcerned/],
  [/\bdefinitely\b|\bprobably\b|\bpossibly\b/, /\b(?:definitely|probably|possibly) not\b/],
  [/\binvolved|\bengaged/, /\buninvolved|\bdisengaged/],
]

/** Words that are worse the stronger they are: the scale begins where they do not hold. */
const UNWELCOME = /\brude|\bharmful|\bannoying|\boffensive|\bunacceptabl|\bpainful|\bunfair|\bdisrupti/

/** How much, strongest first: the first that fits counts. */
const STRENGTHS: readonly (readonly [RegExp, number])[] = [
  [/\bnot at all\b|\bnone at all\b|\bnothing at all\b|\bnot .+ at all\b/, -3],
  [/\bnot (?:really|very|so|that|particularly|much)\b|\bhardly\b/, -1],
  [/\bto (?:some|a (?:certain|limited|moderate)) (?:extent|degree)\b|\bpart(?:ly|ially)\b/, 1],
  [/\bto a small extent\b|\bslight(?:ly)?\b|\ba (?:little|bit)\b|\bnot much\b/, 0.7],
  [
    /\bstrong(?:ly)?\b|\bextreme(?:ly)?\b|\bcompletely\b|\btotally\b|\bfully\b|\bentirely\b|\bdefinitely\b/,
    4,
  ],
  [
    /\bvery\b|\bhighly\b|\bmuch\b|\ba (?:lot|great deal)\b|\bsignificantly\b|\bgreatly\b|\bto a (?:great|large) extent\b/,
    3,
  ],
  [/\bexcellent\b|\boutstanding\b|\bessential\b|\bterrible\b|\bcritical\b/, 3.5],
  [/\bmostly\b|\bgenerally\b|\blargely\b|\bquite\b|\bfairly\b|\brather\b/, 1.6],
  [/\bprobably\b/, 1.5],
  [/\bsomewhat\b|\btend(?:s)? to\b|\bmoderate(?:ly)?\b|\breasonably\b|\ba fair amount\b/, 1.2],
  [/\bpossibly\b|\bmaybe\b/, 1],
]

const MIDDLE =
  /\bneither\b|^neutral\b|\bneutral\)?$|\bno (?:change|difference|impact|effect)\b|\b(?:about|stay(?:ed)?|remain(?:ed)?|much) the same\b|^the same\b|^average\b|^(?:ok|okay)\b|^fair$|^acceptable$|^satisfactory$|^mixed\b|^maybe$|^possibly$|^might or might not\b|\bequal(?:ly)?\b|^about right$/

/**
 * Where labels stand on a scale from favourable (high) to not, or from much to nothing ("Strongly agree" ...
 * "Strongly disagree", "Very rude" ... "Not at all rude"); undefined where they are no such scale. Labels are
 * keys: lower case, plain marks.
 */
export function polarScores(labels: readonly string[]): readonly number[] | undefined {
  const plain = labels.map((label) => label.replace(/^(?:yes|no)\b[,:\u2013 -]*(?=\S)/, ''))
  const middle = plain.map((label) => MIDDLE.test(label))
  const stated = plain.filter((_, index) => middle[index] !== true)
  if (stated.length < 2) return undefined
  const pair =
    OPPOSITES.find(([for_, against]) => stated.every((one) => for_.test(one) || against.test(one))) ??
    sharedWord(stated)
  if (pair === undefined) return undefined
  const scores = plain.map((label, index) => (middle[index] === true ? 0 : scoreOf(label, pair)))
  if (new Set(scores).size < scores.length || !hasTwoWays(scores, plain)) return undefined
  const unwelcome = stated.every((label) => UNWELCOME.test(label))
  return unwelcome ? scores.map((score) => -score) : scores
}

function scoreOf(label: string, [for_, against]: readonly [RegExp, RegExp]): number {
  const strength = STRENGTHS.find(([words]) => words.test(label))?.[1]
  // "Unlikely" holds "likely" as well.
  if (against.test(label)) return -Math.abs(strength ?? 2)
  if (strength !== undefined && strength < 0) return strength
  if (/\bnot\b|^no\b/.test(label)) return -2
  return for_.test(label) ? (strength ?? 2) : Number.NaN
}

/** A scale of one word ("Very rude", "Somewhat rude", "Not at all rude"), or of strengths alone ("Very", "Not at all"). */
function sharedWord(labels: readonly string[]): readonly [RegExp, RegExp] | undefined {
  if (!labels.every((label) => /\bnot\b|^no\b/.test(label) || STRENGTHS.some(([words]) => words.test(label))))
    return undefined
  const last = labels.map((label) => label.split(' ').at(-1))
  const alike = new Set(last).size === 1
  const short = labels.every((label) => label.split(' ').length <= 4)
  return alike || short ? [/./, /(?!)/] : undefined
}

/** Several strengths, or both ends: two labels of equal standing make no scale. */
const hasTwoWays = (scores: readonly number[], labels: readonly string[]): boolean =>
  scores.every((score) => !Number.isNaN(score)) && labels.length > 2
