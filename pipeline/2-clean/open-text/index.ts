/**
 * Words of respondents, a room of its own within the stage. In: columns of the responses and our own sheets. Out:
 * the words beside each response, what its sender agreed to, the quotes that were chosen, and what people
 * decided of them. Does not belong here: what may be published (3-anonymise).
 */
import type { Responses, Submissions } from '../../artefacts.ts'
import type { Definition } from '../../definition/index.ts'
import type { Engine } from '../../engine/index.ts'
import { hasErrors, type Issue } from '../../issues.ts'
import { prepareCodeFrame } from '../coding/index.ts'
import { REVIEW_DECISIONS, readReview } from './read-decisions.ts'
import { CHOSEN_QUOTES, readQuotes } from './read-quotes.ts'

/** Reads the sheet of quotes and the decisions on them, where the definition has one. */
export async function takeQuotes(
  engine: Engine,
  definition: Definition,
  { quotes, reviews }: Pick<Submissions, 'quotes' | 'reviews'>,
): Promise<{
  readonly relations: Pick<Responses, 'chosenQuotes' | 'decisions'>
  readonly issues: readonly Issue[]
}> {
  if (quotes === undefined) return { relations: {}, issues: [] }
  await prepareCodeFrame(engine, definition)
  const chosen = await readQuotes(engine, definition, quotes)
  if (hasErrors(chosen)) return { relations: {}, issues: chosen }
  const decided = await readReview(engine, reviews)
  return {
    relations: { chosenQuotes: CHOSEN_QUOTES, decisions: REVIEW_DECISIONS },
    issues: [...chosen, ...decided],
  }
}
