import { type Asked, type Fact, type FactKind, personalFact } from '../personal-facts/index.ts'
import { headingKey } from './headings.ts'

/** Something a column says of its respondent: the identifier of the variable it makes, and what fact it is. */
export interface Trait {
  readonly id: string
  /** Absent for what is known of organisations alone. */
  readonly fact?: Fact
}

/** Variables that are named before facts are looked for: they may be published, or are of organisations. */
const NAMED: readonly { readonly id: string; readonly heading: RegExp; readonly question?: RegExp }[] = [
  {
    id: 'type',
    heading:
      /^(?:type of (?:respondent|organi[sz]ation|authority|council|school)|(?:respondent|organi[sz]ation|authority|council) ?type|respondent group|stype|dtype|capacity)$/,
    question:
      /\b(?:are you (?:responding|answering|replying|completing|an? (?:individual|organi[sz]ation|resident|member of the public))|in (?:what|which) capacity|on (?:whose|the) behalf|which (?:of (?:the following|these) )?best describes you|what type of (?:organi[sz]ation|respondent))\b/,
  },
  {
    id: 'region',
    heading:
      /^(?:region|government region|location|location \(.*\)|area|census region|county|district|ward|borough|local authority|council|constituency|country|nation|state|province|cname)$/,
    question:
      /\b(?:(?:which|what) (?:region|area|county|district|ward|borough|council|local authority|country|part of [a-z ]+?) (?:do|are|is|did) you|where (?:do you live|do you work|are you (?:based|located)|is your (?:organi[sz]ation|business)))\b/,
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

/** Facts whose variable is not called as they are. */
const CALLED: Readonly<Partial<Record<FactKind, string>>> = {
  work: 'employment',
  'housing tenure': 'tenure',
  'job title': 'role',
  'respondent type': 'type',
}

/** Variables of a kind that is usually published; nobody is known by them alone. */
export const USUALLY_PUBLISHED: readonly string[] = ['region', 'type']

/** The variable that a column makes where it describes the respondent: by its wording, its answers, its cells. */
export function traitOf(column: Asked): Trait | undefined {
  const bare = headingKey(column.text)
    .replace(/^(?:what is|what's|please (?:select|state|give|choose|tell us|indicate)|select) /, '')
    .replace(/^(?:your|the) /, '')
  const fact = personalFact(column)
  const named = NAMED.find(
    ({ heading, question }) => heading.test(bare) || question?.test(headingKey(column.text)) === true,
  )
  const own = fact === undefined ? {} : { fact }
  if (named !== undefined) return { id: named.id, ...own }
  return fact === undefined ? undefined : { id: CALLED[fact.kind] ?? fact.kind.replaceAll(' ', '_'), fact }
}
