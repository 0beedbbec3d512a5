import { describe, expect, it } from 'vitest'
import { responsesCounted } from '../../pipeline/7-package/statements.ts'
import type { ReleasedTables } from '../../pipeline/artefacts.ts'

/** A release that rests on so many responses, of which so many rows leave. */
const release = (responses: number, rows: number, rounding = 1) =>
  ({
    plan: { rules: { rounding } },
    responses: { responses: { rows, responses } },
  }) as unknown as ReleasedTables

describe('how many responses a release rests on', () => {
  it('is how many answered, whether their rows leave or not', () => {
    expect(responsesCounted(release(200, 200))).toBe('200 responses are in this release.')
    expect(responsesCounted(release(393, 204))).toBe('393 responses are counted here.')
    expect(responsesCounted(release(200, 0))).toBe('200 responses are counted here.')
  })

  it('is rounded as its tables are', () => {
    expect(responsesCounted(release(203, 0, 5))).toBe('About 205 responses are counted here.')
  })
})
