import { type Fault, oneOf, type Path } from '../fault.ts'
import { given } from '../fill/given.ts'
import type { Definition, QuotesSheet } from '../model.ts'
import { didYouMean } from '../nearest.ts'
import { variablesIn } from '../themes.ts'
import { unknownLabel } from './conditions.ts'

const PATH: Path = ['open_text', 'quotes']

/** Attributions by variables that are not there or not published, and words for values that do not exist. */
export function checkQuotes(definition: Definition, quotes: QuotesSheet): readonly Fault[] {
  return [
    ...quotes.attribution.flatMap((template, index) => [
      ...checkTemplate(template, [...PATH, 'attribution', index]),
      ...variablesIn(template).flatMap((id) =>
        checkVariable(definition, id, [...PATH, 'attribution', index]),
      ),
    ]),
    ...Object.entries(quotes.words).flatMap(([id, words]) => {
      const path = [...PATH, 'words', id]
      const variable = definition.variables.find((one) => one.id === id)
      if (variable === undefined) return checkVariable(definition, id, path)
      return Object.keys(words).flatMap((value) => unknownLabel(value, variable.values, id, path))
    }),
  ]
}

function checkTemplate(template: string, path: Path): readonly Fault[] {
  if (!/[{}]/.test(template.replace(/\{[a-z][a-z0-9_]*\}/g, ''))) return []
  const message = `'${template}' has a brace that holds no variable.`
  return [{ code: 'bad-template', path, message, expected: '{region} {type}' }]
}

function checkVariable({ variables, privacy }: Definition, id: string, path: Path): readonly Fault[] {
  const known = variables.map((variable) => variable.id)
  if (!known.includes(id)) {
    const message = `There is no variable '${id}'${didYouMean(id, known) || '.'}`
    return [{ code: 'unknown-name', path, message, ...given({ expected: oneOf(known) }) }]
  }
  if (privacy.publish.includes(id)) return []
  const message = `'${id}' is not among the variables that may leave, so quotes cannot be attributed by it.`
  return [
    { code: 'not-published', path, message, advice: 'Add it to privacy.publish, or leave it out here.' },
  ]
}
