/** What a cell that identifies somebody names. `first` and `last` are parts of a person's name. */
export interface Identity {
  /** What stands in the place of it. */
  readonly kind: string
  readonly names: 'person' | 'organisation' | 'words'
  readonly part?: 'first' | 'last'
  /** Whether it gives away its owner alone: a job title is nobody's elsewhere. */
  readonly ownOnly?: true
}

/** By the words of a heading, the first that fits. */
const KINDS: readonly (readonly [RegExp, Identity])[] = [
  [/e-?mail/, { kind: 'e-mail', names: 'words' }],
  [/\bip\b|\bid\b|response|token|link|url|reference/, { kind: 'identifying number', names: 'words' }],
  [/phone|mobile|\btel\b|\bfax\b/, { kind: 'telephone number', names: 'words' }],
  [/post ?code|\bzip\b/, { kind: 'postcode', names: 'words' }],
  [/address|street/, { kind: 'address', names: 'words' }],
  [/birth|\bdob\b/, { kind: 'date of birth', names: 'words' }],
  [
    /organi[sz]ation|authority|council|company|employer|school|practice|business/,
    { kind: 'organisation', names: 'organisation' },
  ],
  [/\b(?:job|position|post held|role|occupation)\b/, { kind: 'job title', names: 'words', ownOnly: true }],
  [/first ?name|given ?name|fore ?name/, { kind: 'name', names: 'person', part: 'first' }],
  [/last ?name|sur ?name|family ?name/, { kind: 'name', names: 'person', part: 'last' }],
  [/name|contact|respondent|person/, { kind: 'name', names: 'person' }],
]

/** What a column that its author called identifying names, by its heading; anything else is words. */
export function kindOfHeading(heading: string): Identity {
  const plain = heading.toLowerCase()
  return KINDS.find(([words]) => words.test(plain))?.[1] ?? { kind: 'identifying number', names: 'words' }
}
