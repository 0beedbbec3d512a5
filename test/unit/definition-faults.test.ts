import { describe, expect, it } from 'vitest'
import { readDefinition } from '../../pipeline/definition/index.ts'
import type { Issue } from '../../pipeline/issues.ts'
import { BASE, broken } from './definition-base.ts'

const issuesOf = (text: string, id = 'libraries-2024'): readonly Issue[] =>
  readDefinition(text, 'consultation.yaml', id).issues

const told = (text: string) => issuesOf(text).map(({ row, column = '', message }) => [row, column, message])

/** What is replaced in the base, by what, and the one fault it makes: line, key path, message. */
const FAULTS: readonly (readonly [string, string, number, string, string])[] = [
  ['questions:', 'questons:', 32, 'questons', "Unknown key 'questons' — did you mean 'questions'?"],
  [
    'set_aside:',
    'set-aside:',
    20,
    'responses[1].set-aside',
    "Unknown key 'set-aside' — did you mean 'set_aside'?",
  ],
  ['title: Library services\n', '', 1, '', "'title' is missing."],
  [
    'title: Library services',
    'titel: Library services',
    1,
    'titel',
    "Unknown key 'titel' — did you mean 'title'?",
  ],
  ['name: Anytown', 'nmae: Anytown', 2, 'publisher.nmae', "Unknown key 'nmae' — did you mean 'name'?"],
  [
    'licence: OGL-UK-3.0',
    'licence: OGL',
    3,
    'licence',
    "'licence' cannot be 'OGL' — did you mean 'OGL-UK-3.0'?",
  ],
  ['licence: OGL-UK-3.0', 'licence: MIT', 3, 'licence', "'licence' cannot be 'MIT'."],
  ['licence: OGL-UK-3.0', 'licence:', 3, 'licence', "'licence' has no value."],
  ['version: 1.0.0', 'version: 1.0', 4, 'version', "'version' must be three numbers with dots."],
  [
    'start: 2024-01-08',
    'start: 08/01/2024',
    5,
    'fieldwork.start',
    "'start' must be a date with the year first.",
  ],
  ['start: 2024-01-08', 'start: 2024-02-30', 5, 'fieldwork.start', 'There is no 2024-02-30 in the calendar.'],
  [
    'start: 2024-01-08',
    'start: 2024-05-30',
    5,
    'fieldwork.end',
    'Fieldwork ends on 2024-03-01, before it starts on 2024-05-30.',
  ],
  ['kind: open', 'kind: opne', 39, 'questions.q2.kind', "'kind' cannot be 'opne' — did you mean 'open'?"],
  ['kind: open\n', 'knd: open\n', 39, 'questions.q2.knd', "Unknown key 'knd' — did you mean 'kind'?"],
  ['    kind: open\n', '', 37, 'questions.q2', "'kind' or 'answers' is missing in questions.q2."],
  [
    'kind: open',
    'kind: open\n    answers: [a, b]',
    40,
    'questions.q2.answers',
    "'answers' does not belong to a question of kind open.",
  ],
  [
    '    kind: multiple\n',
    '',
    44,
    'questions.q3.columns',
    "'columns' does not belong to a question of kind single.",
  ],
  ['    kind: number\n', '', 46, 'questions.q4', "'kind' or 'answers' is missing in questions.q4."],
  [
    'from_frame: false',
    'from_frame: no',
    24,
    'responses[2].from_frame',
    "'from_frame' must be true or false.",
  ],
  ['answers: [Agree, Disagree]', 'answers: Agree', 57, 'questions.q5.answers', "'answers' must be a list."],
  [
    'answers: [Agree, Disagree]',
    'answers:\n      - Agree\n      - Other: please say',
    59,
    'questions.q5.answers[2]',
    "Entry 2 of 'answers' must be text.",
  ],
  [
    'answers: [Agree, Disagree]',
    'answers: [Agree, ""]',
    57,
    'questions.q5.answers[2]',
    "Entry 2 of 'answers' is empty.",
  ],
  [
    'answers: [Agree, Disagree]',
    'answers: [Agree, agree]',
    57,
    'questions.q5.answers[2]',
    "The answers 'Agree' and 'agree' are the same but for capitals, blanks, quotes or dashes.",
  ],
  [
    'answers: [Agree, Disagree]',
    `answers: ["Don't", "Don’t"]`,
    57,
    'questions.q5.answers[2]',
    "The answers 'Don't' and 'Don’t' are the same but for capitals, blanks, quotes or dashes.",
  ],
  [
    'answers: [Agree, Disagree]',
    'answers: [Agree, "[no reply]"]',
    57,
    'questions.q5.answers[2]',
    "The answer '[no reply]' begins with a square bracket, as only the marks for missing answers do.",
  ],
  ['answers: [Agree, Disagree]', 'answers: []', 57, 'questions.q5.answers', "'answers' is empty."],
  [
    'answers: [Agree, Disagree]',
    'answers: [Agree, , Disagree]',
    57,
    '',
    'There is a comma with nothing before it.',
  ],
  [
    'answers: [Agree, Disagree]',
    'answers: [Agree, " "]',
    57,
    'questions.q5.answers[2]',
    'This answer has no label.',
  ],
  ['q5:', 'Q5:', 54, 'questions.Q5', "'Q5' cannot be an identifier — did you mean 'q5'?"],
  ['q5:', 'link:', 54, 'questions.link', "The identifier 'link' is taken by the pipeline itself."],
  ['q5:', 'region:', 54, 'questions.region', "'region' is the identifier of a question and of a variable."],
  ['q5:', 'q3_1:', 54, 'questions.q3_1', "'q3_1' is also the column of an answer to 'q3'."],
  [
    'q5:',
    '5th question:',
    54,
    'questions.5th question',
    "'5th question' cannot be an identifier — did you mean 'q5th_question'?",
  ],
  [
    'asked_if: { q1: "Yes" }',
    'asked_if: { q11: "Yes" }',
    40,
    'questions.q2.asked_if.q11',
    "There is no question or variable 'q11' — did you mean 'q1'?",
  ],
  [
    'asked_if: { q1: "Yes" }',
    'asked_if: { q1: Yess }',
    40,
    'questions.q2.asked_if.q1',
    "'q1' has no answer or value 'Yess' — did you mean 'Yes'?",
  ],
  [
    'asked_if: { q1: "Yes" }',
    'asked_if: { q1: [Yes, Maybe] }',
    40,
    'questions.q2.asked_if.q1[2]',
    "'q1' has no answer or value 'Maybe'.",
  ],
  [
    'asked_if: { q1: "Yes" }',
    'asked_if: { q4: 5 }',
    40,
    'questions.q2.asked_if.q4',
    "'q4' has no answer or value '5'.",
  ],
  [
    'asked_if: { q1: "Yes" }',
    'asked_if: { q2: a }',
    40,
    'questions.q2.asked_if.q2',
    "'q2' is asked only after an answer to itself.",
  ],
  [
    'asked_if: { q1: "Yes" }',
    'asked_if: { source: leters.csv }',
    40,
    'questions.q2.asked_if.source',
    "There is no file of responses 'leters.csv' — did you mean 'letters.csv'?",
  ],
  ['asked_if: { q1: "Yes" }', 'asked_if: {}', 40, 'questions.q2.asked_if', "'asked_if' is empty."],
  [
    'populations: [clerks, everyone]',
    'populations: [clerk, everyone]',
    69,
    'tables.populations[1]',
    "There is no population 'clerk' — did you mean 'clerks'?",
  ],
  [
    'profile: [region]',
    'profile: [regoin]',
    68,
    'tables.profile[1]',
    "There is no variable 'regoin' — did you mean 'region'?",
  ],
  [
    'profile: [region]',
    'profile: [role]',
    68,
    'tables.profile[1]',
    "The variable 'role' is not among the columns of the frame.",
  ],
  [
    'publish: [region]',
    'publish: [region, region]',
    72,
    'privacy.publish[2]',
    "'region' stands in 'publish' twice.",
  ],
  ['publish: [region]', 'publish: [link]', 72, 'privacy.publish[1]', "There is no variable 'link'."],
  ['publish: [region]', 'publish:', 72, 'privacy.publish', "'publish' has no value."],
  ['publish: [region]', 'publish: region', 72, 'privacy.publish', "'publish' must be a list."],
  [
    'nets: { Answered: ["Yes", "No"] }',
    'nets: { Answered: ["Yes", Noo] }',
    36,
    'questions.q1.nets.Answered[2]',
    "'q1' has no answer or value 'Noo' — did you mean 'No'?",
  ],
  [
    'nets: { Answered: ["Yes", "No"] }',
    'nets: { yes: ["Yes", "No"] }',
    36,
    'questions.q1.nets.yes',
    "The net 'yes' is called like an answer.",
  ],
  [
    'below: 10',
    'below: 5',
    52,
    'questions.q4.bands[2]',
    "The band 'Under 10' ends before 5, where it does not reach beyond 5.",
  ],
  [
    'label: 10 or more',
    'label: 10 or more, below: 20',
    53,
    'questions.q4.bands[3]',
    "The last band '10 or more' must be open.",
  ],
  [
    'label: Under 10, below: 10',
    'label: Under 10',
    52,
    'questions.q4.bands[2]',
    "The band 'Under 10' has no end.",
  ],
  [
    'below: 10',
    'below: ten',
    52,
    'questions.q4.bands[2].below',
    "'below' must be a number, or a date with the year first.",
  ],
  [
    'minimum: 0',
    'minimum: 7',
    51,
    'questions.q4.bands[1]',
    "The band 'Under 5' ends before 5, where it does not reach beyond 7.",
  ],
  [
    'groups: { Inland: [North, South] }',
    'groups: { Inland: [North, Suoth] }',
    29,
    'variables.region.groups.Inland[2]',
    "'region' has no answer or value 'Suoth' — did you mean 'South'?",
  ],
  [
    'groups: { Inland: [North, South] }',
    'groups: [{ Inland: [North] }, { A: [North, South], B: [South] }]',
    29,
    'variables.region.groups[2].B[1]',
    "'South' is in 'A' and in 'B'.",
  ],
  [
    'groups: { Inland: [North, South] }',
    'groups: [{ Inland: [North, South] }, { Shore: [South, Coast] }]',
    29,
    'variables.region.groups[2]',
    "No group of this level has 'North', which the level before puts into 'Inland'.",
  ],
  [
    'groups: { Inland: [North, South] }',
    'groups: [{ Inland: [North, South] }, { A: [North], B: [South, Coast] }]',
    29,
    'variables.region.groups[2]',
    "This level divides 'Inland' of the level before between 'A' and 'B'.",
  ],
  [
    'kind: open\n',
    'kind: open\n    sensitive: true\n',
    40,
    'questions.q2.sensitive',
    "'sensitive' does not belong to a question of kind open.",
  ],
  [
    'answers: [Agree, Disagree]',
    'answers: [Agree]\n    sensitive: true',
    58,
    'questions.q5.sensitive',
    "'q5' has fewer answers than the 2 that people who share the published variables must have given.",
  ],
  [
    'answers: [Agree, Disagree]',
    'answers: [Agree, Disagree]\n    sensitive: maybe',
    58,
    'questions.q5.sensitive',
    "'sensitive' must be true or false.",
  ],
  [
    'groups: { Inland: [North, South] }',
    'groups: { Coast: [North, South] }',
    29,
    'variables.region.groups.Coast',
    "The group 'Coast' is called like a value that is not in it.",
  ],
  [
    'file: letters.csv',
    'file: ../letters.csv',
    22,
    'responses[2].file',
    "'file' must be a file beside consultation.yaml, or in a folder below it (no '..', no '\\', no leading '/').",
  ],
  [
    'file: letters.csv',
    'file: /letters.csv',
    22,
    'responses[2].file',
    "'file' must be a file beside consultation.yaml, or in a folder below it (no '..', no '\\', no leading '/').",
  ],
  [
    'file: letters.csv',
    'file: responses.csv',
    22,
    'responses[2].file',
    "The file 'responses.csv' is read twice, so its responses would count twice.",
  ],
  [
    'submitted: End time',
    'submited: End time',
    17,
    'responses[1].columns.submited',
    "'submited' is no column of this file, variable or question — did you mean 'submitted'?",
  ],
  [
    'submitted: End time',
    'role: Email',
    17,
    'responses[1].columns.role',
    "The column 'Email' identifies people, so it cannot be passed on as 'role'.",
  ],
  [
    'submitted: End time',
    'submitted: Status',
    17,
    'responses[1].columns.submitted',
    "The column 'Status' is also under ignore.",
  ],
  [
    'submitted: End time',
    'submitted: Link',
    17,
    'responses[1].columns.submitted',
    "The column 'Link' is named for 'link' and for 'submitted'.",
  ],
  [
    'submitted: End time',
    'q3: Bus',
    17,
    'responses[1].columns.q3',
    "'q3' has a column for each answer, named under the question.",
  ],
  ['key: Code', 'kye: Code', 9, 'frame.columns.kye', "'key' is missing in frame.columns — is it 'kye'?"],
  [
    'link: Link\n      submitted',
    'started: Link\n      submitted',
    14,
    'responses[1]',
    'Responses must be found in the frame, and no column says to which unit they belong.',
  ],
  [
    'equals: Test',
    'equal: Test',
    21,
    'responses[1].set_aside[1].equal',
    "Unknown key 'equal' — did you mean 'equals'?",
  ],
  [
    ', equals: Test',
    '',
    21,
    'responses[1].set_aside[1]',
    "'equals' or 'starts_with' is missing in responses[1].set_aside[1].",
  ],
  [
    'columns: { Bus: Q3_1, Car: Q3_2 }',
    'columns: { Bus: Q3_1 }',
    45,
    'questions.q3.columns',
    "The answer 'Car' has no column.",
  ],
  [
    'columns: { Bus: Q3_1, Car: Q3_2 }',
    'columns: { Bus: Q3_1, Car: Q3_1 }',
    45,
    'questions.q3.columns.Car',
    "The heading 'Q3_1' is given to two answers.",
  ],
  [
    'answers: [Bus, Car]\n    columns: { Bus: Q3_1, Car: Q3_2 }',
    'answers: [Bus, Car, Bus;Car]\n    separator: ;',
    44,
    'questions.q3.answers[3]',
    "The answer 'Bus;Car' contains the separator ';' and reads like other answers one after another, so cells cannot be taken apart.",
  ],
  [
    'columns: { Bus: Q3_1, Car: Q3_2 }',
    'columns: { Bus: Q3_1, Car: Q3_2 }\n    separator: a',
    46,
    'questions.q3.separator',
    "'separator' and 'columns' cannot stand together.",
  ],
  [
    'columns: { Bus: Q3_1, Car: Q3_2 }',
    'unticked: [a]',
    45,
    'questions.q3.unticked',
    "'unticked' needs 'columns'.",
  ],
  [
    'role: Clerk }',
    'rol: Clerk }',
    62,
    'populations.clerks.where.rol',
    "There is no question or variable 'rol' — did you mean 'role'?",
  ],
  [
    'role: Clerk }',
    'role: Clark }',
    62,
    'populations.clerks.where.role',
    "'role' has no answer or value 'Clark' — did you mean 'Clerk'?",
  ],
  [
    'base: all clerks\n    where',
    'bases: all clerks\n    where',
    61,
    'populations.clerks.bases',
    "Unknown key 'bases' — did you mean 'base'?",
  ],
  ['tables:', 'tables:\n  coverage: yes', 67, 'tables.coverage', "'coverage' must be true or false."],
  [
    'privacy:',
    'privacy:\n  minimum_class: 1',
    72,
    'privacy.minimum_class',
    "'minimum_class' must be at least 2.",
  ],
  [
    'privacy:',
    'privacy:\n  minimum_class: 5',
    72,
    'privacy.minimum_class',
    "minimum_class is laxer than the profile 'consultation' allows: 5, where it has 10.",
  ],
  [
    'privacy:',
    'privacy:\n  rules: { minimum_base: 20, microdata: true }\n  profile: health',
    72,
    'privacy.rules.microdata',
    "microdata is laxer than the profile 'health' allows: 1, where it has 0.",
  ],
  [
    'privacy:',
    'privacy:\n  rules: { minimum_base: 20 }\n  waivers: [{ rule: minimum_base, value: 5, reason: Agreed }]',
    73,
    'privacy.waivers[1]',
    'minimum_base is both made stricter under rules and waived here.',
  ],
  [
    'privacy:',
    'privacy:\n  waivers: [{ rule: minimum_base, reason: Agreed }]',
    72,
    'privacy.waivers[1]',
    'The waiver of minimum_base does not say what holds instead.',
  ],
  [
    'privacy:',
    'privacy:\n  rules: { minimum_group: 30 }',
    72,
    'privacy.rules.minimum_group',
    "'minimum_group' is gone: 'small_base' is in its place.",
  ],
  [
    'privacy:',
    'privacy:\n  waivers: [{ rule: minimum_group, value: 20, reason: Agreed }]',
    72,
    'privacy.waivers[1].rule',
    "'minimum_group' is gone: 'small_base' is in its place.",
  ],
  [
    'privacy:',
    'privacy:\n  waivers: [{ rule: small_base, value: 20, reason: Agreed }]',
    72,
    'privacy.waivers[1]',
    'small_base protects nobody: it marks figures that few people stand behind. It needs no waiver.',
  ],
  [
    'privacy:',
    'privacy:\n  waivers: [{ rule: personal_facts, questions: [q1] }]',
    72,
    'privacy.waivers[1]',
    "'reason' is missing in privacy.waivers[1].",
  ],
  [
    'privacy:',
    'privacy:\n  waivers: [{ rule: personal_facts, reason: Agreed }]',
    72,
    'privacy.waivers[1]',
    'The waiver of personal_facts does not say for which questions it holds.',
  ],
  [
    'privacy:',
    'privacy:\n  waivers: [{ rule: personal_facts, questions: [], reason: Agreed }]',
    72,
    'privacy.waivers[1]',
    'The waiver of personal_facts does not say for which questions it holds.',
  ],
  [
    'privacy:',
    'privacy:\n  waivers: [{ rule: personal_facts, questions: [q1, q55], reason: Agreed }]',
    72,
    'privacy.waivers[1].questions[2]',
    "There is no question 'q55' — did you mean 'q5'?",
  ],
  [
    'privacy:',
    'privacy:\n  waivers: [{ rule: personal_facts, questions: [region], reason: Agreed }]',
    72,
    'privacy.waivers[1].questions[1]',
    "There is no question 'region'.",
  ],
  [
    'privacy:',
    'privacy:\n  waivers: [{ rule: personal_facts, questions: [q1], value: 5, reason: Agreed }]',
    72,
    'privacy.waivers[1].value',
    'The waiver of personal_facts has no value: it names questions.',
  ],
  [
    'privacy:',
    'privacy:\n  waivers: [{ rule: minimum_base, questions: [q1], value: 5, reason: Agreed }]',
    72,
    'privacy.waivers[1].questions',
    "'questions' does not belong to a waiver of minimum_base.",
  ],
  [
    'publish: [region]',
    'publish: [region, q1]\n  waivers: [{ rule: personal_facts, questions: [q1], reason: Agreed }]',
    73,
    'privacy.waivers[1].questions[1]',
    "'q1' is published as part of the key, and waived here as well.",
  ],
  [
    'publish: [region]',
    'publish: [region, q3]',
    72,
    'privacy.publish[2]',
    "'q3' is a question of kind multiple: only one with a single answer of a list can be published so.",
  ],
  [
    'publish: [region]',
    'publish: [q4]',
    72,
    'privacy.publish[1]',
    "'q4' is a question of kind number: only one with a single answer of a list can be published so.",
  ],
  [
    '    kind: multiple\n',
    '    kind: multiple\n    identifying: often\n',
    44,
    'questions.q3.identifying',
    "'identifying' must be true or false.",
  ],
  [
    '    identifying: [Email]',
    '    may_publish: ["Yes"]\n    identifying: [Email]',
    18,
    'responses[1].may_publish',
    "'may_publish' says what a column holds, and no column is named for 'do_not_publish'.",
  ],
  [
    'privacy:',
    'privacy:\n  profile: as-published',
    72,
    'privacy.profile',
    "The profile 'as-published' hides nothing in tables, so it needs a waiver that says why.",
  ],
  [
    'privacy:',
    'reporting: { decimals: 9 }\nprivacy:',
    71,
    'reporting.decimals',
    "'decimals' must be at most 3.",
  ],
  [
    'privacy:',
    'cleaning: { keep: last_complete }\nprivacy:',
    71,
    'cleaning.keep',
    "'keep' cannot be 'last_complete' — did you mean 'last complete'?",
  ],
]

