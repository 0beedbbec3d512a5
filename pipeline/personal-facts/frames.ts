import type { FactKind } from './fact.ts'

/** What a person is: words behind "are you a". */
const IS: readonly (readonly [FactKind, string])[] = [
  [
    'disability',
    'disab\\w+|deaf|blind|partially sighted|neurodi\\w+|autis\\w+|dyslexic|impair\\w+|wheelchair user',
  ],
  ['ethnicity', 'minority|ethnic\\w*|black|asian|white|mixed|gypsy|roma|traveller|bame|person of colou?r'],
  ['gender', 'trans|transgender|non-?binary|intersex|cisgender|agender|genderfluid'],
  ['sexual orientation', 'gay|lesbian|bisexual|straight|heterosexual|lgb\\w*|queer'],
  ['sex', 'man|woman|male|female'],
  ['religion', 'religious|christian|muslim|hindu|sikh|jewish|buddhist|catholic|practising'],
  ['pregnancy', 'pregnant|expecting|breastfeeding'],
  ['carer', 'carer|carers|caregiver|caring|looking after|care giver'],
  ['care experience', 'care leaver|care[- ]experienced|looked[- ]after'],
  ['children', 'parent|parents|mother|father|mum|dad|guardian|grandparent|step-?parent'],
  [
    'marital status',
    'married|widow|widower|widowed|divorced|divorcee|separated|single|civil partnership|cohabiting|engaged',
  ],
  [
    'armed forces',
    'veteran|serving (?:in|member|soldier)|reservist|ex-?service\\w*|soldier|army|armed forces|military',
  ],
  [
    'housing tenure',
    'tenant|tenants|lease ?holder|freeholder|home ?owner|householder|landlord|renter|lodger|renting',
  ],
  ['household', 'alone|living with (?:family|friends|parents|others)'],
  ['nationality', 'citizen|national|refugee|asylum seeker|migrant|immigrant|british|european'],
  [
    'health',
    'patient|smoker|vaccinated|diabetic|ill|living with (?:cancer|dementia|hiv|\\w+ (?:condition|illness))|clinically',
  ],
  ['income', 'claimant|on benefits|on (?:a )?low income|in debt|claiming|in receipt|eligible for free'],
  [
    'work',
    'student|retired|pensioner|employed|unemployed|self-?employed|working|apprentice|teacher|nurse|doctor|farmer|key worker|volunteer|shift worker|homemaker|in (?:full|part)[- ]time|in (?:work|employment|education|training)|freelance|furloughed|on a zero|trainee|pupil|professional',
  ],
  ['employer', 'employee|employed by|member of staff|civil servant|council officer'],
  [
    'respondent type',
    'resident|business|councillor|individual|organi[sz]ation|commuter|visitor|tourist|trader|landowner|developer|charity|representative|customer|service user|stakeholder|member of the public|local',
  ],
  ['place', 'living in|living near|based in|located in|from (?:here|the (?:area|town|village))'],
  ['language', '(?:welsh|english|gaelic|irish|native) speaker|fluent|bilingual'],
]

/** What a person has: words behind "do you have a". */
const HAS: readonly (readonly [FactKind, string])[] = [
  ['blue badge', 'blue badge|(?:disabled )?parking badge'],
  [
    'disability',
    'disabilit\\w+|impairments?|(?:sight|hearing|vision|memory) loss|difficult(?:y|ies) (?:walking|seeing|hearing|climbing|moving|speaking|remembering|concentrating|getting|dressing|communicating|with (?:mobility|stairs|walking|seeing|hearing))|learning difficult\\w+|special educational needs|adhd|autism|dyslexia|mobility problems?|reduced mobility',
  ],
  [
    'health',
    '(?:\\w+ )?(?:conditions?|illness(?:es)?|diseases?|allerg(?:y|ies)|diagnosis|ailments?)|asthma|diabetes|cancer|dementia|epilepsy|depression|anxiety|arthritis|hiv',
  ],
  [
    'children',
    'child|children|kids|babies|dependants?|dependents?|grandchildren|sons?|daughters?|teenagers?|toddlers?',
  ],
  ['carer', 'caring (?:responsibilit\\w+|duties|role)'],
  ['marital status', 'partner|spouse|husband|wife'],
  ['education', 'degree|qualifications?|gcses?|a[- ]levels?|doctorate|phd|apprenticeship'],
  [
    'household',
    'car|cars|vehicles?|bicycle|bike|van|dogs?|pets?|cats?|horse|motorbike|garden|driveway|garage|off-?street parking|driving licen[cs]e|second home|lodgers?',
  ],
  ['religion', 'religion|faith|religious belief'],
  [
    'nationality',
    '(?:british |uk |eu |settled |pre-settled )?(?:passport|citizenship|settled status|visa|leave to remain)',
  ],
  ['work', '(?:paid |second )?job|line management responsibilit\\w+'],
  ['income', 'savings|benefits|state pension'],
]

const FILLER =
  '(?:a|an|the|any|some|one|more|or|of|in|on|from|to|as|with|and|either|both|currently|now|also|ever|registered|current|living|person|somebody|someone|people|member|part|community|group|background|local|regular|full-time|young|older|unpaid|family|first-time|single|new|own|long-term|long-standing|school-age|school-aged|dependent|small|physical|mental|sensory|learning|hidden|council|private|social|housing association|currently|recently|been|have you|you|got|had)'
const frame = (begin: string, terms: string): RegExp =>
  new RegExp(`^${begin}(?: ${FILLER}){0,6} (?:${terms})\\b(?!-)`)
const WHO =
  '(?:you|you or (?:anyone|someone) (?:else )?in your (?:household|home|family)|anyone in your (?:household|home|family)|your household)'

/** Plain ways to ask what a person is or has, whatever stands between. */
export const FRAMES: readonly (readonly [FactKind, RegExp])[] = [
  ...IS.map(([kind, terms]) => [kind, frame(`(?:are|were|is) ${WHO}`, terms)] as const),
  ...HAS.map(
    ([kind, terms]) =>
      [
        kind,
        frame(
          `(?:(?:do|does|did) ${WHO} (?:currently |also |now |ever |consider that you |feel that you )*(?:have|hold|own|suffer from|live with|suffer|get|receive)|have ${WHO} got|(?:has|have) ${WHO} (?:got|had))`,
          terms,
        ),
      ] as const,
  ),
]
