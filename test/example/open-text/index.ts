import { at, type Random } from '../random.ts'
import type { OpenText, Passages } from './model.ts'
import { Q2 } from './q2.ts'
import { Q3 } from './q3.ts'
import { Q4 } from './q4.ts'
import { Q5 } from './q5.ts'
import { Q6 } from './q6.ts'
import { Q7 } from './q7.ts'
import { Q11 } from './q11.ts'
import { Q12 } from './q12.ts'
import { Q19 } from './q19.ts'
import { Q20 } from './q20.ts'
import { Q21 } from './q21.ts'

/** What people write about each open question; written for this example, nothing is taken from a real answer. */
export const OPEN_TEXT: Readonly<Record<string, OpenText>> = {
  ...{ q2: Q2, q3: Q3, q4: Q4, q5: Q5, q6: Q6, q7: Q7 },
  ...{ q11: Q11, q12: Q12, q19: Q19, q20: Q20, q21: Q21 },
}

/** Every sentence of it, alternatives unchosen. */
export const SENTENCES: readonly string[] = Object.values(OPEN_TEXT).flatMap(
  ({ themes, openings, closings }) => [
    ...Object.values(themes).flatMap(({ passages }) => passages),
    ...openings,
    ...closings,
  ],
)

/** Passages by which nobody means a theme: coders write "none". */
const NO_THEME: readonly string[] = ['nothing', 'no_comment', 'not_ours']

/** Most themes in one answer. */
const MOST = 3

/** One to three passages on different themes, now and then on lines of their own. */
export function openAnswer(question: string, random: Random): string {
  const text = OPEN_TEXT[question]
  if (text === undefined) throw new Error(`No passages for ${question}`)
  const mentioned = drawThemes(Object.values(text.themes), random)
  const passages = mentioned.map((theme) => filled(random.pick(theme.passages), random))
  const alone = mentioned.some((theme) => theme.alone === true)
  const opening = !alone && random.chance(25) ? [random.pick(text.openings)] : []
  const closing = !alone && random.chance(20) ? [random.pick(text.closings)] : []
  return [...opening, ...passages, ...closing].join(random.chance(8) ? '\n' : ' ')
}

function drawThemes(themes: readonly Passages[], random: Random): readonly Passages[] {
  for (const theme of themes) if (theme.alone === true && random.chance(theme.weight)) return [theme]
  const others = themes.filter((theme) => theme.alone !== true)
  const drawn = random.shuffle(others.filter((theme) => random.chance(theme.weight))).slice(0, MOST)
  return drawn.length > 0 ? drawn : [byWeight(others, random)]
}

function byWeight(themes: readonly Passages[], random: Random): Passages {
  let left = random.int(themes.reduce((sum, { weight }) => sum + weight, 0))
  for (const theme of themes) {
    left -= theme.weight
    if (left < 0) return theme
  }
  return at(themes, themes.length - 1)
}

const filled = (sentence: string, random: Random): string =>
  sentence.replace(/\{([^}]*)\}/g, (_, choices: string) => random.pick(choices.split('|')))

/** A passage of a theme, as it stands in an answer. */
export interface Found {
  readonly theme: string
  readonly passage: string
}

/** The passages of an answer, in its order: what it is really about. Line breaks may have become others. */
export function passagesIn(question: string, answer: string): readonly Found[] {
  const found = Object.entries(OPEN_TEXT[question]?.themes ?? {}).flatMap(([theme, { passages }]) =>
    passages.flatMap((passage) => {
      const match = patternOf(passage).exec(answer)
      return match === null ? [] : [{ theme, passage: match[0], place: match.index }]
    }),
  )
  return found.sort((a, b) => a.place - b.place).map(({ theme, passage }) => ({ theme, passage }))
}

/** The codes of an answer, in the order of the frame. */
export function codesOf(question: string, answer: string): readonly string[] {
  const found = new Set(passagesIn(question, answer).map(({ theme }) => theme))
  return frameOf(question).filter((code) => found.has(code))
}

/** The codes that coders of a question may give. */
export const frameOf = (question: string): readonly string[] =>
  Object.keys(OPEN_TEXT[question]?.themes ?? {}).filter((code) => !NO_THEME.includes(code))

const patterns = new Map<string, RegExp>()

/** The passage with any of its alternatives and either kind of apostrophe. */
function patternOf(passage: string): RegExp {
  const known = patterns.get(passage)
  if (known !== undefined) return known
  const parts = passage.split(/(\{[^}]*\})/).map((part) => {
    if (!part.startsWith('{')) return escaped(part)
    return `(?:${part.slice(1, -1).split('|').map(escaped).join('|')})`
  })
  const made = new RegExp(parts.join('').replace(/['\u2019]/g, "['\u2019]"))
  patterns.set(passage, made)
  return made
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