/** Texts that are not YAML as we read it: line and message. */
const NOT_YAML: readonly (readonly [string, number, string])[] = [
  ['title: x\npublisher:\n\tname: a', 3, 'This line is indented with a tab.'],
  [
    'title: Libraries: a study',
    1,
    'There is a second colon on this line, or the next line is indented too far.',
  ],
  [`${BASE}title: again\n`, 74, "The key 'title' stands here twice."],
  [
    broken('  role:\n    values: [Clerk, Chair]', '  region:\n    values: [a]'),
    30,
    "The key 'region' stands here twice.",
  ],
  ['', 1, 'The file is empty.'],
  ['# only a comment', 1, 'The file is empty.'],
  ['- a', 1, 'The file must be made of keys, such as "title:".'],
  [broken('[Agree, Disagree]', '[*Agree, Disagree]'), 57, 'There is no &Agree above this *Agree.'],
  ['title: "Libraries\nx: 1\n', 3, 'A quote or bracket that was opened is not closed.'],
  ['title: a\nkeywords: [a, b\nlicence: x\n', 3, 'A quote or bracket that was opened is not closed.'],
  ['title: "Libraries" a study\n', 1, 'Something follows a text in quotes.'],
  [
    'title: a\nlicence OGL\n',
    2,
    'There is no colon after the key on this line, or it is the rest of a text that is not indented.',
  ],
  ['title: @home\n', 1, 'Text cannot begin with this character.'],
  ['title: !foo bar', 1, 'Text cannot begin with an exclamation mark.'],
  ['title: !!binary aGk=', 1, 'Text cannot begin with an exclamation mark.'],
  [broken('    kind: open', '   kind: open'), 39, 'This line is not indented like its neighbours.'],
  [`${BASE}---\ntitle: b\n`, 74, 'A line of --- starts a second document here.'],
  ['? [a]\n: b', 1, 'A list or section cannot be a key.'],
  ['a: &a [*a]', 1, 'The list *a contains itself.'],
  [`a: ${'['.repeat(100_000)}`, 1, 'This is nested too deep.'],
  [
    Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    202,
    'This is nested too deep.',
  ],
  [`a: ${'x'.repeat(1024 * 1024)}`, 1, 'The file is larger than 1 MiB.'],
  [bomb(), 1, 'The aliases of this file (*name) stand for more text than a definition can hold.'],
]

