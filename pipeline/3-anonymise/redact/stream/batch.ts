import { buildGazetteer, type Entry, type Gazetteer } from '../frame/index.ts'
import type { Span } from '../model.ts'
import { redactAll } from '../redact-all.ts'

/** Some answers, and what gives away the writer of each: a list of entries as JSON, the same for all of one writer. */
export interface Batch {
  readonly texts: readonly string[]
  readonly own: readonly string[]
}

/** The same answers, redacted, and of each the spans that are not sure: they are redacted here too. */
export interface RedactedBatch {
  readonly texts: readonly string[]
  readonly undecided: readonly (readonly Span[])[]
}

/** Redacts batches; a writer's own names are made ready once for all answers in a row that are his. */
export function batchRedactor(entries: readonly Entry[]): (batch: Batch) => RedactedBatch {
  const gazetteer = buildGazetteer(entries)
  let last = ''
  let own: Gazetteer | undefined
  return ({ texts, own: owns }) => {
    const redacted = texts.map((text, index) => {
      const names = owns[index] ?? ''
      if (names !== last) {
        own = names === '' ? undefined : buildGazetteer(JSON.parse(names) as Entry[], true)
        last = names
      }
      return redactAll(text, own === undefined ? { gazetteer } : { gazetteer, own })
    })
    return {
      texts: redacted.map(({ text }) => text),
      undecided: redacted.map(({ undecided }) => undecided),
    }
  }
}
