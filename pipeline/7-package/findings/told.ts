import type { Finding, FindingFigure } from './model.ts'

/** Words together with the figures they print, so that no figure is printed unnoticed. */
export interface Told {
  readonly text: string
  readonly figures: readonly FindingFigure[]
}

/** Template tag: puts words and told parts together. */
export const told = (words: TemplateStringsArray, ...parts: readonly (string | Told)[]): Told => ({
  text: words.map((word, index) => `${word}${textOf(parts[index] ?? '')}`).join(''),
  figures: parts.flatMap((part) => (typeof part === 'string' ? [] : part.figures)),
})

const textOf = (part: string | Told): string => (typeof part === 'string' ? part : part.text)

/** "a", "a and b", "a, b and c", with `and` as the language has it. */
export const toldList = (items: readonly Told[], and: string): Told => ({
  text: items
    .map(({ text }, index) => `${index === 0 ? '' : index === items.length - 1 ? and : ', '}${text}`)
    .join(''),
  figures: items.flatMap(({ figures }) => figures),
})

/** Sentences one after the other, each beginning with a capital and ending with a full stop, as a finding. */
export function findingOf(table: string, sentences: readonly Told[]): Finding {
  const figures = sentences.flatMap((sentence) => sentence.figures)
  const keys = figures.map(keyOf)
  return {
    table,
    text: sentences.map(({ text }) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`).join(' '),
    figures: figures.filter((figure, index) => keys.indexOf(keyOf(figure)) === index),
  }
}

const keyOf = ({ table, population, row, statistic }: FindingFigure): string =>
  JSON.stringify([table, population, row, statistic])
