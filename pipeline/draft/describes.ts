import { headingKey } from './headings.ts'

/** Something a column says of its respondent: the identifier of the variable it makes. */
interface Trait {
  readonly id: string
  /** The heading itself, without "what is your". */
  readonly heading: RegExp
  /** Whole questions that ask for it. */
  readonly question?: RegExp
}

const TRAITS: readonly Trait[] = [
  {
    id: 'type',
    heading:
      /^(?:type of (?:respondent|organi[sz]ation|authority|council|school)|(?:respondent|organi[sz]ation|authority|council) ?type|respondent group|stype|dtype|capacity)$/,
    question:
      /\b(?:are you (?:responding|answering|replying|completing|an? (?:individual|organi[sz]ation|resident|member of the public))|in what capacity|on (?:whose|the) behalf|which (?:of (?:the following|these) )?best describes you|what type of (?:organi[sz]ation|respondent))\b/,
  },
  {
    id: 'region',
    heading:
      /^(?:region|government region|location|location \(.*\)|area|census region|county|district|ward|borough|local authority|council|constituency|country|nation|state|province|cname)$/,
    question:
      /\b(?:(?:which|what) (?:region|area|county|district|ward|borough|council|local authority|country|part of [a-z ]+?) (?:do|are|is|did) you|where (?:do you live|do you work|are you (?:based|located)|is your (?:organi[sz]ation|business)))\b/,
  },
  {
    id: 'gender',
    heading: /^(?:gender|sex|gender identity)$/,
    question: /\bwhat is your (?:gender|sex)\b|\bare you (?:male|female|a man)\b|\bwhich (?:gender|sex)\b/,
  },
  {
    id: 'age',
    heading: /^(?:age|age ?(?:group|band|range|category|bracket)|agegroup)$/,
    question:
      /\bhow old are you\b|\bwhat (?:is your age|age (?:group|band|range)|was your age)\b|\bwhich age\b/,
  },
  {
    id: 'ethnicity',
    heading: /^(?:ethnicity|ethnic (?:group|origin|background)|race)$/,
    question: /\byour ethnic|\bwhich ethnic/,
  },
  { id: 'religion', heading: /^(?:religion|religion or belief|faith)$/, question: /\byour religio/ },
  { id: 'sexual_orientation', heading: /^(?:sexuality|sexual orientation)$/, question: /\byour sexual/ },
  {
    id: 'disability',
    heading: /^(?:disab(?:ility|led)|long[- ]term (?:illness|condition).*)$/,
    question: /\b(?:do you (?:have|consider yourself to (?:have|be))|are you) (?:a )?disab/,
  },
  {
    id: 'income',
    heading: /^(?:(?:household|personal|annual|family) )?income(?: (?:band|group|bracket))?$/,
    question: /\byour (?:(?:annual|total|gross|household|personal) )*income\b/,
  },
  {
    id: 'education',
    heading:
      /^(?:education|education level|level of education|highest (?:qualification|education|level of education)|qualifications?)$/,
    question: /\b(?:highest|your) (?:level of )?(?:education|qualification)/,
  },
  {
    id: 'employment',
    heading: /^(?:employment|employment status|working status|work status|occupation|economic activity)$/,
    question: /\byour (?:employment|working|work) (?:status|situation)\b|\bwhat is your occupation\b/,
  },
  { id: 'marital_status', heading: /^marital status$/, question: /\byour marital status\b/ },
  {
    id: 'tenure',
    heading: /^(?:tenure|housing tenure|home ownership)$/,
    question: /\b(?:own or rent|rent or own)\b/,
  },
  {
    id: 'role',
    heading: /^(?:role|job role|job title|position|job|profession|your role)$/,
    question: /\b(?:what is|which best describes) your (?:job|role|position|profession)\b/,
  },
  {
    id: 'sector',
    heading: /^(?:sector|industry)$/,
    question: /\b(?:which|what) (?:sector|industry) (?:do|are|is|best) (?:you|describes)/,
  },
  {
    id: 'size',
    heading:
      /^(?:size of (?:organi[sz]ation|business|company)|(?:organi[sz]ation|company|business) size|number of employees)$/,
  },
]

/** Variables of a kind that is usually published; nobody is known by them alone. */
export const USUALLY_PUBLISHED: readonly string[] = ['region', 'type']

/** The variable that a column with this heading or wording makes, where it describes the respondent. */
export function traitOf(heading: string): string | undefined {
  const key = headingKey(heading)
  const bare = key
    .replace(/^(?:what is|what's|please (?:select|state|give|choose|tell us|indicate)|select) /, '')
    .replace(/^(?:your|the) /, '')
  return TRAITS.find(({ heading: short, question }) => short.test(bare) || question?.test(key) === true)?.id
}
