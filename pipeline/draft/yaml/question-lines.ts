import type { DraftQuestion, DraftVariable } from '../draft.ts'
import { questionLines } from './comments.ts'
import { list, mapping, scalar, value } from './scalar.ts'

const INDENT = '    '

/** One question of `questions:`; `anchor` marks its routing, or stands for routing marked before. */
export function linesOfQuestion(question: DraftQuestion, anchor: string): readonly string[] {
  const { id, text, kind, answers, items, bands, other, otherText, separator, unticked, columns, askedIf } =
    question

  return [
    ...questionLines(question.doubts, '  '),
    `  ${id}:`,
    `${INDENT}text: ${value(text, `${INDENT}  `)}`,
    ...(kind === 'single' ? [] : [`${INDENT}kind: ${kind}`]),
    ...(items === undefined ? [] : [list('items', items, INDENT)]),
    ...(answers === undefined ? [] : [list('answers', answers, INDENT)]),
    ...(other === undefined ? [] : [`${INDENT}other: ${value(other, `${INDENT}  `)}`]),
    ...(otherText === undefined ? [] : [`${INDENT}other_text: ${value(otherText, `${INDENT}  `)}`]),
    ...(separator === undefined ? [] : [`${INDENT}separator: ${JSON.stringify(separator)}`]),
    ...(columns === undefined ? [] : [mapping('columns', columns, INDENT)]),
    ...(unticked === undefined ? [] : [list('unticked', ['', ...unticked], INDENT)]),
    ...(bands === undefined ? [] : [`${INDENT}bands:`, ...bands.map(bandLine)]),
    ...(question.identifying === true ? [`${INDENT}identifying: true`] : []),
    ...(askedIf === undefined ? [] : askedIfLines(askedIf, anchor)),
  ]
}

function bandLine({ label, below }: { readonly label: string; readonly below?: number | string }): string {
  const end =
    below === undefined ? '' : `, below: ${typeof below === 'string' ? JSON.stringify(below) : below}`
  return `${INDENT}  - { label: ${scalar(label)}${end} }`
}

function askedIfLines(
  { name, answers }: NonNullable<DraftQuestion['askedIf']>,
  anchor: string,
): readonly string[] {
  if (anchor.startsWith('*')) return [`${INDENT}asked_if: ${anchor}`]
  const key = anchor === '' ? 'asked_if:' : `asked_if: ${anchor}`
  const inline = `${INDENT}${key} { ${name}: [${answers.map(scalar).join(', ')}] }`
  return inline.length <= 100 ? [inline] : [`${INDENT}${key}`, list(name, answers, `${INDENT}  `)]
}

/** One variable of `variables:`. */
export const linesOfVariable = ({ id, title, values, doubts }: DraftVariable): readonly string[] => [
  ...questionLines(doubts, '  '),
  `  ${id}:`,
  `${INDENT}title: ${value(title, `${INDENT}  `)}`,
  list('values', values, INDENT),
]
