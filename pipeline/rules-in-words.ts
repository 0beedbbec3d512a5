/** The risk model in words: what each rule is called, what it asks for, and why. For people, so no identifiers. */
import type { ProfileName, RiskModel, Rule } from './policy.ts'

/** What a profile is for, as the end of a sentence. */
export const PROFILE_IN_WORDS: Readonly<Record<ProfileName, string>> = {
  consultation: 'consultations, in which people give their opinions',
  health: 'figures about health',
  'special-category': 'beliefs, origins, orientation and the like',
  'as-published': 'figures that are public already',
}

export interface RuleInWords {
  readonly rule: Rule
  readonly value: number
  /** What it asks for with this value; a sentence. */
  readonly says: string
  /** Why it stands there, and who says so. */
  readonly reason: string
  /** What it is about: published responses, which not every release has, and the like; `quality` protects nobody. */
  readonly of: 'responses' | 'tables' | 'quotes' | 'releases' | 'quality'
}

interface Words {
  readonly of: RuleInWords['of']
  /** With rows, a rule asks something of them too. */
  readonly says: (value: number, model: RiskModel) => string
  readonly reason: string
}

/** Every rule that asks for anything, in the order of the model. Of rules for rows nothing is said where none may leave. */
export const rulesInWords = (model: RiskModel): readonly RuleInWords[] =>
  (Object.entries(WORDS) as [Rule, Words][])
    .filter(([rule]) => rule === 'microdata' || model[rule] > (rule === 'rounding' ? 1 : 0))
    .filter(([, { of }]) => of !== 'responses' || model.microdata !== 0)
    // Of rounded figures alone nobody can tell by how many people two releases differ.
    .filter(([, { of }]) => of !== 'releases' || model.microdata !== 0 || model.rounding <= 1)
    .map(([rule, { of, says, reason }]) => ({
      rule,
      value: model[rule],
      says: says(model[rule], model),
      reason,
      of,
    }))

const WORDS: Readonly<Record<Rule, Words>> = {
  microdata: {
    of: 'tables',
    says: (value) =>
      value === 0
        ? 'No row of a response is published.'
        : 'Responses may be published, one row each, without names, as far as the other rules allow.',
    reason: 'A row a person says every count that tables hide, so the two do not go together.',
  },
  minimum_class: {
    of: 'responses',
    says: (value) =>
      `Each equivalence class of the responses, those that share all published details (the quasi-identifiers), has at least ${value}; so has each part of one that rows tell apart by who was asked something because of a detail or a file.`,
    reason:
      'Public-use files keep to classes of about ten, for files of patients twenty: with fewer, a neighbour\u2019s guess is right too often (El Emam 2013).',
  },
  diversity: {
    of: 'responses',
    says: (value) =>
      `A class of any size shows at least ${value} different answers to what is sensitive, or none.`,
    reason: 'With one answer in a class, belonging to it says the answer (Machanavajjhala et al. 2006).',
  },
  values_behind_a_blank: {
    of: 'responses',
    says: (value) =>
      `A detail that tables tell people apart by is blanked in no response, but recoded in all; one of another detail that is blanked has at least ${value} true values behind it.`,
    reason: 'Or the blank betrays its value (Wong et al. 2007).',
  },
  minimum_base: {
    of: 'tables',
    says: (value) =>
      `Figures are not shown where fewer than ${value} people answered; nor may the figures of such a group follow from others by adding and subtracting them (differencing), if others can know who is in it.`,
    reason:
      'Below it one person moves a percentage by many points, and arithmetic recovers every count (Handbook on Statistical Disclosure Control, 5.2).',
  },
  small_base: {
    of: 'quality',
    says: (value) =>
      `Figures of fewer than ${value} people are shown and marked [u], low reliability, where they may be shown; no finding in words rests on them.`,
    reason:
      'A margin of error is wider than 14 points either way below 50, and surveys mark such figures (Scottish Health Survey; the shorthand is the Analysis Function\u2019s).',
  },
  unanimity_below: {
    of: 'tables',
    says: (value, { microdata }) =>
      `In a group of fewer than ${value} nobody may learn that all who answered gave the same answer, or, to a sensitive question, that all but one did${microdata === 0 ? '' : '; a class of the responses is such a group, and so are all of them'}.`,
    reason:
      'A share of 0 or 100 per cent says each member\u2019s answer, and one who differs knows it of the others (the Handbook, 4.2).',
  },
  small_counts: {
    of: 'tables',
    says: (value) => `Counts of answers from 1 to ${value} are hidden.`,
    reason: 'A few people with a sensitive answer may be known to each other (NHS Digital; Ofqual).',
  },
  values_left: {
    of: 'tables',
    says: (value) =>
      `A protected count can have at least ${value} values for one who knows everything published, or as many as its group, or a large one around it that is shown, leaves possible.`,
    reason: 'An interval of two values is as good as the count to who knows one of the people.',
  },
  rounding: {
    of: 'tables',
    says: (value) =>
      `Counts are rounded to multiples of ${value}, and percentages are worked out from rounded counts.`,
    reason: 'Rounded percentages alone hide nothing (OpenSAFELY; NHS Digital).',
  },
  release_difference: {
    of: 'releases',
    says: (value) => `Two releases of this consultation differ by nobody or by at least ${value} responses.`,
    reason: 'Two releases that differ by fewer give the answers of those few (differencing).',
  },
  linked_class: {
    of: 'responses',
    says: (value) => `Joining responses and tables leaves at least ${value} records that a person may be.`,
    reason: 'Joining may narrow a class, never to the one or two that a person must be.',
  },
  attribution_class: {
    of: 'quotes',
    says: (value) => `A quote is attributed to a group that at least ${value} respondents share.`,
    reason: 'One of so many cannot be told by a neighbour, nor by another of them.',
  },
}
