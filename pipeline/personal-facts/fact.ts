/** What others can know of a person, and so recognise them by. */
export type FactKind =
  | 'age'
  | 'date of birth'
  | 'sex'
  | 'gender'
  | 'ethnicity'
  | 'religion'
  | 'disability'
  | 'health'
  | 'pregnancy'
  | 'nationality'
  | 'birth country'
  | 'language'
  | 'place'
  | 'postcode'
  | 'street'
  | 'work'
  | 'job title'
  | 'employer'
  | 'income'
  | 'education'
  | 'school'
  | 'household'
  | 'children'
  | 'carer'
  | 'care experience'
  | 'marital status'
  | 'sexual orientation'
  | 'armed forces'
  | 'blue badge'
  | 'housing tenure'
  | 'respondent type'

/** A fact about the person who answers, and what it was recognised by. */
export interface Fact {
  readonly kind: FactKind
  readonly why: 'wording' | 'labels' | 'content'
}

/** What is known of a question or a column when it is looked at. */
export interface Asked {
  /** Wording of the question, or heading of the column. */
  readonly text: string
  /** Its answers; none where it has no list. */
  readonly labels: readonly string[]
  /** What cells hold and how many do, where they have been looked at. */
  readonly values?: readonly { readonly text: string; readonly count: number }[]
}
