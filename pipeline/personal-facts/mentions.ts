import type { FactKind } from './fact.ts'

/** Words that hardly anything but the fact itself is called by. */
const NOUNS: readonly (readonly [FactKind, string])[] = [
  ['date of birth', '(?:date|year|month) of birth|birth ?(?:day|date|year)'],
  [
    'children',
    '(?:your|any|dependent|school-age|own) (?:\\w+ )?(?:child|children|kids|dependants|dependents|baby)|a baby|number of children',
  ],
  ['sexual orientation', 'sexual orientation|sexuality|sexual identity'],
  ['gender', 'gender(?: identity| reassignment)?|trans(?:gender)?|pronouns?'],
  ['ethnicity', 'ethnicity|ethnic (?:group|origin|background)|racial (?:group|origin|background)'],
  ['religion', 'religion|religious (?:belief|group|affiliation)|place of worship|worship'],
  [
    'disability',
    'disabilit(?:y|ies)|impairments?|wheelchair|personal independence payment|attendance allowance|hearing aid',
  ],
  ['pregnancy', 'pregnan(?:t|cy)|maternity leave'],
  ['nationality', 'nationality|dual nationality|citizenship|passport|immigration status'],
  ['birth country', 'country of (?:birth|origin)|birthplace'],
  ['language', '(?:first|main|native|home|preferred|second) language|mother tongue'],
  ['postcode', 'post ?code|zip ?code|postal code'],
  ['blue badge', 'blue badge(?: holders?)?'],
  ['armed forces', 'armed forces|veteran|military service|royal navy|reservist'],
  ['marital status', 'marital status|relationship status|civil partnership|widow(?:ed|er)?|married|divorced'],
  [
    'housing tenure',
    'mortgage|tenure|tenancy|rent or (?:own|a mortgage)|own or rent|home ?owner|council house|owner[- ]occupier',
  ],
  [
    'income',
    "(?:household|annual|yearly|monthly|personal|family|total|gross|net)(?:'s)? (?:\\w+ )?(?:income|salary|earnings)|universal credit|housing benefit|pension credit|free school meals|council tax (?:reduction|support)|benefits",
  ],
  ['education', 'qualifications?|level of education|(?:university )?degree|(?:full-time )?education'],
  ['carer', 'carers?|caring responsibilit(?:y|ies)|unpaid care'],
  ['care experience', 'care leaver|looked[- ]after child|foster care'],
  [
    'health',
    '(?:health|medical|heart|lung|long[- ]term|chronic|mental health|skin) (?:condition|problem|illness)s?|diabetes|cancer|asthma|gp (?:practice|surgery)',
  ],
  ['work', 'paid employment|employment status|zero[- ]hours contract|occupation|line of work'],
  ['job title', 'job title|job role'],
  ['employer', 'employer|workplace|company you work'],
  [
    'household',
    '(?:people|adults|others|family|partner|parents|housemates|flatmates|home with) (?:\\w+ )?(?:in your household|live with you|in your home|others)|live with (?:your )?(?:parents|partner|family|others|friends)|share your home|(?:dogs|pets|cars|vehicles|bikes) (?:owned|you own|in your household)',
  ],
  ['age', 'aged? (?:\\d+|under|over|between)|your age|age (?:group|band|range|bracket)'],
  ['street', 'house number|your (?:home )?address|(?:street|road) (?:name|you live)'],
  ['place', 'whereabouts'],
]

/** What a question begins with that asks what somebody is or has, and does not ask what they make of it. */
const BEGINS =
  /^(?:are you|were you|is (?:your (?!child|home|house|area|employer|school|post)|there (?:a|an|any) (?!.*\b(?:town|area|school|park|car park)\b)|anyone)|does? (?:you|your household|anyone)(?: or \w+ (?:\w+ )?)?(?: \w+)? (?:have|get|receive|claim|attend|identify|class|consider|belong|hold|own|pay|share|look|care|serve|live|work|use a|need a)|did you (?:serve|grow|attend|leave|have|receive|complete)|do you (?:\w+ or )?(?:your partner )?(?:\w+ )?(?:have|get|receive|claim|attend|identify|class|consider|belong|hold|own|pay|share|look|care|serve|live|work|use|need)|have you (?:got|been|served|had|ever (?:been|served|had))|has (?:a doctor|anyone|a (?:health )?professional)|what(?:'s| is| are| was)? (?:the |your )|what (?:\w+ ){0,2}(?:do|are|best) you|which (?:\w+ ){1,4}(?:do|are|did|best)|in which|to which|whereabouts|where|number of|name of|when did you|at what|how many)\b/
/** What is spoken of beside a fact where something else is asked: a service, a rule, a judgement. */
const BESIDE =
  /\b(?:services?|support(?:s|ed)?|access\w*|facilit\w+|polic\w+|covenant|bays?|spaces?|provision|spending|classes|awareness|training|needs?|met|fair\w*|treat\w*|enough|better|good|best|worst|easy|hard|difficult to|helpful|information|advice|improve\w*|change[ds]?|should|would|could|think|feel|help(?:ed)?|use the|visit\w*|activities|events|club|clubs|centre|meeting|because|ideal|important|events?|strateg\w+|plan|plans|scheme|law|laws|rights|discriminat\w+|matters?|favou?rite|prefer(?!red language)|offer|offers|listen\w*|enjoy|like|safe|clean|happy|satisf\w+)\b/
/** Short headings that are a fact with a word or two around it. */
const AROUND = '(?:(?:your|respondent|participant|current|main|own|name of|number of|type of) )*'
const AFTER =
  '(?: (?:at|of|in|by|status|type|group|band|category|name|details|code|held|owned|with|if|categories|description)\\b.*)?'

const NAMED = NOUNS.map(
  ([kind, nouns]) =>
    [kind, new RegExp(`\\b(?:${nouns})\\b`), new RegExp(`^${AROUND}(?:${nouns})${AFTER}$`)] as const,
)

/** The fact that a wording (as its key) names and asks for in whatever other way than the usual ones. */
export function mentionedFact(key: string): FactKind | undefined {
  if (BESIDE.test(key)) return undefined
  const isAddressed = BEGINS.test(key) && /\b(?:you|your|whereabouts)\b/.test(key)
  return NAMED.find(([, noun, heading]) => (isAddressed && noun.test(key)) || heading.test(key))?.[0]
}
