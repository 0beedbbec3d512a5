import { type Fault, oneOf, type Path } from '../fault.ts'
import { given } from '../fill/given.ts'
import type { Definition, Id } from '../model.ts'
import { didYouMean } from '../nearest.ts'
import { unknownLabel } from './conditions.ts'

/** Raking to variables that do not exist or stand there twice, to values they have not, to totals nobody knows. */
export function checkWeighting(definition: Definition): readonly Fault[] {
  const { variables, weighting } = definition
  const rake = weighting?.rake ?? []
  return rake.flatMap(({ variable, totals }, index): readonly Fault[] => {
    const path: Path = ['weighting', 'rake', index, ...(totals === undefined ? [] : [variable])]
    const values = variables.find(({ id }) => id === variable)?.values
    if (values === undefined) return [unknownVariable(definition, variable, path)]
    if (rake.findIndex((other) => other.variable === variable) < index) {
      const message = `'${variable}' stands here twice.`
      return [{ code: 'raked-twice', path, message, advice: 'Remove one.' }]
    }
    if (totals === undefined) return isOfLists(definition, variable) ? [] : [noTotals(variable, path)]
    return Object.keys(totals).flatMap((value) =>
      unknownLabel(value, values, variable, [...path, value]).map((fault) => ({ ...fault, atKey: true })),
    )
  })
}

function unknownVariable({ variables }: Definition, variable: Id, path: Path): Fault {
  const known = variables.map(({ id }) => id)
  const message = `There is no variable '${variable}'${didYouMean(variable, known) || '.'}`
  return { code: 'unknown-variable', path, message, ...given({ expected: oneOf(known) }) }
}

/** Whether the frame or the invitees tell how many have each value. */
const isOfLists = ({ frame, invitees }: Definition, variable: Id): boolean =>
  [frame, invitees].some((list) => list !== undefined && Object.hasOwn(list.columns, variable))

const noTotals = (variable: Id, path: Path): Fault => ({
  code: 'no-totals',
  path,
  message: `Neither the frame nor the invitees have '${variable}', so its totals are not known.`,
  advice: `State them: ${variable}: { value: number of units, ... }.`,
})
