import { collect, type Inspections } from './1-collect/index.ts'
import { clean, proposeCodes } from './2-clean/index.ts'
import { settleQuotes } from './3-anonymise/index.ts'
import type { QuotesReport, Responses, ReviewItem, Submissions } from './artefacts.ts'
import type { Definition } from './definition/index.ts'
import type { Issue } from './issues.ts'
import type { Ports } from './pipeline.ts'

/** What people have to decide before words are published, and what they have to code. */
export interface ReviewResult {
  readonly submissions: Submissions
  readonly responses: Responses
  /** Passages and quotes, decided or not; nothing where the definition has no sheet of quotes. */
  readonly review: readonly ReviewItem[]
  readonly quotes?: QuotesReport
  readonly issues: readonly Issue[]
}

/** Raw responses to what a person must look at: the flow as far as quotes, and nothing is published. */
export async function reviewPipeline(
  definition: Definition,
  inspections: Inspections,
  { engine, step, folders }: Pick<Ports, 'engine' | 'step' | 'folders'>,
): Promise<ReviewResult> {
  const submissions = await step('collect', () => collect(engine, definition, inspections, folders))
  const responses = await step('clean', () => clean(engine, definition, submissions.value))
  await step('propose', () => proposeCodes(engine, definition))
  const settled = await step('review', () => settleQuotes(engine, definition, responses.value))
  return {
    submissions: submissions.value,
    responses: responses.value,
    review: settled?.review ?? [],
    ...(settled === undefined ? {} : { quotes: settled.report }),
    issues: [...submissions.issues, ...responses.issues],
  }
}
