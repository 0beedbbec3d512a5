import type { Draft } from '../draft.ts'
import { questionLines, remarkLines } from './comments.ts'
import { frameLines, responseLines } from './file-lines.ts'
import { linesOfQuestion, linesOfVariable } from './question-lines.ts'
import { routingAnchors } from './routing-anchors.ts'
import { value } from './scalar.ts'

/** A draft as the text of `consultation.yaml`: valid as it stands, every doubt a comment above its line. */
export function draftYaml(draft: Draft): string {
  const { fieldwork, variables, questions, frame } = draft
  const anchors = routingAnchors(questions)
  return `${[
    '# yaml-language-server: $schema=../../schemas/consultation.schema.json',
    '#',
    ...remarkLines(
      `A draft, made from ${draft.file} alone. It runs as it stands, but a machine guessed it: lines that begin with "# ?" are questions to you. Answer each by correcting the line below it, and take the question out.`,
    ),
    '',
    ...questionLines(['What is it called?'], ''),
    `title: ${value(draft.title, '  ')}`,
    ...questionLines(['Who publishes it?'], ''),
    'publisher: { name: Publisher to be named }',
    ...questionLines(['Under which licence: OGL-UK-3.0, CC-BY-4.0 or CC0-1.0?'], ''),
    'licence: OGL-UK-3.0',
    ...questionLines(fieldwork.doubts, ''),
    `fieldwork: { start: ${fieldwork.start}, end: ${fieldwork.end} }`,
    ...(frame === undefined ? [] : ['', ...frameLines(frame)]),
    '',
    ...responseLines(draft),
    ...(variables.length === 0
      ? []
      : [
          '',
          '# What is known of those who responded. It is published only if named under privacy.',
          'variables:',
        ]),
    ...variables.flatMap(linesOfVariable),
    '',
    ...remarkLines(
      'Answers stand in the order of their scale where one was recognised, else by how often they were given, and many of them by the alphabet. Answers that nobody gave are not known here: add them.',
    ),
    ...(questions.some(({ bands }) => bands !== undefined)
      ? remarkLines('Numbers leave in bands alone; these were made to hold about as many rows each.')
      : []),
    'questions:',
    ...questions.flatMap((question, index) => [
      ...(index === 0 ? [] : ['']),
      ...linesOfQuestion(question, anchors[index] ?? ''),
    ]),
    ...cleaningLines(draft),
    '',
    ...privacyLines(draft),
    '',
  ].join('\n')}`
}

function cleaningLines({ cleaning }: Draft): readonly string[] {
  const { dates, unlistedAnswers, doubts } = cleaning
  if (dates === undefined && unlistedAnswers === undefined) return []
  return [
    '',
    'cleaning:',
    ...questionLines(doubts, '  '),
    ...(dates === undefined ? [] : [`  dates: ${dates}`]),
    ...(unlistedAnswers === undefined
      ? []
      : [
          ...questionLines(
            ['Some cells hold what is on no list. Kept apart as errors; or should they be listed?'],
            '  ',
          ),
          `  unlisted_answers: ${unlistedAnswers}`,
        ]),
  ]
}

function privacyLines({ publishable, variables }: Draft): readonly string[] {
  const could =
    publishable.length === 0
      ? ''
      : ` Often published: ${publishable.join(' and ')}, as in publish: [${publishable.join(', ')}].`
  const doubt =
    variables.length === 0
      ? []
      : [
          `Which variables may be published? Only what you name here leaves, in classes of at least 10.${could}`,
        ]
  return ['privacy:', ...questionLines(doubt, '  '), '  publish: []']
}
