import { mkdir, rm } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { inspectDecisions, inspectSources, readingIssues } from '../1-collect/index.ts'
import { counted } from '../7-package/index.ts'
import { CODING_SHEETS, REVIEW_SHEETS } from '../artefacts.ts'
import { openEngine } from '../engine/index.ts'
import { hasErrors, Refused } from '../issues.ts'
import { type ReviewResult, reviewPipeline } from '../review.ts'
import type { ReviewArguments } from './arguments.ts'
import { EXIT } from './exit-codes.ts'
import { failure } from './failures.ts'
import { withLock } from './lock.ts'
import { openDefinition } from './open-definition.ts'
import { printIssues } from './print-issues.ts'
import { progress } from './progress.ts'
import type { Result } from './result.ts'
import { filledIn, writeCodingSheet, writeReview } from './review-sheets.ts'

/** `stocktake review`: writes the private sheets in which people decide what is published and code answers. */
export async function reviewCommand(typed: ReviewArguments, write: (line: string) => void): Promise<Result> {
  const raw = resolve(typed.folder)
  const folder = resolve('.stocktake', basename(raw))
  const work = join(folder, 'work')
  try {
    const { definition } = await openDefinition(raw)
    return await withLock(join(folder, 'lock'), {}, async () => {
      const inspections = [
        ...(await inspectSources(definition, raw)),
        ...(await filledIn(folder, await inspectDecisions(definition, folder))),
      ]
      if (hasErrors(readingIssues(inspections))) throw new Refused(readingIssues(inspections))
      await rm(work, { recursive: true, force: true })
      await mkdir(work, { recursive: true })
      const engine = await openEngine({
        memoryLimit: '1GB',
        spill: join(work, 'spill'),
        folders: [raw, folder],
      })
      try {
        const ports = { engine, folders: { work }, step: progress(write) }
        const result = await reviewPipeline(definition, inspections, ports)
        await writeReview(folder, result.review)
        const toCode = await writeCodingSheet(engine, folder)
        const lines = summary(result, toCode, relative('.', folder))
        for (const [heading, line] of lines) write(`${heading.padEnd(11)}${line}`)
        printIssues(result.issues, write)
        return {
          exitCode: EXIT.done,
          status: 'reviewed',
          issues: result.issues,
          review: { ...waiting(result), uncoded: toCode },
          ...(result.quotes === undefined ? {} : { quotes: result.quotes }),
        }
      } finally {
        engine.close()
        await rm(work, { recursive: true, force: true })
      }
    })
  } catch (error) {
    return failure(error, write)
  }
}

/** How much is undecided. */
function waiting({ review }: ReviewResult): { readonly words: number; readonly quotes: number } {
  const open = review.filter(({ needed, choice }) => needed && choice === undefined)
  const of = (what: string) => open.filter((item) => item.what === what).length
  return { words: of('words'), quotes: of('quote') }
}

function summary(
  result: ReviewResult,
  toCode: number,
  folder: string,
): readonly (readonly [string, string])[] {
  const { words, quotes } = waiting(result)
  const nothing = result.review.length === 0 && toCode === 0
  return [
    ...(result.review.length === 0
      ? []
      : [
          [
            'To decide',
            `${counted(words, 'passage', 'passages')} that may identify somebody, ${counted(quotes, 'quote', 'quotes')} to approve: ${folder}/${REVIEW_SHEETS[1]} (or ${REVIEW_SHEETS[0]})`,
          ] as const,
          ['', 'Write keep or redact, publish or withhold, under "choice", and run again.'] as const,
        ]),
    ...(toCode === 0
      ? []
      : [
          [
            'To code',
            `${counted(toCode, 'answer', 'answers')}: ${folder}/${CODING_SHEETS[1]} (or ${CODING_SHEETS[0]})`,
          ] as const,
        ]),
    ...(nothing ? [['Review', 'there is nothing to decide and nothing to code'] as const] : []),
  ]
}
