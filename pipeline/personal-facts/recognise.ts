import { labelKey } from '../definition/index.ts'
import { ASKS, PLAIN_ASKS } from './asks.ts'
import { factOfContent } from './content.ts'
import type { Asked, Fact, FactKind } from './fact.ts'
import { FRAMES } from './frames.ts'
import { HEADINGS } from './headings.ts'
import { factOfLabels } from './labels.ts'
import { mentionedFact } from './mentions.ts'
import { isOpinion } from './opinions.ts'
import { bare, partsOf, wordingKey } from './wording.ts'

/**
 * The fact about the person who answers that a question asks for or a column holds: by its wording, else by its
 * list of answers, else by what its cells hold. Undefined for opinions, experience and habits. What others can
 * know of somebody identifies, wherever it stands: it is a quasi-identifier (Handbook on Statistical Disclosure
 * Control, 2nd ed.).
 */
export function personalFact({ text, labels, values = [] }: Asked): Fact | undefined {
  const key = wordingKey(text)
  const worded = factOfWording(key)
  if (worded !== undefined) return { kind: worded, why: 'wording' }
  if (isOpinion(key) || ASKS_ELSE.test(key)) return undefined
  const listed = factOfLabels(labels) ?? factOfStatements(labels)
  if (listed !== undefined) return { kind: listed, why: 'labels' }
  const held = factOfContent(values)
  return held === undefined ? undefined : { kind: held, why: 'content' }
}

/** A whole question that speaks of nobody: whatever its answers are called, they are not facts about who answers. */
const ASKS_ELSE =
  /^(?!(?:what|which) (?:is|are|of)\b)(?!.*\b(?:you|your|yours|yourself|apply|applies|describes?)\b)(?:what|which|where|who|how|when)(?: \S+){4,}$/

/** Who is there is asked of a household as what one has is asked of a person. */
const IN_HOUSEHOLD = /^(?:is|are) there (?:an?|any|anyone|anybody)\b.*\bin your (?:household|home|family)$/

/** By a wording alone, as its key. */
function factOfWording(key: string): FactKind | undefined {
  const plain = PLAIN_ASKS.find(([, asks]) => asks.test(key))
  if (plain !== undefined) return plain[0]
  for (const part of partsOf(key)) {
    const heading = HEADINGS.find(([, words]) => words.test(part) || words.test(bare(part)))
    if (heading !== undefined) return heading[0]
  }
  if (IN_HOUSEHOLD.test(key))
    return mentionedFact(key.replace(/^(?:is|are) there/, 'do you have')) ?? 'household'
  if (isOpinion(key)) return undefined
  return [...ASKS, ...FRAMES].find(([, asks]) => asks.test(key))?.[0] ?? mentionedFact(key)
}

/** Answers that are statements about oneself: "I am a carer", "I have a disability". */
function factOfStatements(labels: readonly string[]): FactKind | undefined {
  const said = labels.filter((label) => /^(?:i am|i'm|i have|my) /.test(labelKey(label)))
  const facts = said.flatMap((label) => factOfWording(wordingKey(label)) ?? [])
  return facts.length >= 2 && facts.length * 2 >= labels.length ? facts[0] : undefined
}
