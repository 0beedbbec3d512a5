import type { Definition } from '../../definition/index.ts'
import { exactGazetteer, fold, keyOf, matchesOf } from '../redact/index.ts'
import type { Candidate } from './candidates.ts'

/**
 * What of the identifiers the definition itself says: the publisher is an authority of its own frame, a label is the name
 * of an organisation. Out: the keys that are allowed. See `IDENTIFIERS` for the rule.
 */
export function allowedKeys(
  definition: Definition,
  candidates: readonly Candidate[],
): (candidate: Candidate) => boolean {
  const { publisher, contributors, contact, sources, doi, landingPage } = definition
  const { title, description, keywords, variables, questions, populations, waves, spatial, frame } =
    definition
  const keys = candidates.map(({ text }) => text)
  const responsible = keysIn({ publisher, contributors, contact, sources, doi, landingPage }, keys)
  const words = keysIn(
    { title, description, keywords, variables, questions, populations, waves, spatial, unit: frame?.unit },
    keys,
  )
  return ({ text, sort }) =>
    responsible.has(keyOf(text)) || (sort !== 'person' && !/[@\d]/.test(text) && words.has(keyOf(text)))
}

function keysIn(said: unknown, names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const gazetteer = exactGazetteer(names)
  for (const text of strings(said)) {
    const folded = fold(text).text
    for (const { from, to } of matchesOf(folded, gazetteer)) found.add(keyOf(folded.slice(from, to)))
  }
  return found
}

/** Every text in a value, names of fields too: labels are written as such. */
function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...strings(inner)])
}
