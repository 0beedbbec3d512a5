import { oneLine } from '../../definition/index.ts'
import { wrap } from './scalar.ts'

const LONGEST_LINE = 100
/** How a line with a question to the author begins. */
const QUESTION = '# ? '

/** Questions to the author, as comments above the line they are about. */
export const questionLines = (doubts: readonly string[], indent: string): readonly string[] =>
  doubts.flatMap((doubt) =>
    wrap(seen(doubt), LONGEST_LINE - indent.length - QUESTION.length).map(
      (line, index) => `${indent}${index === 0 ? QUESTION : '#   '}${line}`,
    ),
  )

/** Remarks, as comments. */
export const remarkLines = (text: string, indent = ''): readonly string[] =>
  wrap(seen(text), LONGEST_LINE - indent.length - 2).map((line) => `${indent}# ${line}`)

/** Marks that YAML does not allow even in comments are left out. */
const seen = (text: string): string => oneLine(text).replace(/\p{C}/gu, '')

/** The questions to the author in a draft, each with the number of its line. */
export function questionsIn(yaml: string): readonly { readonly line: number; readonly text: string }[] {
  const lines = yaml.split('\n')
  return lines.flatMap((line, index) => {
    const start = /^\s*# \? (.*)$/.exec(line)?.[1]
    if (start === undefined) return []
    const text = [start]
    for (let next = index + 1; /^\s*# {3}\S/.test(lines[next] ?? ''); next++)
      text.push((lines[next] ?? '').trim().slice(4))
    return [{ line: index + 1, text: text.join(' ') }]
  })
}
