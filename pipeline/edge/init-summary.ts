import { counted } from '../7-package/index.ts'
import { type Draft, questionsIn } from '../draft/index.ts'

export interface Drafted {
  readonly draft: Draft
  readonly yaml: string
  readonly rows: number
  /** Columns of the file. */
  readonly columns: number
  /** How the file was read. */
  readonly reading: string
  readonly folder: string
}

/** Most questions to the author that are repeated on the screen; all of them are in the file. */
const MOST_SHOWN = 12

/** What a draft came to, in the lines a person reads. */
export function initSummary({ draft, yaml, rows, columns, reading, folder }: Drafted): readonly string[] {
  const { questions, variables, identifying, ignore } = draft
  const of = (...kinds: readonly string[]) => questions.filter(({ kind }) => kinds.includes(kind)).length
  const routed = questions.filter(({ askedIf }) => askedIf !== undefined).length
  const parts = [
    [of('single', 'scale'), 'with one answer'],
    [of('multiple'), 'with several'],
    [of('matrix'), 'in a grid'],
    [of('ranking'), 'of rank'],
    [of('number', 'date'), 'of numbers or dates'],
    [of('open'), 'in their own words'],
  ] as const
  const doubts = questionsIn(yaml)
  const alike = joined(doubts)
  return [
    `${'Read'.padEnd(11)}${draft.file}: ${reading}; ${counted(rows, 'row', 'rows')}, ${counted(columns, 'column', 'columns')}`,
    `${'Questions'.padEnd(11)}${questions.length}: ${parts
      .filter(([count]) => count > 0)
      .map(([count, words]) => `${count} ${words}`)
      .join(', ')}`,
    ...(routed === 0
      ? []
      : [
          `${'Routing'.padEnd(11)}proposed for ${counted(routed, 'question', 'questions')}, where the blanks prove it`,
        ]),
    `${'Variables'.padEnd(11)}${variables.length === 0 ? 'none' : variables.map(({ id }) => id).join(', ')}`,
    `${'Private'.padEnd(11)}${counted(identifying.length, 'identifying column', 'identifying columns')}${draft.platform === undefined ? '' : ` besides those of ${draft.platform}`}, ${ignore.length} ignored`,
    `${'Written'.padEnd(11)}${folder}/consultation.yaml, with ${counted(doubts.length, 'question', 'questions')} to you:`,
    ...alike.slice(0, MOST_SHOWN).map(({ line, text, more }) => {
      const others = more === 0 ? '' : ` (and at ${counted(more, 'other place', 'other places')})`
      return `  line ${String(line).padEnd(5)}${text}${others}`
    }),
    ...(alike.length <= MOST_SHOWN ? [] : ['  and more, each marked "# ?" in the file']),
    `${'Next'.padEnd(11)}answer them in the file, then: stocktake check ${folder}`,
  ]
}

/** Questions that begin alike are told once, with how many more there are. */
function joined(
  doubts: readonly { readonly line: number; readonly text: string }[],
): readonly { readonly line: number; readonly text: string; readonly more: number }[] {
  const first = (text: string) => text.split('?')[0]?.replace(/^\d+ (?:cells?|rows?) /, '') ?? text
  return doubts
    .filter(({ text }, index) => doubts.findIndex((other) => first(other.text) === first(text)) === index)
    .map(({ line, text }) => {
      const more = doubts.filter((other) => first(other.text) === first(text)).length - 1
      return { line, text: more === 0 ? text : `${text.split('?')[0]}?`, more }
    })
}