/** Eight lists, each ten times the one before: 80 entries written, 100 million meant. */
function bomb(): string {
  const list = (entry: string) => `[${Array(10).fill(entry).join(', ')}]`
  return Array.from(
    'abcdefgh',
    (name, index) => `${name}: &${name} ${list(index === 0 ? 'x' : `*${'abcdefgh'[index - 1]}`)}`,
  ).join('\n')
}

describe('a fault in a definition', () => {
  it.each(FAULTS)('%j -> %j', (passage, replacement, row, column, message) => {
    expect(told(broken(passage, replacement))).toEqual([[row, column, message]])
  })

  it.each(NOT_YAML)('%.40j', (text, row, message) => {
    expect(issuesOf(text)).toMatchObject([
      { row, message, file: 'consultation.yaml', severity: 'error', concern: 'definition' },
    ])
  })

  it('says what is allowed and what to do', () => {
    expect(issuesOf(broken('set_aside:', 'setaside:'))[0]).toEqual({
      code: 'definition/unknown-key',
      severity: 'error',
      concern: 'definition',
      message: "Unknown key 'setaside' — did you mean 'set_aside'?",
      file: 'consultation.yaml',
      row: 20,
      column: 'responses[1].setaside',
      expected:
        'file, sheet, encoding, platform, channel, missing, answers_as, recode, columns, may_publish, separator, identifying, ignore, set_aside or from_frame',
    })
    expect(issuesOf(broken('kind: open', 'kind: likert'))[0]?.expected).toBe(
      'single, scale, multiple, matrix, ranking, number, date or open',
    )
    expect(issuesOf(broken('version: 1.0.0', 'version: one'))[0]?.expected).toBe('such as 1.0.0')
    expect(issuesOf(broken('from_frame: false', 'from_frame: No'))[0]?.advice).toBe(
      'Write false instead of No.',
    )
    expect(issuesOf(broken('    kind: multiple\n', ''))[0]?.advice).toMatch(/^Write kind: multiple/)
    expect(issuesOf(broken('licence: OGL-UK-3.0\n', ''))[0]?.expected).toBe('licence: OGL-UK-3.0')
  })

  it('names a circle of routing once, whole', () => {
    const circle = broken(
      'answers: [Agree, Disagree]',
      'answers: [Agree, Disagree]\n    asked_if: { q3: Bus }',
    ).replace('kind: multiple', 'kind: multiple\n    asked_if: { q5: Agree }')
    expect(told(circle)).toEqual([
      [44, 'questions.q3.asked_if.q5', 'Routing runs in a circle: q3 -> q5 -> q3.'],
    ])
  })

  it('is told for every place, in the order of the file', () => {
    const text = broken('licence: OGL-UK-3.0', 'licence: OGL')
      .replace('kind: open', 'kind: opne')
      .replace('publish:', 'publsh:')
    expect(issuesOf(text).map(({ row }) => row)).toEqual([3, 39, 72])
    const names = broken('publish: [region]', 'publish: [regio]').replace('role: Clerk }', 'role: Clark }')
    expect(issuesOf(names).map(({ row }) => row)).toEqual([62, 72])
  })

  it('is told once where an alias repeats it', () => {
    const shared = broken('answers: ["Yes", "No", Don\'t know]', 'answers: &list [Yes, yes, No]').replace(
      'answers: [Agree, Disagree]',
      'answers: *list',
    )
    expect(told(shared)).toEqual([
      [
        35,
        'questions.q1.answers[2]',
        "The answers 'Yes' and 'yes' are the same but for capitals, blanks, quotes or dashes.",
      ],
    ])
  })

  it('is told of files that lean on a list that is not there', () => {
    const without = (from: string, to: string) =>
      BASE.slice(0, BASE.indexOf(from)) + BASE.slice(BASE.indexOf(to))
    expect(told(without('frame:', 'invitees:'))).toEqual([
      [6, 'invitees', 'The invitees belong to units of a frame, and there is no frame.'],
      [19, 'responses[2].columns.covers', "'covers' is looked up in the frame, and there is no frame."],
      [
        63,
        'tables.response_rates[2]',
        "The variable 'region' is not among the columns of the frame or the invitees.",
      ],
      [64, 'tables.profile[1]', "'region' cannot be shown here: there is no frame."],
    ])
    expect(told(without('invitees:', 'responses:'))[0]).toEqual([
      11,
      'responses[1]',
      'Responses must be found in the frame, and no column says to which unit they belong.',
    ])
  })

  it('is told of a list of more than 200 answers', () => {
    const labels = (length: number) => Array.from({ length }, (_, index) => `a${index}`).join(', ')
    expect(issuesOf(broken('[Agree, Disagree]', `[${labels(200)}]`))).toEqual([])
    expect(told(broken('[Agree, Disagree]', `[${labels(201)}]`))).toEqual([
      [57, 'questions.q5.answers', "'answers' can hold at most 200 entries."],
    ])
  })

  it('is told of a folder whose name cannot name a release', () => {
    expect(issuesOf(BASE, 'My survey')[0]?.message).toBe(
      "The folder's name 'My survey' cannot name a release.",
    )
    expect(issuesOf(BASE, 'survey-2.1_b')).toEqual([])
  })

  it.each(['source', 'population_x', 'constructor', 'rowid', 'raw_q1'])(
    'is told of the reserved identifier %s',
    (id) => {
      expect(told(broken('q5:', `${id}:`))).toEqual([
        [54, `questions.${id}`, `The identifier '${id}' is taken by the pipeline itself.`],
      ])
    },
  )

  it('is told of keys that only JavaScript knows', () => {
    expect(told(`${BASE}__proto__: { title: x }\n`)).toEqual([[74, '__proto__', "Unknown key '__proto__'."]])
    expect(told(`${BASE}toString: x\n`)).toEqual([[74, 'toString', "Unknown key 'toString'."]])
  })
})
