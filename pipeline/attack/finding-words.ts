import type { Issue } from '../issues.ts'
import type { Finding } from './findings.ts'

interface Words {
  readonly what: (finding: Finding) => string
  readonly advice: string
}

const people = ({ base }: Finding): string => {
  if (base === undefined) return 'some people'
  const { least, most } = base
  const count = least === most ? String(most) : `${Math.max(1, least)} to ${most}`
  return `${count} ${most === 1 ? 'person' : 'people'}`
}

const of = ({ question, group }: Finding): string =>
  [question === undefined ? '' : `question ${question}`, group].filter((one) => one !== '').join(', ')

const WORDS: Readonly<Record<Finding['rule'], Words>> = {
  'small group': {
    what: (finding) => `How ${people(finding)} answered follows from the tables: ${of(finding)}.`,
    advice: 'Show fewer groups side by side, merge small answers, or set privacy: groups: partition.',
  },
  'small count': {
    what: (finding) => `A count that is hidden for being small follows from the rest: ${of(finding)}.`,
    advice: 'Merge small answers, round, or show fewer groups.',
  },
  'same answer': {
    what: (finding) =>
      `That ${people(finding)} all gave the same answer follows from the tables: ${of(finding)}.`,
    advice: 'Leave the group out of this question, or merge it with another.',
  },
  'small class': {
    what: (finding) =>
      `The responses have an equivalence class, alike in what others can know, of only ${people(finding)}: ${of(finding)}.`,
    advice:
      'Publish fewer variables of a respondent, or broader groups of their values; a question that only some were asked says who they are.',
  },
  'same answer in rows': {
    what: (finding) =>
      `The responses say that ${people(finding)} whom they do not tell apart all gave the same answer, or all but one: ${of(finding)}.`,
    advice:
      'Publish broader groups of the variables, or leave the answers to this question out of the responses.',
  },
  'few answers in rows': {
    what: (finding) =>
      `The responses say what ${people(finding)} answered whom others can tell from all the rest: ${of(finding)}.`,
    advice:
      'Publish broader groups of the variables, or leave the answers to this question out of the responses.',
  },
  'order of rows': {
    what: (finding) => `The order of the responses is not that of what is published: ${of(finding)}.`,
    advice:
      'Sort the rows by all their columns and number them from 1: any other order says more than they do.',
  },
  impossible: {
    what: (finding) => `No counts give the figures shown: ${of(finding)}.`,
    advice: 'One of the figures or bases is wrong.',
  },
  'linked records': {
    what: (finding) =>
      `Records in the responses can be told apart by joining them with the tables: ${of(finding)}.`,
    advice: 'Publish fewer variables of a respondent, or leave the population out of the tables.',
  },
  'solved blank': {
    what: (finding) => `What stands behind a blank in the responses follows from the tables: ${of(finding)}.`,
    advice: 'Publish this variable in broader groups, or leave out its response rates.',
  },
  'releases differ': {
    what: (finding) =>
      `Two releases differ by ${people(finding)} only, whose answers are the difference: ${of(finding)}.`,
    advice:
      'Wait until more responses have come in or changed, or publish a correction under a waiver of release_difference. If nobody was ever given the earlier release, remove it from dist.',
  },
  'not tested': {
    what: () =>
      'The groups that tables show overlap in too many ways for all that follows from them to be looked at.',
    advice: 'Show fewer populations and breakdowns side by side.',
  },
  'formats differ': {
    what: (finding) => `A figure that one file hides stands in another: ${of(finding)}.`,
    advice: 'This is a fault of Stocktake. Please report it.',
  },
}

/** A finding as a sentence for people. Names groups, questions and counts, never a respondent's words. */
export const findingInWords = (finding: Finding): string => WORDS[finding.rule].what(finding)

/** A finding as what stops a run. */
export const findingIssue = (finding: Finding): Issue => ({
  code: `attack/${finding.rule.replaceAll(' ', '-')}`,
  severity: 'error',
  concern: 'disclosure',
  message: findingInWords(finding),
  ...(finding.question === undefined ? {} : { column: `questions.${finding.question}` }),
  expected: 'a release from which nobody learns what one of few people said',
  advice: WORDS[finding.rule].advice,
})
