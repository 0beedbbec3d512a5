import { labelKey } from '../definition/index.ts'
import type { FactKind } from './fact.ts'
import { POSTCODE_AREAS } from './postcode-areas.ts'

/** Labels that say a fact by themselves: `certain` of them must be there, and `share` of all fit. */
interface LabelList {
  readonly kind: FactKind
  readonly fits: RegExp
  /** Labels that nothing but this fact has; of these there must be two. */
  readonly certain: RegExp
}

const LISTS: readonly LabelList[] = [
  {
    kind: 'ethnicity',
    certain:
      /^(?:white|black|asian|mixed|any other (?:white|black|asian|mixed|ethnic)|other (?:white|black|asian|mixed|ethnic)) ?(?:\/|or|and|-|:|\(|british|english|irish|welsh|scottish|european|african|caribbean|asian|other|ethnic|multiple|background|white|black|$).*|.*\b(?:pakistani|bangladeshi|black caribbean|black african|gypsy|irish traveller|white and (?:black|asian)|ethnic (?:group|background))\b.*/,
    fits: /\b(?:white|black|asian|mixed|multiple|arab|african|caribbean|indian|pakistani|bangladeshi|chinese|gypsy|roma|traveller|irish|british|hispanic|latin\w*|ethnic)\b/,
  },
  {
    kind: 'sex',
    certain:
      /^(?:an? )?(?:fe)?male$|^(?:an? )?(?:wo)?man$|^(?:wo)?men$|^(?:girl|boy)$|^(?:gwryw|benyw|dyn|menyw)$|^(?:mr|mrs|ms|miss|mx)\.?$/,
    fits: /^(?:an? )?(?:(?:fe)?male|(?:wo)?m[ae]n|girl|boy|mr|mrs|ms|miss|mx|dr|prof|rev|gwryw|benyw|dyn|menyw)\.?$|\b(?:non[- ]?binary|trans\w*|intersex|gender\w*|third sex|self[- ]describe|another)\b/,
  },
  {
    kind: 'religion',
    certain:
      /^(?:christian\w*|muslim|islam|hindu(?:ism)?|sikh(?:ism)?|jew(?:ish)?|judaism|buddhis[tm]|roman catholic|catholic|church of (?:england|scotland|wales)|protestant|atheist)\b.*/,
    fits: /\b(?:christian|muslim|islam|hindu|sikh|jew|judaism|buddhis|catholic|church|protestant|pagan|atheis|agnostic|humanis|religion|belief|spiritual|quaker|methodist)/,
  },
  {
    kind: 'sexual orientation',
    certain:
      /^(?:an? )?(?:straight|heterosexual|gay|lesbian|bi|bisexual|homosexual|pansexual|asexual|queer)\b.*/,
    fits: /\b(?:straight|heterosexual|gay|lesbian|bi|bisexual|homosexual|pansexual|asexual|queer|orientation|another)\b/,
  },
  {
    kind: 'marital status',
    certain:
      /^(?:(?:never )?married|widow(?:ed|er)?|divorced|(?:in a )?(?:registered )?civil partner(?:ship)?|cohabiting|living with (?:a )?partner)\b.*/,
    fits: /\b(?:single|married|marriage|widow\w*|divorced|separated|civil partner\w*|cohabiting|partner|relationship|engaged)\b/,
  },
  {
    kind: 'housing tenure',
    certain:
      /^(?:i )?(?:own(?:ed|s)?(?: (?:it |my home )?(?:outright|with (?:a )?(?:mortgage|loan)).*| with a mortgage)?|owner[- ]occupi(?:ed|er).*|home ?owner.*|private(?:ly)? rent\w*.*|social rent\w*.*|council tenant.*|housing association tenant.*|rent(?:ed|ing)? (?:privately|from).*|mortgage|private tenant|shared owner(?:ship)?.*|live (?:rent[- ]free|with (?:parents|family)).*)$/,
    fits: /\b(?:own|owned|owner\w*|mortgage|rent\w*|tenant|landlord|housing association|lodger|lodging|shared owner\w*|sheltered|homeless|live with|living with|tied|social|council)\b/,
  },
  {
    kind: 'work',
    certain:
      /^(?:i am )?(?:self[- ]?employed|unemployed|retired|(?:in )?(?:full|part)[- ]time (?:paid )?(?:employ\w*|work\w*|education|student).*|(?:employed|working|work) (?:full|part)[- ]time.*|employee|employed\b.*|looking after (?:the )?(?:home|family).*|home ?maker|housewife.*|unable to work.*|long[- ]term sick.*|permanently sick.*|not working.*|stay at home parent|apprentice\w*|(?:full|part)[- ]time student|student)$/,
    fits: /\b(?:employ\w*|self[- ]?employed|unemployed|retired|student|work\w*|education|training|apprentice\w*|home ?maker|housewife|looking after|carer|sick|volunt\w*|government scheme|(?:full|part)[- ]time)\b/,
  },
  {
    kind: 'education',
    certain:
      /^(?:no (?:formal )?qualifications?|gcse.*|o[- ]levels?.*|a[- ]levels?.*|nvq.*|(?:university |first |bachelor'?s? |undergraduate |graduate |postgraduate |higher |master'?s? )+(?:degree|qualification).*|(?:bachelor|associate) degree.*|degree.*|ph\.?d.*|doctorate|postgraduate.*|(?:less than |some )?(?:high|secondary|primary) school.*(?:degree|diploma|education|or less)?|some college.*|hn[cd].*)$/,
    fits: /\b(?:qualification|gcse|level|levels|nvq|degree|phd|doctorate|postgraduate|undergraduate|school|college|university|diploma|apprentice\w*|vocational|hn[cd]|graduate|bachelor\w*|master\w*|foundation|trade)s?\b/,
  },
  {
    kind: 'disability',
    certain:
      /^(?:(?:physical|sensory|visual|hearing|sight|mobility|learning|speech|cognitive|mental) (?:impairment|disability|disabilities|difficult(?:y|ies)|impairments?)\b.*|deaf\w*.*|blind\w*.*|wheelchair user|autis\w+.*|neurodiver\w+.*|long[- ](?:term|standing) (?:illness|health|condition).*|mental (?:ill[- ]?health|health (?:condition|problem|illness|issue)).*|(?:no|not) disab\w+|not disabled|disabled)$/,
    fits: /\b(?:impair\w*|disab\w*|difficult\w*|deaf\w*|hearing|blind\w*|sight|vision|visual|wheelchair|mobility|autis\w*|neuro\w*|adhd|dyslexi\w*|long[- ](?:term|standing)|illness|mental|condition|none)\b/,
  },
  {
    kind: 'nationality',
    certain:
      /^(?:british|english|scottish|welsh|northern irish|irish|polish|romanian|lithuanian|portuguese|american|prydeinig|cymro.*|cymraeg|uk (?:citizen|national)|british citizen|eu (?:citizen|national))$/,
    fits: /^(?:british|english|scottish|welsh|(?:northern )?irish|[a-z]+(?:ish|ian|ese|ani|eni|ean|can)|french|german|dutch|greek|thai|czech|iraqi|swiss|.*\b(?:citizen|national)\b.*)$/,
  },
  {
    kind: 'language',
    certain:
      /^(?:english|welsh|urdu|punjabi|panjabi|bengali|gujarati|arabic|somali|tamil|kurdish|cantonese|mandarin|hindi|british sign language.*|bsl|cymraeg|saesneg)$/,
    fits: /^(?:english|welsh|urdu|p[au]njabi|bengali|gujarati|arabic|somali|tamil|kurdish|cantonese|mandarin|hindi|polish|romanian|french|spanish|portuguese|lithuanian|turkish|bsl|british sign language.*|cymraeg|saesneg|gaelic|chinese|[a-z]+(?:ian|ish|ese))$/,
  },
  {
    kind: 'respondent type',
    certain:
      /^(?:(?:as |i am |i'm )?an? (?:\w+ )*(?:resident|individual|business\w*|organi[sz]ation|visitor|commuter|councillor|landowner|employee|member of (?:the public|staff)|student|parent|carer|representative|charity|worker|stakeholder|landlord|tenant|local authority|developer|school|customer|service user).*|(?:on behalf of|representing|for) .*|(?:local |private |town |parish )?(?:resident|individual|councillor|member of the public|visitor|business owner)|member of (?:the )?public|(?:community|voluntary) (?:group|organi[sz]ation).*)$/,
    fits: /\b(?:resident|individual|business\w*|organi[sz]ation\w*|visitor|commuter|councillor|land ?owner|employee|member|student|parent|carer|representative|charity|worker|stakeholder|landlord|tenant|authority|council|developer|school|customer|user|group|on behalf|public|company|professional|provider)\b/,
  },
  {
    kind: 'place',
    certain:
      /^(?:.+ (?:wards?|parish|constituency|division|postcode area|neighbourhood area)|north (?:east|west)(?: england)?|south (?:east|west)(?: england)?|(?:east|west) midlands|east of england|yorkshire(?: (?:and|&) (?:the )?humber)?|northern ireland)$/,
    fits: /\b(?:ward|parish|constituency|division|north|south|east|west|midlands|london|england|wales|scotland|ireland|yorkshire|outside)\b|^outside/,
  },
]

/** Answers that are none, or anything else: they say nothing of the list. */
const RESIDUAL =
  /^(?:an)?other\b(?! (?:white|black|asian|mixed|ethnic|religion|christian))|^(?:i )?(?:would |i'd )?(?:prefer|rather) not\b|^(?:don't|do not) (?:know|wish)|^not (?:sure|applicable|stated|known|listed)|^n\/?a\b|^none\b|^unknown|^no (?:answer|reply)|^unsure|^something else|^prefer to self/

/** The fact that a list of answers says by itself; undefined where it might be something else. */
export function factOfLabels(labels: readonly string[]): FactKind | undefined {
  const keys = labels.map(labelKey).filter((key) => key !== '' && !RESIDUAL.test(key))
  if (keys.length < 2) return undefined
  if (isAgeBands(keys)) return 'age'
  if (isMoney(keys)) return 'income'
  if (keys.every((key) => isDistrict(key))) return 'postcode'
  return LISTS.find(
    ({ certain, fits }) =>
      keys.filter((key) => certain.test(key)).length >= 2 &&
      keys.filter((key) => certain.test(key) || fits.test(key)).length >= keys.length * 0.7,
  )?.kind
}

const BAND =
  /^(?:age[ds]? )?(?:(?:under|over|below|up to|less than|more than|older than|younger than|above|<|>|<=|>=|≤|≥) ?)?(\d{1,2})(?: ?(?:-|–|to|and|or) ?(?:under )?(\d{1,2})| ?\+| ?(?:and|or) (?:over|above|older|more|under|below|younger)|)(?: ?(?:years?(?: old)?|yrs?|oed|mlwydd oed))?(?: ?(?:and|or) (?:over|above|older|under|younger)| ?\+)?$/
/** Ends of bands as statistical offices and forms choose them. */
const USUAL_ENDS = new Set([16, 17, 18, 19, 24, 25, 29, 34, 35, 44, 45, 54, 55, 59, 64, 65, 74, 75, 84, 85])

/** Bands of age: three or more, from the young to the old, cut where ages usually are. */
function isAgeBands(keys: readonly string[]): boolean {
  const bands = keys.map((key) => BAND.exec(key))
  if (keys.length < 3 || bands.some((band) => band === null)) return false
  const ends = bands.flatMap((band) => [band?.[1], band?.[2]].filter((end) => end !== undefined).map(Number))
  const ranges = bands.filter((band) => band?.[2] !== undefined).length
  const usual = new Set(ends.filter((end) => USUAL_ENDS.has(end))).size
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  return ranges >= 1 && usual >= 2 && least <= 30 && most >= 50 && most <= 95
}

/** Bands of money of which the highest is no price but an income. */
function isMoney(keys: readonly string[]): boolean {
  const amounts = keys.map((key) =>
    [...key.replaceAll(',', '').matchAll(/([£$€]) ?(\d+(?:\.\d+)?) ?(k)?\b/g)].map(
      ([, , n, k]) => Number(n) * (k === undefined ? 1 : 1000),
    ),
  )
  const flat = amounts.flat()
  return (
    keys.length >= 3 &&
    amounts.filter(({ length }) => length > 0).length >= keys.length - 1 &&
    Math.max(0, ...flat) >= 25_000 &&
    Math.max(0, ...flat) <= 500_000
  )
}

/** A postcode or the beginning of one, of an area that there is. */
export function isDistrict(key: string): boolean {
  const area = /^([a-z]{1,2})\d[a-z\d]?(?: ?\d(?:[a-z]{2})?)?$/.exec(key)?.[1]
  return area !== undefined && POSTCODE_AREAS.has(area)
}
