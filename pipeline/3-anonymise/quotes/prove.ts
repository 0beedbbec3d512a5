import { redact, type Span } from '../redact/index.ts'
import { onOneLine } from './assemble.ts'
import { ELISION } from './parse-words.ts'

/**
 * Whether what stands between the marks of a quote are passages of the redacted answer, in its order. It is shown on the
 * very text that is published, so that no mistake before it is enough. `spans` are those that are redacted.
 */
export function isProven(text: string, answer: string, spans: readonly Span[]): boolean {
  const redacted = onOneLine(redact(answer, spans))
  let from = 0
  for (const passage of wordsBetween(text, redacted)) {
    const found = redacted.indexOf(passage, from)
    if (found < 0) return false
    from = found + passage.length
  }
  return true
}

/** What stands between words put in and marks of words left out. A placeholder of the redacted answer is no mark. */
function wordsBetween(text: string, redacted: string): readonly string[] {
  const passages: string[] = []
  let passage = ''
  for (const [index, part] of text.split(/(\[[^\]]*\])/).entries()) {
    if (index % 2 === 1 && (part === ELISION || !redacted.includes(part))) {
      passages.push(passage.trim())
      passage = ''
    } else passage += part
  }
  return [...passages, passage.trim()]
}
