/**
 * The last line of defence, a room of its own within the stage: every published byte is searched for whoever and
 * whatever the files received know. In: submissions, and everything published as text. Out: issues, one a file, that
 * stop the release; they say how many identifiers and where, and never which. Does not belong here: unpacking
 * what is published (edge), hiding what is found (redact).
 */
import type { Submissions } from '../../artefacts.ts'
import type { Definition } from '../../definition/index.ts'
import type { Engine } from '../../engine/index.ts'
import type { Issue } from '../../issues.ts'
import { exactGazetteer, fold, type Gazetteer, keyOf, matchesOf } from '../redact/index.ts'
import { allowedKeys } from './allowed.ts'
import { candidates } from './candidates.ts'
import { noteIdentifiers } from './identifiers.ts'
import { isForbidden } from './is-forbidden.ts'
import type { PublishedText } from './model.ts'

export type { PublishedText } from './model.ts'

/** Nothing when no identifier is found. `permitted` are names whose owners agreed to be named. */
export async function searchPublished(
  engine: Engine,
  definition: Definition,
  submissions: Submissions,
  texts: readonly PublishedText[],
  permitted: readonly string[] = [],
): Promise<readonly Issue[]> {
  await noteIdentifiers(engine, definition, submissions)
  const possible = await candidates(engine, 'identifiers', texts)
  const isAllowed = allowedKeys(definition, possible)
  const agreed = new Set(permitted.map(keyOf))
  const forbidden = possible
    .filter(({ text, sort }) => isForbidden(text, sort))
    .filter((candidate) => !isAllowed(candidate) && !agreed.has(keyOf(candidate.text)))
  if (forbidden.length === 0) return []
  return [...findings(texts, exactGazetteer(forbidden.map(({ text }) => text)))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, found]) => issue(file, found.size))
}

/** File -> the different identifiers in it. */
function findings(
  texts: readonly PublishedText[],
  gazetteer: Gazetteer,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { file, text } of texts) {
    const folded = fold(text).text
    for (const { from, to } of matchesOf(folded, gazetteer)) {
      const written = folded.slice(from, to)
      if (isFigures(written)) continue
      const there = found.get(file) ?? new Set()
      there.add(keyOf(written))
      found.set(file, there)
    }
  }
  return found
}

/** Figures of neighbouring cells, which make a number of somebody only when read in a row. */
const isFigures = (written: string): boolean => !/\p{L}/u.test(written) && /[^\p{N} ()./+-]/u.test(written)

const issue = (file: string, count: number): Issue => ({
  code: 'publish/identifier',
  severity: 'error',
  concern: 'disclosure',
  file,
  message: `${count === 1 ? 'A name or another identifier' : `${count} names or other identifiers`} of the files received would be published in it.`,
  expected: 'nothing that identifies a person, an organisation or a unit of the frame',
  advice:
    'Look at notes, labels and titles in consultation.yaml, and at the quotes that were chosen. What the definition says of its publisher, contributors, contact and sources is allowed.',
})
