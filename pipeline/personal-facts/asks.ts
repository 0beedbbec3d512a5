import type { FactKind } from './fact.ts'

type Asks = readonly (readonly [FactKind, RegExp])[]

/** Asked so plainly of the person that no other reading is left, whatever word the question begins with. */
export const PLAIN_ASKS: Asks = [
  [
    'date of birth',
    /\b(?:date|year|month) of (?:your )?birth\b|\b(?:what|which|in what|in which) (?:year|month|date) were you born\b|\bwhen were you born\b/,
  ],
  [
    'children',
    /\b(?:age|old|ages|gender)\b.*\byour (?:\w+ )?child(?:ren)?\b|\byour child(?:ren)?'?s? (?:age|gender|year group)/,
  ],
  [
    'age',
    /\bhow old (?:are you|you are)\b|^what age (?:are|were) you\b|\b(?:what|which) (?:is|was|are|best describes) your (?:current )?age\b|\b(?:which|what|in which|in what|which of these|which of the following) age (?:group|band|range|bracket|category)s?\b(?=$| (?:are you|do you|did you|is yours|best describes|you)\b)|\b(?:select|state|indicate|give|tick) your age\b|\bfaint (?:ydy|yw) eich oed/,
  ],
  [
    'disability',
    /\b(?:consider|describe|identify|regard|class|see|think of) (?:yourself|as)\b.*\b(?:disab|impair|neuro|deaf|blind|long[- ]|autis)\w*|^are you (?:a |an |registered |currently )*(?:disabled|deaf|blind|visually|hearing impaired|partially sighted|registered disabled|neurodi\w+|wheelchair user|autistic|on the (?:autis\w+ )?spectrum|on the autism spectrum|hard of hearing)\b|\b(?:day[- ]to[- ]day|daily|normal) activities\b.*\b(?:limit|reduc|affect)|^(?:are your|does your|do your)\b.*\b(?:limited|limit|reduce)\b.*\b(?:condition|illness|disability|activities)|^do you (?:\w+ )?(?:use|need) an? (?:wheelchair|mobility (?:aid|scooter)|hearing aid|walking (?:aid|stick|frame)|guide dog|assistance dog|carer)\b|\bydych chi(?:'n)? (?:anabl|ystyried eich hun yn anabl)/,
  ],
  [
    'health',
    /^how (?:is|good is|would you (?:describe|rate)|do you (?:rate|describe)) your (?:own |general |overall |current |physical |mental |physical and mental )*health\b(?! cent| serv)|^do you smoke\b|^are you an? (?:\w+ )?smoker\b|^have you (?:ever )?(?:been diagnosed|been told (?:by a doctor )?that you have|had covid|had (?:a )?(?:heart|stroke|cancer)|been vaccinated|been tested)/,
  ],
  [
    'language',
    /^how well (?:can|do) you (?:speak|understand|read|write)\b|^can you (?:speak|understand|read|write|understand, speak)\b.*\b(?:welsh|english|gaelic|irish|language)|\bydych chi'n siarad cymraeg/,
  ],
  ['religion', /^(?:do you believe in god|do you regard yourself as belonging to any)/],
  [
    'place',
    /^(?:which|what)\b(?!.*\b(?:street|road|type|kind|sort|like|about|accommodation|home|housing|property)\b).*\b(?:do you|you) (?:currently |mainly )?(?:live|reside)(?: in| on| at| near)?$|^have you (?:always |ever )?lived (?:in|here|on|at|near)\b|^how (?:long|many years) have you (?:lived|been (?:living|a resident|resident))\b|^how (?:far|close|near)(?: away)? (?:do|from .* do) you (?:live|work)\b|^do you (?:currently |already |also |\/)*(?:live|work|reside|own (?:a )?(?:property|land|home)|study)\b(?! (?:alone|with)\b)(?:,| or| and|\/| in| near| within| on| at| inside| outside| locally| here| there| close)|^ble (?:ydych|rydych) chi'n byw/,
  ],
  [
    'work',
    /^how (?:long|many years) have you (?:worked|been (?:employed|working|in (?:your|this) (?:role|job|post|position)))\b|^how many hours (?:\w+ )*do you (?:\w+ )?work\b/,
  ],
  [
    'household',
    /^how many (?:\w+ )*(?:people|adults|persons|residents|occupants|bedrooms|cars|vehicles|vans|bicycles|bikes|cars or vans|dogs|pets)\b.*\b(?:household|you (?:own|have|keep)|your (?:home|house|property|family)|live (?:with you|at|in your)|(?:your )?household have)/,
  ],
  [
    'children',
    /^how many (?:\w+ )*(?:child(?:ren)?|dependants|dependents|kids|under-?\d+s?)\b.*\b(?:you have|your (?:household|home|family|house)|live with you|the household)/,
  ],
  ['gender', /\bgender\b.*\b(?:same|different|differ|match)\w*\b.*\b(?:birth|assigned)\b/],
  ['income', /^how much do you (?:earn|get paid)\b/],
  ['gender', /^do you identify (?:with|as) the (?:same )?(?:gender|sex)\b/],
  ['health', /^(?:how (?:tall|heavy) are you|how much do you weigh|what is your (?:height|weight|bmi))\b/],
  ['disability', /^do you consider (?:that )?(?:you (?:have|are)|yourself)\b.*\b(?:disab|impair)/],
  [
    'language',
    /^do you (?:\w+ )?(?:understand|read|write) (?:\w+ (?:or|and) )?(?:spoken |written )?(?:welsh|gaelic|english|irish)$/,
  ],
  ['sexual orientation', /^how (?:do|would) you (?:describe|identify|define) your (?:sexual|sexuality)/],
]

/** Asked of the person, unless the question begins as questions for opinions do. */
export const ASKS: Asks = [
  [
    'respondent type',
    /^(?:which|what) (?:group|organi[sz]ation|body) (?:do|are) you (?:represent|belong|speak|respond)|^(?:in )?(?:what|which) (?:role|capacity)\b.*\b(?:responding|respond|answering)|^(?:are you|do you)\b.*\bor\b.*\b(?:resident|business|organi[sz]ation|individual|group|visitor)$|\bare you (?:\w+ )?(?:responding|answering|replying|completing|commenting|submitting|filling|taking part|an? (?:individual|organi[sz]ation|private individual|member of the public|local resident or))\b|\b(?:in|on) (?:what|which) capacity\b|\b(?:on (?:whose|the)|is this (?:response )?on) behalf\b|\bwhich (?:\w+ )*best describes (?:you|who you are|your (?:interest|connection|relationship|involvement)|the capacity)\b(?! (?:ethnic|age|gender|home))|\bwhat type of (?:organi[sz]ation|respondent)\b|\bhow (?:are you|would you describe your) (?:responding|connection|interest)|\b(?:what|which) (?:is|best describes) your (?:connection|relationship|interest|link) (?:to|with|in)\b|\bare you a councillor\b|\bwhat (?:best )?describes you\b|\bhow would you describe yourself$|\bwho are you (?:responding|answering) (?:as|for)/,
  ],
  [
    'sex',
    /\bassigned (?:fe)?male at birth\b|\bare you (?:male|female|a (?:man|woman|male|female|boy|girl))\b|\b(?:what|which) (?:is|was|best describes) your (?:legal |biological )?sex\b|\bsex (?:were you )?(?:registered|assigned|recorded) at birth\b|\bwhich sex\b|\bbeth yw eich rhyw\b/,
  ],
  [
    'gender',
    /\bgender\b.*\b(?:same|different|registered|assigned|match)\b.*\bbirth\b|\b(?:what|which|how|describe|state|select)\b.*\b(?:your (?:\w+ )?gender|gender (?:identity|are you|do you|best describes you))\b|\b(?:do|would) you (?:identify|describe yourself) as (?:a |an )?(?:man|woman|male|female|trans\w*|non|gender)|^are you (?:trans\w*|non-?binary|intersex|cis\w*)\b|\bpronouns\b.*\byou\b|\byour (?:preferred )?pronouns\b/,
  ],
  [
    'ethnicity',
    /\b(?:what|which|how|describe|state|select|to which)\b.*\b(?:your (?:\w+ )?(?:ethnic|race|racial|heritage|cultural background)|ethnic (?:group|origin|background|category)(?: do| are| best| or))|\b(?:your ethnic|option)\b.*\bethnic|\bdo you (?:identify|consider yourself|describe yourself)\b.*\b(?:ethnic|black|asian|minority|white|bame)\b|\bbeth yw eich (?:gr[wŵ]p ethnig|ethnigrwydd)/,
  ],
  [
    'religion',
    /\b(?:faith|religious) (?:group|community) (?:do|are) you\b|\b(?:what|which|how|describe|state)\b.*\b(?:your (?:\w+ )?(?:religion|religious|faith|belief)|(?:religion|faith|church|mosque|synagogue|temple|religious group) (?:do|are|or belief))|\bdo you (?:have|follow|belong to|practi[sc]e|identify with)\b.*\b(?:religion|faith|religious)\b|^are you (?:religious|an? (?:christian|muslim|hindu|sikh|jew|buddhist|catholic))\b/,
  ],
  [
    'disability',
    /^do you (?:currently )?(?:have|live with|suffer from)\b.*\b(?:disabilit|impairment|special educational need|learning difficult|neurodiver|mobility (?:problem|difficult|issue)|autis)|\b(?:what|which|nature|type|describe|select|if (?:yes|so))\b.*\b(?:your (?:disability|impairment)|(?:disabilit(?:y|ies)|impairments?)\b.*\b(?:you have|do you have|appl(?:y|ies)|describes?|affects? you))/,
  ],
  [
    'health',
    /^are you (?:currently )?(?:waiting for|awaiting|having|undergoing) (?:an? )?(?:operation|surgery|treatment|diagnosis)|^do you (?:currently )?(?:have|live with|suffer from)\b.*\b(?:health|medical|chronic|long[- ](?:term|standing)|illness|mental)\b.*\b(?:condition|problem|illness|issue|need|diagnosis)?|^are you (?:\w+ )*(?:living with|suffering from) (?:a |an |any )?(?:\w+[- ])*(?:condition|illness|disease|disability)|^do you have any of (?:these|the following) (?:\w+ )*(?:conditions|illnesses)|^do you (?:currently )?receive (?:care|treatment|social care|home care)\b|^do you have (?:asthma|diabetes|cancer|dementia|epilepsy|copd|arthritis|depression|anxiety)|\b(?:which|what)\b.*\b(?:gp|doctor'?s?|surgery|medical practice|hospital)\b.*\b(?:registered|your)\b|^are you (?:currently )?(?:registered with a (?:gp|doctor|dentist)|clinically|shielding|receiving treatment|a (?:patient|service user|hospital patient))|^have you (?:suffered|ever had|recently had) (?:a|an|any) (?:\w+ )?(?:illness|condition|health)/,
  ],
  [
    'pregnancy',
    /^(?:are|were) you (?:currently |now |or |have you been )*(?:pregnant|expecting|on maternity|breastfeeding)|^have you (?:\w+ )*(?:been pregnant|given birth|had a baby)|\bpregnant\b.*\b(?:you|your)\b|^(?:is|are) (?:anyone|you|your partner)\b.*\bpregnant\b|\byour (?:pregnancy|due date)\b/,
  ],
  [
    'nationality',
    /\b(?:what|which|how|describe|state)\b.*\b(?:your (?:nationality|nationalities|citizenship|national identity|immigration status|residency status)|(?:nationality|national identity|passport|citizenship) (?:are|do|is)|country are you a citizen)|^are you an? (?:\w+ )*(?:citizen|national|refugee|asylum seeker|migrant|eu citizen|permanent resident)\b/,
  ],
  [
    'birth country',
    /\bcountry of origin\b|\b(?:where|country|town|place)\b.*\b(?:were|was) (?:you|your (?:mother|father|parents)) born\b|^were you born\b|\b(?:country|place) of (?:your )?birth\b|^when did you (?:arrive|move|come|most recently arrive)\b.*\b(?:uk|country|britain|england|wales|scotland|ireland)/,
  ],
  [
    'language',
    /\b(?:what|which|is|state)\b.*\b(?:your (?:main|first|native|preferred|home|primary|own) language|languages? (?:do you|are you|is (?:mainly |mostly |usually )?(?:spoken|used)|spoken)\b.*(?:speak|spoken|home|first|fluent|use|mainly)?)|^do you (?:\w+ )?speak\b|^(?:what|which) languages? (?:can|do) you (?:\w+ )?(?:speak|understand)|^are you (?:a |an )?(?:\w+ )?(?:welsh|english|gaelic|native|fluent)[ -]+(?:\w+ )?speaker|\bbeth yw eich (?:prif )?iaith/,
  ],
  [
    'postcode',
    /^(?!(?:is|are|does|do|has|was|will) )(?:.*\b(?:your|home|full|partial|first (?:part|half|three|four|3|4|few)\b.*|what|which|work)\b.*\b(?:post ?codes?|zip ?codes?|postal code)\b|\b(?:post ?code|zip ?code)\b.*\b(?:you|your)\b|\bbeth yw eich cod post)/,
  ],
  [
    'street',
    /\b(?:which|what|name)\b.*\b(?:street|road|estate|building|block)\b.*\b(?:you live|do you live|is your (?:home|house|property)|are you (?:on|in|from)|you are from|your (?:home|house|property) (?:is|on))|\b(?:what is|what's|name of|name is|give|state|number of|number is) your (?:street|road|address|home address|full address|house (?:number|name)|postal address)\b/,
  ],
  [
    'place',
    /\bname of your (?:village|town|parish|ward|area|neighbou?rhood|community|city|district|council|estate)\b|\b(?:which|what|in which|in what)\b.*\b(?:region|area|county|district|ward|borough|council|local authority|country|parish|village|town|city|neighbou?rhood|community|part|estate|constituency|division|settlement|place|zone|side|locality|location|hamlet)\b.*\b(?:do|did) you (?:\w+ )?(?:live|reside|work|study|come from|stay|belong|represent|answer for)\b|\b(?:which|what|in which|in what)\b.*\b(?:region|area|county|district|ward|borough|council|local authority|country|parish|village|town|city|neighbou?rhood|community|part of|estate|constituency|division|locality)\b.*\b(?:are you (?:in|from|based|living|located|responding|a resident|answering)|is your (?:home|house|organi[sz]ation|business|council|school|property)|you (?:live|work|are from|are based))\b|^where (?:\w+ )*(?:do you (?:\w+ )?(?:live|work|reside|study|stay|come from)|are you (?:\w+ )?(?:based|located|from|living)|is your (?:\w+ )?(?:home|house|organi[sz]ation|business|workplace|office))|^(?:what|which) (?:is|of (?:these|the following) (?:is|best describes)|best describes) (?:your (?:home |local |nearest )?(?:region|county|district|ward|borough|council area|local authority|parish|village|town|city|neighbou?rhood|constituency|location|place of residence)|the area (?:where|in which) you live|where you live)|^are you (?:a |an |the )?(?:local |current |permanent |full-time )*(?:resident|residents|visitor|local|tourist|commuter|landowner|business owner|local business|second home owner)\b|^is your (?:main )?(?:home|house|property|business|address) (?:in|on|within|inside|near|located)/,
  ],
  [
    'employer',
    /^who (?:is your (?:current )?employer|do you (?:\w+ )?work for|employs you)|\b(?:which|what|name)\b.*\b(?:employer|company|organi[sz]ation|firm|trust|hospital|council|school|workplace)\b.*\b(?:do you (?:\w+ )?work|employs? you|you (?:\w+ )?work (?:for|at|in)|are you employed)|\bname of your (?:employer|workplace|company)\b|^do you (?:\w+ )?work for (?:the|a|an)\b|^are you (?:a |an )?(?:\w+ )*(?:employee|employed by|council staff|member of staff|staff)\b/,
  ],
  [
    'job title',
    /^what's your (?:job|role|position|profession)\b|\b(?:what|which|state|describe|select)\b(?! (?:training|support|skills|tools|parts?|aspects?)).*\b(?:is|are|describes?|us|state) your (?:current |main |own |professional |primary )*(?:job|job title|job role|role|position|profession|post)\b(?! (?:satisf|centre|in (?:the )?(?:community|decision)))/,
  ],
  [
    'work',
    /^what (?:(?:kind|sort|type) of )?(?:work|job) do you do\b|^(?:what|which|describe|state|select|how would you describe|how do you describe)\b(?! training| support).*\byour (?:current |main |present |usual )*(?:employment|working|work|economic|occupational|occupation|job|trade|labour)(?: (?:status|situation|activity|circumstances|pattern|position|arrangements?))?$|\byour (?:current )?(?:employment|working|work|economic) (?:status|situation|activity)\b|^are you (?:currently |now |\w+ )?(?:employed|unemployed|self-?employed|working|in (?:paid |full|part|work|employment|education|training|receipt of a pension)|retired|an? (?:\w+ )*(?:student|apprentice|volunteer|teacher|nurse|doctor|police officer|farmer|pupil|pensioner|homemaker|key worker|professional|trade union))|\bwhat do you do for (?:a living|work)\b|\b(?:which|what|in which)\b.*\b(?:sector|industry|department|directorate|team|service|division|grade|profession|pay band|staff group|site|office|shift)\b.*\b(?:(?:do|are) you (?:\w+ )?(?:work|employed|in|part of|on|belong|based)|is your (?:business|organi[sz]ation|company) in)|^(?:what|which) (?:pay )?(?:grade|band|pay band|staff group|shift) are you\b|^are you (?:on a )?(?:full|part)[- ]time\b|\byour line of work\b|^do you (?:currently )?(?:work|have a (?:paid )?job|have paid work|do shift|(?:directly |line )*manage (?:staff|other people|people|a team)|own (?:or run )?a business|run a business)\b|\bwhich (?:\w+ )*best describes (?:what you (?:do|are doing)|your (?:work|employment|occupation))/,
  ],
  [
    'income',
    /^(?:what|how much) is your (?:\w+[- ])*(?:pay|wage|income|salary)$|^(?:what|which|in which|into which) (?:\w+ )?income (?:band|bracket|group|range|level)\b|^(?:what|which|indicate|approx\w*|roughly|select|total|how much|into which|in which)\b.*\b(?:your|household|family)\b.*\b(?:income|salary|earnings|wages?)\b(?!.*\b(?:spend|spent|affect|chang))|^(?:do|does) (?:you|your household|anyone in your household)\b.*\b(?:receive|claim|get|entitled)\b.*\b(?:benefit|benefits|universal credit|allowance|pension|free school meals|council tax (?:support|reduction)|tax credits?)\b|^are you (?:currently )?(?:in receipt|on|claiming|receiving|entitled)\b.*\b(?:benefit|benefits|credit|allowance|pension|free school meals)\b/,
  ],
  [
    'education',
    /\bdid you (?:reach|attain|achieve|complete)\b.*\beducation\b|\b(?:highest|level of)\b.*\b(?:education|educational|qualifications?|degree)\b.*\b(?:you|your|completed|achieved|attained|obtained)?|\b(?:what|which) qualifications? (?:do you|have you)|\byour (?:highest )?(?:qualifications?|level of education)\b|^do you have (?:a |an |any )(?:\w+ )?(?:degree|qualifications?|gcse\w*|a[- ]levels?)\b|\bleave (?:full-time )?(?:education|school)\b.*\byou\b|\b(?:did )?you (?:leave|finish|left|finished) (?:full-time )?(?:education|school)/,
  ],
  [
    'school',
    /\b(?:which|what|name)\b.*\b(?<!after-)(?:school|schools|nursery|college|university|year group|year|class|pre-?school)\b(?! (?:\w+ )?(?:activit|club|meal|service|event|facilit|transport)).*\b(?:does|do|did|is|are) (?:your|you)\b(?! (?:\w+ )?(?:prefer|like|want|think)).*|(?<!after-)\b(?:school|nursery|college)\b(?! (?:\w+ )?(?:activit|club|meal|service|event|facilit|transport)).*\b(?:your child(?:ren)?|you)\b (?:attends?|goes? to|go to|is at|are at|are enrolled)|\bname of (?:your|your child'?s) (?:school|college|nursery)/,
  ],
  [
    'children',
    /^do you (?:\w+ )?(?:have|look after|live with|care for)(?: or care for)? (?:any |a )?(?:\w+[- ])*(?:child|children|kids|dependants|dependents|grandchildren|babies|baby|son|daughter|teenagers)\b|^are you (?:\w+ )*(?:parent|parents|guardian|mother|father|grandparent|step-?parent|foster carer|expectant parent)\b|\b(?:number|age|ages) of (?:your )?(?:\w+ )?child(?:ren)?\b|\bchild(?:ren)?\b.*\b(?:in your (?:household|home|family)|live with you|living with you|living in your)\b|^does your child (?:have|receive|attend)\b|^(?:is|are) your child(?:ren)? (?:in|at|aged|under|over|enrolled|currently|a|an|disabled|eligible|entitled|receiving|male|female|home)\b/,
  ],
  [
    'carer',
    /^are you (?:\w+ )*(?:carer|carers|caregiver|foster carer|caring for|looking after)\b|^do you (?:\w+ )*(?:provide|give|have)\b.*\b(?:unpaid|caring responsibilit|care (?:for|to)|care or support|unpaid care|regular (?:help|care|support))|^do you (?:\w+ )?(?:look after|care for|help or support|support)\b.*\b(?:family|friend|neighbour|someone|relative|anyone|person|partner|others|people)\b|\byour caring (?:responsibilit|role)/,
  ],
  [
    'household',
    /^is your (?:household|family) (?:an?|made up|composed)\b|^who (?:lives with you|do you live with|else lives)|^do you (?:drive|have a (?:partner|spouse|husband|wife))$|^do you live (?:alone|with|on your own|by yourself)|\b(?:what|which|describe|select|how)\b.*\byour (?:household|living (?:arrangements?|situation)|family (?:type|situation|composition)|household (?:type|composition|size|structure|make-?up|situation))(?: made up)?$|^do(?:es)? (?:you|your household|anyone in your household) (?:own|have access to|have (?:the use of|use of)|have|keep|own or have access to|own or use|hold)\b(?: or \w+)? (?:a|an|any|one or more)?\b ?(?:\w+ )?(?:car|cars|vehicle|vehicles|bicycle|bike|cycle|van|dog|dogs|pet|pets|cat|horse|motorbike|motorcycle|driving licen[cs]e|bus pass|concessionary (?:bus )?pass|garden|driveway|off-?street parking|garage|parking permit|second home|holiday home|electric vehicle)|^are you (?:a |an )?(?:car|dog|pet|horse|vehicle|boat|cat) owner|^(?:is|are) there (?:any )?(?:\w+ )?(?:adults|people)\b.*\b(?:in your (?:household|home)|living with you)/,
  ],
  [
    'care experience',
    /\bgrow up in (?:foster )?care\b|\bgrew up in care\b|\bcare (?:leaver|experienced)\b.*|^(?:have|are|were) you (?:\w+ )*(?:been )?(?:in (?:local authority |foster )?care|looked after by|care[- ](?:experienced|leaver)|fostered|adopted)\b/,
  ],
  [
    'marital status',
    /\byour (?:current )?(?:marital|relationship|legal partnership|partnership|civil) status\b|^are you (?:\w+ )?(?:married|single|divorced|widowed|separated|in a civil partnership|cohabiting|living with a (?:partner|spouse)|in a relationship)\b|\bydych chi'n briod/,
  ],
  [
    'sexual orientation',
    /\byour (?:sexual orientation|sexuality|sexual identity)\b|\b(?:which|what|how)\b.*\b(?:sexual orientation|sexuality)\b|^are you (?:straight|gay|lesbian|bisexual|heterosexual|lgb\w*)\b|^do you (?:identify|consider yourself|think of yourself|describe yourself)\b.*\b(?:lgb\w*|gay|lesbian|bisexual|straight|heterosexual|queer)\b/,
  ],
  [
    'armed forces',
    /\b(?:served|serving|serve|member|part|veteran|connection|family|spouse)\b.*\b(?:armed forces|armed services|army|military|royal navy|raf|regular forces|reserves?)\b|^are you (?:a |an )*(?:\w+ )?(?:veteran|reservist|ex-?forces|service personnel|service leaver)\b|\bare you\b.*\barmed forces\b|^have you (?:ever |previously )?served\b/,
  ],
  [
    'blue badge',
    /^(?:are|do|does|have|is)\b.*\b(?:you|your household|anyone)\b.*\b(?:hold|have|own|got|holder|possess|holders|use a|with a)?\b.*\bblue badges?(?: (?:holder|permit|user|for))?$/,
  ],
  [
    'housing tenure',
    /^are you (?:buying|renting|owning) (?:your|the|a)\b|\bown or rent\b|^do you rent\b|\brent or own\b|^do you (?:\w+ )?(?:own|rent)\b (?:or \w+ )?(?:your|the|a) (?:\w+ )?(?:home|house|flat|property|accommodation)\b|^are you (?:a |an |the )*(?:\w+ )*(?:tenant|home ?owner|leaseholder|owner[- ]occupier|landlord|renter|lodger|shared owner|householder|homeless)\b|^(?:what|which|describe|select|how would you describe|how is)\b.*\b(?:your (?:current |housing )*(?:tenure|housing|accommodation|home|living accommodation)(?: (?:situation|status|type|tenure|arrangements?))?|(?:type of )?(?:home|housing|accommodation|property|dwelling|tenure)\b.*\b(?:do you live|you live in|do you currently live|is your home))$|^is your (?:home|house|property|accommodation|flat) (?:owned|rented|a |your own)|^who owns your (?:home|house|property|flat)|^do you live in (?:a |an )?(?:council|rented|private|social|sheltered|housing association|flat|house|own)/,
  ],
]
