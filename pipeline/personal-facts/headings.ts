import type { FactKind } from './fact.ts'

/** A heading that is nothing but the name of a fact, in English or Welsh. */
export const HEADINGS: readonly (readonly [FactKind, RegExp])[] = [
  [
    'date of birth',
    /^(?:d\.?o\.?b|(?:date|year|month|day)(?: and (?:month|year))? of birth|birth ?(?:date|day|year)|(?:dyddiad|blwyddyn) geni)$/,
  ],
  [
    'age',
    /^(?:age|ages|aged|age ?(?:group|band|range|bracket|category|cohort|code)s?|age (?:in years|last birthday|at last birthday|of respondent|at (?:time of )?(?:survey|interview|response)|next birthday)|agegroup|agegrp|age \d.*|oed|oedran|grŵp oedran|grwp oedran)$/,
  ],
  [
    'gender',
    /^(?:gender|gender identity|gender reassignment|gender expression|legal gender|pronouns?|preferred pronouns?|trans(?:gender)?(?: status| identity)?|rhywedd|hunaniaeth rhywedd)$/,
  ],
  [
    'sex',
    /^(?:sex|sex at birth|biological sex|sex registered at birth|male or female|m or f|salutation|honorific|rhyw)$/,
  ],
  [
    'ethnicity',
    /^(?:ethnicity|ethnic (?:group|origin|background|category|identity|heritage)s?|race|race or ethnicity|race and ethnicity|racial (?:group|origin|background)|heritage|cultural background|ethnigrwydd|gr[wŵ]p ethnig|tarddiad ethnig|cefndir ethnig)$/,
  ],
  [
    'religion',
    /^(?:religion|religion,? (?:or|and) belief|religious (?:belief|affiliation|identity|group|denomination)s?|faith|faith or belief|belief|beliefs|denomination|crefydd|crefydd neu gred)$/,
  ],
  [
    'sexual orientation',
    /^(?:sexuality|sexual orientation|sexual identity|orientation|lgbt\S*|cyfeiriadedd rhywiol)$/,
  ],
  [
    'disability',
    /^(?:disab(?:ility|ilities|led)(?: status| type)?|disabled person|(?:type|nature) of (?:disability|impairment)|impairments?|neurodiver\w+|wheelchair user|mobility (?:issues|needs)|special educational needs|send|sen|access needs|anabledd|anabl|nam|statws anabledd)$/,
  ],
  [
    'health',
    /^(?:health|height|bmi|body mass index|allergies|general health|health (?:status|condition|conditions|problems)|long[- ](?:term|standing) (?:illness|health|condition|sickness|medical).*|medical (?:condition|conditions|history)|mental health(?: condition| status)?|smoker|smoking status|vaccination status|gp (?:practice|surgery)|doctor'?s surgery|surgery|nhs (?:trust|number)|iechyd|cyflwr iechyd)$/,
  ],
  [
    'pregnancy',
    /^(?:pregnan(?:t|cy)(?: status)?|pregnancy (?:and|or|\S) ?maternity|pregnant or (?:on )?maternity.*|maternity(?: leave)?|beichiogrwydd.*|beichiog)$/,
  ],
  [
    'nationality',
    /^(?:nationality|nationalities|citizenship(?: status)?|national identity|immigration status|residency status|passport|visa status|migrant status|cenedligrwydd|hunaniaeth genedlaethol|dinasyddiaeth)$/,
  ],
  [
    'birth country',
    /^(?:(?:country|place) (?:of|where) .*(?:birth|born)|birth ?(?:place|country)|where born|country born|gwlad (?:eich )?geni|man geni)$/,
  ],
  [
    'language',
    /^(?:(?:main|first|home|native|preferred|primary|spoken|household|other) languages?|mother tongue|languages? (?:spoken|at home|spoken at home)|languages|welsh (?:speaker|language skills)|english (?:proficiency|level)|iaith gyntaf|prif iaith|iaith)$/,
  ],
  [
    'postcode',
    /^(?:(?:full|home|your|first (?:part|half) of(?: your| the)?|partial|outward|work|business|property|area|contact)? ?(?:post ?codes?|post-code|zip(?: ?code)?|postal code|eircode)(?: (?:area|district|sector|prefix|of residence|of home|outcode))?|outcode|cod post)$/,
  ],
  [
    'street',
    /^(?:(?:home|your|residential|postal|full|property|contact)? ?address(?: (?:line )?\d)?|(?:street|road)(?: or (?:street|road))?(?: names?)?|(?:street|road) (?:address|name|of residence|where you live|you live (?:on|in))|name of (?:your |the )?(?:street|road)|(?:house|property|flat) (?:name|number)(?: (?:or|and) .*)?|building|block of flats|uprn|stryd|enw(?:'r)? stryd|cyfeiriad)$/,
  ],
  [
    'place',
    /^(?:region|government region|location|location \(.*\)|(?:local|home|geographic(?:al)?) ?area|area|census region|county|district|wards?|ward name|electoral ward|division|borough|borough of residence|(?:home |local )?(?:local )?authority area|local authority|council|council area|constituency|country|country of residence|nation|state|province|town|city|town or city|town or village|village|hamlet|parish|parish council|neighbou?rhood|estate|community|community area|locality|where you live|place of residence|place of work|residence|residency|residential (?:area|status)|lsoa|msoa|output area|settlement|home town|nearest (?:town|village|settlement|city)|distance (?:from|to) (?:your )?(?:home|site).*|postal town|(?:years|length|time) (?:of residence|lived (?:here|in .*)|at address)|rhanbarth|sir|tref|pentref|ardal|cymuned|awdurdod lleol)$/,
  ],
  [
    'job title',
    /^(?:job|job ?(?:title|role|description|position|function)|job ?titles?|position|position held|post held|post title|role|roles|role title|profession|your role|official title|swydd|teitl swydd)$/,
  ],
  [
    'employer',
    /^(?:employers?|employer'?s? name|name of (?:your )?(?:employer|workplace)|workplace|place of employment|company you work for|work ?site|base|cyflogwr)$/,
  ],
  [
    'work',
    /^(?:employment|employment (?:status|situation|type|sector|contract)|(?:working|work|job|labou?r market|occupational|economic) (?:status|situation|pattern|activity)|occupations?|occupation group|economic activity(?: status)?|economic status|working arrangements|work sector|(?:industry|sector) of work|soc(?: code| group)?|nssec|ns-sec|socio-?economic (?:group|status|classification)|social (?:grade|class)|department|directorate|team|service area|staff group|grade|pay (?:band|grade|scale)|length of service|years of service|hours worked|contract type|trade|student|retired|cyflogaeth|statws cyflogaeth|galwedigaeth)$/,
  ],
  [
    'income',
    /^(?:(?:(?:total|gross|net|annual|yearly|monthly|weekly|household|personal|family|combined)[ ,]+)*(?:income|salary|earnings|wages?)(?: (?:band|group|bracket|range|level|category|before tax))?|benefits? (?:received|claimed|status)|(?:in receipt of )?(?:means[- ]tested |state )?benefits|universal credit|free school meals?|council tax (?:band|reduction|support)|incwm(?: .*)?)$/,
  ],
  [
    'education',
    /^(?:education|education(?:al)? (?:level|attainment|qualifications?|background|status)|level of (?:education|qualification)|highest (?:qualification|education|level of (?:education|qualification)|educational .*|degree).*|qualifications?|degree|addysg|cymwysterau)$/,
  ],
  [
    'school',
    /^(?:(?:name of )?(?:your |the |child'?s |your child'?s |children'?s )?(?:school|nursery|college|pre-?school)(?: name| attended| attends)?|school (?:of|your) .*child.*|year group|school year|key stage|tutor group|ysgol)$/,
  ],
  [
    'household',
    /^(?:household(?: (?:size|type|composition|structure|make-?up|members))?|(?:family|household) (?:size|type|composition|status|situation)|living (?:arrangements?|situation)|lives alone|living alone|live alone|(?:people|persons|adults|number|number of (?:people|persons|adults|residents|occupants))(?: (?:living )?in (?:your |the )?(?:household|home|property))|occupants|(?:car|vehicle|dog|pet|bicycle|bike|cycle) owner(?:ship)?|(?:cars|vehicles|cars or vans)(?: (?:in|per|owned by) (?:your |the )?household| owned)?|(?:number of )?(?:cars|vehicles|cars or vans|bedrooms)(?: .*household.*)?|access to a? ?(?:car|vehicle)|(?:type of )?(?:dwelling|accommodation|property)(?: type)?|aelwyd|maint aelwyd)$/,
  ],
  [
    'children',
    /^(?:(?:number of |dependent |your |no\.? of )*(?:child(?:ren)?|dependants?|dependents|kids)(?: (?:under|aged|over|in (?:your |the )?(?:household|home|family)|living|at|ages?|in school|\d).*)?|(?:age|ages|age group|gender|sex) of (?:your |the )?(?:youngest |oldest |eldest )?child(?:ren)?|child(?:ren)?'?s? (?:age|ages|gender|age group)|(?:youngest|oldest) child.*|parent|parents?(?:,? (?:or |and )?(?:carer|guardian|carers|guardians))?|parental status|(?:parent|family) status|plant|nifer (?:o blant|y plant))$/,
  ],
  [
    'carer',
    /^(?:(?:unpaid |young |informal |family )?carers?(?: status)?|carer or .*|caring (?:responsibilit(?:y|ies)|role|status)|(?:unpaid )?care(?:r|giver)?(?: (?:provided|responsibilities))|caregiver|provides? (?:unpaid )?care|gofalwr|gofalwr di-d[aâ]l|cyfrifoldebau gofalu)$/,
  ],
  [
    'care experience',
    /^(?:care (?:leaver|experience|experienced)(?: status)?|care-experienced|looked[- ]after(?: child)?|in care)$/,
  ],
  [
    'marital status',
    /^(?:(?:marital|relationship|legal partnership|partnership|civil|civil partnership|marriage)(?: (?:or|and|\S) ?(?:civil )?(?:partnership))?(?: status)|marriage (?:and|or) civil partnership|married|statws priodasol|priodas.*)$/,
  ],
  [
    'armed forces',
    /^(?:armed forces(?: (?:community|status|personnel|service|veteran|connection|member))?|military(?: (?:service|status))?|(?:armed forces )?veteran(?: status)?|ex[- ](?:forces|service\w*)|served in (?:the )?(?:armed )?forces|reservist|(?:y )?lluoedd arfog)$/,
  ],
  ['blue badge', /^(?:blue badge(?: (?:holder|user|status|owner))?|holds? (?:a )?blue badge|bathodyn glas)$/],
  [
    'housing tenure',
    /^(?:(?:housing |home |household )?tenure|housing (?:situation|status|type|tenure type)|home ?(?:owner|ownership)(?: status)?|(?:council )?tenants?|(?:type of )?(?:tenant|tenancy)|own or rent|rent or own|landlord|leaseholder|deiliadaeth)$/,
  ],
  [
    'respondent type',
    /^(?:(?:type|category|kind) of (?:respondent|organi[sz]ation|authority|council|school|response|consultee|stakeholder)|(?:respondent|organi[sz]ation|authority|council|stakeholder|user|consultee|customer|responder) ?(?:type|category|group)|capacity|capacity of respond\w+|responding as|stakeholder|i am an?|are you an?|are you|who are you)$/,
  ],
]
