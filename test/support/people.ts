import type { Cells } from './consultation.ts'

/** Two questions with one answer each, for files of people. */
export const QUESTIONS = `questions:
  use: { text: Use, answers: ["Yes", "No"] }
  how: { text: How, answers: [Bus, Car, Foot] }
`
/** A definition of one file with more of its plan. */
export const file = (more: string, name = 'r.csv') => `responses: { file: ${name}, ${more} }\n${QUESTIONS}`
/** A definition of several files. */
export const list = (...entries: readonly string[]) =>
  `responses:\n${entries.map((one) => `  - { ${one} }\n`).join('')}${QUESTIONS}`

/** Answers that follow no pattern, the same on every machine. */
export const answers = (person: number, seed = 1): Cells => {
  const drawn = Math.imul((person + 1) * 2654435761 + seed * 40503, 2246822519) >>> 8
  return { Use: drawn % 2 === 0 ? 'Yes' : 'No', How: ['Bus', 'Car', 'Foot'][(drawn >>> 4) % 3] ?? '' }
}
/** So many of whatever is made of a person's number. */
export const people = <T>(count: number, make: (person: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, person) => make(person))
/** A day of the fieldwork, with a time. */
export const day = (person: number, time = '10:00:00') =>
  `2026-03-${String(1 + (person % 28)).padStart(2, '0')} ${time}`
