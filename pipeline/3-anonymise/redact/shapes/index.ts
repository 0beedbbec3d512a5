/** Layer 1: what identifies by its shape, wherever it stands. In: a folded text. Out: spans of the original. */
import { type Folded, fold, foldWithTags } from '../fold/index.ts'
import type { Span } from '../model.ts'
import { addresses } from './address.ts'
import { datesOfBirth } from './birth.ts'
import { accountsAndLicences, nationalInsuranceNumbers, postcodes, vehicleRegistrations } from './codes.ts'
import { numbers } from './numbers.ts'
import type { Shape } from './shape.ts'
import { emailAddresses, socialHandles, webAddresses } from './web.ts'

/** What can be there without a digit, and what cannot: most answers have none. */
const IN_WORDS: readonly Shape[] = [emailAddresses, webAddresses, socialHandles, addresses]
const WITH_DIGITS: readonly Shape[] = [
  postcodes,
  nationalInsuranceNumbers,
  accountsAndLicences,
  numbers,
  datesOfBirth,
  vehicleRegistrations,
]

/** Spans of every shape in a text, in no order; they may overlap. */
export function findShapes(text: string, folded: Folded = fold(text)): readonly Span[] {
  const tagged = foldWithTags(text)
  return [folded, ...(tagged === undefined ? [] : [tagged])].flatMap((view) =>
    shapesOf(view).flatMap((shape) =>
      shape(view).map(({ from, to, kind, sure, reason }) => ({
        start: view.startOf(from),
        end: view.endOf(to - 1),
        kind,
        layer: 'shapes' as const,
        sure,
        reason,
      })),
    ),
  )
}

const shapesOf = ({ text }: Folded): readonly Shape[] =>
  /\d/.test(text) ? [...IN_WORDS, ...WITH_DIGITS] : IN_WORDS
