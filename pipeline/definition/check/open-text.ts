import type { Fault } from '../fault.ts'
import { labelKey } from '../label-key.ts'
import type { Definition } from '../model.ts'
import { codedQuestions } from '../themes.ts'
import { checkQuotes } from './quotes.ts'

/** Sheets of open text that lack what they refer to: a code frame, references, another coder's name. */
export function checkOpenText(definition: Definition): readonly Fault[] {
  const { openText } = definition
  if (openText === undefined) return []
  return [
    ...checkFrames(definition, openText.coders.length > 0),
    ...checkReferences(definition),
    ...checkCoders(definition),
    ...(openText.quotes === undefined ? [] : checkQuotes(definition, openText.quotes)),
  ]
}

function checkFrames(definition: Definition, coded: boolean): readonly Fault[] {
  if (!coded || codedQuestions(definition).length > 0) return []
  const message = 'There are coders, and no question has themes for them to code by.'
  const advice = 'Write the code frame under themes of each question that they coded.'
  return [{ code: 'no-themes', path: ['open_text', 'coders'], atKey: true, message, advice }]
}

/** Our sheets name responses by their reference, so at least one file must have such a column. */
function checkReferences({ responses }: Definition): readonly Fault[] {
  if (responses.some(({ columns }) => Object.hasOwn(columns, 'reference'))) return []
  const message =
    'Sheets of open text name responses by their reference, and no file of responses has that column.'
  const advice = 'Name the column with the number of the response under columns: { reference: Response ID }.'
  return [{ code: 'no-reference', path: ['open_text'], atKey: true, message, advice }]
}

function checkCoders({ openText }: Definition): readonly Fault[] {
  const coders = openText?.coders ?? []
  return coders.flatMap(({ coder, file, sheet }, index): readonly Fault[] => {
    const path = ['open_text', 'coders', index]
    const before = coders.slice(0, index)
    if (before.some((other) => labelKey(other.coder) === labelKey(coder))) {
      const message = `Two coders are called '${coder}'.`
      return [{ code: 'same-label', path: [...path, 'coder'], message, advice: 'Call one otherwise.' }]
    }
    if (!before.some((other) => other.file === file && other.sheet === sheet)) return []
    const message = `The sheet '${file}' is that of two coders, so they would agree in everything.`
    return [{ code: 'same-file', path: [...path, 'file'], message, advice: 'Name the sheet of each.' }]
  })
}
