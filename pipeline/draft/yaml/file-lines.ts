import type { Draft, DraftColumn, DraftFrame, DraftHeading } from '../draft.ts'
import { questionLines } from './comments.ts'
import { list, scalar, value } from './scalar.ts'

/** `responses:` of a draft. */
export const responseLines = (draft: Draft): readonly string[] => [
  'responses:',
  `  file: ${value(draft.file, '    ')}`,
  ...(draft.sheet === undefined ? [] : [`  sheet: ${scalar(draft.sheet)}`]),
  ...(draft.encoding === undefined ? [] : [`  encoding: ${scalar(draft.encoding)}`]),
  ...(draft.platform === undefined
    ? []
    : [`  platform: ${draft.platform} # its own columns (times, addresses, numbers) need no line here`]),
  ...columnLines(draft.columns),
  ...(draft.mayPublish === undefined ? [] : [list('may_publish', draft.mayPublish, '  ')]),
  ...headingLines('identifying', draft.identifying),
  ...headingLines('ignore', draft.ignore),
  ...(draft.fromFrame === undefined
    ? []
    : [
        ...questionLines(['No column names the unit that responded. Does one?'], '  '),
        '  from_frame: false',
      ]),
]

/** `frame:` of a draft. */
export const frameLines = ({ file, columns, ignore, doubts }: DraftFrame): readonly string[] => [
  ...questionLines(doubts, ''),
  'frame:',
  `  file: ${value(file, '    ')}`,
  ...questionLines(['What is one unit called, and several?'], '  '),
  '  unit: { one: organisation, many: organisations }',
  ...columnLines(columns),
  ...headingLines('ignore', ignore),
]

const columnLines = (columns: readonly DraftColumn[]): readonly string[] =>
  columns.length === 0
    ? []
    : [
        '  columns:',
        ...columns.flatMap(({ name, heading, doubts }) => [
          ...questionLines(doubts, '    '),
          `    ${name}: ${value(heading, '      ')}`,
        ]),
      ]

const headingLines = (key: string, headings: readonly DraftHeading[]): readonly string[] =>
  headings.length === 0
    ? []
    : [
        `  ${key}:`,
        ...headings.flatMap(({ heading, doubts }) => [
          ...questionLines(doubts, '    '),
          `    - ${value(heading, '      ')}`,
        ]),
      ]
