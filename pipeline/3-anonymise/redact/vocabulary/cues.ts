/** Words around a name that tell that it is one. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Titles behind which any word with a capital is a name. */
export const TITLES = words('mr mrs ms mx dr prof sir dame cllr cllrs messrs')
/** Titles that are words too: what follows must be known as a name, or be no English word. */
export const TITLE_WORDS = words(
  'miss professor councillor councillors councilor councilors alderman alderwoman reverend revd rev lord lady baroness baron father sister brother canon captain judge inspector sergeant sgt constable pc pcso nurse pastor imam rabbi archdeacon bishop colonel major',
)
/** What follows a title and is an office. */
export const OFFICES = words(
  'mayor speaker president chairman chairwoman chairperson chair minister justice chancellor provost sheriff who',
)

/** Said or done by people; what stands before is somebody. */
export const SPEAKING = words(
  'said says told tells asked asks wrote writes replied explained argued suggested thinks thought believes felt agreed disagreed promised refused phoned rang emailed texted spoke met helped listened resigned retired',
)
/** Before a name, of a person more often than not. */
export const ADDRESSING = words(
  'ask asked asking thank thanks thanking tell told telling met meet meeting contact contacted phone phoned ring rang email emailed emailing colleague colleagues friend neighbour wife husband daughter son mother father brother sister mum dad partner boss manager officer dear hi hello',
)
/** Determiners: what follows is a thing, whatever its capital. */
export const DETERMINERS = words(
  'the a an this that these those our their my your his her its each every any some no all',
)

/** Last words of the names of organisations. */
export const ORGANISATION_WORDS = words(
  'limited ltd plc llp inc associates solicitors partners partnership group holdings consulting consultancy consultants foundation trust charity society association federation union institute institution council councils borough authority university college school academy nursery hospital surgery clinic practice hospice church mosque synagogue temple cathedral chapel parish diocese library museum theatre gallery centre center club community network forum alliance coalition campaign committee commission board agency department ministry office bank housing homes services service support care party news times post gazette herald echo mail press award awards prize report review act bill inquiry enquiry method model scale index test',
)
/** Last words of the names of places. */
export const PLACE_WORDS = words(
  'street road lane avenue close drive way court crescent gardens garden grove place terrace square hill row walk park green common heath moor forest wood woods valley vale river lake loch bay beach harbour quay bridge station airport estate village town city county ward house hall cottage farm mill castle manor tower abbey lodge island north south east west field fields meadow meadows hospital school church rd st ave',
)

/** Months, days, faiths, institutions and brands: written with capitals, and no people. */
export const NOBODY = words(`
  january february march april may june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays christmas easter
  ramadan diwali eid hanukkah halloween christian christians christianity muslim muslims islam islamic jewish jews
  judaism hindu hindus sikh sikhs buddhist catholic catholics anglican protestant methodist quaker baptist god bible
  quran jesus christ allah internet web covid coronavirus brexit ofsted ofcom ofwat ofgem whitehall parliament
  westminster holyrood stormont senedd nhs bbc itv google facebook twitter whatsapp youtube instagram tiktok linkedin
  microsoft excel powerpoint zoom skype teams amazon ebay netflix apple android iphone ipad windows tesco sainsbury
  sainsburys asda aldi lidl morrisons waitrose argos ikea boots greggs costa starbucks mcdonalds uber airbnb
  deliveroo barclays lloyds natwest hsbc santander nationwide halifax vodafone virgin sky capita serco veolia labour
  tory tories conservative conservatives liberal democrats democrat lib dem dems ukip greens brexiteer unison unite
  gmb roman victorian georgian edwardian elizabethan latin english pdf faq ok okay i im ive id ill mp mps pm uk
  eu usa us tv it hr ict ai pr gp gps ceo cfo mbe obe cbe phd ba bsc msc dr pa vat hmrc dwp defra dfe dwp lga
  cipfa cqc solace send cse cil hs2 councilllor theres dont doesnt didnt isnt wasnt arent cant wont wouldnt couldnt
  shouldnt havent hasnt hadnt youre theyre weve theyve youve lets thats whats heres whos
  ai nimby nimbys lgbt lgbtq bame sen ehcp camhs a-levels gcse gcses btec kent-wide oflog alexa siri
  tel fax mob ext email cc ps nb eg ie etc re dob nino utr iban esq asap fyi tbc tba faq
  mr mrs ms mx dr prof cllr cllrs messrs councilor councilors revd rev
  prima facie ad hoc vice versa per se bona fide fides pro rata de facto ipso
  cyngor gymraeg cymraeg cymru eisteddfod gaelic olympics olympic wimbledon glastonbury wembley wifi
`)

/** Words that end a letter; what follows on the same or the next line is who wrote it. */
export const SIGN_OFF = words('regards sincerely faithfully wishes cheers truly thanks signed thankyou')

/** Parts of surnames that are written small. */
export const PARTICLES = words(
  'de da di do dos van von der den del della la le el al bin ibn ap ab ferch ben ter ten mac mc o st',
)

/** First names that are English words, by which people are called often enough to look at each. */
export const AMBIGUOUS_GIVEN = words(
  'grace hope mark rose joy bill will faith frank dale heather ivy jack pat sue rob dean grant penny dawn amber ruby pearl holly daisy lily olive hazel iris jasmine poppy violet robin martin drew jean gene ray roy earl guy miles basil sandy ginger crystal charity patience prudence constance victor nick mike max rich dick jade opal coral gale glen clay cliff chip carol bob bobby norm wade ward peter ruth sheila graham john tom harry tony josh jerry terry kitty nelly dolly molly polly bess jimmy johnny teddy alec eve fern blossom summer autumn chase cash christian blessing kent chester lincoln austin sydney brooke sterling jordan kerry kelly florence paris chelsea georgia israel devon essex bradley ashley stanley burton preston milton tudor beryl rosemary saffron rory',
)
/** Of those, the ones that begin sentences as words. */
export const SENTENCE_OPENERS = words(
  'will mark grant bill frank sue rob pat chase hope rich drew jack may can summer autumn dawn grace',
)
