import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../pipeline/draft/index.ts'
import { SHARED } from './support/stocktake.ts'
import { draftFile } from './unit/draft-support.ts'
import { type ColumnTruth, FILES } from './unit/draft-truth.ts'

const SURVEYS = join(SHARED, 'surveys')
const [NEEDED, OF] = [95, 100]

describe('drafts of four real files', () => {
  it(`are right for at least ${NEEDED} in ${OF} columns: kind and labels`, async (context) => {
    if (!existsSync(SURVEYS)) {
      console.log('skipped: no reference data beside the project')
      context.skip()
    }
    let [right, all] = [0, 0]
    for (const { path, encoding, columns } of FILES) {
      const { draft, headings } = await draftFile(
        join(SURVEYS, path),
        encoding === undefined ? {} : { encoding },
      )
      expect(columns.length, path).toBe(headings.length)
      for (const [index, truth] of columns.entries()) {
        const heading = headings[index] ?? ''
        const found = placeOf(draft, heading)
        all += 1
        if (isRight(found, truth)) right += 1
        else console.log(`${path}, "${heading.slice(0, 60)}": ${found.kind}, should be ${truth.kind}`)
      }
    }
    console.log(`drafted right: ${right} of ${all} columns`)
    expect(all).toBe(120)
    expect(right * OF).toBeGreaterThanOrEqual(all * NEEDED)
  })
})

interface Place {
  readonly kind: string
  readonly labels: readonly string[]
}

/** What a draft makes of the column with this heading. */
function placeOf(draft: Draft, heading: string): Place {
  const named = draft.columns.find((column) => column.heading === heading)?.name
  const variable = draft.variables.find(({ id }) => id === named)
  if (variable !== undefined) return { kind: 'variable', labels: variable.values }
  const question = draft.questions.find(
    ({ id, text, items, answers = [] }) =>
      id === named || text === heading || (items ?? answers).some((part) => `${text} - ${part}` === heading),
  )
  if (question !== undefined) return { kind: question.kind, labels: question.answers ?? [] }
  if (named !== undefined) return { kind: named, labels: [] }
  const isIn = (list: Draft['ignore']) => list.some((column) => column.heading === heading)
  if (isIn(draft.identifying)) return { kind: 'identifying', labels: [] }
  return { kind: isIn(draft.ignore) ? 'ignored' : 'own', labels: [] }
}

function isRight({ kind, labels }: Place, truth: ColumnTruth): boolean {
  if (!(truth.kind === kind || (truth.kind === 'left out' && (kind === 'identifying' || kind === 'ignored'))))
    return false
  if (truth.labels === undefined) return true
  const inOrder = (list: readonly string[]) => (truth.inOrder ? list : [...list].sort())
  return JSON.stringify(inOrder(labels)) === JSON.stringify(inOrder(truth.labels))
}
